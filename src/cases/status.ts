import type { CaseKind } from '../forms/define.ts';
import { intakeWords } from '../i18n/intake.ts';
import { shanghaiTime } from '../lib/clock.ts';
import { questionsOf, type Question } from '../lib/fields/questions.ts';
import { say, type Lang } from '../lib/words.ts';
import { cite } from '../workflow/citation.ts';
import { actionsOf } from '../workflow/define.ts';
import type { Due, Explanation } from '../workflow/due.ts';
import { standsStill } from '../workflow/explain.ts';
import { paragraphsOf, textOf } from '../workflow/said.ts';
import { lasting, type Pause } from '../workflow/pause.ts';
import { eventSentence } from './event-words.ts';
import type { Because, Todo } from './ledger.ts';
import type { FoundCase } from './look-up.ts';
import { courseOf } from './step.ts';

/** One part of an opinion (信访工作条例 32), in the order it is read. */
export interface StatusPart {
  id: string;
  label: string;
  text: string;
}

/** The answer to a look-up (api.md, Looking up). */
export interface Status {
  receipt: string;
  kind: string;
  state: string;
  stateLabel: string;
  submittedAt: string;
  due: Due | null;
  /** While the limit stands still, and so no date holds: since when, why, and the article. */
  paused?: { since: string; label: string; basis: string };
  /** `note` is all that was said; `parts` the same, where it has more than one. */
  timeline: { at: string; event: string; label: string; note?: string; parts?: StatusPart[] }[];
  /** `to`: masked; `todo`: what is to be done about one that did not arrive. */
  messages: {
    channel: string;
    state: string;
    at: string;
    to?: string;
    todo?: Todo;
    because?: Because;
    returned?: true;
  }[];
  /** `asks`: what the action wants to know, in `answers`. */
  actions: { id: string; label: string; href: string; asks?: Question[] }[];
}

/** What the sender of a case may see of it, in words. Spam looks like any other case. */
export function statusOfCase({ row, events, messages, notes, today }: FoundCase, form: CaseKind, lang: Lang): Status {
  const { workflow } = form;
  const { receipt, kind, state, site } = row;
  const course = courseOf(row, events.toReversed(), today);
  const paused = pausedInWords(row, lang);
  return {
    receipt,
    kind,
    state,
    stateLabel: say(workflow.states[state]?.label ?? intakeWords.waiting, lang),
    submittedAt: shanghaiTime(row.submittedAt),
    due: dueInWords(row, lang),
    ...(paused && { paused }),
    timeline: events.flatMap((event) => {
      const words = eventSentence(event, workflow);
      if (!words) return [];
      const { at, code, seq } = event;
      const said = paragraphsOf(notes.get(seq) ?? {}, lang);
      const parts = said.flatMap(({ part, heading, text }) =>
        heading === undefined ? [] : [{ id: part, label: heading, text }],
      );
      const line = { at: shanghaiTime(at), event: code === 'submitted' ? 'received' : code, label: say(words, lang) };
      return [{ ...line, ...(said.length > 0 && { note: textOf(said) }), ...(parts.length > 0 && { parts }) }];
    }),
    messages: messages.map(({ channel, state: sent, at, to, todo, because, returned }) => ({
      channel,
      state: sent === 'sending' ? 'queued' : sent,
      at: shanghaiTime(at),
      ...(to !== null && { to }),
      ...(todo !== null && { todo }),
      ...(because !== null && { because }),
      ...(returned && { returned }),
    })),
    actions: actionsOf(workflow, state, 'citizen', course).map(({ id, label, asks }) => ({
      id,
      label: say(label, lang),
      href: `/${site}/status/${id}`,
      ...(asks && { asks: questionsOf(asks, lang, 'answers.') }),
    })),
  };
}

const explanationOf = ({ dueExplanation }: FoundCase['row']): Explanation | null =>
  dueExplanation === null ? null : (JSON.parse(dueExplanation) as Explanation);

/** Whether and why the limit of a case stands still. */
export const pauseOf = (row: FoundCase['row']): Pause | undefined => lasting(explanationOf(row)?.pauses);

function pausedInWords(row: FoundCase['row'], lang: Lang): Status['paused'] {
  const pause = pauseOf(row);
  return pause && { since: pause.from, label: standsStill(pause, lang), basis: cite(pause.basis, lang) };
}

function dueInWords(row: FoundCase['row'], lang: Lang): Due | null {
  if (!row.due) return null;
  const due = JSON.parse(row.due) as Due;
  const basis = explanationOf(row)?.basis;
  return { ...due, basis: basis ? cite(basis, lang) : due.basis };
}
