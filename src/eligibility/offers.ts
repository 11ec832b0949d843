import type { Lang } from '../lib/words.ts';
import type { Site } from '../sites/site.ts';
import { countyTermsAt, type CountyTerms } from './county-terms.ts';
import type { Measure, MeasureVersion } from './define.ts';
import { evaluate, type Trace } from './evaluate.ts';
import { measureAt, measureOf } from './programmes/index.ts';
import type { Facts } from './rule.ts';

/** A measure as a county offers it on a day: the text in force, and what the county has settled itself. */
export interface Offer {
  measure: Measure;
  version: MeasureVersion;
  terms?: CountyTerms;
}

/** The offer of a site by the measure's id, on a date (`YYYY-MM-DD`); undefined where it offers no such measure. */
export function offerOf(site: Site, id: unknown, date: string): Offer | undefined {
  if (typeof id !== 'string' || !site.measures.includes(id)) return undefined;
  const measure = measureOf(id);
  const version = measureAt(id, date);
  return measure && version && { measure, version, terms: countyTermsAt(site.settings.terms, id, date) };
}

/** Everything a site offers on a date, in the site's own order. */
export const offersOf = (site: Site, date: string): Offer[] =>
  site.measures.flatMap((id) => offerOf(site, id, date) ?? []);

/** An offer judged by facts, by the text and terms of its day; labels, clauses and hints in a language. */
export const judge = ({ version, terms }: Offer, facts: Facts, lang: Lang): Trace =>
  evaluate(version, facts, { lang, terms });
