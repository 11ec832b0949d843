import { addDays, addMonths } from './calendar/dates.ts';
import { dayKind, openDay } from './calendar/index.ts';
import type { Calendar, Day, Open } from './calendar/index.ts';
import type { Holiday } from './calendar/year.ts';
import type { Citation } from './citation.ts';
import { daysOf, isPaused, passOver, type Pause } from './pause.ts';

export interface Period {
  count: number;
  unit: 'day' | 'workday' | 'month';
}

export type Skipped = { date: string; why: 'weekend' } | { date: string; why: 'holiday'; holiday: Holiday };

/** Counting rules of the Civil Code. No petition rule has its own, so each use of them is an inference (domain.md §2). */
export const countingRules = {
  'start-day-not-counted': { instrument: '民法典', article: 201, paragraph: 1 },
  'corresponding-day': { instrument: '民法典', article: 202 },
  'month-end': { instrument: '民法典', article: 202 },
  'last-day-off-rolls': { instrument: '民法典', article: 203, paragraph: 1 },
} as const satisfies Record<string, Citation>;

/** A last day together with its explanation: plain data, stored as JSON beside the case. Dates are `YYYY-MM-DD`. */
export interface Deadline extends Period {
  /** The day the period runs from; itself not counted. */
  start: string;
  /** The last day as counted, before it moves off a holiday. */
  unrolled: string;
  /** The last day that holds; equal to `unrolled` while provisional. */
  date: string;
  /** For staff: the last workday on or before `unrolled`, safe even if rolling were not allowed. */
  doBy: string;
  provisional: boolean;
  /** The first day that the calendar could not settle, or null. */
  open: { date: string; why: Open } | null;
  /** Unit workday: the days off between start and end. Otherwise the days off from `unrolled` up to `date`. */
  skipped: readonly Skipped[];
  /** Weekend days that counted because they are worked in exchange for a holiday. */
  madeUp: readonly { date: string; holiday: Holiday }[];
  borrowed: readonly (keyof typeof countingRules)[];
  /** What was left out on the way, oldest first; absent where nothing was. */
  pauses?: readonly Pause[];
}

type Found = Pick<Deadline, 'unrolled' | 'date' | 'open' | 'skipped' | 'madeUp' | 'borrowed'>;

/** The last day of a period that starts on a date. Pure: the same calendar always gives the same answer. */
export function deadline(
  { start, count, unit, pauses = [] }: Period & { start: string; pauses?: readonly Pause[] },
  calendar: Calendar,
): Deadline {
  const found =
    unit === 'workday'
      ? countWorkdays(start, { count, pauses }, calendar)
      : roll(start, { count, unit, pauses }, calendar);
  const doBy = lastWorkdayUpTo(found.unrolled, calendar);
  const left = pauses.length > 0 && { pauses };
  return { start, count, unit, ...found, doBy, provisional: found.open !== null, ...left };
}

type Paused = { pauses: readonly Pause[] };

function countWorkdays(start: string, { count, pauses }: Paused & { count: number }, calendar: Calendar): Found {
  const skipped: Skipped[] = [];
  const madeUp: { date: string; holiday: Holiday }[] = [];
  let open: Found['open'] = null;
  let date = start;
  for (let left = count; left > 0;) {
    date = addDays(date, 1);
    if (isPaused(date, pauses)) continue;
    open ??= openAt(date, calendar);
    const day = dayKind(date, calendar);
    const off = asSkipped(date, day);
    if (off) skipped.push(off);
    else left -= 1;
    if (day.is === 'make-up') madeUp.push({ date, holiday: day.holiday });
  }
  return { unrolled: date, date, open, skipped, madeUp, borrowed: ['start-day-not-counted'] };
}

function roll(start: string, { count, unit, pauses }: Period & Paused, calendar: Calendar): Found {
  const counted = unit === 'month' ? addMonths(start, count) : addDays(start, count);
  const unrolled =
    pauses.length === 0 ? counted : passOver(start, daysOf({ from: addDays(start, 1), until: counted }), pauses);
  const borrowed: Found['borrowed'] = ['start-day-not-counted', ...monthRule(start, counted, unit)];
  const skipped: Skipped[] = [];
  for (let date = unrolled; ; date = addDays(date, 1)) {
    const open = openAt(date, calendar);
    if (open) return { unrolled, date: unrolled, open, skipped: [], madeUp: [], borrowed };
    if (isPaused(date, pauses)) continue;
    const day = dayKind(date, calendar);
    const off = asSkipped(date, day);
    if (off) {
      skipped.push(off);
      continue;
    }
    const madeUp = day.is === 'make-up' ? [{ date, holiday: day.holiday }] : [];
    const rolled: Found['borrowed'] = skipped.length > 0 ? [...borrowed, 'last-day-off-rolls'] : borrowed;
    return { unrolled, date, open, skipped, madeUp, borrowed: rolled };
  }
}

const monthRule = (start: string, unrolled: string, unit: Period['unit']): Found['borrowed'] => {
  if (unit !== 'month') return [];
  return [start.slice(8) === unrolled.slice(8) ? 'corresponding-day' : 'month-end'];
};

function openAt(date: string, calendar: Calendar): Found['open'] {
  const why = openDay(date, calendar);
  return why && { date, why };
}

function asSkipped(date: string, day: Day): Skipped | null {
  if (day.is === 'weekend') return { date, why: 'weekend' };
  return day.is === 'holiday' ? { date, why: 'holiday', holiday: day.holiday } : null;
}

function lastWorkdayUpTo(date: string, calendar: Calendar): string {
  let day = date;
  while (asSkipped(day, dayKind(day, calendar))) day = addDays(day, -1);
  return day;
}
