import { and, desc, eq, isNull } from 'drizzle-orm';
import { nextEvent, type NewEvent } from '../../chain/event.ts';
import { events } from '../../chain/tables.ts';
import { sql } from 'drizzle-orm';
import { refuse, type Refusal } from '../../errors.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { writeStep } from '../step.ts';
import { closeTasks } from '../tasks/close.ts';
import type { Tools } from '../tools.ts';
import { caseBehalf } from './tables.ts';

const TRIES = 4;

/**
 * Writes that a filing stands: event and mark in one batch. Where an officer's step came between, it goes on after that
 * step; confirmed already is no mistake.
 */
export async function settle(
  { db, clock }: Tools,
  caseId: string,
  { actor, code, data }: Pick<NewEvent, 'actor' | 'code' | 'data'>,
): Promise<Result<null, Refusal>> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const [last] = await db.orm
      .select({ seq: events.seq, hash: events.hash })
      .from(events)
      .where(eq(events.stream, caseId))
      .orderBy(desc(events.seq))
      .limit(1);
    const [open] = await db.orm
      .select({ filer: caseBehalf.filer })
      .from(caseBehalf)
      .where(and(eq(caseBehalf.caseId, caseId), isNull(caseBehalf.confirmedAt)));
    if (!last) break;
    if (!open) return ok(null);
    const now = clock.now();
    const event = await nextEvent(caseId, last, { at: now, actor, code, data });
    const written = await writeStep(db, [
      db.orm.insert(events).values(event),
      sql`UPDATE cases SET seq = ${event.seq} WHERE id = ${caseId}`,
      db.orm.update(caseBehalf).set({ confirmedAt: now }).where(eq(caseBehalf.caseId, caseId)),
      ...closeTasks(caseId, ['unconfirmed'], actor, now),
    ]);
    if (written.ok) return written;
  }
  return fail(refuse('case.changed'));
}
