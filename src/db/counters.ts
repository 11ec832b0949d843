import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Plain } from './database.ts';

/** Hard limits and plain counts, by name (`unproven|wanrong|2026-11-22`). */
export const counters = sqliteTable('counters', {
  name: text('name').primaryKey(),
  n: integer('n').notNull(),
  cap: integer('cap'),
  expiresAt: integer('expires_at').notNull(),
});

/** The text of every count, by which a merged batch knows them. */
export const COUNT = `INSERT INTO counters (name, n, cap, expires_at) VALUES (?, ?, ?, ?)
  ON CONFLICT (name) DO UPDATE SET n = n + excluded.n, cap = excluded.cap`;

/** Adds to a counter. With a cap, the batch it stands in fails as a whole once the cap would be passed. */
export const count = (name: string, by: number, cap: number | null, expiresAt: number): Plain => ({
  sql: COUNT,
  args: [name, by, cap, expiresAt],
});
