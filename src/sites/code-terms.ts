/**
 * When codes by SMS stop by themselves: numbers are pumped where codes are asked for and nobody types them back
 * (security.md §5.9).
 */
export interface CodeTerms {
  /** So many of the last codes are looked at; with fewer nothing is said. */
  lookedAt: number;
  /** Percent of them that have to be used; below it they stop. */
  leastUsed: number;
  /** Minutes after which a code that was sent should have been used; younger ones are not looked at. */
  afterMinutes: number;
  /** Days after which a code says nothing any more, and its record goes. */
  withinDays: number;
}

export const usualCodes: CodeTerms = { lookedAt: 50, leastUsed: 20, afterMinutes: 10, withinDays: 30 };
