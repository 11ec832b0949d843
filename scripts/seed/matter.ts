import type { DemoMatter } from '../../demo/cases/matters.ts';
import { joinMatter } from '../../src/cases/matter/join.ts';
import { linkMatter } from '../../src/cases/matter/link.ts';
import { storedCases } from '../../src/cases/stored.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { addDays } from '../../src/workflow/calendar/dates.ts';
import type { StaffActor } from './acting.ts';
import type { Moment, Start } from './agenda.ts';

/** Joining and linking of two filings as the desk does it. `receiptOf`: the number of a case of the data by its name. */
export function matterMoment(
  { how, lead, member, daysAgo, time }: DemoMatter,
  desk: StaffActor,
  { today, now }: Start,
  receiptOf: (ref: string) => string,
): Moment {
  return {
    at: Math.min(Date.parse(`${addDays(today, -daysAgo)}T${time}:00+08:00`), now),
    tells: true,
    async take(then) {
      const [a, b] = [await seenNow(then, receiptOf(lead)), await seenNow(then, receiptOf(member))];
      const done =
        how === 'join'
          ? await joinMatter(then, { lead: a, member: b, actor: desk })
          : await linkMatter(then, { cases: [a, b], actor: desk });
      if (!done.ok) throw new Error(`${member} ${how} ${lead}: ${done.error}`);
    },
  };
}

async function seenNow({ db }: Tools, receipt: string): Promise<{ id: string; seen: number }> {
  const [stored] = await storedCases(db, { receipt });
  if (!stored) throw new Error(`there is no case ${receipt}`);
  return { id: stored.row.id, seen: stored.row.seq };
}
