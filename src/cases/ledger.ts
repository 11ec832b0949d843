import { sql, type SQL } from 'drizzle-orm';
import { caseKeys } from '../db/case-keys.ts';
import { openCaseKey } from '../lib/sealing/case-key.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { maskPhone } from '../lib/identifiers/phone.ts';
import type { Channel, Message } from '../notify/message.ts';
import { NOT_SERVED } from '../notify/outbox/aftermath.ts';
import { sealContext } from '../notify/outbox/enqueue.ts';

/** What is to be done about a message that did not arrive: put the address right; nothing, since another went; read here. */
export type Todo = 'correct' | 'replaced' | 'page';

/** Why a message was never sent, where that is not the address’s fault. */
export type Because = 'cap-address' | 'cap-site' | 'country';

/** One message as the sender and staff read it. */
export interface MessageLine {
  channel: Channel;
  state: string;
  at: number;
  /** Masked; null once the case was erased. */
  to: string | null;
  /** The network brought it back. */
  returned: boolean;
  todo: Todo | null;
  because: Because | null;
}

/** A message as the ledger reads it. */
export interface LedgerRow {
  id: string;
  channel: Channel;
  state: string;
  at: number;
  code: string | null;
  reported: number;
  sealed: string;
  wrapped: string | null;
}

/** The rows of a case's messages, newest first; `caseId` may be a subquery. */
export const ledgerRows = (
  caseId: SQL,
): SQL => sql`SELECT o.id, o.channel, o.state, coalesce(o.settled_at, o.created_at) AS at,
    o.supplier_code AS code, o.reported_at IS NOT NULL AS reported, o.sealed, k.wrapped
  FROM outbox o LEFT JOIN ${caseKeys} k ON k.case_id = o.case_id WHERE o.case_id = ${caseId}
  ORDER BY o.created_at DESC, o.id DESC`;

/** An e-mail address as staff and sender see it: `l***@example.cn`. */
export const maskEmail = (address: string): string =>
  `${address.slice(0, 1)}***${address.slice(address.lastIndexOf('@'))}`;

export const maskAddress = (channel: Channel, to: string): string =>
  channel === 'sms' ? maskPhone(to) : maskEmail(to);

/** Codes of our own making: the address is as good as any. */
const NOT_THE_ADDRESS = /^(?:cap|trial|param|supplier|template|case|run|lease|net|http|reply)\./;

const REASONS: Readonly<Record<string, Because>> = {
  'cap.address': 'cap-address',
  'cap.site': 'cap-site',
  [NOT_SERVED]: 'country',
};

function todoOf({ state, code }: LedgerRow, newer: readonly LedgerRow[], channel: Channel): Todo | null {
  if (state === 'unknown') return 'page';
  if (state !== 'failed') return null;
  const went = newer.some(
    (row) => row.channel === channel && ['queued', 'sending', 'sent', 'delivered'].includes(row.state),
  );
  if (went) return 'replaced';
  return NOT_THE_ADDRESS.test(code ?? '') ? 'page' : 'correct';
}

/** Opens what a ledger shows of addresses, and says what is to be done about each message. */
export async function openLedger(ring: KeyRing, caseId: string, rows: readonly LedgerRow[]): Promise<MessageLine[]> {
  const wrapped = rows[0]?.wrapped ?? null;
  const key = wrapped === null ? null : await openCaseKey(ring, caseId, wrapped);
  return Promise.all(
    rows.map(async (row, index) => {
      const plain = await key?.open(sealContext(row.id), row.sealed);
      const to = plain ? maskAddress(row.channel, (JSON.parse(plain) as Message).to) : null;
      const todo = todoOf(row, rows.slice(0, index), row.channel);
      const returned = row.state === 'failed' && row.reported === 1;
      const because = row.state === 'failed' ? (REASONS[row.code ?? ''] ?? null) : null;
      return { channel: row.channel, state: row.state, at: row.at, to, returned, todo, because };
    }),
  );
}
