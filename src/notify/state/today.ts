import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { shanghaiDate, startOfShanghaiDay } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import type { Site } from '../../sites/site.ts';
import type { Channel } from '../message.ts';
import { NOT_SERVED } from '../outbox/aftermath.ts';
import { CAP_CODES, siteCounter } from '../outbox/enqueue.ts';

/** One channel of a site today. */
export interface ChannelToday {
  channel: Channel;
  sent: number;
  failed: number;
  /** Of those that failed: above a limit, or to a country that is not served. */
  limited: number;
  waiting: number;
  /** When the oldest that waits was written, in ms. */
  oldest: number | null;
  /** Since when a kill switch holds it, in ms. */
  stoppedAt: number | null;
}

/** What a site has sent today, against its limit of the day. */
export interface SiteToday {
  site: string;
  /** Messages counted against the limit of the day, and their share of it in whole percent. */
  counted: number;
  share: number;
  channels: readonly [ChannelToday, ChannelToday];
}

interface Row extends ChannelToday {
  site: string;
}

const NONE = { sent: 0, failed: 0, limited: 0, waiting: 0, oldest: null, stoppedAt: null };

/** Today, a Shanghai day, of every site, in three short looks at the outbox. */
export async function today({ orm }: Database, sites: readonly Site[], now: number): Promise<SiteToday[]> {
  const date = shanghaiDate(now);
  const limited = [...CAP_CODES, NOT_SERVED];
  const rows = await orm.all<Partial<Row> & Pick<Row, 'site' | 'channel'>>(sql`
    SELECT site, channel, sum(sent) AS sent, sum(failed) AS failed, sum(limited) AS limited, sum(waiting) AS waiting,
      min(oldest) AS oldest, max(stopped) AS stoppedAt
    FROM (SELECT site, channel, state IN ('sent', 'delivered') AS sent, state = 'failed' AS failed,
        state = 'failed' AND supplier_code IN ${limited} AS limited, 0 AS waiting, NULL AS oldest, NULL AS stopped
        FROM outbox WHERE id > ${newId(startOfShanghaiDay(date) - 1)}
      UNION ALL SELECT site, channel, 0, 0, 0, 1, created_at, NULL FROM outbox WHERE state IN ('queued', 'sending')
      UNION ALL SELECT site, channel, 0, 0, 0, 0, NULL, stopped_at FROM message_stops WHERE lifted_at IS NULL)
    GROUP BY site, channel`);
  const counts = await orm.all<{ name: string; n: number }>(
    sql`SELECT name, n FROM counters WHERE name IN ${sites.map(({ id }) => siteCounter(id, date))}`,
  );
  return sites.map(({ id, settings }) => {
    const of = (channel: Channel): ChannelToday => {
      const { site: _, ...found } = rows.find((row) => row.site === id && row.channel === channel) ?? { site: id };
      return { ...NONE, ...found, channel };
    };
    const counted = counts.find(({ name }) => name === siteCounter(id, date))?.n ?? 0;
    const share = Math.floor((100 * counted) / settings.messages.perSitePerDay);
    return { site: id, counted, share, channels: [of('sms'), of('email')] as const };
  });
}
