import { createChallenge, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/sha';
import * as v from 'valibot';
import { base64url, fromBase64, fromUtf8 } from '../lib/bytes.ts';
import type { Clock } from '../lib/clock.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';

/** Five minutes of typing are usual, ten the most security.md §5.13 allows a challenge to live. */
const LIFE_MS = 10 * 60_000;
/** One in 256 keys of 16 hashes each fits: hardly felt on a desktop, within the page's one second on a slow phone. */
const DIFFICULTY = { algorithm: 'SHA-256', cost: 16, keyPrefix: '00' };

const secretOf = async (ring: KeyRing, kid: string, site: string): Promise<string> =>
  base64url(await ring.mac('challenge', kid, site));

/** A fresh ALTCHA challenge for one site; nothing is stored until its solution is used. */
export async function newChallenge(ring: KeyRing, clock: Clock, site: string): Promise<Challenge> {
  return createChallenge({
    ...DIFFICULTY,
    deriveKey,
    expiresAt: Math.floor((clock.now() + LIFE_MS) / 1000),
    hmacSignatureSecret: await secretOf(ring, ring.current, site),
  });
}

const payloadSchema = v.object({
  challenge: v.object({
    parameters: v.looseObject({ nonce: v.string(), salt: v.string(), expiresAt: v.number() }),
    signature: v.string(),
  }),
  solution: v.object({ counter: v.number(), derivedKey: v.string() }),
});

/** A proof that holds, with what must be remembered so that it counts once. */
export interface Proof {
  signature: string;
  expiresAt: number;
}

/** Checks a solution (base64 of ALTCHA's JSON); null where it is wrong, stale or of another site. */
export async function proofOf(ring: KeyRing, site: string, solution: string): Promise<Proof | null> {
  const bytes = fromBase64(solution);
  if (!bytes) return null;
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), payloadSchema), fromUtf8(bytes));
  if (!read.success) return null;
  const { challenge, solution: answer } = read.output;
  // Work begun before the ring turned still counts.
  const verdicts = ring.ids.map(async (kid) =>
    verifySolution({
      challenge: challenge as unknown as Challenge,
      solution: { ...answer, time: 0 },
      deriveKey,
      hmacSignatureSecret: await secretOf(ring, kid, site),
    }).catch(() => null),
  );
  if (!(await Promise.all(verdicts)).some((verdict) => verdict?.verified)) return null;
  return { signature: challenge.signature, expiresAt: challenge.parameters.expiresAt * 1000 };
}
