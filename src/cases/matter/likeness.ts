import { bigramsOf, inCommon } from '../../lib/bigrams.ts';

/** How much of the shorter of two texts stands in the other as well, from 0 to 1, by its bigrams. Pure. */
export function likeness(one: string, other: string): number {
  const [a, b] = [bigramsOf(one), bigramsOf(other)];
  const shorter = Math.min(a.size, b.size);
  return shorter === 0 ? 0 : inCommon(a, b) / shorter;
}
