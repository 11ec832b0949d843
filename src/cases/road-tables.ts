import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const words = {
  caseId: text('case_id').notNull(),
  seq: integer('seq').notNull(),
  /** Which of `workflow/said.ts`. */
  part: text('part').notNull(),
  sealed: text('sealed').notNull(),
};

/** Written for the sender, at the step of that number. */
export const caseNotes = sqliteTable('case_notes', words, (table) => [
  primaryKey({ columns: [table.caseId, table.seq, table.part] }),
]);

/** Written among colleagues. */
export const caseRemarks = sqliteTable('case_remarks', words, (table) => [
  primaryKey({ columns: [table.caseId, table.seq, table.part] }),
]);

export const caseAssignments = sqliteTable(
  'case_assignments',
  {
    caseId: text('case_id').notNull(),
    seq: integer('seq').notNull(),
    /** The department in charge, and those that help it, as typed. */
    lead: text('lead').notNull(),
    helpers: text('helpers'),
    dueDate: text('due_date'),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.seq] })],
);

/** Which case gave birth to which. */
export const caseBirths = sqliteTable('case_births', {
  childId: text('child_id').primaryKey(),
  parentId: text('parent_id').notNull(),
});
/** Accounts that have an interest in a case, by the number of the step that says so. */
export const caseRecusals = sqliteTable(
  'case_recusals',
  {
    accountId: text('account_id').notNull(),
    caseId: text('case_id').notNull(),
    seq: integer('seq').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.caseId] })],
);

export type WordsRow = typeof caseNotes.$inferSelect;
export type Assignment = typeof caseAssignments.$inferSelect;
