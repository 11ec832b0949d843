import { sql } from 'drizzle-orm';
import { nextEvent, type Actor } from '../chain/event.ts';
import { events } from '../chain/tables.ts';
import { refuse, type Refusal } from '../errors.ts';
import type { RevealReason } from '../i18n/cases.ts';
import { fail, type Result } from '../lib/result.ts';
import type { FoundCase } from './look-up.ts';
import { writeStep } from './step.ts';
import type { Tools } from './tools.ts';

/** The event of somebody having looked at personal data; it changes nothing of the case. */
export const REVEALED = 'revealed';

/** Writes into a case's chain who is about to see its personal data, and why; they are shown only once it stands there. */
export async function recordReveal(
  { db, clock }: Tools,
  { row, events: chain }: Pick<FoundCase, 'row' | 'events'>,
  actor: Actor,
  why: RevealReason,
): Promise<Result<null, Refusal>> {
  const [last] = chain;
  if (!last) return fail(refuse('case.changed'));
  const event = await nextEvent(row.id, last, { at: clock.now(), actor, code: REVEALED, data: { why } });
  return writeStep(db, [
    db.orm.insert(events).values(event),
    sql`UPDATE cases SET seq = ${event.seq} WHERE id = ${row.id}`,
  ]);
}
