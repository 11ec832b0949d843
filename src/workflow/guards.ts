import { calendar } from './calendar/index.ts';
import { deadline } from './deadline.ts';
import type { Window } from './limits.ts';

/** What guards look at: plain facts of a case, on a Shanghai date. */
export interface Course {
  /** The legal category, where the kind has any. */
  category: string | null;
  /** Everything that happened so far, oldest first. */
  taken: readonly { action: string; on: string }[];
  today: string;
}

/** The course of a case of which only the state is known. */
export const beginning: Course = { category: null, taken: [], today: '' };

/** What must hold besides the state before an action may be taken; data, so that it can be printed. */
export interface Guards {
  only?: readonly string[];
  /** At most one time in the life of a case. */
  once?: boolean;
  /** Not later than this after the last time another action was taken. */
  within?: Window & { after: string };
  /** Not again until another action has undone it. */
  undoneBy?: string;
  /** Only while the action that it undoes holds. */
  undoes?: string;
}

export type GuardRefusal = 'category-not-allowed' | 'already-taken' | 'nothing-to-undo' | 'too-late';

/** The first guard that an action fails, or null. Pure. */
export function failedGuard(
  action: string,
  { only, once, within, undoneBy, undoes }: Guards,
  { category, taken, today }: Course,
): GuardRefusal | null {
  if (only && (category === null || !only.includes(category))) return 'category-not-allowed';
  if (once && taken.some((one) => one.action === action)) return 'already-taken';
  const lastOf = (name: string): number => taken.findLastIndex((one) => one.action === name);
  if (undoneBy !== undefined && lastOf(action) > lastOf(undoneBy)) return 'already-taken';
  if (undoes !== undefined && lastOf(action) >= lastOf(undoes)) return 'nothing-to-undo';
  if (!within) return null;
  const since = taken.findLast((one) => one.action === within.after)?.on;
  const { count, unit } = within;
  const open = since !== undefined && today <= deadline({ start: since, count, unit }, calendar).date;
  return open ? null : 'too-late';
}
