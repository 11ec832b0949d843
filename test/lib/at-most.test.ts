import { expect, test } from 'vitest';
import { atMost } from '../../src/lib/at-most.ts';

test('never more than so many at a time, in order, and one that fails makes room like any other', async () => {
  const limited = atMost(2);
  let [running, most] = [0, 0];
  const begun: number[] = [];
  const work = (n: number) =>
    limited(async () => {
      begun.push(n);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      if (n % 3 === 0) throw new Error(String(n));
      return n;
    });
  const ends = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map(work));
  expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason)))).toEqual([
    1,
    2,
    'Error: 3',
    4,
    5,
    'Error: 6',
    7,
  ]);
  expect([most, begun]).toEqual([2, [1, 2, 3, 4, 5, 6, 7]]);
  expect(await limited(async () => 'still open')).toBe('still open');
});
