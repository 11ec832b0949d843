import { expect, test } from 'vitest';
import { urgencyOf } from '../../src/cases/urgency.ts';

test.each([
  ['2026-11-20', 'overdue', 2],
  ['2026-11-22', 'today', 0],
  ['2026-11-23', 'soon', 1],
  ['2026-11-25', 'soon', 3],
  ['2026-11-26', 'calm', 4],
  ['2027-01-01', 'calm', 40],
  [null, 'none', 0],
] as const)('on 22 November a date of %s is %s, %i days', (due, urgency, days) => {
  expect(urgencyOf(due, '2026-11-22')).toEqual({ urgency, days });
});
