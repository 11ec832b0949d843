import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import type { CodeTerms } from '../../sites/code-terms.ts';
import type { Site } from '../../sites/site.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Of the codes that are looked at. */
export interface CodeRate {
  sent: number;
  used: number;
}

/** Whether so few codes were typed back that somebody is having them sent to numbers that are not theirs. */
export const isPumped = ({ sent, used }: CodeRate, { lookedAt, leastUsed }: CodeTerms): boolean =>
  sent >= lookedAt && 100 * used < leastUsed * sent;

/**
 * The last codes of each site that a supplier took and that are old enough to have been used. What was asked for before a
 * person last let messages go again does not count: it was judged, or held back until it was of no use.
 */
export async function codeRates(
  { orm }: Database,
  sites: readonly Site[],
  now: number,
): Promise<(CodeRate & { site: string })[]> {
  const rates = sites.map(({ id, settings: { codes } }) => {
    const lifted = sql`SELECT max(lifted_at) FROM (SELECT lifted_at FROM code_pauses WHERE site = ${id}
      UNION ALL SELECT lifted_at FROM message_stops WHERE site = ${id} AND channel = 'sms')`;
    return sql`SELECT ${id} AS site, count(*) AS sent, coalesce(sum(used), 0) AS used FROM (
      SELECT c.used_at IS NOT NULL AS used FROM sent_codes c CROSS JOIN outbox o ON o.case_id = c.case_id
        AND o.template = c.template AND o.channel = 'sms' AND o.revision = c.revision
      WHERE c.site = ${id} AND c.asked_at > ${now - codes.withinDays * DAY} AND c.asked_at > coalesce((${lifted}), 0)
        AND o.state IN ('sent', 'delivered') AND o.settled_at <= ${now - codes.afterMinutes * MINUTE}
      ORDER BY c.asked_at DESC, c.case_id DESC LIMIT ${codes.lookedAt})`;
  });
  return orm.all(sql.join(rates, sql` UNION ALL `));
}
