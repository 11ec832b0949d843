import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';

/** What is due later than this is left to cron, which comes each minute. */
const WITHIN_MS = 50_000;

/** When the next message that waits is due, in milliseconds, where that is soon; else null. */
export async function soonestDue({ orm }: Database, now: number): Promise<number | null> {
  const [found] = await orm.all<{ at: number | null }>(
    sql`SELECT min(next_at) AS at FROM outbox WHERE state IN ('queued', 'sending') AND state = 'queued'
      AND next_at > ${now} AND next_at < ${now + WITHIN_MS}`,
  );
  return found?.at ?? null;
}
