import type { Draft } from './draft.ts';
import { isOpen } from './window.ts';

/** The drafts a site lays open on its pages, the rest are none of its business. */
export const collectedAt = <D extends Draft>(drafts: readonly D[], site: string): D[] =>
  drafts.filter(({ collectedBy }) => collectedBy.includes(site));

export type Phase = 'open' | 'to-come' | 'closed';

/** Where a draft stands on a date (`YYYY-MM-DD`, Asia/Shanghai). */
export function phaseOf(draft: Pick<Draft, 'opens' | 'closes'>, date: string): Phase {
  if (isOpen(draft, date)) return 'open';
  return date < draft.opens ? 'to-come' : 'closed';
}
