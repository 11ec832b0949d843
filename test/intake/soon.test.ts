import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenQuiet } from '../../src/intake/soon.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const runs = (isBusy: () => boolean = () => false) => {
  const counted = { runs: 0, wrote: () => undefined as void };
  counted.wrote = whenQuiet(async () => void (counted.runs += 1), isBusy);
  return counted;
};

test('the outbox is woken once, after the last of many submissions', async () => {
  const woken = runs();
  for (let n = 0; n < 10; n += 1) {
    woken.wrote();
    await vi.advanceTimersByTimeAsync(20);
  }
  expect(woken.runs).toBe(0);
  await vi.advanceTimersByTimeAsync(100);
  expect(woken.runs).toBe(1);
});

test('a stream that never ends wakes it all the same', async () => {
  const woken = runs(() => true);
  woken.wrote();
  await vi.advanceTimersByTimeAsync(11_000);
  expect(woken.runs).toBe(1);
});

test('a clock that is put back keeps nobody waiting until it has caught up', async () => {
  const woken = runs();
  woken.wrote();
  vi.setSystemTime(Date.now() - 600_000);
  await vi.advanceTimersByTimeAsync(100);
  expect(woken.runs).toBe(1);
});
