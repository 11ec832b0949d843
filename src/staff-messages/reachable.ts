import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { openCaseKey } from '../lib/sealing/case-key.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import type { Lang } from '../lib/words.ts';
import type { Channel } from '../notify/message.ts';
import { liveAccount, type Account, type AccountRow } from '../staff/account.ts';
import { streamOf } from '../staff/change.ts';
import { openAddress } from './contact.ts';
import { isOccasion, occasions } from './occasions.ts';
import { placeOf, type Place } from './place.ts';
import type { Addressee } from './tell.ts';
import type { Wish } from './wishes.ts';

/** A member of staff who has confirmed an address and wishes to be told of something. */
export interface Reachable {
  account: Account;
  place: Place;
  wishes: readonly Wish[];
  upTo: number;
  toldAt: number | null;
  digestOn: string | null;
  lang: Lang;
  sent: number;
  wrapped: string;
  sealed: Readonly<Partial<Record<Channel, string>>>;
}

type Row = AccountRow &
  Pick<Reachable, 'upTo' | 'toldAt' | 'digestOn' | 'lang' | 'sent' | 'wrapped'> & { sealed: string; wishes: string };

/** Everybody who can be told of something: one read, however many they are. */
export async function allReachable({ orm }: Database): Promise<Reachable[]> {
  const rows = await orm.all<Row>(sql`
    SELECT a.id, a.login, a.name, a.role, a.site, a.station, a.department, a.deputy, a.ended_at AS endedAt, n.lang, n.sent,
      n.up_to AS upTo, n.told_at AS toldAt, n.digest_on AS digestOn, k.wrapped,
      (SELECT json_group_object(c.channel, c.sealed) FROM staff_contacts c
        WHERE c.account_id = a.id AND c.confirmed_at IS NOT NULL) AS sealed,
      (SELECT json_group_array(json_object('occasion', w.occasion, 'channel', w.channel)) FROM staff_wishes w
        WHERE w.account_id = a.id) AS wishes
    FROM staff_notices n JOIN staff_accounts a ON a.id = n.account_id
      JOIN case_keys k ON k.case_id = 'account:' || a.id
    WHERE a.ended_at IS NULL ORDER BY a.id`);
  return rows.flatMap((row): Reachable[] => {
    const account = liveAccount(row);
    if (!account) return [];
    const sealed = JSON.parse(row.sealed) as Reachable['sealed'];
    // What another role was told of, and what goes to an address that is confirmed no more, is not wished.
    const wishes = (JSON.parse(row.wishes) as Wish[]).filter(
      ({ occasion, channel }) =>
        sealed[channel] !== undefined && isOccasion(occasion) && occasions[occasion].for(account.role),
    );
    const { upTo, toldAt, digestOn, lang, sent, wrapped } = row;
    const place = placeOf(account);
    return wishes.length > 0 ? [{ account, place, wishes, upTo, toldAt, digestOn, lang, sent, wrapped, sealed }] : [];
  });
}

/** Opens the addresses of one of them; null where the ring lacks the key. */
export async function addressesOf(
  ring: KeyRing,
  { account: { id }, place, lang, sent, wrapped, sealed }: Reachable,
): Promise<{ addressee: Addressee; to: Partial<Record<Channel, string>> } | null> {
  const key = await openCaseKey(ring, streamOf(id), wrapped);
  if (!key) return null;
  const to: Partial<Record<Channel, string>> = {};
  for (const channel of Object.keys(sealed) as Channel[]) {
    to[channel] = (await openAddress(key, channel, sealed[channel] ?? '')) ?? undefined;
  }
  return { addressee: { id, place, lang, sent, key }, to };
}
