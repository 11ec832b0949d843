import { bigramsOf } from '../../lib/bigrams.ts';

/** 16 bands of 3: of two texts with half their bigrams in common 88 % share a band, with a tenth 2 % (1 − (1 − J³)¹⁶). */
const BANDS = 16;
const ROWS = 3;

const MULTIPLIER = 0x01000193;
const OFFSET = 0x811c9dc5;

/** FNV-1a, 32 bits. */
function hashOf(text: string, from = OFFSET): number {
  let hash = from;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), MULTIPLIER);
  return hash >>> 0;
}

/** One of many independent orders of 32-bit numbers (the finaliser of MurmurHash3 on a number and an order's own). */
function placed(value: number, order: number): number {
  let h = value ^ Math.imul(order + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A text's MinHash bands within a `scope` (county and kind): near-duplicates have at least one in common, so an index
 * finds them without reading another text. Whole numbers below 2⁵³; none for a text without bigrams. Pure.
 */
export function bandsOf(scope: string, text: string): number[] {
  const hashes = [...bigramsOf(text)].map((pair) => hashOf(pair));
  if (hashes.length === 0) return [];
  const least = Array.from({ length: BANDS * ROWS }, (_, order) =>
    hashes.reduce((min, hash) => Math.min(min, placed(hash, order)), 0xffffffff),
  );
  return Array.from({ length: BANDS }, (_, band) => {
    const words = `${scope}|${band}|${least.slice(band * ROWS, (band + 1) * ROWS).join()}`;
    return (hashOf(words, MULTIPLIER) % 2 ** 21) * 2 ** 32 + hashOf(words);
  });
}
