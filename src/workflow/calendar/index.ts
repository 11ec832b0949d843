import { year2025 } from './2025.ts';
import { year2026 } from './2026.ts';
import { isWeekend, yearOf } from './dates.ts';
import { fixedHolidays } from './year.ts';
import type { CalendarYear, Holiday } from './year.ts';

export type Calendar = readonly CalendarYear[];

/** The years whose notice is known. A new year is one data file and one line. */
export const calendar: Calendar = [year2025, year2026];

export type Day = { is: 'workday' | 'weekend' } | { is: 'holiday' | 'make-up'; holiday: Holiday };

/** Why a day cannot be relied on: its year has no notice yet, or the next year's notice may still change it. */
export type Open = 'no-notice' | 'late-december';

export const isKnown = (year: number, calendar: Calendar): boolean => calendar.some((known) => known.year === year);

/**
 * What a date is. Where no notice covers it, Monday to Friday are taken for workdays, save the days off fixed by law:
 * ask `openDay` whether the answer may be relied on.
 */
export function dayKind(date: string, calendar: Calendar): Day {
  for (const { off, makeUp } of calendar) {
    const holiday = off.find(({ from, to }) => from <= date && date <= to);
    if (holiday) return { is: 'holiday', holiday: holiday.holiday };
    const worked = makeUp.find((day) => day.date === date);
    if (worked) return { is: 'make-up', holiday: worked.holiday };
  }
  const fixed = fixedHolidays.find(({ days }) => days.includes(date.slice(5)));
  if (fixed) return { is: 'holiday', holiday: fixed.holiday };
  return { is: isWeekend(date) ? 'weekend' : 'workday' };
}

/** Why the kind of a date is still open, or null. 25–31 December wait for the next year's notice (domain.md §8). */
export function openDay(date: string, calendar: Calendar): Open | null {
  const year = yearOf(date);
  if (!isKnown(year, calendar)) return 'no-notice';
  return date >= `${year}-12-25` && !isKnown(year + 1, calendar) ? 'late-december' : null;
}

/** The dates that a calendar settles: from the first day of its first year to before the first day still open. */
export function settledStretch(calendar: Calendar): { from: string; before: string } {
  const years = calendar.map(({ year }) => year).toSorted((a, b) => a - b);
  const [first = 0] = years;
  const last = years.find((year) => !isKnown(year + 1, calendar)) ?? first;
  return { from: `${first}-01-01`, before: `${last}-12-25` };
}
