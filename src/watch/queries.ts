import { sql, type SQL } from 'drizzle-orm';
import { caseKinds } from '../forms/index.ts';
import { shanghaiDate } from '../lib/clock.ts';
import { newId } from '../lib/ids.ts';
import type { OutboxState } from '../notify/outbox/tables.ts';
import { notStopped, openStops, type Held } from '../notify/stops/open.ts';
import type { Site } from '../sites/site.ts';
import type { Reading, WatchTools } from './figure.ts';

const DAY = 86_400_000;

const first = async ({ db }: WatchTools, query: SQL): Promise<number | null> =>
  (await db.orm.all<{ value: number | null }>(query))[0]?.value ?? null;

/** How long ago the moment was that a query gives, or null where it gives none. */
export async function since(tools: WatchTools, now: number, query: SQL): Promise<Reading[]> {
  const at = await first(tools, query);
  return [{ value: at === null ? null : Math.max(0, now - at) }];
}

export const items = async (tools: WatchTools, query: SQL): Promise<Reading[]> => [
  { value: await first(tools, query) },
];

export const heartbeat = (name: string): SQL => sql`SELECT at AS value FROM heartbeats WHERE name = ${name}`;

/** Ids are made in the order of time, so a day of messages is one range of the table. */
export const messagesIn = (now: number, states: readonly OutboxState[]): SQL =>
  sql`SELECT count(*) AS value FROM outbox WHERE id > ${newId(now - DAY)} AND state IN ${states}`;

/** Messages that should leave; those that a kill switch holds wait on purpose. */
const leaving = sql`outbox WHERE state IN ('queued', 'sending') AND ${notStopped}`;

export const oldestMessage: SQL = sql`SELECT min(created_at) AS value FROM ${leaving}`;

export const waitingMessages: SQL = sql`SELECT count(*) AS value FROM ${leaving}`;

async function heldAt({ db, sites }: WatchTools, counts: (held: Held) => boolean): Promise<Reading[]> {
  const stops = await openStops(db);
  return sites.map(({ id }) => ({
    site: id,
    value: stops.filter(({ site, held }) => site === id && counts(held)).length,
  }));
}

/** How many channels of each site a kill switch holds. */
export const stoppedChannels = (tools: WatchTools): Promise<Reading[]> => heldAt(tools, (held) => held !== 'codes');

/** 1 for each site whose codes stopped by themselves. */
export const pausedCodes = (tools: WatchTools): Promise<Reading[]> => heldAt(tools, (held) => held === 'codes');

/** Matters of each site past their date, counted up to `upTo`; 检举控告 never, spam neither. */
export async function overdue({ db, sites }: WatchTools, now: number, upTo: number): Promise<Reading[]> {
  const kinds = caseKinds.map(({ kind }) => kind);
  const counts = sites.map(
    ({ id }) => sql`SELECT ${id} AS site, (SELECT count(*) FROM (SELECT 1 FROM cases
      WHERE site = ${id} AND kind IN ${kinds} AND due_date < ${shanghaiDate(now)} AND restricted = 0 AND spam = 0
      LIMIT ${upTo})) AS value`,
  );
  return db.orm.all<{ site: string; value: number }>(sql.join(counts, sql` UNION ALL `));
}

/** How much of a daily cap each site has used, in percent. */
export async function capUsed(
  { db, sites }: WatchTools,
  now: number,
  counter: string,
  capOf: (site: Site) => number,
): Promise<Reading[]> {
  const nameOf = (site: string): string => `${counter}|${site}|${shanghaiDate(now)}`;
  const found = await db.orm.all<{ name: string; n: number }>(
    sql`SELECT name, n FROM counters WHERE name IN ${sites.map(({ id }) => nameOf(id))}`,
  );
  return sites.map((site) => {
    const n = found.find(({ name }) => name === nameOf(site.id))?.n ?? 0;
    return { site: site.id, value: Math.floor((100 * n) / capOf(site)) };
  });
}

/** Of the partner key of each site that has used the most of its cap today; `}` comes after `|`. */
export async function fullestPartner({ db, sites }: WatchTools, now: number): Promise<Reading[]> {
  const shares = sites.map(
    ({ id }) => sql`SELECT ${id} AS site, (SELECT CAST(max(100.0 * n / cap) AS INTEGER) FROM counters
      WHERE name > ${`partner|${id}|`} AND name < ${`partner|${id}}`} AND cap > 0
        AND substr(name, -10) = ${shanghaiDate(now)}) AS value`,
  );
  return db.orm.all<{ site: string; value: number | null }>(sql.join(shares, sql` UNION ALL `));
}

/** Cases older than an hour that the rotation to the current key has not looked at, counted up to `upTo`. */
export const leftToRotate = ({ ring }: WatchTools, now: number, upTo: number): SQL =>
  sql`SELECT count(*) AS value FROM (SELECT 1 FROM case_keys
    WHERE case_id > coalesce((SELECT after FROM key_rotations WHERE kid = ${ring.current}), '')
      AND case_id < ${newId(now - DAY / 24)} LIMIT ${upTo})`;
