import type { DemoCase } from '../../demo/cases/case.ts';
import type { FormContext, FormKind } from '../../src/forms/define.ts';
import { startOfShanghaiDay } from '../../src/lib/clock.ts';
import { addDays } from '../../src/workflow/calendar/dates.ts';
import { calendar } from '../../src/workflow/calendar/index.ts';
import { dueOf } from '../../src/workflow/due.ts';
import type { Limit } from '../../src/workflow/limits.ts';

const LONGEST_LIMIT = 120;
const MINUTE = 60_000;

/** How many days before T a thing must be sent so that its limit ends on T, or where T is off on the first day after. */
export function daysAgoSoThatDue(limit: Limit, today: string): number {
  const tries = Array.from({ length: LONGEST_LIMIT }, (_, ago) => ({
    ago,
    date: dueOf(limit, addDays(today, -ago), calendar).due.date,
  }));
  const [nearest] = tries
    .map(({ date }) => date)
    .filter((date) => date >= today)
    .toSorted();
  const found = tries.find(({ date }) => date === nearest);
  if (!found) throw new Error('no day of sending makes this limit end today');
  return found.ago;
}

/** The moment a case of the data was sent; never after `now`, for what came in on the very day of the first start. */
export function momentOf(demo: DemoCase, form: FormKind, context: FormContext, now: number): number {
  const { today } = context;
  const limit = demo.daysAgo === 'due-today' ? form.limit(demo.body, context) : null;
  const ago = limit ? daysAgoSoThatDue(limit, today) : Number(demo.daysAgo);
  const day = addDays(today, -ago);
  const planned = Date.parse(`${day}T${demo.time}:00+08:00`);
  return Math.max(startOfShanghaiDay(day), Math.min(planned, now - 3 * MINUTE));
}
