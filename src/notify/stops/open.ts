import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { codesPaused } from '../codes/open.ts';
import type { Channel } from '../message.ts';
import { typedBack } from '../templates.ts';
import type { messageStops } from './tables.ts';

/** All messages of a channel, or of SMS the codes that have to be typed back. */
export type Held = Channel | 'codes';

/** What does not leave a site: a kill switch is on, or its codes are paused. */
export interface OpenStop {
  site: string;
  held: Held;
  stoppedAt: number;
}

/** Everything that is held anywhere, the newest first. */
export const openStops = ({ orm }: Database): Promise<OpenStop[]> =>
  orm.all(sql`SELECT site, channel AS held, stopped_at AS stoppedAt FROM message_stops WHERE lifted_at IS NULL
    UNION ALL SELECT site, 'codes', paused_at FROM code_pauses WHERE lifted_at IS NULL
    ORDER BY stoppedAt DESC, site, held`);

/** Whether a row of the outbox may leave, as a condition of the very statement that lets it. */
export const notStopped: SQL = sql`(NOT EXISTS (SELECT 1 FROM message_stops s
    WHERE s.site = outbox.site AND s.channel = outbox.channel AND s.lifted_at IS NULL)
  AND NOT (outbox.channel = 'sms' AND outbox.template IN ${typedBack} AND ${codesPaused(sql`outbox.site`)}))`;

/** One stop as those read it who look back. */
export type Stop = Omit<typeof messageStops.$inferSelect, 'salt' | 'liftSalt'>;

/** The stops of a site, open and lifted, the newest first. */
export async function stopsOf({ orm }: Database, site: string, limit: number): Promise<Stop[]> {
  return orm.all<Stop>(sql`SELECT id, site, channel, stopped_at AS stoppedAt, stopped_by AS stoppedBy, reason,
      lifted_at AS liftedAt, lifted_by AS liftedBy, lift_reason AS liftReason
    FROM message_stops WHERE site = ${site} ORDER BY id DESC LIMIT ${limit}`);
}
