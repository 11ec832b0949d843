import { expect, test } from 'vitest';
import { nextSeal, sealFault, sealIsDue, type Head } from '../../src/chain/seal.ts';
import { openKeyRing, type KeyRing } from '../../src/lib/sealing/key-ring.ts';
import { publicKeys } from '../../src/lib/sealing/signing.ts';

const ringOf = (current: string, ...ids: string[]): KeyRing =>
  openKeyRing({
    current,
    ring: Object.fromEntries(ids.map((id, i) => [id, Buffer.alloc(32, i + 1).toString('base64')])),
  });
const ring = ringOf('a', 'a');
const keys = await publicKeys(ring, 'heads');

const TEN = Date.parse('2026-11-20T10:00:00+08:00');
const HOUR = 3_600_000;
const heads: readonly Head[] = [
  { stream: 'case-1', seq: 3, hash: 'x' },
  { stream: 'case-2', seq: 1, hash: 'y' },
];
const first = await nextSeal(ring, null, heads, TEN);
const second = await nextSeal(ring, first, [], TEN + HOUR);

test('seals hold one after the other, in whatever order their heads are read', async () => {
  expect(await sealFault(keys, null, first, heads.toReversed())).toBeNull();
  expect(await sealFault(keys, first, second, [])).toBeNull();
});

test.each([
  ['its time', { at: TEN + 1 }],
  ['its count', { count: 3 }],
  ['its heads', { headsHash: second.headsHash }],
  ['its link', { prev: 'x' }],
  ['its signature', { signature: second.signature }],
  ['what is no signature at all', { signature: '?' }],
])('a seal is not good any more once somebody changed %s', async (_, change) => {
  expect(await sealFault(keys, null, { ...first, ...change }, heads)).toEqual({ seq: 1, why: 'changed' });
});

test.each([
  ['taken out', heads.slice(1)],
  ['put in', [...heads, { stream: 'case-3', seq: 1, hash: 'z' }]],
  ['changed', heads.map((head) => ({ ...head, seq: head.seq - 1 }))],
])('a head that was %s shows', async (_, now) => {
  expect(await sealFault(keys, null, first, now)).toEqual({ seq: 1, why: 'heads' });
});

test('a seal that is missing shows, and so does one that was signed after another past', async () => {
  expect(await sealFault(keys, null, second, [])).toEqual({ seq: 1, why: 'missing' });
  const other = await nextSeal(ring, null, [], TEN);
  expect(await sealFault(keys, other, second, [])).toEqual({ seq: 2, why: 'unlinked' });
});

test('seals outlive a change of keys, but cannot be judged without the key that made them', async () => {
  const rotated = ringOf('b', 'a', 'b');
  const third = await nextSeal(rotated, second, [], TEN + 2 * HOUR);
  expect(await sealFault(await publicKeys(rotated, 'heads'), second, third, [])).toBeNull();
  expect(await sealFault(await publicKeys(rotated, 'heads'), first, second, [])).toBeNull();
  expect(await sealFault(keys, second, third, [])).toEqual({ seq: 3, why: 'locked' });
});

test('the key that signs receipts signs no seal', async () => {
  expect(await sealFault(await publicKeys(ring), null, first, heads)).toEqual({ seq: 1, why: 'changed' });
});

test.each([
  ['nothing was sealed yet', null, TEN, true],
  ['the hour is still the same', { at: TEN, count: 1 }, TEN + HOUR - 1, false],
  ['a new hour has begun', { at: TEN + HOUR - 1, count: 0 }, TEN + HOUR, true],
  ['the last seal was full', { at: TEN, count: 2 }, TEN + 1, true],
  ['another clock is a little behind', { at: TEN, count: 1 }, TEN - 1000, false],
  ['a clock that was years ahead is put right', { at: TEN + 9999 * HOUR, count: 1 }, TEN, true],
])('whether a seal is due when %s', (_, last, now, due) => {
  expect(sealIsDue(last, now, 2)).toBe(due);
});
