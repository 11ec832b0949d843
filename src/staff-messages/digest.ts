import { sql } from 'drizzle-orm';
import { inboxCounts, MOST_COUNTED } from '../cases/inbox.ts';
import { shanghaiDate } from '../lib/clock.ts';
import type { Channel } from '../notify/message.ts';
import { calendar as known, type Calendar } from '../workflow/calendar/index.ts';
import { digestIsDue } from './hours.ts';
import { addressesOf, allReachable, type Reachable } from './reachable.ts';
import { tellAccount, type StaffMessage } from './tell.ts';
import { writtenOnce } from './written-once.ts';
import type { TellingTools } from './round.ts';

const counted = (n: number): string => (n > MOST_COUNTED ? `${MOST_COUNTED}+` : String(n));

/**
 * Sends the digest of the day to whoever wishes for one and has not had it: how many are new, due today, overdue, and with
 * others, as the tabs of their own list say. One in which nothing stands is not sent. At most `limit` accounts a run, once
 * a day each; safe at any time, twice at once too. Gives how many it looked after.
 */
export async function tellDigests(tools: TellingTools, limit: number, calendar: Calendar = known): Promise<number> {
  const now = tools.clock.now();
  const due = (await allReachable(tools.db)).filter(
    ({ wishes, digestOn, place }) =>
      wishes.some(({ occasion }) => occasion === 'digest') && digestIsDue(now, digestOn, place.hours, calendar),
  );
  let told = 0;
  for (const one of due.slice(0, limit)) if (await tellDigest(tools, one, now)) told += 1;
  return told;
}

async function tellDigest({ db, ring, origin }: TellingTools, one: Reachable, now: number): Promise<boolean> {
  const { id } = one.account;
  const today = shanghaiDate(now);
  const reached = await addressesOf(ring, one);
  if (!reached) return false;
  const { new: fresh, today: dueToday, overdue, waiting } = await inboxCounts(db, one.account, today);
  const params = {
    new: counted(fresh),
    today: counted(dueToday),
    overdue: counted(overdue),
    waiting: counted(waiting),
    link: `${origin}/staff`,
  };
  const messages = (Object.keys(reached.to) as Channel[]).flatMap((channel): StaffMessage[] => {
    const [to, wished] = [
      reached.to[channel],
      one.wishes.some((wish) => wish.occasion === 'digest' && wish.channel === channel),
    ];
    return to !== undefined && wished ? [{ template: 'staff-digest', channel, to, params }] : [];
  });
  const nothing = fresh + dueToday + overdue + waiting === 0;
  return writtenOnce(db, [
    ...(nothing ? [] : await tellAccount({ ring, now }, reached.addressee, messages)),
    sql`UPDATE staff_notices SET digest_on = ${today} WHERE account_id = ${id}`,
  ]);
}
