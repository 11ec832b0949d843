import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Wrapped data keys of cases, and of staff accounts as `account:<id>`, apart from what they seal. Deleting a row is erasure. */
export const caseKeys = sqliteTable('case_keys', {
  caseId: text('case_id').primaryKey(),
  wrapped: text('wrapped').notNull(),
  /** Salt of the digests in the case's events: without it they are noise. */
  salt: text('salt').notNull(),
});
