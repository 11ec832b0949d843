import type { CountyTerms } from '../sites/settings.ts';
import { inForce } from './in-force.ts';

export type { CountyTerms };

/** The county's terms for a measure on a date; undefined as long as it has settled nothing. */
export function countyTermsAt(rows: readonly CountyTerms[], measure: string, date: string): CountyTerms | undefined {
  return inForce(
    rows.filter((row) => row.measure === measure),
    date,
  );
}
