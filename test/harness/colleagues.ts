import { sql } from 'drizzle-orm';
import type { Database } from '../../src/db/database.ts';
import type { Clock } from '../../src/lib/clock.ts';
import type { KeyRing } from '../../src/lib/sealing/key-ring.ts';
import type { Channel } from '../../src/notify/message.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { mailboxMessages, mailboxOf } from '../../src/notify/providers/mailbox.ts';
import { localRouting } from '../../src/notify/route.ts';
import { sites } from '../../src/sites/index.ts';
import { openAccount, type Account } from '../../src/staff/account.ts';
import type { Reach, RoleId } from '../../src/staff/roles.ts';
import { confirmContact, sendContactCode } from '../../src/staff-messages/confirm.ts';
import { saveWishes, type Wish } from '../../src/staff-messages/wishes.ts';

interface Means {
  db: Database;
  ring: KeyRing;
  clock: Clock;
}

let made = 0;

/** A member of staff with an account and no address yet. */
export async function colleague(means: Means, role: RoleId, reach: Partial<Reach> = {}): Promise<Account> {
  made += 1;
  const about = { login: `colleague-${made}`, name: `某某${made}(示例)`, role };
  const nowhere = { site: null, station: null, department: null };
  const opened = await openAccount(toolsFor(means), 'system', { ...about, ...nowhere, ...reach });
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

export const toolsFor = ({ db, ring, clock }: Means) => ({ db, ring, clock, origin: 'https://staff.example' });

/** Everything due in the outbox goes into the local mailbox. */
export async function deliver(means: Means): Promise<void> {
  const box = [mailboxOf(means)];
  while ((await dispatch({ ...means, suppliers: box, routing: localRouting, sites }, 50)) === 50);
}

/** What has come to an address, oldest first. */
export async function mailTo(means: Means, to: string) {
  await deliver(means);
  const all = await mailboxMessages(means, 500);
  return all.toReversed().filter((mail) => mail.to === to);
}

/** The code that last came to an address. */
export const codeAt = async (means: Means, to: string): Promise<string> =>
  (await mailTo(means, to)).findLast(({ template }) => template === 'staff-code')?.params['code'] ?? '';

/** An account whose holder has confirmed an address, and wishes there what is given (all where nothing is). */
export async function reachable(
  means: Means,
  account: Account,
  address: string,
  wished: (wish: Wish) => boolean = () => true,
): Promise<Account> {
  const channel: Channel = address.includes('@') ? 'email' : 'sms';
  const asked = { account, channel, lang: 'zh', address } as const;
  const sent = await sendContactCode(toolsFor(means), asked);
  if (!sent.ok) throw new Error(sent.error);
  const confirmed = await confirmContact(toolsFor(means), { ...asked, code: await codeAt(means, address) });
  if (!confirmed.ok) throw new Error(confirmed.error);
  await saveWishes(toolsFor(means), account, 'zh', wished);
  await means.db.write([sql`DELETE FROM mailbox`]);
  return account;
}
