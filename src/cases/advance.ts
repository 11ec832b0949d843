import { refuse, type Refusal } from '../errors.ts';
import { kindOfCase } from '../forms/index.ts';
import type { CaseKind, Json } from '../forms/define.ts';
import { shanghaiDate } from '../lib/clock.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { openCaseKey } from '../lib/sealing/case-key.ts';
import { siteById } from '../sites/index.ts';
import type { Site } from '../sites/site.ts';
import { readAsked } from '../workflow/asked.ts';
import { addDays } from '../workflow/calendar/dates.ts';
import { transition, type Transition } from '../workflow/define.ts';
import type { Due } from '../workflow/due.ts';
import { asksOf, birthOf, birthProblems } from './birth.ts';
import { codesOf } from './codes.ts';
import { carriedBy, writeCarried } from './matter/carry.ts';
import { forSender, isCarried } from './matter/lead-step.ts';
import { writtenRows } from './notes.ts';
import { parentRows } from './parent.ts';
import { doOnHeld } from './personal/do.ts';
import { progressMessages } from './progress.ts';
import { caseAssignments } from './road-tables.ts';
import { courseOf, stepRows } from './step.ts';
import { wordsDigest, type StepWords } from './step-words.ts';
import { storedCases, type StoredCase } from './stored.ts';
import type { Tools } from './tools.ts';

export interface Asked {
  case: { id: string } | { receipt: string };
  action: string;
  actor: `staff:${string}`;
  /** What the action asks (`asks` of its transition). */
  input: Json;
  /** Whoever may begin cases about themselves alone: about whom (scope.ts, `onlyAbout`). */
  about?: string | null;
  /** How many events the case had when the officer saw it; one more since, and the officer is told. */
  seen?: number;
}

export interface Advanced {
  receipt: string;
  state: string;
  seq: number;
  due: Due | null;
  /** The number of the case that was born of it. */
  born?: string;
}

/** The answers that mean the same in every workflow; the others are codes for the event alone. */
type Input = StepWords & { withinDays?: number; moreDays?: number };

/**
 * Takes a case one step further for a member of staff: event, state, date, words, assignment and message in one batch.
 * Who may take which action is the caller's to know. `case.changed`: not possible (any more), or another was quicker;
 * `answers.invalid`: what the action asks is missing or wrong.
 */
export async function advance(tools: Tools, asked: Asked): Promise<Result<Advanced, Refusal>> {
  const [stored] = await storedCases(tools.db, asked.case);
  return stored ? advanceStored(tools, stored, asked) : fail(refuse('receipt.not-found'));
}

/** The same for a case that was read already: whatever was written since makes it `case.changed`. */
export async function advanceStored(
  tools: Tools,
  stored: StoredCase,
  asked: Omit<Asked, 'case'>,
): Promise<Result<Advanced, Refusal>> {
  const today = shanghaiDate(tools.clock.now());
  const form = kindOfCase(stored.row, today);
  const site = siteById(stored.row.site);
  if (!form || !site) return fail(refuse('receipt.not-found'));
  const { row, events } = stored;
  if (asked.seen !== undefined && asked.seen !== row.seq) return fail(refuse('case.changed'));
  const course = courseOf(row, events, today);
  const taken = transition(form.workflow, row.state, asked.action, 'staff', course);
  if (!taken.ok) return fail(refuse('case.changed'));
  // What its lead tells all of a bundle is not told to one of them apart.
  if (stored.matter.follows !== null && isCarried(form, taken.value)) return fail(refuse('case.changed'));
  const context = { site, today, drafts: [] };
  const { value, problems } = readAsked({ ...taken.value, asks: asksOf(taken.value, context) }, asked.input);
  problems.push(...birthProblems(taken.value, context, value, asked.about));
  if (problems.length > 0) return fail(refuse('answers.invalid', { problems }));
  return take(tools, { stored, form, site }, asked, taken.value, value);
}

async function take(
  tools: Tools,
  { stored, form, site }: { stored: StoredCase; form: CaseKind; site: Site },
  { actor }: Pick<Asked, 'actor'>,
  taken: Transition,
  value: Json,
): Promise<Result<Advanced, Refusal>> {
  const { db, ring, clock } = tools;
  const { row, key: kept, events } = stored;
  const [now, last] = [clock.now(), events.at(-1)];
  const key = kept && (await openCaseKey(ring, row.id, kept.wrapped));
  // Erased, or locked by a ring without its key: nothing can be written under it.
  if (!key || !last) return fail(refuse('case.changed'));
  const input = value as Input;
  // Words stay out of the chain; their digest shows later whether they are still the same.
  const words = await wordsDigest(kept.salt, input);
  const done = await doOnHeld(tools, taken, { request: stored, site, actor });
  if (!done.ok) return done;
  const born = await birthOf(tools, { parent: row, taken, site, value, actor });
  const codes = {
    ...codesOf(taken.asks ?? {}, value),
    ...done.value.codes,
    ...(words !== null && { words }),
    ...(born && { born: born.receipt }),
  };
  const { workflow } = form;
  const step = await stepRows(db, { row, last, workflow, taken, actor, now, codes, moreDays: input.moreDays });
  const { event, state, due } = step;
  const until = input.withinDays === undefined ? undefined : addDays(shanghaiDate(now), input.withinDays);
  const date = taken.to === undefined ? until : due?.date;
  const { lead, with: helpers = null } = input;
  const given = lead === undefined ? undefined : { lead, helpers, dueDate: until ?? null };
  const own = [
    ...step.statements,
    ...(await writtenRows(db, key, event, input)),
    ...(given ? [db.orm.insert(caseAssignments).values({ ...given, caseId: row.id, seq: event.seq })] : []),
    ...(born?.statements ?? []),
    ...done.value.statements,
    ...(await parentRows(tools, stored, taken)),
    ...(await progressMessages(tools, { stored, workflow, site, key, taken, date, revision: event.seq })),
  ];
  const carried = await carriedBy(tools, { stored, form, taken, event }, { said: forSender(input), given });
  const written = await writeCarried(db, own, carried);
  return written.ok
    ? ok({ receipt: row.receipt, state, seq: event.seq, due, ...(born && { born: born.receipt }) })
    : written;
}
