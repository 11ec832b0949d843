import { and, eq } from 'drizzle-orm';
import type { Statement } from '../db/database.ts';
import type { Occasion } from '../i18n/staff-messages.ts';
import { ok } from '../lib/result.ts';
import type { Lang } from '../lib/words.ts';
import type { Channel } from '../notify/message.ts';
import type { Account } from '../staff/account.ts';
import { changeAccount } from '../staff/change.ts';
import { staffNotices, staffWishes } from '../staff/contact-tables.ts';
import type { StaffTools } from '../staff/tools.ts';
import { channels } from './contact.ts';
import { isOccasion, occasions, occasionsOf } from './occasions.ts';

/** To be told of one thing by one channel. */
export interface Wish {
  occasion: Occasion;
  channel: Channel;
}

/** What an account wishes to be told, and how. */
export async function wishesOf({ db }: Pick<StaffTools, 'db'>, accountId: string): Promise<Wish[]> {
  const rows = await db.orm.select().from(staffWishes).where(eq(staffWishes.accountId, accountId));
  return rows.flatMap(({ occasion, channel }) => (isOccasion(occasion) ? [{ occasion, channel }] : []));
}

/** Statements that wish, by a channel just confirmed, for what the list of occasions says. */
export async function wishesUnlessSaid(
  { db }: Pick<StaffTools, 'db'>,
  { id: accountId, role }: Account,
  channel: Channel,
): Promise<Statement[]> {
  const own = and(eq(staffWishes.accountId, accountId), eq(staffWishes.channel, channel));
  const said = await db.orm.select({ channel: staffWishes.channel }).from(staffWishes).where(own);
  const wished = occasionsOf(role).filter((one) => occasions[one].unlessSaid.includes(channel));
  if (said.length > 0 || wished.length === 0) return [];
  return [db.orm.insert(staffWishes).values(wished.map((occasion) => ({ accountId, occasion, channel })))];
}

/** Writes down what an account wishes to be told, in the language of the page it said so on; anything else is dropped. */
export async function saveWishes(
  tools: StaffTools,
  { id: accountId, role }: Account,
  lang: Lang,
  wished: (wish: Wish) => boolean,
): Promise<void> {
  const { orm } = tools.db;
  const wishes = occasionsOf(role).flatMap((occasion) =>
    channels.map((channel) => ({ accountId, occasion, channel })).filter(wished),
  );
  await changeAccount<null, never>(tools, accountId, async () => {
    const statements: Statement[] = [
      orm.delete(staffWishes).where(eq(staffWishes.accountId, accountId)),
      ...(wishes.length > 0 ? [orm.insert(staffWishes).values(wishes)] : []),
      orm.update(staffNotices).set({ lang }).where(eq(staffNotices.accountId, accountId)),
    ];
    return ok({ actor: `staff:${accountId}`, code: 'wishes-saved', statements, value: null });
  });
}
