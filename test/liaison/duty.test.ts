import { expect, test } from 'vitest';
import { onDuty } from '../../src/liaison/duty.ts';
import { stationById } from '../../src/liaison/index.ts';

function dutyAt(id: string, date: string): string[] {
  const station = stationById('wanrong', id);
  if (!station) throw new Error(`no station ${id}`);
  return onDuty(station, date).map((deputy) => deputy.id);
}

test('in Gaocun the fixed deputy is there from Monday to Friday, the second joins every other week', () => {
  expect(dutyAt('gaocun', '2026-11-16')).toEqual(['dep-gaocun-1']);
  expect(dutyAt('gaocun', '2026-11-20')).toEqual(['dep-gaocun-1']);
  expect(dutyAt('gaocun', '2026-11-23')).toEqual(['dep-gaocun-1', 'dep-gaocun-2']);
  expect(dutyAt('gaocun', '2026-11-30')).toEqual(['dep-gaocun-1']);
});

test('nobody receives at the weekend', () => {
  expect(dutyAt('gaocun', '2026-11-21')).toEqual([]);
  expect(dutyAt('jiedian', '2026-11-22')).toEqual([]);
});

test('in Tonghua deputies take turns on Tuesdays only', () => {
  expect(dutyAt('tonghua', '2026-11-16')).toEqual([]);
  expect(dutyAt('tonghua', '2026-11-17')).toEqual(['dep-tonghua-1']);
  expect(dutyAt('tonghua', '2026-11-24')).toEqual(['dep-tonghua-2']);
});

test('the turns go on over a year of fifty-three weeks', () => {
  expect(dutyAt('tonghua', '2026-12-22')).toEqual(['dep-tonghua-2']);
  expect(dutyAt('tonghua', '2026-12-29')).toEqual(['dep-tonghua-1']);
  expect(dutyAt('tonghua', '2027-01-05')).toEqual(['dep-tonghua-2']);
});

test('dates before the counting week are counted backwards', () => {
  expect(dutyAt('tonghua', '2025-12-23')).toEqual(['dep-tonghua-2']);
  expect(dutyAt('tonghua', '2025-12-30')).toEqual(['dep-tonghua-1']);
});
