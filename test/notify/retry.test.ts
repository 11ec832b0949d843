import { expect, test } from 'vitest';
import { afterTry } from '../../src/notify/outbox/settle.ts';
import { pauseAfter } from '../../src/notify/outbox/retry.ts';

const MINUTE = 60_000;

/** Tries one after another with the same outcome, until a state is final; the minutes between them. */
function history(is: 'retry' | 'configuration'): { state: string; minutes: number[] } {
  const minutes: number[] = [];
  let now = 0;
  for (let attempts = 1; attempts < 100; attempts += 1) {
    const { state, nextAt } = afterTry({ is, code: 'x' }, attempts, now, 0.5);
    if (state !== 'queued') return { state, minutes };
    minutes.push((nextAt - now) / MINUTE);
    now = nextAt;
  }
  throw new Error('never gave up');
}

test.each(['retry', 'configuration'] as const)('%s: eight tries over more than a day, then it has failed', (is) => {
  const { state, minutes } = history(is);
  expect(state).toBe('failed');
  expect(minutes).toEqual([5 / 60, 5, 30, 120, 300, 600, 600]);
});

test('pauses differ by up to a fifth either way, so that messages do not come back all at once', () => {
  for (let attempts = 1; attempts <= 7; attempts += 1) {
    const middle = pauseAfter(attempts, 0.5) ?? 0;
    expect((pauseAfter(attempts, 0) ?? 0) / middle).toBeCloseTo(0.8);
    expect((pauseAfter(attempts, 1) ?? 0) / middle).toBeCloseTo(1.2);
  }
  expect(pauseAfter(8, 0.5)).toBe(null);
});

test('taken is sent, refused is failed, perhaps taken is unknown: each at once and for good', () => {
  expect(afterTry({ is: 'sent' }, 1, 9, 0.5)).toEqual({ state: 'sent', nextAt: 9 });
  expect(afterTry({ is: 'refused', code: 'x' }, 1, 9, 0.5)).toEqual({ state: 'failed', nextAt: 9 });
  expect(afterTry({ is: 'unknown', code: 'x' }, 1, 9, 0.5)).toEqual({ state: 'unknown', nextAt: 9 });
});
