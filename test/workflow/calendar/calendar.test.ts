import { expect, test } from 'vitest';
import { isHoliday } from 'chinese-days';
import { addDays, addMonths, yearOf } from '../../../src/workflow/calendar/dates.ts';
import { calendar, dayKind, isKnown, openDay } from '../../../src/workflow/calendar/index.ts';
import vectors from '../../vectors/deadlines.json' with { type: 'json' };

const daysOf = (year: number): string[] => {
  const days = [];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) days.push(day);
  return days;
};
const isOff = (date: string): boolean => ['weekend', 'holiday'].includes(dayKind(date, calendar).is);

test.each(calendar.map(({ year }) => year))('every day of %i is as chinese-days has it', (year) => {
  expect(daysOf(year).filter((day) => isOff(day) !== isHoliday(day))).toEqual([]);
});

test('2026 has the off days, the make-up workdays and the number of workdays of the vectors', () => {
  const { off, makeup_workdays, workdays_in_year } = vectors.deadlines.cn_2026;
  const days = daysOf(2026);
  const of = (kind: string) => days.filter((day) => dayKind(day, calendar).is === kind);
  expect(of('holiday')).toEqual(off);
  expect(of('make-up')).toEqual(makeup_workdays);
  expect(days.filter((day) => !isOff(day))).toHaveLength(workdays_in_year);
});

test('the days of a year file are in order and in its year', () => {
  for (const { year, off, makeUp } of calendar) {
    const days = [...off.flatMap(({ from, to }) => [from, to]), ...makeUp.map(({ date }) => date)];
    expect(days.filter((day) => yearOf(day) !== year)).toEqual([]);
    expect(off.flatMap(({ from, to }) => [from, to])).toEqual(off.flatMap(({ from, to }) => [from, to]).toSorted());
  }
});

test('the last week of the last known year stays open, an earlier one does not', () => {
  expect(openDay('2026-12-24', calendar)).toBeNull();
  expect(openDay('2026-12-25', calendar)).toBe('late-december');
  expect(openDay('2026-12-31', calendar)).toBe('late-december');
  expect(openDay('2025-12-31', calendar)).toBeNull();
  expect(openDay('2027-01-01', calendar)).toBe('no-notice');
  expect(isKnown(2027, calendar)).toBe(false);
});

test('a holiday that the law fixes is off even before any notice', () => {
  expect(dayKind('2027-01-01', calendar)).toEqual({ is: 'holiday', holiday: 'new-year' });
  expect(dayKind('2027-10-04', calendar)).toEqual({ is: 'workday' });
});

test('a notice may change the December before it, as it did for 2018', () => {
  const notice2027 = {
    year: 2027,
    off: [{ holiday: 'new-year', from: '2026-12-30', to: '2027-01-01' }],
    makeUp: [{ holiday: 'new-year', date: '2026-12-26' }],
    source: { notice: null, readFrom: 'invented', comparedWith: [] },
  } as const;
  const later = [...calendar, notice2027];
  expect(dayKind('2026-12-31', later)).toEqual({ is: 'holiday', holiday: 'new-year' });
  expect(dayKind('2026-12-26', later)).toEqual({ is: 'make-up', holiday: 'new-year' });
  expect(openDay('2026-12-26', later)).toBeNull();
});

test('months end on the corresponding day, or on the last day of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2026-02-28', 1)).toBe('2026-03-28');
  expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
  expect(addMonths('2026-11-30', 1)).toBe('2026-12-30');
});
