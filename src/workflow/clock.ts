import type { Site } from '../sites/site.ts';
import { openDay, type Calendar } from './calendar/index.ts';
import type { Citation } from './citation.ts';
import { deadline } from './deadline.ts';
import type { Due, Explanation } from './due.ts';
import { dueOf } from './due.ts';
import type { Limit } from './limits.ts';
import type { PauseReason } from './pause.ts';

/** What entering a state does to the limit that runs. A state without a clock ends it: nothing more is owed. */
export type Clock =
  | { is: 'kept' }
  /** A limit of its own, from the day of entry. */
  | { is: 'starts'; limit: Limit }
  /** More time, by the limit's count at most, from the last day of the limit that runs. */
  | { is: 'prolonged'; limit: Limit }
  /** The limit stands still from the day of entry. No date holds until it goes on. */
  | { is: 'paused'; why: PauseReason; basis: Citation }
  /** It goes on, longer by the days it stood still. */
  | { is: 'resumed' };

export type ClockByOrgan = Readonly<Record<Site['organ'], Clock>>;

export const everywhere = (clock: Clock): ClockByOrgan => ({ 'petition-office': clock, 'other-organ': clock });

/** A due date with the reckoning behind it; while the limit stands still there is none. */
export interface Running {
  due: Due | null;
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
  if (clock.is === 'paused') return paused(clock, running, entered.on);
  if (clock.is === 'resumed') return resumed(running, entered.on, calendar);
  if (!running.due) return running;
  const most = clock.limit.count;
  const limit = { ...clock.limit, count: Math.min(entered.moreDays ?? most, most) };
  return dueOf(limit, running.explanation.unrolled, calendar);
}

/** A limit that was missed already is not mended by a pause, and one that stands still is not stopped twice. */
function paused({ why, basis }: Extract<Clock, { is: 'paused' }>, running: Running, on: string): Running {
  const { due, explanation } = running;
  if (!due || due.date < on) return running;
  const pauses = [...(explanation.pauses ?? []), { why, basis, from: on, until: null }];
  return { due: null, explanation: { ...explanation, pauses, stopped: due } };
}

function resumed(running: Running, on: string, calendar: Calendar): Running {
  const { stopped, basis, start, count, unit, pauses = [] } = running.explanation;
  if (!stopped) return running;
  const over = pauses.map((pause) => (pause.until === null ? { ...pause, until: on } : pause));
  const found = deadline({ start, count, unit, pauses: over }, calendar);
  return {
    due: { ...stopped, date: found.date, provisional: found.provisional },
    explanation: { ...found, basis },
  };
}

/** A limit that waited for a year's notice, reckoned anew by a calendar that has it; null where that settles nothing. */
export function settledBy(calendar: Calendar, { due, explanation }: Running): Running | null {
  const { basis, start, count, unit, pauses, open } = explanation;
  if (!due || !open || openDay(open.date, calendar)) return null;
  const found = deadline({ start, count, unit, ...(pauses && { pauses }) }, calendar);
  return {
    due: { ...due, date: found.date, provisional: found.provisional },
    explanation: { ...found, basis },
  };
}
