interface Kept<T> {
  at: number;
  value: T;
}

const FRESH_MS = 60_000;
const MOST = 1000;

/**
 * Reference data of an isolate by name: read anew after 60 s, and used as old as it is while it cannot be (architecture.md,
 * mechanism 3). What is not there is never kept, so that what was made just now is found.
 */
export function keeping<T>(): (name: string, now: number, read: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Kept<T>>();
  return async (name, now, read) => {
    const kept = known.get(name);
    if (kept && now - kept.at < FRESH_MS) return kept.value;
    try {
      const value = await read();
      known.delete(name);
      if (value !== null) known.set(name, { at: now, value });
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      return value;
    } catch (error) {
      if (kept) return kept.value;
      throw error;
    }
  };
}
