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

/** What the message is bound to when sealed under its case's key. */
export const sealContext = (id: string): string => `outbox|${id}`;

/** What the counts of an address begin with, by its blind index. */
export const addressCounter = (site: string, channel: Channel, index: string): string =>
  `message|${site}|${channel}|${index}|`;

/** Above either cap, counted as if the batch ended here: `?` is how many counts of the same batch come later. */
const OVER = `coalesce((SELECT n FROM counters WHERE name = ?) - ? > ?, 0) OR coalesce((SELECT n FROM counters WHERE name = ?) - ? > ?, 0)`;
const ENQUEUE = `INSERT INTO outbox (id, site, case_id, template, channel, revision, lang, demo, sealed, address_index, next_at, created_at, state, supplier_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN ${OVER} THEN 'failed' ELSE 'queued' END, CASE WHEN ${OVER} THEN 'cap.reached' END) ON CONFLICT (case_id, template, channel, revision) DO NOTHING`;
/** Where in the args the first cap stands: name, later counts, cap; four times, the address's and the site's. */
const CAPS_AT = 12;

/**
 * Statements that put a message into the outbox within the caller's batch. Above a cap the row is written as `failed`
 * with code `cap.…`: the case stands, the resident reads on the status page that nothing was sent. A message that is there
 * already is not put there again.
 */
export async function enqueue(message: Enqueued, key: CaseKey, now: number, caps: MessageCaps): Promise<Plain[]> {
  const { caseId, revision, demo, addressIndex, ...rest } = message;
  const { site, template, channel, lang } = message;
  const id = newId(now);
  const sealed = await key.seal(sealContext(id), JSON.stringify({ id, ...rest }));
  const day = shanghaiDate(now);
  const address = `${addressCounter(site, channel, addressIndex)}${day}`;
  const all = `message|${site}|${day}`;
  const over = [address, 0, caps.perAddress, all, 0, caps.perSite];
  const row = [id, site, caseId, template, channel, revision, lang, demo ? 1 : 0, sealed, addressIndex, now, now];
  const counters = [address, all, address, all];
  return [
    count(address, 1, null, now + COUNTED_MS),
    count(all, 1, null, now + 8 * DAYS),
    {
      sql: ENQUEUE,
      args: [...row, ...over, ...over],
      later: counters.map((counter, index) => ({ arg: CAPS_AT + 1 + 3 * index, counter })),
    },
  ];
}
