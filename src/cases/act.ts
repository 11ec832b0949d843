import { eq } from 'drizzle-orm';
import { caseKeys } from '../db/case-keys.ts';
import type { Statement } from '../db/database.ts';
import { refuse, type Refusal } from '../errors.ts';
import type { CaseKind, Json } from '../forms/define.ts';
import { shanghaiDate } from '../lib/clock.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { openCaseKey } from '../lib/sealing/case-key.ts';
import { readAsked } from '../workflow/asked.ts';
import { transition, type Transition } from '../workflow/define.ts';
import type { Said } from '../workflow/said.ts';
import { codesOf } from './codes.ts';
import type { FoundCase } from './look-up.ts';
import { leavingBySender } from './matter/events.ts';
import { writtenRows } from './notes.ts';
import { courseOf, stepRows, writeStep } from './step.ts';
import { wordsDigest } from './step-words.ts';
import type { Tools } from './tools.ts';

/** What an action of the sender's would do to a found case on its day; null where it is not theirs, or has a page of its own. */
export function senderAction(
  { row, events: chain, today }: Pick<FoundCase, 'row' | 'events' | 'today'>,
  { workflow }: Pick<CaseKind, 'workflow'>,
  action: string,
): Transition | null {
  const taken = transition(workflow, row.state, action, 'citizen', courseOf(row, chain.toReversed(), today));
  return taken.ok && !taken.value.apart ? taken.value : null;
}

/**
 * Carries out what the sender may do with a found case (withdrawing a pledge, asking for a review, rating an answer): one
 * batch. `case.changed`: the state forbids it, or another was quicker; `answers.invalid`: what it asks is missing or wrong.
 */
export async function actAsSender(
  tools: Tools,
  found: FoundCase,
  form: CaseKind,
  action: string,
  input: Json = {},
): Promise<Result<{ state: string }, Refusal>> {
  const { db, clock } = tools;
  const { row, events: chain } = found;
  const now = clock.now();
  const { workflow } = form;
  const taken = senderAction({ row, events: chain, today: shanghaiDate(now) }, form, action);
  const last = chain[0];
  if (!taken || !last) return fail(refuse('case.changed'));
  const { value, problems } = readAsked(taken, input);
  if (problems.length > 0) return fail(refuse('answers.invalid', { problems }));
  const sealed = await sealer(tools, row.id, value);
  if (!sealed) return fail(refuse('case.changed'));
  const codes = { ...codesOf(taken.asks ?? {}, value), ...(sealed.digest !== null && { words: sealed.digest }) };
  const { state, event, statements } = await stepRows(db, { row, last, workflow, taken, actor: 'citizen', now, codes });
  const written = await writeStep(db, [
    ...statements,
    ...(await sealed.rows(event)),
    ...(await leavingBySender(db, form, event)),
  ]);
  return written.ok ? ok({ state }) : written;
}

interface Sealer {
  digest: string | null;
  rows(event: { stream: string; seq: number }): Promise<Statement[]>;
}

/** Seals what the sender says at a step; null where the case has no key any more. Without words no key is looked for. */
async function sealer({ db, ring }: Tools, caseId: string, said: Said): Promise<Sealer | null> {
  if ((await wordsDigest('', said)) === null) return { digest: null, rows: () => Promise.resolve([]) };
  const [kept] = await db.orm.select().from(caseKeys).where(eq(caseKeys.caseId, caseId));
  const key = kept && (await openCaseKey(ring, caseId, kept.wrapped));
  if (!key) return null;
  return { digest: await wordsDigest(kept.salt, said), rows: (event) => writtenRows(db, key, event, said) };
}
