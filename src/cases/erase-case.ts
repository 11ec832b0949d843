import { sql } from 'drizzle-orm';
import { nextEvent, type Actor } from '../chain/event.ts';
import { events } from '../chain/tables.ts';
import { refuse, type Refusal } from '../errors.ts';
import { fail, type Result } from '../lib/result.ts';
import { ERASED } from '../workflow/define.ts';
import { erasing } from './erase.ts';
import { writeStep } from './step.ts';
import { storedCases } from './stored.ts';
import type { Tools } from './tools.ts';

/** Why a case is erased; the code is kept in its chain. */
export type ErasureReason =
  /** Its sender asked for it (个人信息保护法 47). */
  | 'asked'
  /** The time it is kept for is over (个人信息保护法 19, 47). */
  | 'retention'
  /** It had been erased before; a backup from before that was put back. */
  | 'restored';

/**
 * Erases a case of any kind from any state: its key, everything sealed, its open words and what finds it are gone, its
 * chain stays whole and says who did it and why. One batch. `case.changed`: erased already, or another was quicker.
 */
export async function eraseCase(
  { db, clock }: Pick<Tools, 'db' | 'clock'>,
  id: string,
  actor: Actor,
  why: ErasureReason,
): Promise<Result<null, Refusal>> {
  const [stored] = await storedCases(db, { id });
  const last = stored?.events.at(-1);
  if (!stored) return fail(refuse('receipt.not-found'));
  if (!stored.key || !last) return fail(refuse('case.changed'));
  const now = clock.now();
  const data = { why, state: ERASED, due: null };
  const event = await nextEvent(id, last, { at: now, actor, code: 'erased', data });
  return writeStep(db, [
    db.orm.insert(events).values(event),
    sql`UPDATE cases SET state = ${ERASED}, seq = ${event.seq}, due = NULL, due_date = NULL, due_explanation = NULL
      WHERE id = ${id}`,
    ...erasing(id, now),
  ]);
}
