import type { Words } from '../lib/words.ts';
import { addDays } from './calendar/dates.ts';
import type { Citation } from './citation.ts';

/** Why a limit may stand still. */
export const pauseReasons = {
  hearing: { zh: '听证', en: 'hearing' },
} satisfies Record<string, Words>;
export type PauseReason = keyof typeof pauseReasons;

/** Days that a limit leaves out, by an article that says so. `until` is null while it stands still. */
export interface Pause {
  why: PauseReason;
  from: string;
  until: string | null;
  basis: Citation;
}

/** Whether a day is left out. The first and the last day are as well: a hearing of one day takes one day (inference). */
export const isPaused = (date: string, pauses: readonly Pause[]): boolean =>
  pauses.some(({ from, until }) => from <= date && (until === null || date <= until));

/** The last day of so many days after a start, those left out not counted. */
export function passOver(start: string, days: number, pauses: readonly Pause[]): string {
  let date = start;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (!isPaused(date, pauses)) left -= 1;
  }
  return date;
}

const DAY = 86_400_000;

/** How many days a pause that is over took, both its ends included. */
export const daysOf = ({ from, until }: Pick<Pause, 'from'> & { until: string }): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY) + 1;

/** The pause that lasts, or undefined. */
export const lasting = (pauses: readonly Pause[] = []): Pause | undefined => pauses.find(({ until }) => until === null);
