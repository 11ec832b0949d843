/** Past this the platform has ended what runs after an answer, without a word to anybody. */
const DEAD_MS = 30_000;
/** One caller does not go on for all who come after it without end. */
const LONGEST_MS = 20_000;

/**
 * Runs a piece of work for many callers, never twice at a time: whoever comes while it runs has it run once more right
 * after, by the one who runs it, and does not wait. A failure ends the turn and is the caller's; what was asked for
 * meanwhile then waits for the next.
 */
export function oneAtATime(now: () => number): (work: () => Promise<unknown>) => Promise<void> {
  let running: { since: number; again: boolean } | null = null;
  return async (work) => {
    if (running && now() - running.since < DEAD_MS) {
      running.again = true;
      return;
    }
    const mine = { since: now(), again: true };
    running = mine;
    try {
      while (mine.again && now() - mine.since < LONGEST_MS) {
        mine.again = false;
        await work();
      }
    } finally {
      if (running === mine) running = null;
    }
  };
}
