import { expect, test } from 'vitest';
import { sha256 } from '../../src/lib/bytes.ts';
import { isLive, newSession, provedLately } from '../../src/staff/sessions.ts';

const NOW = Date.parse('2026-11-22T14:00:00+08:00');
const ago = (minutes: number): number => NOW - minutes * 60_000;

test.each([
  ['just opened', 0, 0, true],
  ['in use', 29.9, 600, true],
  ['unused for half an hour', 30, 60, false],
  ['in use for nearly twelve hours', 1, 719.9, true],
  ['in use for twelve hours', 0, 720, false],
])('a session %s', (_, seen, created, live) => {
  expect(isLive({ seenAt: ago(seen), createdAt: ago(created) }, NOW)).toBe(live);
});

test('a proof is fresh for five minutes', () => {
  expect([4.9, 5].map((minutes) => provedLately({ provedAt: ago(minutes) }, NOW))).toEqual([true, false]);
});

test('a token has 256 random bits, and only its hash is kept', async () => {
  const [one, other] = [await newSession('a', 'Chrome', NOW), await newSession('a', 'Chrome', NOW)];
  expect(one.token).toMatch(/^[\w-]{43}$/);
  expect(one.token).not.toBe(other.token);
  expect(one.row.hash).toBe(await sha256(one.token));
  expect(JSON.stringify(one.row)).not.toContain(one.token);
});
