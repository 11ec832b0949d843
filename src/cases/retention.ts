import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { kindByName } from '../forms/index.ts';
import { shanghaiDate, startOfShanghaiDay } from '../lib/clock.ts';
import { newId } from '../lib/ids.ts';
import type { Site } from '../sites/site.ts';
import { addMonths } from '../workflow/calendar/dates.ts';

/** A kind of a site that is not kept for ever: from when on, in ms, an end is too long ago. */
export interface Expiry {
  site: string;
  kind: string;
  months: number;
  endedBefore: number;
}

/** What the sites have settled, as of a time in ms. A case goes on the day after its months are full, Shanghai time. */
export const expiriesAt = (sites: readonly Site[], now: number): Expiry[] =>
  sites.flatMap(({ id, settings }) =>
    Object.entries(settings.keptMonths).map(([kind, months]) => ({
      site: id,
      kind,
      months,
      endedBefore: startOfShanghaiDay(addMonths(shanghaiDate(now), -months)),
    })),
  );

/** States in which nothing more is owed, and something is left to erase. */
const ends = (kind: string): string[] =>
  Object.entries(kindByName(kind)?.workflow.states ?? {}).flatMap(([state, { final, erases }]) =>
    final === true && erases !== true ? [state] : [],
  );

/** At most `limit` cases whose time is over after `after`, by id and number; a case that is still open never is. */
export async function expiredCases(
  { orm }: Database,
  { site, kind, endedBefore }: Expiry,
  { after, limit }: { after: string; limit: number },
): Promise<{ id: string; receipt: string }[]> {
  const states = ends(kind);
  if (states.length === 0) return [];
  // Ids are made in the order of time, so none that came in later can have ended earlier.
  return orm.all(
    sql`SELECT c.id, c.receipt FROM cases c JOIN events e ON e.stream = c.id AND e.seq = c.seq
      WHERE c.site = ${site} AND c.kind = ${kind} AND c.state IN ${states}
        AND c.id > ${after} AND c.id < ${newId(endedBefore)} AND e.at < ${endedBefore}
      ORDER BY c.id LIMIT ${limit}`,
  );
}
