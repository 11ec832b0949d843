import { expect, test } from 'vitest';
import { failedGuard, type Course } from '../../src/workflow/guards.ts';
import { askingReview, returning } from '../../src/workflow/limits.ts';

const course = (today: string, ...taken: [action: string, on: string][]): Course => ({
  category: 'request',
  taken: taken.map(([action, on]) => ({ action, on })),
  today,
});

test('an action of one category is not there for another, nor where none is known', () => {
  const { taken, today } = course('2026-03-02');
  expect(failedGuard('accept', { only: ['request'] }, { category: 'request', taken, today })).toBeNull();
  for (const category of ['report', null]) {
    expect(failedGuard('accept', { only: ['request'] }, { category, taken, today })).toBe('category-not-allowed');
  }
});

test('what may be done once is not done twice', () => {
  expect(failedGuard('return', { once: true }, course('2026-03-02'))).toBeNull();
  expect(failedGuard('return', { once: true }, course('2026-03-02', ['return', '2026-03-01']))).toBe('already-taken');
});

test('five workdays count from the last time it was assigned, holidays left out', () => {
  const within = { within: { after: 'assign', ...returning } };
  const assigned: [string, string] = ['assign', '2026-09-28'];
  // 1 to 7 October are off, 10 October is worked in exchange.
  expect(failedGuard('return', within, course('2026-10-09', assigned))).toBeNull();
  expect(failedGuard('return', within, course('2026-10-10', assigned))).toBeNull();
  expect(failedGuard('return', within, course('2026-10-11', assigned))).toBe('too-late');
  expect(failedGuard('return', within, course('2026-10-11', assigned, ['assign', '2026-10-08']))).toBeNull();
});

test('what must follow an action cannot come without it', () => {
  expect(failedGuard('ask-review', { within: { after: 'answer', ...askingReview } }, course('2026-03-02'))).toBe(
    'too-late',
  );
});

test('what may be done once after each answer is there again after the next', () => {
  const rate = { onceSince: ['answer', 'review'] };
  const steps: [string, string][] = [
    ['answer', '2026-03-02'],
    ['rate', '2026-03-03'],
    ['review', '2026-03-04'],
  ];
  const after = (count: number) => failedGuard('rate', rate, course('2026-03-05', ...steps.slice(0, count)));
  expect([after(1), after(2), after(3)]).toEqual([null, 'already-taken', null]);
});
