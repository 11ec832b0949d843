import * as v from 'valibot';
import { canonical } from '../lib/canonical.ts';
import type { PublicKey } from '../lib/sealing/signing.ts';
import { sealHolds, type Head } from './seal.ts';
import type { SealRow } from './tables.ts';

/** A seal with the heads it covers, as it lies in the object store. */
export interface SealCopy {
  seal: SealRow;
  heads: Head[];
}

const DIGITS = 10;

/** `seals/0000000042.json`: in the order of the seals wherever names are sorted. */
export const copyName = (seq: number): string => `seals/${String(seq).padStart(DIGITS, '0')}.json`;

/** The copy as text: JCS, so that the same seal is the same text. */
export const copyText = ({ seal, heads }: SealCopy): string =>
  canonical({
    v: 1,
    seal: { ...seal },
    heads: heads
      .map(({ stream, seq, hash }) => ({ stream, seq, hash }))
      .toSorted((a, b) => (a.stream < b.stream ? -1 : 1)),
  });

const whole = v.pipe(v.number(), v.integer());
const copySchema = v.strictObject({
  v: v.literal(1),
  seal: v.strictObject({
    seq: whole,
    at: whole,
    count: whole,
    headsHash: v.string(),
    prev: v.string(),
    kid: v.string(),
    signature: v.string(),
  }),
  heads: v.array(v.strictObject({ stream: v.string(), seq: whole, hash: v.string() })),
});

/** A copy read back; null where the text is none. */
export function readCopy(text: string): SealCopy | null {
  try {
    const read = v.safeParse(copySchema, JSON.parse(text));
    return read.success ? { seal: read.output.seal, heads: read.output.heads } : null;
  } catch {
    return null;
  }
}

/** `forged`: the copy itself is not what was signed; `gone`: the database has no such seal; `other`: it has another. */
export type CopyFault = { seq: number; why: 'forged' | 'gone' | 'other' };

/** What is wrong between a copy and the database's seal of that number, or null. Needs no secret. */
export async function copyFault(
  keys: readonly PublicKey[],
  { seal, heads }: SealCopy,
  kept: SealRow | null,
): Promise<CopyFault | null> {
  const { seq } = seal;
  if (!(await sealHolds(keys, seal, heads))) return { seq, why: 'forged' };
  if (!kept) return { seq, why: 'gone' };
  return kept.signature === seal.signature ? null : { seq, why: 'other' };
}
