import { desc, eq } from 'drizzle-orm';
import { nextEvent, type Actor, type NewEvent } from '../chain/event.ts';
import { events } from '../chain/tables.ts';
import type { Statement } from '../db/database.ts';
import { failureOf } from '../db/failure.ts';
import { ok, type Result } from '../lib/result.ts';
import type { StaffTools } from './tools.ts';

export interface Change<T> {
  actor: Actor;
  code: string;
  data?: NewEvent['data'];
  statements: readonly Statement[];
  value: T;
}

const TRIES = 3;

export const streamOf = (accountId: string): string => `account:${accountId}`;

/**
 * One change of an account: rows and event in one batch. The event's key lets only one of two at once through; the other
 * decides again on what is then there, so that a link, a code or a step never counts twice.
 */
export async function changeAccount<T, E>(
  { db, clock }: StaffTools,
  accountId: string,
  decide: () => Promise<Result<Change<T>, E>>,
): Promise<Result<T, E>> {
  const stream = streamOf(accountId);
  for (let tried = 1; ; tried += 1) {
    // Read before everything `decide` reads: what changes in between makes the event collide.
    const [last] = await db.orm
      .select({ seq: events.seq, hash: events.hash })
      .from(events)
      .where(eq(events.stream, stream))
      .orderBy(desc(events.seq))
      .limit(1);
    const decided = await decide();
    if (!decided.ok) return decided;
    const { actor, code, data = {}, statements, value } = decided.value;
    const event = await nextEvent(stream, last ?? null, { at: clock.now(), actor, code, data });
    try {
      await db.write([...statements, db.orm.insert(events).values(event)]);
      return ok(value);
    } catch (error) {
      if (failureOf(error).is !== 'constraint' || tried === TRIES) throw error;
    }
  }
}
