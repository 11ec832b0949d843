import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/workflow/calendar/dates.ts';
import { calendar, dayKind } from '../../src/workflow/calendar/index.ts';
import { deadline } from '../../src/workflow/deadline.ts';
import type { Period } from '../../src/workflow/deadline.ts';
import vectors from '../vectors/deadlines.json' with { type: 'json' };

const unitOf: Record<string, Period['unit']> = { days: 'day', workdays: 'workday', months: 'month' };

test.each(vectors.deadlines.cases)('$rule from $start', ({ start, kind, n, raw, rolled, provisional }) => {
  const unit = unitOf[kind] ?? 'day';
  expect(deadline({ start, count: n, unit }, calendar)).toMatchObject({
    unrolled: raw,
    date: rolled ?? raw,
    provisional,
  });
});

test('fifteen days that end in National Day week roll to 8 October, and staff should act on 30 September', () => {
  expect(deadline({ start: '2026-09-20', count: 15, unit: 'day' }, calendar)).toEqual({
    start: '2026-09-20',
    count: 15,
    unit: 'day',
    unrolled: '2026-10-05',
    date: '2026-10-08',
    doBy: '2026-09-30',
    provisional: false,
    open: null,
    skipped: ['2026-10-05', '2026-10-06', '2026-10-07'].map((date) => ({
      date,
      why: 'holiday',
      holiday: 'national-day',
    })),
    madeUp: [],
    borrowed: ['start-day-not-counted', 'last-day-off-rolls'],
  });
});

test('a Saturday worked in exchange for a holiday counts as a workday and ends a period', () => {
  const objection = deadline({ start: '2026-09-30', count: 5, unit: 'workday' }, calendar);
  expect(objection.madeUp).toEqual([{ date: '2026-10-10', holiday: 'national-day' }]);
  expect(objection.skipped.map(({ date, why }) => `${date} ${why}`)).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day} holiday`),
    '2026-10-11 weekend',
  ]);
  expect(deadline({ start: '2026-09-25', count: 15, unit: 'day' }, calendar)).toMatchObject({
    unrolled: '2026-10-10',
    date: '2026-10-10',
    doBy: '2026-10-10',
    madeUp: [{ date: '2026-10-10', holiday: 'national-day' }],
  });
});

test('a month without the day ends on its last day, and says so', () => {
  const six = deadline({ start: '2026-08-31', count: 6, unit: 'month' }, calendar);
  expect(six.borrowed).toEqual(['start-day-not-counted', 'month-end']);
  expect(six.open).toEqual({ date: '2027-02-28', why: 'no-notice' });
  expect(deadline({ start: '2026-03-15', count: 3, unit: 'month' }, calendar).borrowed).toContain('corresponding-day');
});

const ends = (start: string, years = calendar) => deadline({ start, count: 15, unit: 'day' }, years);

test('a date in the last week of December is provisional and does not roll, until the next notice is known', () => {
  expect(ends('2026-12-09')).toMatchObject({ date: '2026-12-24', provisional: false });
  expect(ends('2026-12-11')).toMatchObject({
    date: '2026-12-26',
    unrolled: '2026-12-26',
    doBy: '2026-12-25',
    provisional: true,
    open: { date: '2026-12-26', why: 'late-december' },
    skipped: [],
  });
  expect(ends('2025-12-12')).toMatchObject({ unrolled: '2025-12-27', date: '2025-12-29', provisional: false });
  expect(ends('2026-12-17')).toMatchObject({ date: '2027-01-01', doBy: '2026-12-31', provisional: true });
  const only2025 = calendar.filter(({ year }) => year === 2025);
  expect(ends('2025-12-12', only2025)).toMatchObject({ date: '2025-12-27', provisional: true });
});

test('working days that run into a year without a notice are counted Monday to Friday, provisionally', () => {
  expect(deadline({ start: '2026-12-22', count: 10, unit: 'workday' }, calendar)).toMatchObject({
    date: '2027-01-06',
    provisional: true,
    open: { date: '2026-12-25', why: 'late-december' },
  });
});

const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2025-01-01', n));
const period = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 120 }), unit: fc.constantFrom<Period['unit']>('day', 'workday') }),
  fc.record({ count: fc.integer({ min: 1, max: 12 }), unit: fc.constant<Period['unit']>('month') }),
);
const isOff = (date: string) => ['weekend', 'holiday'].includes(dayKind(date, calendar).is);

test('a deadline that is not provisional is a workday, never before the day counted, and staff are never told later', () => {
  fc.assert(
    fc.property(day, period, (start, { count, unit }) => {
      const found = deadline({ start, count, unit }, calendar);
      expect(found.provisional || !isOff(found.date)).toBe(true);
      expect(found.doBy <= found.unrolled && found.unrolled <= found.date).toBe(true);
      expect(isOff(found.doBy)).toBe(false);
    }),
  );
});

test('who submits later is never due earlier', () => {
  fc.assert(
    fc.property(day, fc.nat(60), period, (start, later, { count, unit }) => {
      const first = deadline({ start, count, unit }, calendar);
      const second = deadline({ start: addDays(start, later), count, unit }, calendar);
      expect(first.date <= second.date).toBe(true);
    }),
  );
});

test('the explanation adds up to the date', () => {
  fc.assert(
    fc.property(day, period, (start, { count, unit }) => {
      const found = deadline({ start, count, unit }, calendar);
      const from = unit === 'workday' ? addDays(start, count) : found.unrolled;
      expect(addDays(from, found.skipped.length)).toBe(found.date);
      expect(found.skipped.every((skipped) => isOff(skipped.date))).toBe(true);
    }),
  );
});
