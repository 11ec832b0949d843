import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const events = sqliteTable(
  'events',
  {
    stream: text('stream').notNull(),
    seq: integer('seq').notNull(),
    at: integer('at').notNull(),
    actor: text('actor').notNull(),
    code: text('code').notNull(),
    data: text('data').notNull(),
    prev: text('prev').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.stream, table.seq] })],
);

export type EventRow = typeof events.$inferSelect;

/** Hourly signatures over the heads that were new; each hangs on the one before. */
export const seals = sqliteTable('seals', {
  seq: integer('seq').primaryKey(),
  at: integer('at').notNull(),
  count: integer('count').notNull(),
  headsHash: text('heads_hash').notNull(),
  prev: text('prev').notNull(),
  kid: text('kid').notNull(),
  signature: text('signature').notNull(),
});

export type SealRow = typeof seals.$inferSelect;

/** Which head of which stream a seal covers. */
export const sealHeads = sqliteTable(
  'seal_heads',
  {
    seal: integer('seal').notNull(),
    stream: text('stream').notNull(),
    seq: integer('seq').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.seal, table.stream] })],
);

/** Which seals lie in the object store as well, and since when. */
export const sealCopies = sqliteTable('seal_copies', {
  seq: integer('seq').primaryKey(),
  at: integer('at').notNull(),
});
