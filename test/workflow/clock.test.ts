import { expect, test } from 'vitest';
import { calendar } from '../../src/workflow/calendar/index.ts';
import { dueAfter } from '../../src/workflow/clock.ts';
import { dueOf } from '../../src/workflow/due.ts';
import { explain } from '../../src/workflow/explain.ts';
import { answerToRequest, extension } from '../../src/workflow/limits.ts';

const running = dueOf(answerToRequest, '2026-03-05', calendar);
const prolonged = { is: 'prolonged', limit: extension } as const;

test('a state without a clock owes nothing, and one that keeps it changes nothing', () => {
  expect(dueAfter(undefined, running, { on: '2026-03-09' }, calendar)).toBeNull();
  expect(dueAfter({ is: 'kept' }, running, { on: '2026-03-09' }, calendar)).toBe(running);
});

test('an extension runs from the last day as counted, not from the day it rolled to', () => {
  expect(running).toMatchObject({ due: { date: '2026-05-06' }, explanation: { unrolled: '2026-05-04' } });
  const more = dueAfter(prolonged, running, { on: '2026-04-30', moreDays: 10 }, calendar);
  expect(more).toMatchObject({ due: { date: '2026-05-14', what: 'answer' }, explanation: { start: '2026-05-04' } });
  expect(explain(more?.explanation ?? running.explanation, 'zh')).toContain(
    '从2026年5月4日(星期一)起 10 日, 到2026年5月14日(星期四)',
  );
});

test('more than the law allows is not to be had', () => {
  expect(dueAfter(prolonged, running, { on: '2026-04-30', moreDays: 90 }, calendar)?.due.date).toBe('2026-06-03');
  expect(dueAfter(prolonged, null, { on: '2026-04-30' }, calendar)).toBeNull();
});
