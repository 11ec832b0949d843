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
  /** At most one time after the last of these. */
  onceSince?: readonly string[];
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
  { only, within, ...repeated }: Guards,
  { category, taken, today }: Course,
): GuardRefusal | null {
  if (only && (category === null || !only.includes(category))) return 'category-not-allowed';
  const again = failedRepeat(action, repeated, taken);
  if (again) return again;
  if (!within) return null;
  const since = taken.findLast((one) => one.action === within.after)?.on;
  const { count, unit } = within;
  const open = since !== undefined && today <= deadline({ start: since, count, unit }, calendar).date;
  return open ? null : 'too-late';
}

/** What an action may not do a second time, or not before another. */
function failedRepeat(
  action: string,
  { once, onceSince, undoneBy, undoes }: Omit<Guards, 'only' | 'within'>,
  taken: Course['taken'],
): GuardRefusal | null {
  const lastOf = (...names: readonly string[]): number => taken.findLastIndex((one) => names.includes(one.action));
  const last = lastOf(action);
  if (once && last >= 0) return 'already-taken';
  if (onceSince && last >= 0 && last > lastOf(...onceSince)) return 'already-taken';
  if (undoneBy !== undefined && last > lastOf(undoneBy)) return 'already-taken';
  return undoes !== undefined && last >= lastOf(undoes) ? 'nothing-to-undo' : null;
}
