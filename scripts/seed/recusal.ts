import type { DemoRecusal } from '../../demo/cases/recusals.ts';
import { recuse } from '../../src/cases/recuse.ts';
import { storedCases } from '../../src/cases/stored.ts';
import { addDays } from '../../src/workflow/calendar/dates.ts';
import type { Moment, Start } from './agenda.ts';
import { accountOf } from './seed-staff.ts';

/** Stepping back from a case as its clerk does. `receiptOf`: the number of a case of the data by its name. */
export function recusalMoment(
  { of, account, daysAgo, time, remark }: DemoRecusal,
  { today, now }: Start,
  receiptOf: (ref: string) => string,
): Moment {
  return {
    at: Math.min(Date.parse(`${addDays(today, -daysAgo)}T${time}:00+08:00`), now),
    tells: false,
    async take(then) {
      const [stored] = await storedCases(then.db, { receipt: receiptOf(of) });
      const clerk = await accountOf(then, account);
      const caseId = stored?.row.id ?? '';
      const done = await recuse(then, { caseId, by: `staff:${clerk}`, account: clerk, remark });
      if (!done.ok) throw new Error(`${account} could not step back from ${of}: ${done.error.code}`);
    },
  };
}
