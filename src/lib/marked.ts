import { fold } from './search-words.ts';

/** A piece of a text, and whether it is one of the words that were looked for. */
export interface Piece {
  text: string;
  found: boolean;
}

/** Where folded terms stand in a text, as places in the text itself; one after the other, none within another. */
function placesOf(text: string, terms: readonly string[]): [from: number, to: number][] {
  const folded = fold(text);
  const end = (place: number): number => folded.at[place] ?? text.length;
  const found = terms.flatMap((term) => {
    const places: [number, number][] = [];
    for (let at = folded.text.indexOf(term); at >= 0; at = folded.text.indexOf(term, at + term.length))
      places.push([end(at), end(at + term.length)]);
    return places;
  });
  let last = 0;
  return found
    .toSorted(([a], [b]) => a - b)
    .filter(([from, to]) => {
      if (from < last) return false;
      last = to;
      return true;
    });
}

/** A text in pieces, with the terms that were looked for (`termsOf`) apart. Pure. */
export function marked(text: string, terms: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of placesOf(text, terms)) {
    if (from > at) pieces.push({ text: text.slice(at, from), found: false });
    pieces.push({ text: text.slice(from, to), found: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false });
  return pieces;
}

/** Whether a term stands anywhere in one of the texts. Pure. */
export const standsIn = (texts: readonly string[], term: string): boolean =>
  texts.some((text) => fold(text).text.includes(term));

const BEFORE = 16;
const LENGTH = 80;

/** What stands around the first term found, with every term marked; null where there is none. Pure. */
export function excerpt(text: string, terms: readonly string[]): Piece[] | null {
  const [first] = placesOf(text, terms);
  if (!first) return null;
  const before = Array.from(text.slice(0, first[0]));
  const after = Array.from(text.slice(first[0]));
  const [head, tail] = [before.slice(-BEFORE), after.slice(0, LENGTH)];
  const cut = [head.length < before.length ? '…' : '', ...head, ...tail, tail.length < after.length ? '…' : ''].join(
    '',
  );
  return marked(cut.replace(/\s+/g, ' '), terms);
}
