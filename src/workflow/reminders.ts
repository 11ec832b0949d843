import type { Citation } from './citation.ts';
import type { Duty } from './limits.ts';
import type { TaskKind } from './tasks.ts';

/** A date is near from this many days before it on: amber on every page, and the first reminder. */
export const SOON_DAYS = 3;

/** When which reminder of a date is opened: THE list, the earliest first. Whom it is for stands on its kind. */
export const reminders: readonly { daysLeft: number; opens: TaskKind; closes: readonly TaskKind[] }[] = [
  { daysLeft: SOON_DAYS, opens: 'due-soon', closes: [] },
  { daysLeft: -1, opens: 'overdue', closes: ['due-soon'] },
];

const law44: Citation = { instrument: '信访工作条例', article: 44 };

/** Duties whose lateness is a fault of the organ that received the matter, by the article that says so. */
export const faultOfOrgan: Partial<Record<Duty, Citation>> = {
  'register-and-forward': law44,
  'notify-or-accept': law44,
};
