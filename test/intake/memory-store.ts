import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../../src/intake/spool.ts';

/** An object's storage as SQLite in memory: the same SQL as in workerd, gone with the test. */
export function memoryStore(): Store {
  const db = new DatabaseSync(':memory:');
  return { run: (sql, ...args) => db.prepare(sql).all(...args) };
}
