import { sql, type SQL } from 'drizzle-orm';
import type { Outcome } from '../outcome.ts';

const MINUTE = 60_000;
const WINDOW_MS = 10 * MINUTE;
/** Longer than this and a message counts against its supplier even where it was taken. */
const SLOW_MS = 5_000;
/** A try still open after this belongs to a run that died: no run works longer on its lease. */
const DEAD_MS = MINUTE;

/** Notes a try before the supplier is called; only while the lease is ours. */
export const begin = (id: string, lease: string, supplier: string, now: number): SQL =>
  sql`INSERT INTO attempts (message_id, n, site, supplier, began_at)
    SELECT id, attempts, site, ${supplier}, ${now} FROM outbox WHERE id = ${id} AND lease = ${lease}`;

/** Notes what became of it. */
export function finish(id: string, n: number, outcome: Outcome, now: number): SQL {
  const code = outcome.is === 'sent' ? null : outcome.code;
  const limited = outcome.is === 'retry' && outcome.limit === true ? 1 : 0;
  return sql`UPDATE attempts SET outcome = ${outcome.is}, code = ${code}, limited = ${limited}, ended_at = ${now}
    WHERE message_id = ${id} AND n = ${n}`;
}

/** Whether an outcome speaks against the supplier; wrong settings of ours do, in one run: every message would meet them. */
export const isBad = (outcome: Outcome): boolean =>
  outcome.is === 'unknown' || outcome.is === 'configuration' || (outcome.is === 'retry' && outcome.limit !== true);

/** The rows `Recent` of route.ts: the tries of the last ten minutes and of the ten before, by supplier and site. */
export function recentTries(now: number): SQL {
  const lost = sql`(outcome IS NULL AND began_at < ${now - DEAD_MS})`;
  const failed = sql`(outcome = 'unknown' OR (outcome = 'retry' AND limited = 0))`;
  const slow = sql`(outcome = 'sent' AND ended_at - began_at > ${SLOW_MS})`;
  const bad = sql`(${lost} OR ${failed} OR ${slow})`;
  const good = sql`(outcome IS NOT NULL AND outcome <> 'configuration' AND NOT ${bad})`;
  const since = now - WINDOW_MS;
  return sql`SELECT supplier, site,
      total(began_at > ${since} AND ${bad}) AS bad, total(began_at > ${since} AND ${good}) AS good,
      total(began_at <= ${since} AND ${bad}) AS badBefore, total(began_at <= ${since} AND ${good}) AS goodBefore,
      max(CASE WHEN began_at > ${since} AND outcome = 'configuration' THEN began_at END) AS configurationAt,
      max(CASE WHEN began_at > ${since} AND outcome = 'sent' THEN began_at END) AS takenAt
    FROM attempts WHERE began_at > ${since - WINDOW_MS} GROUP BY supplier, site`;
}
