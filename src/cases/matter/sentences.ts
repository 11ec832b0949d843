import { bigramsOf, inCommon } from '../../lib/bigrams.ts';

/** A sentence counts as said elsewhere once three of ten of its bigrams stand there. */
const COVERED = 0.3;
/** Shorter than this it is a greeting or a sigh. */
const SHORTEST = 4;

export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[。!?！？;；\n])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => Array.from(sentence.replace(/[^\p{L}\p{N}]/gu, '')).length >= SHORTEST);

/** The sentences of a text that none of the others says, in their order: what would be lost if one stood for all. Pure. */
export function oddSentences(text: string, others: readonly string[]): string[] {
  const said = new Set(others.flatMap((other) => [...bigramsOf(other)]));
  return sentencesOf(text).filter((sentence) => {
    const own = bigramsOf(sentence);
    return inCommon(own, said) < own.size * COVERED;
  });
}
