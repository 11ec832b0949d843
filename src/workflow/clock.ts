import type { Site } from '../sites/site.ts';
import type { Calendar } from './calendar/index.ts';
import type { Due, Explanation } from './due.ts';
import { dueOf } from './due.ts';
import type { Limit } from './limits.ts';

/** What entering a state does to the limit that runs. A state without a clock ends it: nothing more is owed. */
export type Clock =
  | { is: 'kept' }
  /** A limit of its own, from the day of entry. */
  | { is: 'starts'; limit: Limit }
  /** More time, by the limit's count at most, from the last day of the limit that runs. */
  | { is: 'prolonged'; limit: Limit };

export type ClockByOrgan = Readonly<Record<Site['organ'], Clock>>;

export const everywhere = (clock: Clock): ClockByOrgan => ({ 'petition-office': clock, 'other-organ': clock });

/** A due date with the reckoning behind it. */
export interface Running {
  due: Due;
  explanation: Explanation;
}

/**
 * What is due after a state was entered on a Shanghai date. `moreDays`: how much longer an extension asks for; never more
 * than the law allows. The extension counts from the last day as counted, before any roll over holidays.
 */
export function dueAfter(
  clock: Clock | undefined,
  running: Running | null,
  entered: { on: string; moreDays?: number },
  calendar: Calendar,
): Running | null {
  if (!clock) return null;
  if (clock.is === 'kept') return running;
  if (clock.is === 'starts') return dueOf(clock.limit, entered.on, calendar);
  if (!running) return null;
  const most = clock.limit.count;
  const limit = { ...clock.limit, count: Math.min(entered.moreDays ?? most, most) };
  return dueOf(limit, running.explanation.unrolled, calendar);
}
