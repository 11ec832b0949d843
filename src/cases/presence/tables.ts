import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who has a case open: one row a case and account. */
export const presences = sqliteTable(
  'case_presences',
  {
    caseId: text('case_id').notNull(),
    accountId: text('account_id').notNull(),
    /** Of the page that beat last, so that leaving another one does not end it. */
    page: text('page').notNull(),
    doing: text('doing').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.accountId] })],
);
