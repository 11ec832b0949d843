/** Submissions go first: the outbox is woken once it has been quiet for so long, or after so long at the latest. */
const QUIET_MS = 50;
const LATEST_MS = 10_000;

/** Runs work once nothing was heard for a while and nobody is busy; never twice at a time, and again for what came meanwhile. */
export function whenQuiet(work: () => Promise<void>, isBusy: () => boolean): () => void {
  let since = 0;
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running = false;
  const look = async (): Promise<void> => {
    timer = null;
    const now = Date.now();
    // A clock that was put back would be quiet only once it has caught up.
    const quiet = (now < last || now - last >= QUIET_MS) && !isBusy();
    if (running || (!quiet && now - since < LATEST_MS)) {
      timer = setTimeout(() => void look(), QUIET_MS);
      return;
    }
    running = true;
    await work().finally(() => (running = false));
  };
  return () => {
    last = Date.now();
    if (timer !== null) return;
    since = last;
    timer = setTimeout(() => void look(), QUIET_MS);
  };
}
