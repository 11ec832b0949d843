import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Codes that have to be typed back, and whether they were. */
export const sentCodes = sqliteTable(
  'sent_codes',
  {
    caseId: text('case_id').notNull(),
    revision: integer('revision').notNull(),
    template: text('template').notNull(),
    site: text('site').notNull(),
    askedAt: integer('asked_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.revision] })],
);

/** When such codes were stopped by the program, by which figures, and who let them go again. */
export const codePauses = sqliteTable('code_pauses', {
  id: text('id').primaryKey(),
  site: text('site').notNull(),
  pausedAt: integer('paused_at').notNull(),
  sent: integer('sent').notNull(),
  used: integer('used').notNull(),
  least: integer('least').notNull(),
  liftedAt: integer('lifted_at'),
  liftedBy: text('lifted_by'),
  liftReason: text('lift_reason'),
  liftSalt: text('lift_salt'),
});
