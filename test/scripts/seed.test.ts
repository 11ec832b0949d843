import { expect, test } from 'vitest';
import { demoCases } from '../../demo/cases/index.ts';
import { daysAgoSoThatDue } from '../../scripts/seed/when.ts';
import { parsePhone } from '../../src/lib/identifiers/phone.ts';
import { addDays } from '../../src/workflow/calendar/dates.ts';
import { calendar, dayKind, openDay } from '../../src/workflow/calendar/index.ts';
import { dueOf } from '../../src/workflow/due.ts';
import { firstNotice } from '../../src/workflow/limits.ts';

const everyDay = Array.from({ length: 365 }, (_, i) => addDays('2026-01-01', i));

function firstWorkdayFrom(day: string): string {
  const { is } = dayKind(day, calendar);
  return is === 'weekend' || is === 'holiday' ? firstWorkdayFrom(addDays(day, 1)) : day;
}

test('whatever the day of the first start, what is “due today” is due that day or on the next workday', () => {
  const limit = firstNotice['other-organ'];
  for (const today of everyDay) {
    const { due } = dueOf(limit, addDays(today, -daysAgoSoThatDue(limit, today)), calendar);
    // At the end of December nobody knows yet which days will be off, so the date is the unrolled one.
    expect(due.date).toBe(openDay(today, calendar) ? today : firstWorkdayFrom(today));
  }
});

test('the same day gives the same data', () => {
  expect(demoCases('2026-11-22')).toEqual(demoCases('2026-11-22'));
});

test('240 made-up petitions fall into the 120 days before, fewer of them at weekends', () => {
  const made = demoCases('2026-11-22').filter(({ ref }) => ref.startsWith('G'));
  const agos = made.map(({ daysAgo }) => Number(daysAgo));
  expect(made).toHaveLength(240);
  expect(Math.min(...agos)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...agos)).toBeLessThanOrEqual(120);
});

test('nobody in the data can be a real person', () => {
  for (const { ref, body } of demoCases('2026-11-22')) {
    const { name, phone, email, idNumber } = body['contact'] as Record<string, string | undefined>;
    expect(name, ref).toMatch(/^\p{Script=Han}{1,2}某.*\(示例\)$/u);
    if (phone !== undefined) expect(phone, ref).toMatch(/^(154000000\d\d|0359-0000\d{3})$/);
    if (phone !== undefined) expect(parsePhone(phone)?.kept, ref).toBe(phone);
    if (email !== undefined) expect(email, ref).toMatch(/@example\.cn$/);
    if (idNumber !== undefined) expect(idNumber, ref).toMatch(/^990000/);
  }
});

test('whatever the day of the first start, officers act after a case came in and on no day to come', () => {
  for (const today of everyDay.filter((_, i) => i % 30 === 0)) {
    for (const { ref, daysAgo, road = [] } of demoCases(today)) {
      const days = [...(daysAgo === 'due-today' ? [] : [daysAgo]), ...road.map((step) => step.daysAgo)];
      expect(days, `${today} ${ref}`).toEqual(days.toSorted((a, b) => b - a));
      expect(Math.min(0, ...days), `${today} ${ref}`).toBe(0);
    }
  }
});
