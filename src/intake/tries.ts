import type { Tries } from './item.ts';
import type { Store } from './spool.ts';

const TABLE = 'CREATE TABLE IF NOT EXISTS tries (number TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL)';

/** Wrong tries at looking up, counted by the object while the database cannot: a code is not to be guessed meanwhile. */
export function openTries(store: Store) {
  store.run(TABLE);
  return {
    /** Whether this number was tried too often, by this address or by all. */
    spent({ number, address, windowMs, perAddress, inAll }: Tries, now: number): boolean {
      const [row] = store.run(
        'SELECT count(*) AS n, count(*) FILTER (WHERE address = ?) AS mine FROM tries WHERE number = ? AND at > ?',
        address,
        number,
        now - windowMs,
      );
      return Number(row?.['mine']) >= perAddress || Number(row?.['n']) >= inAll;
    },
    note({ number, address, windowMs }: Tries, now: number): void {
      store.run('DELETE FROM tries WHERE at <= ?', now - windowMs);
      store.run('INSERT INTO tries (number, address, at) VALUES (?, ?, ?)', number, address, now);
    },
  };
}
