import { desc, isNull, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import type { Channel } from '../message.ts';
import { messageStops } from './tables.ts';

/** A kill switch that is on: nothing of the channel leaves the site. */
export interface OpenStop {
  site: string;
  channel: Channel;
  stoppedAt: number;
}

/** Every kill switch that is on, the newest first. */
export const openStops = ({ orm }: Database): Promise<OpenStop[]> =>
  orm
    .select({ site: messageStops.site, channel: messageStops.channel, stoppedAt: messageStops.stoppedAt })
    .from(messageStops)
    .where(isNull(messageStops.liftedAt))
    .orderBy(desc(messageStops.stoppedAt), messageStops.site, messageStops.channel);

/** Whether a row of the outbox may leave, as a condition of the very statement that lets it. */
export const notStopped: SQL = sql`NOT EXISTS (SELECT 1 FROM message_stops s
  WHERE s.site = outbox.site AND s.channel = outbox.channel AND s.lifted_at IS NULL)`;

/** One stop as those read it who look back. */
export type Stop = Omit<typeof messageStops.$inferSelect, 'salt' | 'liftSalt'>;

/** The stops of a site, open and lifted, the newest first. */
export async function stopsOf({ orm }: Database, site: string, limit: number): Promise<Stop[]> {
  return orm.all<Stop>(sql`SELECT id, site, channel, stopped_at AS stoppedAt, stopped_by AS stoppedBy, reason,
      lifted_at AS liftedAt, lifted_by AS liftedBy, lift_reason AS liftReason
    FROM message_stops WHERE site = ${site} ORDER BY id DESC LIMIT ${limit}`);
}
