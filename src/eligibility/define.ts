import type { Field } from '../lib/fields/index.ts';
import type { Words } from '../lib/words.ts';
import type { AmountCase } from './amount.ts';
import type { CountyTerms } from './county-terms.ts';
import type { FactValue } from './operators.ts';
import type { Rule } from './rule.ts';

/** Who is paid, which decides what an application must say about itself: identity number or organisation. */
export type Payee = 'person' | 'employer' | 'enterprise';

/** The questions of a measure; page, reader and JSON schema come from them. */
export type FactFields = Readonly<Record<string, Field<FactValue>>>;

/** A paper worth having ready. No list of required papers is published, so none is required. */
export interface Paper {
  id: string;
  label: Words;
}

/** Something the text leaves open; a county may settle it by its own terms. */
export interface Pending extends Words {
  settledBy?: keyof CountyTerms;
}

interface Text<Name extends string> {
  /** `YYYY-MM-DD`; also the name of the version. An application is judged by the version in force when it was sent. */
  effectiveFrom: string;
  rules: readonly Rule<Name>[];
  amounts: readonly AmountCase<Name>[];
  /** The amount as the text puts it. */
  amountWords: Words;
  papers: readonly Paper[];
  /** Where all this was read, and how sure its date is. */
  source: Words;
  /** What the text leaves open; shown as 待定. */
  pending: readonly Pending[];
}

export interface MeasureVersion extends Text<string> {
  measure: string;
  facts: FactFields;
}

export interface Measure {
  id: string;
  title: Words;
  /** Who may apply. */
  audience: Words;
  payee: Payee;
  versions: readonly MeasureVersion[];
}

/** One dated text of a measure. A rule or amount that names a fact nobody is asked for does not compile. */
export function defineVersion<const F extends FactFields>(
  version: { facts: F } & Text<NoInfer<keyof F & string>>,
): Omit<MeasureVersion, 'measure'> {
  return version;
}

/** A measure: an amendment adds a version with a later date and leaves the old one as it is. */
export function defineMeasure({
  versions,
  ...measure
}: Omit<Measure, 'versions'> & { versions: readonly Omit<MeasureVersion, 'measure'>[] }): Measure {
  return { ...measure, versions: versions.map((version) => ({ ...version, measure: measure.id })) };
}
