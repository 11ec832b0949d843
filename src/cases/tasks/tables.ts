import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One thing for one kind of person; the words it is about stand elsewhere, sealed. */
export const tasks = sqliteTable('tasks', {
  id: text('id').primaryKey(),
  site: text('site').notNull(),
  caseId: text('case_id').notNull(),
  kind: text('kind').notNull(),
  whose: text('whose').notNull(),
  /** What it came from, so that it is opened once: the number of a step, or the date it reminds of. */
  cause: text('cause').notNull(),
  /** What to say, and the date that it names. */
  template: text('template'),
  date: text('date'),
  openedAt: integer('opened_at').notNull(),
  doneAt: integer('done_at'),
  /** `staff:<id>`, or `system` where it ended by itself. */
  doneBy: text('done_by'),
});
