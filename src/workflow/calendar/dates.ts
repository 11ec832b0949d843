const DAY = 86_400_000;
const atNoonOf = (date: string): Date => new Date(`${date}T12:00:00Z`);
const written = (day: Date): string => day.toISOString().slice(0, 10);

/** Arithmetic on `YYYY-MM-DD`: no hours, hence no time zone. */
export const addDays = (date: string, days: number): string => written(new Date(atNoonOf(date).getTime() + days * DAY));

/** The corresponding day `months` later, or the last day of that month where it has none (民法典 202). */
export function addMonths(date: string, months: number): string {
  const day = atNoonOf(date);
  const dayOfMonth = day.getUTCDate();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() + months + 1, 0);
  day.setUTCDate(Math.min(dayOfMonth, day.getUTCDate()));
  return written(day);
}

export const yearOf = (date: string): number => Number(date.slice(0, 4));

export const isWeekend = (date: string): boolean => [0, 6].includes(atNoonOf(date).getUTCDay());
