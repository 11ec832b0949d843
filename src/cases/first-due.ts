import { calendar } from '../workflow/calendar/index.ts';
import { dueOf, type Due } from '../workflow/due.ts';
import type { Limit } from '../workflow/limits.ts';

interface FirstDue {
  on: string;
  due: Due;
  /** As the row of the case has it. */
  kept: { due: string; dueExplanation: string };
}

const lastOf = new WeakMap<Limit, FirstDue>();

/** When the first limit of what is submitted on a Shanghai date ends: the same for all of one day, so worked out once. */
export function firstDue(limit: Limit, on: string): FirstDue {
  const last = lastOf.get(limit);
  if (last?.on === on) return last;
  const { due, explanation } = dueOf(limit, on, calendar);
  const first = { on, due, kept: { due: JSON.stringify(due), dueExplanation: JSON.stringify(explanation) } };
  lastOf.set(limit, first);
  return first;
}
