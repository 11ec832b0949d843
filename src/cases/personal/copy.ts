import { and, eq, sql } from 'drizzle-orm';
import { nextEvent } from '../../chain/event.ts';
import { events } from '../../chain/tables.ts';
import { refuse, type Refusal } from '../../errors.ts';
import type { CaseKind } from '../../forms/define.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Lang } from '../../lib/words.ts';
import { transition } from '../../workflow/define.ts';
import type { FoundCase } from '../look-up.ts';
import { copiesOf, type PersonsCopy } from '../person.ts';
import { courseOf, writeStep } from '../step.ts';
import { storedCases } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { requestCases } from './tables.ts';

/** The action that opens what was given, and its event. */
export const COPY = 'copy';

/**
 * Opens the copy that was given on a request, as long as its time lasts: its cases as they are now, so that what was erased
 * since is not in it. That it was opened is written into the request's chain first. `case.changed`: none was given, or its
 * time is over.
 */
export async function openCopy(
  tools: Tools,
  { row, events: chain, today }: FoundCase,
  form: CaseKind,
  lang: Lang,
): Promise<Result<PersonsCopy[], Refusal>> {
  const { db, clock } = tools;
  const [last] = chain;
  const taken = transition(form.workflow, row.state, COPY, 'citizen', courseOf(row, chain.toReversed(), today));
  if (!taken.ok || !last) return fail(refuse('case.changed'));
  const given = await db.orm
    .select({ id: requestCases.otherId })
    .from(requestCases)
    .where(and(eq(requestCases.caseId, row.id), eq(requestCases.given, true)));
  const event = await nextEvent(row.id, last, { at: clock.now(), actor: 'citizen', code: COPY, data: {} });
  const written = await writeStep(db, [
    db.orm.insert(events).values(event),
    sql`UPDATE cases SET seq = ${event.seq} WHERE id = ${row.id}`,
  ]);
  if (!written.ok) return written;
  const stored = given.length === 0 ? [] : await storedCases(db, { ids: given.map(({ id }) => id) });
  return ok(await copiesOf(tools, stored, lang));
}
