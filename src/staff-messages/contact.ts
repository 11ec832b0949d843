import { and, eq, sql } from 'drizzle-orm';
import { maskAddress } from '../cases/ledger.ts';
import type { Actor } from '../chain/event.ts';
import type { Database, Statement } from '../db/database.ts';
import { parseEmail } from '../lib/identifiers/email.ts';
import { parsePhone } from '../lib/identifiers/phone.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { CaseKey } from '../lib/sealing/case-key.ts';
import type { Channel } from '../notify/message.ts';
import { accountKey } from '../staff/account-key.ts';
import { changeAccount } from '../staff/change.ts';
import { staffContacts, staffWishes } from '../staff/contact-tables.ts';
import type { StaffTools } from '../staff/tools.ts';

export const channels = ['sms', 'email'] as const satisfies readonly Channel[];

export const isChannel = (text: string): text is Channel => text === 'sms' || text === 'email';

/** An address as it is kept, or null: a mainland mobile, or an e-mail address. */
export function parseAddress(channel: Channel, raw: string): string | null {
  if (channel === 'email') return parseEmail(raw);
  const phone = parsePhone(raw);
  return phone?.kind === 'mobile' ? phone.kept : null;
}

/** What an address is bound to when sealed under its account's key. */
const contactContext = (channel: Channel): string => `contact|${channel}`;

/** Opens an address; null where the account's key does not. */
export const openAddress = (key: CaseKey, channel: Channel, sealed: string): Promise<string | null> =>
  key.open(contactContext(channel), sealed);

/** An address as its holder sees it on the account page. */
export interface Contact {
  channel: Channel;
  /** Masked. */
  to: string;
  confirmed: boolean;
  /** A code is on its way, and still counts. */
  awaitsCode: boolean;
}

/** The addresses of an account, confirmed or not. */
export async function contactsOf(tools: StaffTools, accountId: string): Promise<Contact[]> {
  const { orm } = tools.db;
  const rows = await orm.select().from(staffContacts).where(eq(staffContacts.accountId, accountId));
  if (rows.length === 0) return [];
  const { key } = await accountKey(tools, accountId);
  const now = tools.clock.now();
  const opened = rows.map(async ({ channel, sealed, confirmedAt, codeUntil }): Promise<Contact[]> => {
    const to = await openAddress(key, channel, sealed);
    const about = { channel, confirmed: confirmedAt !== null, awaitsCode: codeUntil !== null && codeUntil > now };
    return to === null ? [] : [{ ...about, to: maskAddress(channel, to) }];
  });
  return (await Promise.all(opened)).flat();
}

/** Statements that keep an address nobody has confirmed, in place of the one there was. */
export async function keepContact(
  db: Database,
  key: CaseKey,
  accountId: string,
  channel: Channel,
  address: string,
): Promise<Statement[]> {
  const sealed = await key.seal(contactContext(channel), address);
  const fresh = { sealed, codeHash: null, codeUntil: null, wrongCodes: 0, confirmedAt: null };
  return [
    sql`INSERT INTO staff_notices (account_id, lang) VALUES (${accountId}, 'zh') ON CONFLICT DO NOTHING`,
    db.orm
      .insert(staffContacts)
      .values({ accountId, channel, ...fresh })
      .onConflictDoUpdate({ target: [staffContacts.accountId, staffContacts.channel], set: fresh }),
  ];
}

export interface GivenContact {
  channel: Channel;
  address: string;
}

/** Statements that keep what an administrator enters with a new account; its holder confirms it later. */
export const contactsOfNew =
  (tools: StaffTools, given: readonly GivenContact[]) =>
  async (accountId: string): Promise<Statement[]> => {
    if (given.length === 0) return [];
    const { key, statements } = await accountKey(tools, accountId);
    const kept = given.map(({ channel, address }) => keepContact(tools.db, key, accountId, channel, address));
    return [...statements, ...(await Promise.all(kept)).flat()];
  };

/** Takes an address away, and what its holder wished to be told there. `unknown`: there is none. */
export async function removeContact(
  tools: StaffTools,
  actor: Actor,
  accountId: string,
  channel: Channel,
): Promise<Result<null, 'unknown'>> {
  const { orm } = tools.db;
  const [one, wished] = [
    and(eq(staffContacts.accountId, accountId), eq(staffContacts.channel, channel)),
    and(eq(staffWishes.accountId, accountId), eq(staffWishes.channel, channel)),
  ];
  return changeAccount<null, 'unknown'>(tools, accountId, async () => {
    const rows = await orm.select({ channel: staffContacts.channel }).from(staffContacts).where(one);
    if (rows.length === 0) return fail('unknown');
    const statements = [orm.delete(staffContacts).where(one), orm.delete(staffWishes).where(wished)];
    return ok({ actor, code: 'contact-removed', data: { channel }, statements, value: null });
  });
}
