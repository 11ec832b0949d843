import { expect, test } from 'vitest';
import { keeping } from '../../src/lib/kept.ts';

const gone = () => Promise.reject(new Error('the database is gone'));

test('read once a minute, used old while it cannot be read, and found as soon as it is there', async () => {
  const kept = keeping<string | null>();
  await expect(kept('a', 0, gone)).rejects.toThrow('gone');
  expect(await kept('a', 0, async () => null)).toBe(null);
  expect(await kept('a', 1, async () => 'first')).toBe('first');
  expect(await kept('a', 60_000, async () => 'second')).toBe('first');
  expect(await kept('a', 61_000, gone)).toBe('first');
  expect(await kept('b', 61_000, async () => 'other')).toBe('other');
  expect(await kept('a', 61_001, async () => null)).toBe(null);
  await expect(kept('a', 61_002, gone)).rejects.toThrow('gone');
});

test('names that anybody may make up do not fill the memory', async () => {
  const kept = keeping<number>();
  for (let n = 0; n <= 1000; n += 1) await kept(`${n}`, 0, async () => n);
  expect(await kept('0', 0, async () => -1)).toBe(-1);
  expect(await kept('1000', 0, async () => -1)).toBe(1000);
});
