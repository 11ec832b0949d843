import { shanghaiDate, shanghaiTime } from '../lib/clock.ts';
import type { StaffHours } from '../sites/staff-hours.ts';
import { dayKind, type Calendar } from '../workflow/calendar/index.ts';

const MINUTE = 60_000;
/** A digest that could not leave in time is of no use at noon. */
const DIGEST_WITHIN = 3 * 60;

const clockOf = (ms: number): string => shanghaiTime(ms).slice(11, 16);
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether messages wait at a time in ms; the hours may lie across midnight. Pure. */
export function isQuiet(now: number, { quietFrom, quietUntil }: StaffHours): boolean {
  const time = clockOf(now);
  return quietFrom <= quietUntil ? quietFrom <= time && time < quietUntil : quietFrom <= time || time < quietUntil;
}

/** Whether a reminder may leave that is not urgent: outside the quiet hours, and not right after the one before. Pure. */
export const mayTell = (now: number, toldAt: number | null, hours: StaffHours): boolean =>
  !isQuiet(now, hours) && (toldAt === null || now - toldAt >= hours.apart * MINUTE);

/** Whether the digest of today is due: on a workday from its time on, once. Pure. */
export function digestIsDue(now: number, digestOn: string | null, hours: StaffHours, calendar: Calendar): boolean {
  const today = shanghaiDate(now);
  const { is } = dayKind(today, calendar);
  if (digestOn === today || (is !== 'workday' && is !== 'make-up') || isQuiet(now, hours)) return false;
  const late = minutesOf(clockOf(now)) - minutesOf(hours.digestAt);
  return late >= 0 && late < DIGEST_WITHIN;
}
