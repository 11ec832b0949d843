/** Submissions go first: the outbox is woken once it has been quiet for so long, or after so long at the latest. */
const QUIET_MS = 50;
const LATEST_MS = 5000;

/** Runs work once it is quiet; never twice at a time, and once more where something came while it ran. */
export function whenQuiet(work: () => Promise<void>): () => void {
  let since = 0;
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running = false;
  const look = async (): Promise<void> => {
    timer = null;
    const now = Date.now();
    if (running || (now - last < QUIET_MS && now - since < LATEST_MS)) {
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
