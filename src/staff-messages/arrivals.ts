import { sql } from 'drizzle-orm';
import { desked } from '../cases/tasks/open.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../lib/clock.ts';
import { idFrom } from '../lib/ids.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A case may be written this much later than it was sent: while the database was gone it waited at its site's object. */
const LATE = 6 * HOUR;
const KEPT = 7 * 24 * HOUR;
/** What arrives goes together with what arrives within this time, so that forty assignments are one message. */
const TOGETHER = 2 * MINUTE;
/** Dates are reminded of once a day, so there is no need to look at every open one each minute. */
const DATES_EVERY = 30 * MINUTE;

/** Up to which arrival staff may be told now: of all those, and of those alone that have waited for others to join. */
export interface Heads {
  all: number;
  together: number;
  /** Whether this run looks at dates as well: it is the first of its half hour. */
  dates: boolean;
}

/**
 * Notes which cases came in from outside since the last run, and the time of what the database noted by itself; drops what
 * is a week old. Safe to call at any time, twice at once too.
 */
export async function noteArrivals({ db, clock }: { db: Database; clock: Clock }): Promise<Heads> {
  const now = clock.now();
  const [beat] = await db.orm.all<{ at: number }>(sql`SELECT at FROM heartbeats WHERE name = 'arrivals'`);
  const [, , , , heads] = await db.write([
    sql`INSERT INTO arrivals (site, case_id, seen_at) SELECT c.site, c.id, ${now} FROM cases c
      WHERE c.id > ${idFrom((beat?.at ?? now) - LATE)} AND c.spam = 0 AND (c.restricted = 1 OR c.kind IN ${desked()})
        AND NOT EXISTS (SELECT 1 FROM arrivals a WHERE a.case_id = c.id AND a.department IS NULL) ORDER BY c.id`,
    sql`UPDATE arrivals SET seen_at = ${now} WHERE seen_at IS NULL`,
    // The last one stays, so that no number is given twice.
    sql`DELETE FROM arrivals WHERE seen_at < ${now - KEPT} AND n < (SELECT max(n) FROM arrivals)`,
    sql`INSERT INTO heartbeats (name, at) VALUES ('arrivals', ${now}) ON CONFLICT (name) DO UPDATE SET at = excluded.at`,
    sql`SELECT coalesce(max(n), 0) AS "all",
      coalesce((SELECT max(n) FROM arrivals WHERE seen_at <= ${now - TOGETHER}), 0) AS together FROM arrivals`,
  ]);
  const dates = Math.floor(now / DATES_EVERY) > Math.floor((beat?.at ?? 0) / DATES_EVERY);
  return { ...(heads?.rows[0] as unknown as Omit<Heads, 'dates'>), dates };
}
