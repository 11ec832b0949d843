import { expect, test } from 'vitest';
import { newChallenge, proofOf } from '../../../src/cases/challenge.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { openKeyRing } from '../../../src/lib/sealing/key-ring.ts';
import { solve } from '../../../src/ui/browser/solve.ts';

const ring = openKeyRing({ current: 'test', ring: { test: Buffer.alloc(32, 7).toString('base64') } });

test('what a phone works out, the server accepts', async () => {
  const challenge = await newChallenge(ring, systemClock, 'wanrong');
  const solution = await solve(challenge, 30_000);
  const proof = btoa(JSON.stringify({ challenge, solution }));
  expect(await proofOf(ring, 'wanrong', proof)).toMatchObject({ signature: challenge.signature });
  expect(await proofOf(ring, 'wenxi', proof)).toBeNull();
});

test('a phone too slow gives up and asks nothing more of its battery', async () => {
  const challenge = await newChallenge(ring, systemClock, 'wanrong');
  expect(await solve(challenge, 0)).toBeNull();
});
