import { sha256 } from '../lib/bytes.ts';
import { canonical } from '../lib/canonical.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { signatureHolds, signatureOf, type PublicKey } from '../lib/sealing/signing.ts';
import type { EventRow, SealRow } from './tables.ts';

/** The last link of a stream at some time: it stands for the whole chain before it. */
export type Head = Pick<EventRow, 'stream' | 'seq' | 'hash'>;

const FIRST_SEAL = '';

const headsHashOf = (heads: readonly Head[]): Promise<string> => {
  const plain = heads.map(({ stream, seq, hash }) => ({ stream, seq, hash }));
  return sha256(canonical(plain.toSorted((a, b) => (a.stream < b.stream ? -1 : 1))));
};

/** What is signed: JCS (RFC 8785) of everything a seal says. */
const textOf = ({ seq, at, count, headsHash, prev, kid }: Omit<SealRow, 'signature'>): string =>
  canonical({ v: 1, seq, at, count, heads: headsHash, prev, kid });

const linkTo = (last: SealRow | null): Promise<string> =>
  last ? sha256(`${textOf(last)}.${last.signature}`) : Promise.resolve(FIRST_SEAL);

/** The seal after `last` (none: the first) over these heads, at a time in ms, under the ring's current key. */
export async function nextSeal(
  ring: KeyRing,
  last: SealRow | null,
  heads: readonly Head[],
  at: number,
): Promise<SealRow> {
  const unsigned = {
    seq: (last?.seq ?? 0) + 1,
    at,
    count: heads.length,
    headsHash: await headsHashOf(heads),
    prev: await linkTo(last),
    kid: ring.current,
  };
  return { ...unsigned, signature: await signatureOf(ring, 'heads', textOf(unsigned)) };
}

/** `heads`: they are not the ones it was signed over; `locked`: its key is not among those given. */
export type SealFault = { seq: number; why: 'missing' | 'changed' | 'unlinked' | 'heads' | 'locked' };

/** What is wrong with a seal that should follow `last`, its heads in any order; null where it holds. Needs no secret. */
export async function sealFault(
  keys: readonly PublicKey[],
  last: SealRow | null,
  seal: SealRow,
  heads: readonly Head[],
): Promise<SealFault | null> {
  const seq = (last?.seq ?? 0) + 1;
  if (seal.seq !== seq) return { seq, why: 'missing' };
  const key = keys.find(({ kid }) => kid === seal.kid);
  if (!key) return { seq, why: 'locked' };
  if (!(await signatureHolds(key, textOf(seal), seal.signature))) return { seq, why: 'changed' };
  if (seal.prev !== (await linkTo(last))) return { seq, why: 'unlinked' };
  return seal.headsHash === (await headsHashOf(heads)) ? null : { seq, why: 'heads' };
}

/** Whether a seal taken by itself is what was signed, over these heads. */
export async function sealHolds(keys: readonly PublicKey[], seal: SealRow, heads: readonly Head[]): Promise<boolean> {
  const key = keys.find(({ kid }) => kid === seal.kid);
  return (
    key !== undefined &&
    (await signatureHolds(key, textOf(seal), seal.signature)) &&
    seal.headsHash === (await headsHashOf(heads))
  );
}

const HOUR = 3_600_000;

/**
 * Whether a seal is due: in a new hour, or at once while the last one was `full`. A clock that was an hour ahead and is
 * put right must not stop the seals until it has caught up; one a little behind another must not add any.
 */
export function sealIsDue(last: Pick<SealRow, 'at' | 'count'> | null, now: number, full: number): boolean {
  if (!last || last.count >= full) return true;
  return Math.floor(now / HOUR) > Math.floor(last.at / HOUR) || last.at - now >= HOUR;
}
