import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { nextEvent, type Actor } from '../../chain/event.ts';
import { events } from '../../chain/tables.ts';
import type { Database, Statement } from '../../db/database.ts';
import { failureOf } from '../../db/failure.ts';
import { base64url, randomBytes, sha256 } from '../../lib/bytes.ts';
import type { Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Channel } from '../message.ts';
import { messageStops } from './tables.ts';

type Means = { db: Database; clock: Clock };

export interface Switch {
  /** Whether messages are to stop, or to go again. */
  to: 'stop' | 'resume';
  sites: readonly string[];
  channels: readonly Channel[];
  reason: string;
  by: Actor;
}

const CODES = { stop: 'messages-stopped', resume: 'messages-resumed' } as const;
const TRIES = 3;

/** The chain in which what is settled for a site stands. */
export const siteStream = (site: string): string => `site:${site}`;

/** The last link of a chain, to which the next is tied; null: it has none. */
export async function headOf({ orm }: Database, stream: string): Promise<{ seq: number; hash: string } | null> {
  const [last] = await orm
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .where(eq(events.stream, stream))
    .orderBy(desc(events.seq))
    .limit(1);
  return last ?? null;
}

/** What the chain holds of a reason: its words stand in `message_stops` alone. */
export const reasonDigest = (salt: string, reason: string): Promise<string> => sha256(`${salt}|reason|${reason}`);

/**
 * Stops the messages of sites and channels, or lets them go again, all in one batch with an event in the chain of each
 * site. From its commit on no further message is handed to a supplier; what was handed over before cannot be called back.
 * `nothing`: all of them stood so already. Gives how many channels were switched.
 */
export async function switchMessages({ db, clock }: Means, asked: Switch): Promise<Result<number, 'nothing'>> {
  for (let tried = 1; ; tried += 1) {
    const steps = await Promise.all(asked.sites.map((site) => stepOf({ db, clock }, asked, site)));
    const switched = steps.reduce((sum, { count }) => sum + count, 0);
    if (switched === 0) return fail('nothing');
    try {
      await db.write(steps.flatMap(({ statements }) => statements));
      return ok(switched);
    } catch (error) {
      // Somebody else switched one of them meanwhile: decided again on what is then there.
      if (failureOf(error).is !== 'constraint' || tried === TRIES) throw error;
    }
  }
}

/** What is to be written for one site; nothing where it stands so already. */
async function stepOf(
  { db, clock }: Means,
  { to, channels, reason, by }: Switch,
  site: string,
): Promise<{ count: number; statements: Statement[] }> {
  const { orm } = db;
  const stream = siteStream(site);
  // Read before the switches: what changes in between makes the event collide.
  const last = await headOf(db, stream);
  const open = await orm
    .select({ id: messageStops.id, channel: messageStops.channel })
    .from(messageStops)
    .where(and(eq(messageStops.site, site), isNull(messageStops.liftedAt)));
  const isOpen = (channel: Channel): boolean => open.some((stop) => stop.channel === channel);
  const changed = channels.filter((channel) => isOpen(channel) === (to === 'resume'));
  if (changed.length === 0) return { count: 0, statements: [] };
  const now = clock.now();
  const salt = base64url(randomBytes(16));
  const data = { channels: changed.toSorted().join(' '), reason: await reasonDigest(salt, reason) };
  const event = await nextEvent(stream, last, { at: now, actor: by, code: CODES[to], data });
  const rows = changed.map((channel) =>
    to === 'stop'
      ? orm.insert(messageStops).values({ id: newId(now), site, channel, stoppedAt: now, stoppedBy: by, reason, salt })
      : sql`UPDATE message_stops SET lifted_at = ${now}, lifted_by = ${by}, lift_reason = ${reason}, lift_salt = ${salt}
          WHERE site = ${site} AND channel = ${channel} AND lifted_at IS NULL`,
  );
  return { count: changed.length, statements: [...rows, orm.insert(events).values(event)] };
}
