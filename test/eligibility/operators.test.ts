import { expect, test } from 'vitest';
import { operators } from '../../src/eligibility/operators.ts';

test('“is” is exact: a word is no truth, a figure no word', () => {
  expect(operators.is(true, true)).toBe(true);
  expect(operators.is('true', true)).toBe(false);
  expect(operators.is('1', 1)).toBe(false);
});

test('“one of” takes what is on the list and nothing else', () => {
  expect(operators['one-of']('medical', ['preschool-education', 'medical'])).toBe(true);
  expect(operators['one-of']('other', ['preschool-education', 'medical'])).toBe(false);
  expect(operators['one-of']('med', 'medical')).toBe(false);
});

test('“at least” and “at most” include the limit itself', () => {
  expect([0, 1, 2].map((have) => operators['at-least'](have, 1))).toEqual([false, true, true]);
  expect([0, 1, 2].map((have) => operators['at-most'](have, 1))).toEqual([true, true, false]);
});

test('a limit is never met by something that is no number', () => {
  expect(operators['at-least']('9', 1)).toBe(false);
  expect(operators['at-most'](false, 1)).toBe(false);
});
