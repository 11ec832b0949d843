import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The code that went to the phone of a request, by the request's case. */
export const identityCodes = sqliteTable('identity_codes', {
  caseId: text('case_id').primaryKey(),
  codeHash: text('code_hash').notNull(),
  sentAt: integer('sent_at').notNull(),
  /** All that were typed, right ones as well: charged before the code is compared. */
  tries: integer('tries').notNull(),
});

/** Other cases of a request: added by their own number and code, or (`given`) in the copy that was given. */
export const requestCases = sqliteTable(
  'request_cases',
  {
    caseId: text('case_id').notNull(),
    otherId: text('other_id').notNull(),
    given: integer('given', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.otherId] })],
);
