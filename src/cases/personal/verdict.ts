import type { SiteSettings } from '../../sites/settings.ts';
import { addMonths } from '../../workflow/calendar/dates.ts';

/** Whether a case goes at its sender's wish, or why it must stay; `until`: the last day it is kept. */
export type Verdict = { is: 'goes' } | { is: 'under-way' } | { is: 'kept'; until: string } | { is: 'not-settled' };

/** What is known of a case: its kind, whether anything is still owed in it, and the Shanghai date it got there. */
export interface Standing {
  kind: string;
  final: boolean;
  endedOn: string;
}

/**
 * What of a case may go (个人信息保护法 47: the purpose is achieved, consent withdrawn, or its time over). What is under
 * way serves its purpose still; how long the rest is kept is for the county's settings, and where they are silent it stays.
 */
export function verdictOf(
  { kind, final, endedOn }: Standing,
  { keptMonths, dataRequests }: Pick<SiteSettings, 'keptMonths' | 'dataRequests'>,
  today: string,
): Verdict {
  if (!final) return { is: 'under-way' };
  if (dataRequests.erasable.includes(kind)) return { is: 'goes' };
  const months = keptMonths[kind];
  if (months === undefined) return { is: 'not-settled' };
  const until = addMonths(endedOn, months);
  return until < today ? { is: 'goes' } : { is: 'kept', until };
}
