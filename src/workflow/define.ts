import type { Fields } from '../lib/fields/index.ts';
import { fail, ok } from '../lib/result.ts';
import type { Result } from '../lib/result.ts';
import type { Words } from '../lib/words.ts';
import type { ClockByOrgan } from './clock.ts';
import { beginning, failedGuard, type Course, type GuardRefusal, type Guards } from './guards.ts';
import type { TaskKind } from './tasks.ts';

export type Actor = 'citizen' | 'staff' | 'system';

/** Gives a copy of it, puts its phone or e-mail right, or erases what may go (个人信息保护法 45–47). */
export type OnHeld = 'give' | 'correct' | 'erase';

/** Who is to act next, where it is not the desk that took the case in. */
export type WaitsFor = 'department' | 'resident' | 'review';

export interface State {
  label: Words;
  /** The sentence of the resident's timeline; `{outcome}` and the like are what was chosen on the way in. */
  public: Words;
  /** Nothing more is owed in this state. */
  final?: boolean;
  /** Entering it destroys the case's key, what it sealed and its open answers (PIPL 15, 47): the chain stays whole. */
  erases?: boolean;
  /** What entering it does to the limit that runs, by the organ that owns the site; absent: it ends. */
  clock?: ClockByOrgan;
  /** Whom a case that entered it waits for besides its desk; `kept`: whom it waited for before; absent: nobody. */
  waits?: WaitsFor | 'kept';
  /** Template of the message sent on entry. */
  message?: string;
  /** The action that mostly follows, where it is not the first of the definition. */
  usual?: string;
  /** Everybody may read a case that has come this far, without any code. */
  published?: boolean;
}

/** One action in some states. An action may have several rows; the first whose states and guards fit is taken. */
export interface Transition<S extends string = string> extends Guards {
  id: string;
  from: readonly S[];
  /** Absent: the case stays where it is, and so does its clock. */
  to?: S;
  actors: readonly Actor[];
  /** Permissions of which a member of staff needs one; a 检举控告 needs its own clearance besides. */
  needs?: readonly string[];
  /** On the button. */
  label: Words;
  /** The sentence of the resident's timeline where the case stays; absent: the step is not shown. */
  public?: Words;
  /** Whom the case waits for from then on, whatever its state says; `resumed`: whom before the resident was asked. */
  waits?: WaitsFor | 'resumed';
  /** Template of the message sent where the case stays; its date is the end of the days given. */
  message?: string;
  /** The kind of the case that is born of it; its questions are asked with those below (`forms/index.ts`, `secondStage`). */
  bears?: string;
  /** The action that the case this one was born from takes with it; `words`: whose last public words it is given. */
  tells?: { action: string; words?: string };
  /** What it does with everything held of the sender of the case (`cases/personal/`). */
  onHeld?: OnHeld;
  /** Taken on a page of its own alone, which asks for more than fields can hold; the general road refuses it. */
  apart?: true;
  /** Marks the case as urgent, or takes the mark away. */
  urgent?: boolean;
  /** Tasks beside the road that it opens, and those it ends. */
  opens?: readonly TaskKind[];
  closes?: readonly TaskKind[];
  /** What whoever takes it is asked: what is said, by the names of `said.ts`, and codes. */
  asks?: Fields;
  demands?: readonly Demand[];
}

/** Answers that may be left out, except after another: each with the sentence that says why it is needed. */
export interface Demand {
  when: { answer: string; is: readonly string[] };
  needs: Readonly<Record<string, Words>>;
}

export interface Workflow<S extends string = string> {
  states: Readonly<Record<S, State>>;
  transitions: readonly Transition<S>[];
  /** Actions that can be taken in several cases at once: what they ask can be said of all of them in the same words. */
  together?: readonly string[];
}

/** Where a case of every kind begins (api.md, Looking up). A kind may add its own limit to it. */
export const received: State = {
  label: { zh: '已收到', en: 'Received' },
  public: { zh: '我们已收到您提交的内容。', en: 'We have received what you sent.' },
};

/** Where a case of every kind may end, from wherever it stands: no action leads here, but law or its time (PIPL 47). */
export const ERASED = 'erased';
const erased: State = {
  label: { zh: '已删除', en: 'Erased' },
  public: {
    zh: '内容和个人信息已删除, 只留下经过, 不留您写的话。',
    en: 'What was written and all personal data are erased. What happened stays, without your words.',
  },
  final: true,
  erases: true,
};

/** The workflow of a kind; its transitions can only name its own states. */
export const defineWorkflow = <const S extends { received: State } & Record<string, State>>(workflow: {
  states: S;
  transitions: readonly Transition<keyof S & string>[];
  together?: readonly string[];
}): Workflow<keyof S & string> => ({ ...workflow, states: { ...workflow.states, [ERASED]: erased } });

export type TransitionRefusal = 'action-unknown' | 'actor-not-allowed' | 'state-not-allowed' | GuardRefusal;

/** Whether an actor may take an action in a state; the transition taken, or why not. Pure. */
export function transition(
  workflow: Workflow,
  state: string,
  action: string,
  actor: Actor,
  course: Course = beginning,
): Result<Transition, TransitionRefusal> {
  const named = workflow.transitions.filter(({ id }) => id === action);
  if (named.length === 0) return fail('action-unknown');
  const allowed = named.filter(({ actors }) => actors.includes(actor));
  if (allowed.length === 0) return fail('actor-not-allowed');
  const here = allowed.filter(({ from }) => from.includes(state));
  const refusals = here.map((row) => failedGuard(row.id, row, course));
  const taken = here[refusals.indexOf(null)];
  return taken ? ok(taken) : fail(refusals[0] ?? 'state-not-allowed');
}

/** What an actor may do in a state, in the order of the definition. */
export const actionsOf = (
  workflow: Workflow,
  state: string,
  actor: Actor,
  course: Course = beginning,
): readonly Transition[] =>
  workflow.transitions.filter(
    (row) => row.from.includes(state) && row.actors.includes(actor) && failedGuard(row.id, row, course) === null,
  );
