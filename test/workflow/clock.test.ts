import { expect, test } from 'vitest';
import { calendar } from '../../src/workflow/calendar/index.ts';
import { dueAfter, type Clock, type Running } from '../../src/workflow/clock.ts';
import { dueOf } from '../../src/workflow/due.ts';
import { explain } from '../../src/workflow/explain.ts';
import { answerToRequest, extension, hearingNotCounted, reReviewOpinion } from '../../src/workflow/limits.ts';

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
  expect(dueAfter(prolonged, running, { on: '2026-04-30', moreDays: 90 }, calendar)?.due?.date).toBe('2026-06-03');
  expect(dueAfter(prolonged, null, { on: '2026-04-30' }, calendar)).toBeNull();
});

const pause = { is: 'paused', why: 'hearing', basis: hearingNotCounted } as const;
const goesOn = { is: 'resumed' } as const;
const reReview = dueOf(reReviewOpinion, '2026-03-02', calendar);
const through = (...steps: [clock: Clock, on: string][]): Running | null =>
  steps.reduce<Running | null>((now, [clock, on]) => dueAfter(clock, now, { on }, calendar), reReview);

test('while a hearing lasts no date holds, and the reckoning names none', () => {
  const still = through([pause, '2026-03-10']);
  expect(still?.due).toBeNull();
  expect(explain(still?.explanation ?? running.explanation, 'zh', 'staff')).toEqual([
    '依据: 信访工作条例 第三十六条',
    '从2026年3月2日(星期一)起 30 日',
    '2026年3月10日(星期二)起听证, 期限暂停; 听证结束后重新算出到期日 (信访工作条例 第三十六条第二款)',
  ]);
});

test('the days of a hearing, first and last included, are put on at the end, each pause named with its article', () => {
  expect(reReview.due.date).toBe('2026-04-01');
  const once = through([pause, '2026-03-10'], [goesOn, '2026-03-12']);
  expect(once).toMatchObject({
    due: { date: '2026-04-07', what: 're-review-opinion' },
    explanation: { unrolled: '2026-04-04' },
  });
  const twice = through([pause, '2026-03-10'], [goesOn, '2026-03-12'], [pause, '2026-03-20'], [goesOn, '2026-03-20']);
  expect(twice).toMatchObject({ due: { date: '2026-04-07' }, explanation: { unrolled: '2026-04-05' } });
  expect(explain(twice?.explanation ?? running.explanation, 'zh')).toEqual(
    expect.arrayContaining([
      '2026年3月10日(星期二)至2026年3月12日(星期四)听证, 3 天不算 (信访工作条例 第三十六条第二款)',
      '2026年3月20日(星期五)听证, 1 天不算 (信访工作条例 第三十六条第二款)',
      '到期日: 2026年4月7日(星期二)',
    ]),
  );
});

test('a limit missed already is not mended by a hearing, and one that stands still is not stopped again', () => {
  const late = through([pause, '2026-04-02'], [goesOn, '2026-04-20']);
  expect(late?.due?.date).toBe('2026-04-01');
  const still = through([pause, '2026-03-10']);
  expect(dueAfter(pause, still, { on: '2026-03-11' }, calendar)).toBe(still);
  expect(dueAfter(prolonged, still, { on: '2026-03-11', moreDays: 5 }, calendar)).toBe(still);
});

test('a hearing on the last day itself leaves the day after it', () => {
  expect(through([pause, '2026-04-01'], [goesOn, '2026-04-01'])?.due?.date).toBe('2026-04-02');
});
