import { expect, test } from 'vitest';
import { usualHours } from '../../src/sites/staff-hours.ts';
import { digestIsDue, isQuiet, mayTell } from '../../src/staff-messages/hours.ts';
import { calendar } from '../../src/workflow/calendar/index.ts';

const at = (time: string): number => Date.parse(`${time}:00+08:00`);

test.each([
  ['2026-03-03T19:59', false],
  ['2026-03-03T20:00', true],
  ['2026-03-03T23:59', true],
  ['2026-03-04T00:00', true],
  ['2026-03-04T07:29', true],
  ['2026-03-04T07:30', false],
])('at %s quiet is %s', (time, quiet) => {
  expect(isQuiet(at(time), usualHours)).toBe(quiet);
});

test('quiet hours may lie within one day, or not be at all', () => {
  const noon = { ...usualHours, quietFrom: '12:00', quietUntil: '14:00' };
  expect([isQuiet(at('2026-03-03T13:00'), noon), isQuiet(at('2026-03-03T14:00'), noon)]).toEqual([true, false]);
  const never = { ...usualHours, quietFrom: '00:00', quietUntil: '00:00' };
  expect([isQuiet(at('2026-03-03T00:00'), never), isQuiet(at('2026-03-03T12:00'), never)]).toEqual([false, false]);
});

test('half an hour lies between two reminders', () => {
  const ten = at('2026-03-03T10:00');
  expect([mayTell(ten, null, usualHours), mayTell(ten + 29 * 60_000, ten, usualHours)]).toEqual([true, false]);
  expect(mayTell(ten + 30 * 60_000, ten, usualHours)).toBe(true);
});

test.each([
  // Tuesday; the Monday off of the Spring Festival; the Saturday that is worked for it; a Saturday.
  ['2026-03-03T08:29', false],
  ['2026-03-03T08:30', true],
  ['2026-03-03T11:29', true],
  ['2026-03-03T11:30', false],
  ['2026-02-16T08:30', false],
  ['2026-02-28T08:30', true],
  ['2026-03-07T08:30', false],
])('at %s a digest is due: %s', (time, due) => {
  expect(digestIsDue(at(time), null, usualHours, calendar)).toBe(due);
});

test('a digest is due once a day, and not in the quiet hours', () => {
  const time = at('2026-03-03T08:30');
  expect(digestIsDue(time, '2026-03-03', usualHours, calendar)).toBe(false);
  expect(digestIsDue(time, '2026-03-02', usualHours, calendar)).toBe(true);
  expect(digestIsDue(time, null, { ...usualHours, quietUntil: '09:00' }, calendar)).toBe(false);
});
