import type { Draft } from './draft.ts';

/** Whether comments count on a date (`YYYY-MM-DD`, Asia/Shanghai): from the first day to the whole of the last. */
export const isOpen = (draft: Pick<Draft, 'opens' | 'closes'>, date: string): boolean =>
  draft.opens <= date && date <= draft.closes;
