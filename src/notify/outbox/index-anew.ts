import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { blindIndex } from '../../lib/sealing/blind-index.ts';
import type { CaseKey } from '../../lib/sealing/case-key.ts';
import type { KeyRing } from '../../lib/sealing/key-ring.ts';
import type { Channel, Message } from '../message.ts';
import { addressCounter, COUNTED_MS, sealContext } from './enqueue.ts';

/** A message and the blind index of where it goes. */
export interface Addressed {
  id: string;
  caseId: string;
  site: string;
  channel: Channel;
  sealed: string;
  addressIndex: string;
  createdAt: number;
}

/** The messages of cases that are found by an address, by case. */
export async function messagesTo(
  db: Pick<Database, 'orm'>,
  caseIds: readonly string[],
): Promise<Map<string, Addressed[]>> {
  const rows =
    caseIds.length === 0
      ? []
      : await db.orm.all<Addressed>(sql`
          SELECT id, case_id AS caseId, site, channel, sealed, address_index AS addressIndex, created_at AS createdAt
          FROM outbox WHERE case_id IN ${[...caseIds]} AND address_index IS NOT NULL`);
  return Map.groupBy(rows, ({ caseId }) => caseId);
}

/**
 * Statements by which a case’s messages are found under the ring’s current key. What has been counted of an address in the
 * last days goes with it, so that turning the keys lets nobody be written to more often.
 */
export async function indexedAnew(
  ring: KeyRing,
  key: CaseKey,
  messages: readonly Addressed[],
  now: number,
): Promise<SQL[]> {
  const each = messages.map(async ({ id, site, channel, sealed, addressIndex, createdAt }) => {
    const plain = await key.open(sealContext(id), sealed);
    if (plain === null) return [];
    const { to } = JSON.parse(plain) as Message;
    const fresh = await blindIndex(ring, channel === 'sms' ? 'phone' : 'email', to);
    if (fresh === addressIndex) return [];
    const [from, into] = [addressIndex, fresh].map((index) => addressCounter(site, channel, index));
    return [
      sql`UPDATE outbox SET address_index = ${fresh} WHERE id = ${id} AND address_index = ${addressIndex}`,
      ...(createdAt > now - COUNTED_MS ? moved(from ?? '', into ?? '') : []),
    ];
  });
  return (await Promise.all(each)).flat();
}

/** Counts under names that begin with `from`, added to those that begin with `into`. */
function moved(from: string, into: string): SQL[] {
  const theirs = sql`name >= ${from} AND name < ${`${from}~`}`;
  return [
    sql`INSERT INTO counters (name, n, cap, expires_at)
      SELECT ${into} || substr(name, ${from.length + 1}), n, cap, expires_at FROM counters WHERE ${theirs}
      ON CONFLICT (name) DO UPDATE SET n = n + excluded.n`,
    sql`DELETE FROM counters WHERE ${theirs}`,
  ];
}
