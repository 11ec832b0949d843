import { nextEvent } from '../../chain/event.ts';
import { events } from '../../chain/tables.ts';
import { sql } from 'drizzle-orm';
import { refuse, type Refusal } from '../../errors.ts';
import type { CaseKind } from '../../forms/define.ts';
import { dataRequestWords as words } from '../../i18n/data-requests.ts';
import { fail, type Result } from '../../lib/result.ts';
import { transition } from '../../workflow/define.ts';
import { lookUp, type Asked, type FoundCase } from '../look-up.ts';
import { courseOf, writeStep } from '../step.ts';
import type { Tools } from '../tools.ts';
import { requestCases } from './tables.ts';

/** The action that adds another case to a request, and its event. */
export const INCLUDE = 'include';

/**
 * Adds a case that was sent by another phone or under another name, by its own number and code. The chain says that one was
 * added, not which. `answers.invalid`: no such number and code here, or a 检举控告, which look alike; `rate.limited` as for
 * looking up.
 */
export async function includeCase(
  { db, ...tools }: Tools,
  found: FoundCase,
  form: CaseKind,
  other: Asked,
): Promise<Result<null, Refusal>> {
  const { row, events: chain, today } = found;
  const [last] = chain;
  const taken = transition(form.workflow, row.state, INCLUDE, 'citizen', courseOf(row, chain.toReversed(), today));
  if (!taken.ok || !last) return fail(refuse('case.changed'));
  const asked = await lookUp({ db, ...tools }, other);
  if (!asked.ok && asked.error.code !== 'receipt.not-found') return asked;
  // What waits for the database has no row yet; tomorrow it has.
  const there = asked.ok && !asked.value.row.restricted && asked.value.row.seq > 0 ? asked.value.row : null;
  if (!there || there.id === row.id) {
    return fail(
      refuse('answers.invalid', { problems: [{ path: 'otherCode', code: 'field.invalid', words: words.notThere }] }),
    );
  }
  const event = await nextEvent(row.id, last, { at: tools.clock.now(), actor: 'citizen', code: INCLUDE, data: {} });
  return writeStep(db, [
    db.orm.insert(events).values(event),
    sql`UPDATE cases SET seq = ${event.seq} WHERE id = ${row.id}`,
    db.orm.insert(requestCases).values({ caseId: row.id, otherId: there.id, given: false }).onConflictDoNothing(),
  ]);
}
