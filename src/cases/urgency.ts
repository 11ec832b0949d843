import { SOON_DAYS } from '../workflow/reminders.ts';

/** How near a due date is. Amber: `soon`, the last days before it; red: `today` and `overdue`. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'calm' | 'none';

const DAY = 86_400_000;

/** Urgency and days left (past: days over) of a due date, both dates in Asia/Shanghai. Pure. */
export function urgencyOf(dueDate: string | null, today: string): { urgency: Urgency; days: number } {
  if (dueDate === null) return { urgency: 'none', days: 0 };
  const left = Math.round((Date.parse(dueDate) - Date.parse(today)) / DAY);
  if (left < 0) return { urgency: 'overdue', days: -left };
  if (left === 0) return { urgency: 'today', days: 0 };
  return { urgency: left <= SOON_DAYS ? 'soon' : 'calm', days: left };
}
