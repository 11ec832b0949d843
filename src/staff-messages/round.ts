import { sql } from 'drizzle-orm';
import type { Database, Statement } from '../db/database.ts';
import type { NoticeLine, Occasion } from '../i18n/staff-messages.ts';
import { shanghaiDate, type Clock } from '../lib/clock.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import type { Channel } from '../notify/message.ts';
import { streamOf } from '../staff/change.ts';
import { noteArrivals, type Heads } from './arrivals.ts';
import { mayTell } from './hours.ts';
import { noticesOf } from './notice.ts';
import { pendingOf, type Asked, type Pending } from './pending.ts';
import { addressesOf, allReachable, type Reachable } from './reachable.ts';
import { tellAccount, type StaffMessage } from './tell.ts';
import { writtenOnce } from './written-once.ts';

export interface TellingTools {
  db: Database;
  ring: KeyRing;
  clock: Clock;
  /** Where the console is opened. */
  origin: string;
}

/** Which wish covers a line of a reminder. */
const OCCASION: Record<NoticeLine, Occasion> = { urgent: 'new', new: 'new', due: 'due', overdue: 'overdue' };
const DAY = 86_400_000;
/** Longer than anything stays open; what is still open after that is told once more. */
const REMEMBERED_MS = 400 * DAY;
/** How long a reminder is of use to anybody, the ledger of the account page included. */
const KEPT_MS = 90 * DAY;
const REMINDED: readonly Occasion[] = ['new', 'due', 'overdue'];

const wishesFor = ({ wishes }: Reachable, line: NoticeLine, channel?: Channel): boolean =>
  wishes.some((one) => one.occasion === OCCASION[line] && (channel === undefined || one.channel === channel));

/**
 * Tells everybody what they have not been told: what is new, due soon or overdue goes together, outside the quiet hours and
 * at most every half hour; what is urgent goes at once. Each thing once an account, at most `limit` accounts a run. Gives
 * how many were told. Safe at any time, twice at once too.
 */
export async function tellStaff(tools: TellingTools, limit: number): Promise<number> {
  const { db, clock } = tools;
  const heads = await noteArrivals(tools);
  const now = clock.now();
  const all = await allReachable(db);
  const reminded = all.filter(
    ({ account, wishes }) => account.site !== null && wishes.some(({ occasion }) => REMINDED.includes(occasion)),
  );
  const asked = reminded.map((one) => {
    const urgentOnly = !mayTell(now, one.toldAt, one.place.hours);
    return { one, reader: one.account, upTo: one.upTo, urgentOnly };
  });
  const pending = await allPending(db, asked, heads, shanghaiDate(now));
  const byAccount = Map.groupBy(pending, ({ account }) => account);
  let told = 0;
  const idle: string[] = [];
  for (const { one, urgentOnly } of asked) {
    const items = (byAccount.get(one.account.id) ?? []).filter(({ line }) => wishesFor(one, line));
    if (items.length === 0) {
      if (!urgentOnly && one.upTo < heads.together) idle.push(one.account.id);
    } else if (told < limit && (await tellOne(tools, one, items, urgentOnly ? null : heads))) told += 1;
  }
  // Whoever is told of something else alone does not hear later of all that came meanwhile.
  idle.push(...all.filter((one) => !reminded.includes(one) && one.upTo < heads.all).map(({ account }) => account.id));
  if (idle.length > 0)
    await db.write([
      sql`UPDATE staff_notices SET up_to = max(up_to, ${heads.together}) WHERE account_id IN (
        SELECT value FROM json_each(${JSON.stringify(idle)}))`,
    ]);
  return told;
}

/** What all of them are to be told; whoever hears of something anyway is told of dates in the same message. */
async function allPending(
  db: Database,
  asked: readonly Asked[],
  heads: Heads,
  today: string,
): Promise<readonly Pending[]> {
  const first = await pendingOf(db, asked, heads, today);
  const hearing = new Set(first.map(({ account }) => account));
  const again = heads.dates ? [] : asked.filter(({ reader, urgentOnly }) => !urgentOnly && hearing.has(reader.id));
  if (again.length === 0) return first;
  const theirs = new Set(again.map(({ reader }) => reader.id));
  const more = await pendingOf(db, again, { ...heads, dates: true }, today);
  return [...first.filter(({ account }) => !theirs.has(account)), ...more];
}

/** One account, one batch: its messages, and that it was told; whether it was this run that told it. */
async function tellOne(
  { db, ring, clock, origin }: TellingTools,
  one: Reachable,
  items: readonly Pending[],
  heads: Heads | null,
): Promise<boolean> {
  const now = clock.now();
  const reached = await addressesOf(ring, one);
  if (!reached) return false;
  const { addressee, to } = reached;
  const messages = (Object.keys(to) as Channel[]).flatMap((channel): StaffMessage[] => {
    const address = to[channel];
    const wished = items.filter(({ line }) => wishesFor(one, line, channel));
    if (address === undefined) return [];
    return noticesOf(wished, one.lang, `${origin}/staff`).map((words) => ({ ...words, channel, to: address }));
  });
  if (messages.length === 0) return false;
  const { id } = one.account;
  const rows = items.map(({ what }) => what);
  const reminded = items.some(({ line }) => line !== 'urgent');
  const statements: Statement[] = [
    ...(await tellAccount({ ring, now }, addressee, messages)),
    sql`INSERT INTO staff_told (account_id, what, at) SELECT ${id}, value, ${now} FROM json_each(${JSON.stringify(rows)})`,
    sql`DELETE FROM staff_told WHERE account_id = ${id} AND at < ${now - REMEMBERED_MS}`,
    sql`DELETE FROM outbox WHERE case_id = ${streamOf(id)} AND created_at < ${now - KEPT_MS}
      AND state NOT IN ('queued', 'sending')`,
    ...(heads && reminded
      ? [sql`UPDATE staff_notices SET up_to = max(up_to, ${heads.together}), told_at = ${now} WHERE account_id = ${id}`]
      : []),
  ];
  return writtenOnce(db, statements);
}
