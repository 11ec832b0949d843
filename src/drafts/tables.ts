import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const drafts = sqliteTable('drafts', {
  id: text('id').primaryKey(),
  site: text('site').notNull(),
  collectedBy: text('collected_by', { mode: 'json' }).$type<string[]>().notNull(),
  owner: text('owner').notNull(),
  title: text('title').notNull(),
  notes: text('notes').notNull(),
  opens: text('opens').notNull(),
  closes: text('closes').notNull(),
  shortReason: text('short_reason'),
});

export const articles = sqliteTable('articles', {
  draft: text('draft').notNull(),
  id: text('id').notNull(),
  position: integer('position').notNull(),
  number: text('number').notNull(),
  path: text('path', { mode: 'json' }).$type<string[]>().notNull(),
  text: text('text').notNull(),
});
