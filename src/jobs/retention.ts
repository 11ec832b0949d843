import { sql } from 'drizzle-orm';
import { eraseCase } from '../cases/erase-case.ts';
import { expiredCases, expiriesAt, type Expiry } from '../cases/retention.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../lib/clock.ts';
import { shanghaiDate, startOfShanghaiDay } from '../lib/clock.ts';
import type { Site } from '../sites/site.ts';

export interface RetentionTools {
  db: Database;
  clock: Clock;
  sites: readonly Site[];
}

const DONE = 'retention';

/**
 * Erases, at most `limit` at a time, what sites keep no longer; once a day has nothing left, the rest of the day is free.
 * Each case is a batch of its own with its event, so that a run that dies has lost nothing. Gives how many were erased.
 */
export async function sweepRetention({ db, clock, sites }: RetentionTools, limit: number): Promise<number> {
  const now = clock.now();
  const today = startOfShanghaiDay(shanghaiDate(now));
  const [done] = await db.orm.all<{ at: number }>(sql`SELECT at FROM heartbeats WHERE name = ${DONE}`);
  if (done && done.at >= today) return 0;
  let erased = 0;
  for (const expiry of expiriesAt(sites, now)) {
    const over = await expiredCases(db, expiry, { after: '', limit: limit - erased });
    for (const { id } of over) if ((await eraseCase({ db, clock }, id, 'system', 'retention')).ok) erased += 1;
    if (erased >= limit) return erased;
  }
  await db.write([
    sql`INSERT INTO heartbeats (name, at) VALUES (${DONE}, ${now}) ON CONFLICT (name) DO UPDATE SET at = excluded.at`,
  ]);
  return erased;
}

export interface RetentionReport extends Expiry {
  /** Whose time is over now, by number. */
  over: string[];
  /** How many the sweep has erased in the last 30 days. */
  erasedLately: number;
}

const PAGE = 500;
const LATELY_MS = 30 * 86_400_000;

/** What a sweep would erase now, and what it has erased lately; changes nothing. */
export async function retentionReport({ db, clock, sites }: RetentionTools): Promise<RetentionReport[]> {
  const now = clock.now();
  const reports: RetentionReport[] = [];
  for (const expiry of expiriesAt(sites, now)) {
    const over: string[] = [];
    for (let after = ''; ;) {
      const page = await expiredCases(db, expiry, { after, limit: PAGE });
      over.push(...page.map(({ receipt }) => receipt));
      after = page.at(-1)?.id ?? '';
      if (page.length < PAGE) break;
    }
    const [lately] = await db.orm.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM erasures x JOIN cases c ON c.id = x.case_id
        JOIN events e ON e.stream = c.id AND e.seq = c.seq
        WHERE x.at > ${now - LATELY_MS} AND c.site = ${expiry.site} AND c.kind = ${expiry.kind}
          AND e.code = 'erased' AND e.data ->> 'why' = 'retention'`,
    );
    reports.push({ ...expiry, over, erasedLately: lately?.n ?? 0 });
  }
  return reports;
}
