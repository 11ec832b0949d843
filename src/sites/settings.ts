import type { Words } from '../lib/words.ts';
import { usualCodes, type CodeTerms } from './code-terms.ts';
import { usualLimits, type MessageLimits } from './message-limits.ts';
import { usualHours, type StaffHours } from './staff-hours.ts';

/** What a county has settled by a date where a measure's text is silent. Each row replaces the one before it whole. */
export interface CountyTerms {
  measure: string;
  effectiveFrom: string;
  /** The sum, in fen, of a measure whose text states none. */
  amountFen?: number;
  /** Whether a ceiling counts what was given earlier. */
  ceilingCountsEarlier?: boolean;
}

/**
 * What a site has settled on 代表建议 by a date; 代表法 leaves it open, so none of it is law. The default follows 河南 2017
 * (objection 14, feedback and again 22) and the three letters used most; a letter never changes its meaning.
 */
export interface ProposalTerms {
  effectiveFrom: string;
  categories: readonly { code: string; label: Words }[];
  /** Workdays in which a department may say that it is not the right one. */
  objectionWorkdays: number;
  /** Workdays in which the deputy is asked to respond to a reply. */
  feedbackWorkdays: number;
  /** Months in which a reply the deputy is not satisfied with is given again. */
  againMonths: number;
}

/** What a site promises and decides on requests about personal data, where the law names no days. */
export interface DataRequestTerms {
  /** Workdays, from receipt, in which a request is dealt with or refused with reasons. */
  workdays: number;
  /** Days for which a copy can be opened once it was given. */
  copyDays: number;
  /** Kinds whose cases, once nothing more is owed, go at their sender's wish before their time is over. */
  erasable: readonly string[];
}

/** What a site may decide for itself, with the figures of security.md §5.9 as the default. */
export interface SiteSettings {
  /** How many messages go to whom. */
  messages: MessageLimits;
  /** When codes by SMS stop by themselves. */
  codes: CodeTerms;
  /** When members of staff are written to. */
  staffHours: StaffHours;
  /** Submissions without a proof of work: an hour from one address, a day on the whole site. */
  unprovenPerAddressPerHour: number;
  unprovenPerSitePerDay: number;
  /**
   * For how many months after its end a case of a kind is kept, by the kind's name; then it is erased. A kind that is not
   * named is kept: how long is for the archive rules, which the county settles before real use (个人信息保护法 19).
   */
  keptMonths: Readonly<Record<string, number>>;
  /** What one member of staff may file for others a day. */
  filedPerClerkPerDay: number;
  /** Cases one exported file may hold: masked, with personal data in full, of a search. Above it nothing is cut: it is said. */
  exportedAtMost: { masked: number; full: number; found: number };
  /** After so many days a filing that nobody confirmed is called to mind. */
  confirmWithinDays: number;
  /** What is 待定 in the text of a measure and settled here, by date. */
  terms: readonly CountyTerms[];
  dataRequests: DataRequestTerms;
  /** Oldest first; the last that has taken effect holds. */
  proposals: readonly [ProposalTerms, ...ProposalTerms[]];
}

export const defaultSettings: SiteSettings = {
  messages: usualLimits,
  codes: usualCodes,
  staffHours: usualHours,
  unprovenPerAddressPerHour: 3,
  unprovenPerSitePerDay: 200,
  // What such a request is about is gone or given by then; longer would keep anew what was to go.
  keptMonths: { 'data-request': 1 },
  filedPerClerkPerDay: 100,
  confirmWithinDays: 3,
  exportedAtMost: { masked: 20_000, full: 2000, found: 1000 },
  terms: [],
  // A pledge rests on consent alone (个人信息保护法 15, 47).
  dataRequests: { workdays: 15, copyDays: 7, erasable: ['pledge', 'data-request'] },
  proposals: [
    {
      effectiveFrom: '2025-03-11',
      categories: [
        { code: 'A', label: { zh: 'A 已解决或基本解决', en: 'A solved, or solved for the most part' } },
        { code: 'B', label: { zh: 'B 正在解决或列入规划', en: 'B being solved, or part of a plan' } },
        { code: 'C', label: { zh: 'C 因客观条件限制', en: 'C held up by circumstances' } },
      ],
      objectionWorkdays: 10,
      feedbackWorkdays: 10,
      againMonths: 1,
    },
  ],
};
