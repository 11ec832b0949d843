import type { Deputy, Station, Weekday } from './station.ts';

const DAY = 86_400_000;
// Weeks are counted through instead of by ISO number: a year of 53 weeks would put the same deputy on twice running.
// This Monday begins ISO week 1 of 2026, so odd weeks are the first deputy's, as stations post it.
const FIRST_MONDAY = Date.parse('2025-12-29');

const dayNumber = (date: string): number => Math.round((Date.parse(date) - FIRST_MONDAY) / DAY);
const modulo = (n: number, by: number): number => ((n % by) + by) % by;

const isReceptionDay = (days: readonly Weekday[], date: string): boolean =>
  days.some((day) => day === modulo(dayNumber(date), 7) + 1);

/**
 * The deputies one meets at a station on a date (`YYYY-MM-DD`, Asia/Shanghai); none when it receives nobody that day.
 * A fixed deputy is there on each reception day, joined every other week by the second; elsewhere the two take turns by
 * the week. Public holidays are not considered: the station's own notice decides those.
 */
export function onDuty(station: Station, date: string): readonly Deputy[] {
  if (!isReceptionDay(station.receptionDays, date)) return [];
  const [first, second] = station.deputies;
  const firstsWeek = modulo(Math.floor(dayNumber(date) / 7), 2) === 0;
  if (station.duty === 'rotating') return [firstsWeek ? first : second];
  return firstsWeek ? [first] : [first, second];
}
