import { sql, type SQL } from 'drizzle-orm';
import { count, counters } from '../../db/counters.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import type { CaseKey } from '../../lib/sealing/case-key.ts';
import type { Message } from '../message.ts';

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

/** What the message is bound to when sealed under its case's key. */
export const sealContext = (id: string): string => `outbox|${id}`;

const over = (name: string, cap: number | null): SQL =>
  cap === null ? sql`0` : sql`(SELECT n FROM ${counters} WHERE name = ${name}) > ${cap}`;

/**
 * Statements that put a message into the outbox within the caller's batch. Above a cap the row is written as `failed`
 * with code `cap.…`: the case stands, the resident reads on the status page that nothing was sent.
 */
export async function enqueue(message: Enqueued, key: CaseKey, now: number, caps: MessageCaps): Promise<SQL[]> {
  const { caseId, revision, demo, addressIndex, ...rest } = message;
  const id = newId(now);
  const sealed = await key.seal(sealContext(id), JSON.stringify({ id, ...rest }));
  const day = shanghaiDate(now);
  const address = `message|${message.site}|${message.channel}|${addressIndex}|${day}`;
  const site = `message|${message.site}|${day}`;
  const isOver = sql`${over(address, caps.perAddress)} OR ${over(site, caps.perSite)}`;
  return [
    count(address, 1, null, now + 2 * DAYS),
    count(site, 1, null, now + 8 * DAYS),
    sql`INSERT INTO outbox (id, site, case_id, template, channel, revision, lang, demo, sealed, state, supplier_code, next_at, created_at)
      VALUES (${id}, ${message.site}, ${caseId}, ${message.template}, ${message.channel}, ${revision}, ${message.lang}, ${demo ? 1 : 0}, ${sealed},
        CASE WHEN ${isOver} THEN 'failed' ELSE 'queued' END, CASE WHEN ${isOver} THEN 'cap.reached' END, ${now}, ${now})`,
  ];
}
