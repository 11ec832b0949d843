/** What a county has settled by a date where a measure's text is silent. Each row replaces the one before it whole. */
export interface CountyTerms {
  measure: string;
  effectiveFrom: string;
  /** The sum, in fen, of a measure whose text states none. */
  amountFen?: number;
  /** Whether a ceiling counts what was given earlier. */
  ceilingCountsEarlier?: boolean;
}

/** What a site may decide for itself, with the figures of security.md §5.9 as the default. */
export interface SiteSettings {
  /** SMS and e-mail to one address a day; above it a message ends as `failed`, never silently. */
  messagesPerAddressPerDay: number;
  /** All messages of the site a day. */
  messagesPerSitePerDay: number;
  /** Nothing leaves while true; messages wait. */
  messagesStopped: boolean;
  /** Submissions without a proof of work: an hour from one address, a day on the whole site. */
  unprovenPerAddressPerHour: number;
  unprovenPerSitePerDay: number;
  /** What is 待定 in the text of a measure and settled here, by date. */
  terms: readonly CountyTerms[];
}

export const defaultSettings: SiteSettings = {
  messagesPerAddressPerDay: 5,
  messagesPerSitePerDay: 2000,
  messagesStopped: false,
  unprovenPerAddressPerHour: 3,
  unprovenPerSitePerDay: 200,
  terms: [],
};
