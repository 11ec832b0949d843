import { expect, test } from 'vitest';
import { oneAtATime } from '../../src/lib/one-at-a-time.ts';

/** Work that ends when the test says so. */
function workshop() {
  const ends: ((failed?: Error) => void)[] = [];
  const work = () =>
    new Promise<void>((resolve, reject) => ends.push((failed) => (failed ? reject(failed) : resolve())));
  return { work, ends, end: (n: number, failed?: Error) => ends[n]?.(failed) };
}

test('of many who ask while it runs, all are served by one more run', async () => {
  const { work, ends, end } = workshop();
  const run = oneAtATime(() => 0);
  const first = run(work);
  await Promise.all([run(work), run(work), run(work)]);
  expect(ends).toHaveLength(1);
  end(0);
  await Promise.resolve();
  expect(ends).toHaveLength(2);
  end(1);
  await first;
  expect(ends).toHaveLength(2);
});

test('a failure is told to who ran it, and the next may run', async () => {
  const { work, ends, end } = workshop();
  const run = oneAtATime(() => 0);
  const first = run(work);
  end(0, new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  const second = run(work);
  expect(ends).toHaveLength(2);
  end(1);
  await second;
});

test('one that was cut off without a word stands in nobody’s way for long', async () => {
  let now = 0;
  const { work, ends, end } = workshop();
  const run = oneAtATime(() => now);
  void run(work);
  now = 29_999;
  await run(work);
  expect(ends).toHaveLength(1);
  now = 30_000;
  const next = run(work);
  expect(ends).toHaveLength(2);
  end(1);
  await next;
});

test('nobody runs it for others without end', async () => {
  let now = 0;
  const { work, ends, end } = workshop();
  const run = oneAtATime(() => now);
  const first = run(work);
  await run(work);
  now = 20_000;
  end(0);
  await first;
  expect(ends).toHaveLength(1);
});
