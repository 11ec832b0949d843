import type { Recent } from '../route.ts';

/** What runs know of the suppliers when they choose among them. */
export interface View {
  /** When it was taken, in milliseconds. */
  at: number;
  recent: readonly Recent[];
  /** Suppliers that are being given the one message that shows whether they are well again. */
  probed: Set<string>;
  /** How messages fared with each since. One that fails is left to the next view. */
  fared: Map<string, { bad: number; good: number }>;
}

const GOOD_FOR_MS = 5_000;

/**
 * Whether runs that follow each other may go by the same view: under a stream of messages, looking back over twenty
 * minutes costs more than sending. Never once a try went badly.
 */
export const isGood = (view: View | undefined, now: number): view is View =>
  view !== undefined && now - view.at < GOOD_FOR_MS && [...view.fared.values()].every(({ bad }) => bad === 0);

export const newView = (recent: readonly Recent[], at: number): View => ({
  at,
  recent,
  probed: new Set(),
  fared: new Map(),
});
