import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { base64url } from '../../src/lib/bytes.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { challengeHolds, newChallenge } from '../../src/staff/challenge.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { testRing } from '../harness/database.ts';

const at = (time: string): StaffTools => ({
  db: {} as Database,
  ring: testRing(),
  clock: fixedClock(`2026-11-22T${time}+08:00`),
  origin: 'http://localhost:8787',
});

test('a challenge holds for its own page for a quarter of an hour, and no two are alike', async () => {
  const [challenge, other] = await Promise.all([1, 2].map(() => newChallenge(at('14:00:00'), 'sign-in')));
  const sent = base64url(challenge ?? new Uint8Array());
  expect(sent).not.toBe(base64url(other ?? new Uint8Array()));
  expect(await challengeHolds(at('14:15:00'), 'sign-in', sent)).toBe(true);
  expect(await challengeHolds(at('14:15:01'), 'sign-in', sent)).toBe(false);
  expect(await challengeHolds(at('14:00:00'), 'enrol|x', sent)).toBe(false);
});

test('a challenge that was not ours, or whose time was moved, does not hold', async () => {
  const challenge = await newChallenge(at('14:00:00'), 'sign-in');
  const later = challenge.slice();
  later[22] = 255;
  for (const bytes of [later, challenge.slice(1), crypto.getRandomValues(new Uint8Array(56)), new Uint8Array(56)])
    expect(await challengeHolds(at('14:00:00'), 'sign-in', base64url(bytes))).toBe(false);
  expect(await challengeHolds(at('14:00:00'), 'sign-in', 'no base64!')).toBe(false);
});
