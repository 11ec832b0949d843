import { count } from '../../db/counters.ts';
import type { Plain } from '../../db/database.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import type { CaseKey } from '../../lib/sealing/case-key.ts';
import type { Channel, Message } from '../message.ts';

export interface Enqueued extends Omit<Message, 'id'> {
  caseId: string;
  revision: number;
  demo: boolean;
  /** Blind index of the address: counted by it, never by the address itself. */
  addressIndex: string;
}

/** Hard limits of messages a day; null: counted, not limited (the local partner key). */
export interface MessageCaps {
  perAddress: number | null;
  perSite: number | null;
}

const DAYS = 86_400_000;
/** How long the counts of an address are kept. */
export const COUNTED_MS = 2 * DAYS;

/** The counter of all messages of a site on a Shanghai date. */
export const siteCounter = (site: string, date: string): string => `message|${site}|${date}`;

/** What the message is bound to when sealed under its case's key. */
export const sealContext = (id: string): string => `outbox|${id}`;

/** What the counts of an address begin with, by its blind index. */
export const addressCounter = (site: string, channel: Channel, index: string): string =>
  `message|${site}|${channel}|${index}|`;

/** Why a message must not leave: above the limit of its address, or of its site, for the day. */
export const CAP_CODES = ['cap.address', 'cap.site'] as const;

/** Above a cap, counted as if the batch ended here: the second `?` is how many counts of the same batch come later. */
const OVER = 'coalesce((SELECT n FROM counters WHERE name = ?) - ? > ?, 0)';
const ENQUEUE = `INSERT INTO outbox (id, site, case_id, template, channel, revision, lang, demo, sealed, address_index, next_at, created_at, state, supplier_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', CASE WHEN ${OVER} THEN '${CAP_CODES[0]}' WHEN ${OVER} THEN '${CAP_CODES[1]}' END) ON CONFLICT (case_id, template, channel, revision) DO NOTHING`;
/** Where in the args the first cap stands: name, later counts, cap; the address's, then the site's. */
const CAPS_AT = 12;

/**
 * Statements that put a message into the outbox within the caller's batch. Above a cap the row carries the cap's code: the
 * next run ends it unsent, with all that follows a loss, since only then its case is there to be asked. A message that is
 * there already is not put there again.
 */
export async function enqueue(message: Enqueued, key: CaseKey, now: number, caps: MessageCaps): Promise<Plain[]> {
  const { caseId, revision, demo, addressIndex, ...rest } = message;
  const { site, template, channel, lang } = message;
  const id = newId(now);
  const sealed = await key.seal(sealContext(id), JSON.stringify({ id, ...rest }));
  const day = shanghaiDate(now);
  const address = `${addressCounter(site, channel, addressIndex)}${day}`;
  const all = siteCounter(site, day);
  const over = [address, 0, caps.perAddress, all, 0, caps.perSite];
  const row = [id, site, caseId, template, channel, revision, lang, demo ? 1 : 0, sealed, addressIndex, now, now];
  return [
    count(address, 1, null, now + COUNTED_MS),
    count(all, 1, null, now + 8 * DAYS),
    {
      sql: ENQUEUE,
      args: [...row, ...over],
      later: [address, all].map((counter, index) => ({ arg: CAPS_AT + 1 + 3 * index, counter })),
    },
  ];
}
