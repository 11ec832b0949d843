import { fail, ok } from '../lib/result.ts';
import type { Result } from '../lib/result.ts';
import type { Words } from '../lib/words.ts';
import type { Site } from '../sites/site.ts';
import type { Limit } from './limits.ts';

export type Actor = 'citizen' | 'staff' | 'system';

export interface State {
  label: Words;
  /** The sentence of the resident's timeline. */
  public: Words;
  /** Nothing more is owed in this state. */
  final?: boolean;
  /** Entering it destroys the case's key, what it sealed and its open answers (PIPL 15, 47): the chain stays whole. */
  erases?: boolean;
  /** The limit that starts to run on entry, by the organ that owns the site. */
  limit?: Readonly<Record<Site['organ'], Limit>>;
}

export interface Transition<S extends string = string> {
  id: string;
  from: readonly S[];
  to: S;
  actors: readonly Actor[];
  label: Words;
}

export interface Workflow<S extends string = string> {
  states: Readonly<Record<S, State>>;
  transitions: readonly Transition<S>[];
}

/** Where a case of every kind begins (api.md, Looking up). A kind may add its own limit to it. */
export const received: State = {
  label: { zh: '已收到', en: 'Received' },
  public: { zh: '我们已收到您提交的内容。', en: 'We have received what you sent.' },
};

/** The workflow of a kind; its transitions can only name its own states. */
export const defineWorkflow = <const S extends { received: State } & Record<string, State>>(workflow: {
  states: S;
  transitions: readonly Transition<keyof S & string>[];
}): Workflow<keyof S & string> => workflow;

export type TransitionRefusal = 'action-unknown' | 'actor-not-allowed' | 'state-not-allowed';

/** Whether an actor may take an action in a state; the transition taken, or why not. Pure. */
export function transition(
  workflow: Workflow,
  state: string,
  action: string,
  actor: Actor,
): Result<Transition, TransitionRefusal> {
  const named = workflow.transitions.find(({ id }) => id === action);
  if (!named) return fail('action-unknown');
  if (!named.actors.includes(actor)) return fail('actor-not-allowed');
  return named.from.includes(state) ? ok(named) : fail('state-not-allowed');
}

/** What an actor may do in a state, in the order of the definition. */
export const actionsOf = (workflow: Workflow, state: string, actor: Actor): readonly Transition[] =>
  workflow.transitions.filter(({ from, actors }) => from.includes(state) && actors.includes(actor));
