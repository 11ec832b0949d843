import { inForce } from './in-force.ts';

/** What a county has settled by a date where the published text is silent. Each row replaces the one before it whole. */
export interface CountyTerms {
  measure: string;
  effectiveFrom: string;
  /** The sum, in fen, of a measure whose text states none. */
  amountFen?: number;
  /** Whether a ceiling counts what was given earlier. */
  ceilingCountsEarlier?: boolean;
}

/** The county's terms for a measure on a date; undefined as long as it has settled nothing. */
export function countyTermsAt(rows: readonly CountyTerms[], measure: string, date: string): CountyTerms | undefined {
  return inForce(
    rows.filter((row) => row.measure === measure),
    date,
  );
}
