import { sql, type SQL } from 'drizzle-orm';
import { notStopped } from '../stops/open.ts';
import type { Outcome } from '../outcome.ts';

const MINUTE = 60_000;
const WINDOW_MS = 10 * MINUTE;
/** Longer than this and a message counts against its supplier even where it was taken. */
const SLOW_MS = 5_000;
/** A receipt is late after this long; GOV.UK Notify leaves a supplier whose messages take four minutes to arrive. */
const LATE_MS = 4 * MINUTE;
/** One that has told of a message within this time is expected to tell of all. */
const REPORTING_MS = 24 * 60 * MINUTE;
/** A try still open after this belongs to a run that died: no run works longer on its lease. */
const DEAD_MS = MINUTE;

/** Notes a try before the supplier is called; only while the lease is ours and no kill switch is on. */
export const begin = (id: string, lease: string, supplier: string, now: number): SQL =>
  sql`INSERT INTO attempts (message_id, n, site, supplier, began_at)
    SELECT id, attempts, site, ${supplier}, ${now} FROM outbox WHERE id = ${id} AND lease = ${lease} AND ${notStopped}`;

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

/** Notes when the supplier told of a message. By our clock alone: theirs may be off. */
export const reported = (id: string, supplier: string, now: number): SQL =>
  sql`UPDATE attempts SET reported_at = ${now} WHERE message_id = ${id} AND reported_at IS NULL
    AND n = (SELECT max(n) FROM attempts WHERE message_id = ${id} AND supplier = ${supplier})`;

/**
 * The rows `Recent` of route.ts: the tries of the last ten minutes and of the ten before, by supplier and site. Where a
 * supplier sends receipts, a try whose receipt is late is a bad one.
 */
export function recentTries(now: number): SQL {
  const lost = sql`(outcome IS NULL AND began_at < ${now - DEAD_MS})`;
  const failed = sql`(outcome = 'unknown' OR (outcome = 'retry' AND limited = 0))`;
  const slow = sql`(outcome = 'sent' AND ended_at - began_at > ${SLOW_MS})`;
  const bad = sql`(${lost} OR ${failed} OR ${slow})`;
  const good = sql`(outcome IS NOT NULL AND outcome <> 'configuration' AND NOT ${bad})`;
  const late = sql`(outcome = 'sent' AND NOT ${slow} AND coalesce(reported_at, ${now}) - ended_at > ${LATE_MS})`;
  const open = sql`(outcome = 'sent' AND NOT ${slow} AND reported_at IS NULL AND NOT ${late})`;
  const since = now - WINDOW_MS;
  return sql`SELECT supplier, site, bad + reports * late AS bad, good - reports * late AS good,
      reports * open AS open, badBefore + reports * lateBefore AS badBefore,
      goodBefore - reports * lateBefore AS goodBefore, configurationAt, takenAt
    FROM (SELECT supplier, site, coalesce((SELECT max(r.reported_at) FROM attempts r
        WHERE r.supplier = a.supplier AND r.reported_at IS NOT NULL) > ${now - REPORTING_MS}, 0) AS reports,
      total(began_at > ${since} AND ${bad}) AS bad, total(began_at > ${since} AND ${good}) AS good,
      total(began_at > ${since} AND ${late}) AS late, total(began_at > ${since} AND ${open}) AS open,
      total(began_at <= ${since} AND ${bad}) AS badBefore, total(began_at <= ${since} AND ${good}) AS goodBefore,
      total(began_at <= ${since} AND ${late}) AS lateBefore,
      max(CASE WHEN began_at > ${since} AND outcome = 'configuration' THEN began_at END) AS configurationAt,
      max(CASE WHEN began_at > ${since} AND outcome = 'sent' THEN began_at END) AS takenAt
    FROM attempts a WHERE began_at > ${since - WINDOW_MS} GROUP BY supplier, site)`;
}
