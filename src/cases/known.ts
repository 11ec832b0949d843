import { REVEALED } from './reveal.ts';
import type { StaffCase } from './staff-view.ts';

/** The event up to which an officer knew the case. A colleague who only looked has changed nothing. */
export function knownUpTo({ events, row }: Pick<StaffCase, 'events' | 'row'>, seen: number): number {
  const later = events.filter(({ seq }) => seq > seen);
  return seen >= 1 && later.every(({ code }) => code === REVEALED) ? row.seq : seen;
}
