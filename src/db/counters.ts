import { sql, type SQL } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Hard limits and plain counts, by name (`unproven|wanrong|2026-11-22`). */
export const counters = sqliteTable('counters', {
  name: text('name').primaryKey(),
  n: integer('n').notNull(),
  cap: integer('cap'),
  expiresAt: integer('expires_at').notNull(),
});

/** Adds to a counter. With a cap, the batch it stands in fails as a whole once the cap would be passed. */
export const count = (name: string, by: number, cap: number | null, expiresAt: number): SQL => sql`
  INSERT INTO counters (name, n, cap, expires_at) VALUES (${name}, ${by}, ${cap}, ${expiresAt})
  ON CONFLICT (name) DO UPDATE SET n = n + excluded.n, cap = excluded.cap`;
