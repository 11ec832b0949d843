import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Cases that staff filed for somebody; `confirmedAt` null while nobody has said that it is so. */
export const caseBehalf = sqliteTable('case_behalf', {
  caseId: text('case_id').primaryKey(),
  /** Account id. */
  filer: text('filer').notNull(),
  manner: text('manner').notNull(),
  filedAt: integer('filed_at').notNull(),
  codeHash: text('code_hash'),
  wrongCodes: integer('wrong_codes').notNull(),
  confirmedAt: integer('confirmed_at'),
});
