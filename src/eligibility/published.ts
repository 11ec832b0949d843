import { say, type Lang } from '../lib/words.ts';
import type { CountyTerms } from './county-terms.ts';
import type { MeasureVersion, Pending } from './define.ts';
import { yuanWords } from './yuan.ts';

/** What is still 待定 on a day: the text's open points less those the county has settled. */
export const stillPending = (version: MeasureVersion, terms?: CountyTerms): Pending[] =>
  version.pending.filter(({ settledBy }) => settledBy === undefined || terms?.[settledBy] === undefined);

/** The amount as a page states it: the county's sum where the text has none, else the text's own words. */
export function amountInWords(version: MeasureVersion, lang: Lang, terms?: CountyTerms): string {
  const unpublished = version.amounts.some((amount) => amount.is === 'unpublished');
  return unpublished && terms?.amountFen !== undefined
    ? yuanWords(terms.amountFen, lang)
    : say(version.amountWords, lang);
}
