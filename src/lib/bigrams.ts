const RUN = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The pairs of neighbouring characters of a text, each once, in the order they first stand there: what Chinese, which
 * parts no words, is compared and searched by. NFKC, small letters; no pair reaches over punctuation or a blank. Pure.
 */
export function bigramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUN)) {
    const chars = Array.from(run);
    chars.slice(1).forEach((char, index) => found.add(`${chars[index] ?? ''}${char}`));
  }
  return found;
}

/** How many bigrams two texts share. */
export const inCommon = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((pair) => other.has(pair)).length;
