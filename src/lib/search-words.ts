/** A text as search compares it: full width, case and compatibility forms are one. `at[i]` is where in the text its i-th code unit came from. */
export interface Folded {
  text: string;
  at: readonly number[];
}

/** Folds character by character, so that every place can be found again in the text as it was written. */
export function fold(text: string): Folded {
  let folded = '';
  const at: number[] = [];
  let place = 0;
  for (const character of text) {
    const plain = character.normalize('NFKC').toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) at.push(place);
    folded += plain;
    place += character.length;
  }
  return { text: folded, at };
}

const HAN = /\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
const BETWEEN = /[^\p{L}\p{N}\p{M}]+/u;
/** A longer run of letters is no word, and would only fill the index. */
const LONGEST_WORD = 40;

const shorten = (word: string): string => Array.from(word).slice(0, LONGEST_WORD).join('');

function pairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** What a text is found by: each pair of neighbouring Chinese characters, each word of other letters and digits. Pure. */
export function wordsOf(text: string): string[] {
  const runs = fold(text).text.match(RUNS) ?? [];
  return [...new Set(runs.flatMap((run) => (HAN.test(run) ? pairs(run) : [shorten(run)])))];
}

const MOST_TERMS = 8;

/** What somebody searches for, in parts that must each be found, folded; at most eight. Pure. */
export const termsOf = (query: string): string[] =>
  [...new Set(fold(query).text.split(BETWEEN).filter(Boolean))].slice(0, MOST_TERMS);

/** A word of the index that a term asks for; the last letters typed may be the beginning of a longer word. */
export interface Wanted {
  word: string;
  beginning: boolean;
}

/** Words that every text with a term in it has in the index; none for a single character. Pure. */
export function wantedBy(term: string): Wanted[] {
  const runs = term.match(RUNS) ?? [];
  return runs.flatMap((run, index): Wanted[] => {
    if (HAN.test(run)) return pairs(run).map((word) => ({ word, beginning: false }));
    if (runs.length === 1 && Array.from(run).length < 2) return [];
    return [{ word: shorten(run), beginning: index === runs.length - 1 || run.length >= LONGEST_WORD }];
  });
}
