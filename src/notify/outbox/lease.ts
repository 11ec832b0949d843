import { sql, type SQL } from 'drizzle-orm';
import { caseKeys } from '../../db/case-keys.ts';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import type { Site } from '../../sites/site.ts';
import type { Channel } from '../message.ts';
import type { Recent } from '../route.ts';
import { notStopped } from '../stops/open.ts';
import { awaited } from '../templates.ts';
import { recentTries } from './attempts.ts';
import { CAP_CODES } from './enqueue.ts';
import { isGood, newView, type View } from './view.ts';

/** A message that a run holds. */
export interface Leased {
  id: string;
  /** Of this run. A row that carries another by now is another run's to settle. */
  lease: string;
  site: string;
  case_id: string;
  template: string;
  revision: number;
  channel: Channel;
  demo: number;
  sealed: string;
  attempts: number;
  created_at: number;
  /** What the last try came to, or the limit above which the message was when it was written. */
  code: string | null;
  /** Of the run that leased it before and never settled it: whether that try reached the supplier nobody knows. */
  supplier: string | null;
  wrapped: string | null;
}

/** What a run took up. */
export interface Run {
  leased: readonly Leased[];
  view: View;
  /** How many were looked at: those held, and those put off. */
  looked: number;
}

const LEASE_MS = 60_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Sites with their limits a minute and an hour, as a table. */
const limits = (sites: readonly Site[]): SQL =>
  sql`SELECT key AS site, value ->> 0 AS a_minute, value ->> 1 AS an_hour FROM json_each(${JSON.stringify(
    Object.fromEntries(
      sites.map(({ id, settings: { messages } }) => [id, [messages.perNumberPerMinute, messages.perNumberPerHour]]),
    ),
  )})`;

/**
 * Takes up what is due, `limit` at most, and gives each SMS a place among those to its number. Where the places of a minute
 * or an hour are taken the message is put off until one is free. It is one statement, and writers come one by one: two
 * runs at once cannot both take the last place. `known` is the view of the run before.
 */
export async function lease(
  { db, clock, sites }: { db: Database; clock: Clock; sites: readonly Site[] },
  limit: number,
  known?: View,
): Promise<Run> {
  const now = clock.now();
  const token = newId(now);
  const [looked, recent] = await db.write([
    sql`WITH limits AS (${limits(sites)}),
      due AS MATERIALIZED (SELECT id, site, channel, template, address_index, next_at,
          channel <> 'sms' OR address_index IS NULL OR coalesce(supplier_code IN ${CAP_CODES}, 0) AS exempt
        FROM outbox
        WHERE state IN ('queued', 'sending') AND next_at <= ${now} AND (lease_until IS NULL OR lease_until < ${now})
          AND ${notStopped} ORDER BY next_at, id LIMIT ${limit}),
      ranked AS (SELECT d.id, d.exempt, l.a_minute, l.an_hour,
          row_number() OVER (PARTITION BY d.site, d.address_index, d.exempt
            ORDER BY d.template IN ${awaited} DESC, d.next_at, d.id) AS nth,
          count(p.id) AS in_hour, min(p.placed_at) AS first_in_hour,
          total(p.placed_at > ${now - MINUTE}) AS in_minute,
          min(CASE WHEN p.placed_at > ${now - MINUTE} THEN p.placed_at END) AS first_in_minute
        FROM due d LEFT JOIN limits l ON l.site = d.site
          LEFT JOIN outbox p ON p.address_index = d.address_index AND p.placed_at > ${now - HOUR} AND p.site = d.site
            AND p.id <> d.id
        GROUP BY d.id),
      placed AS (SELECT id, exempt, iif(exempt, NULL, nullif(max(
            iif(in_minute + nth > a_minute, coalesce(first_in_minute, ${now}) + ${MINUTE}, 0),
            iif(in_hour + nth > an_hour, coalesce(first_in_hour, ${now}) + ${HOUR}, 0)), 0)) AS later
        FROM ranked)
      UPDATE outbox SET
        lease = iif(p.later IS NULL, ${token}, lease), lease_until = iif(p.later IS NULL, ${now + LEASE_MS}, lease_until),
        attempts = attempts + (p.later IS NULL), state = iif(p.later IS NULL, 'sending', state),
        next_at = coalesce(p.later, next_at), placed_at = iif(p.exempt, NULL, iif(p.later IS NULL, ${now}, placed_at))
      FROM placed p WHERE outbox.id = p.id
      RETURNING id, lease, site, case_id, template, revision, channel, demo, sealed, attempts, created_at,
        supplier_code AS code,
        supplier, (SELECT k.wrapped FROM ${caseKeys} k WHERE k.case_id = outbox.case_id) AS wrapped`,
    ...(isGood(known, now) ? [] : [recentTries(now)]),
  ]);
  const rows = (looked?.rows ?? []) as unknown as Leased[];
  return {
    leased: rows.filter((row) => row.lease === token),
    view: isGood(known, now) ? known : newView((recent?.rows ?? []) as unknown as Recent[], now),
    looked: rows.length,
  };
}
