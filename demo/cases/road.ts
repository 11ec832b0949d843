type Json = Record<string, unknown>;

/** What an officer did with a case. In words, `{T-5}` is that day, `{number}` the receipt, `{due}` the date that held before. */
export interface DemoStep {
  /** Days before T, at `HH:MM`; never before the step before it, nor after now. */
  daysAgo: number;
  time: string;
  /** Who: a post of the county (demo/staff.ts), or the `sender`. */
  by: string;
  action: string;
  input: Json;
  /** Taken in the case that was born of this one, not in this one itself. */
  of?: 'born';
}

/** One line of a road: `step(12, '09:30', 'desk', 'accept')`. */
export const step = (daysAgo: number, time: string, by: string, action: string, input: Json = {}): DemoStep => ({
  daysAgo,
  time,
  by,
  action,
  input,
});
