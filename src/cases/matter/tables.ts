import { sql, type SQL } from 'drizzle-orm';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const matterBands = sqliteTable(
  'matter_bands',
  { caseId: text('case_id').notNull(), band: integer('band').notNull() },
  (table) => [primaryKey({ columns: [table.caseId, table.band] })],
);

export const matterWaiting = sqliteTable('matter_waiting', { caseId: text('case_id').primaryKey() });

export const matterMembers = sqliteTable('matter_members', {
  caseId: text('case_id').primaryKey(),
  leadId: text('lead_id').notNull(),
  /** The number of the lead's last step that this filing was told. */
  told: integer('told').notNull(),
});

export const matterLeads = sqliteTable('matter_leads', {
  caseId: text('case_id').primaryKey(),
  /** The last step that is to be told to all. */
  step: integer('step').notNull(),
  /** Some are still to be told, by the sweep. */
  behind: integer('behind', { mode: 'boolean' }).notNull(),
});

export const matterLinks = sqliteTable(
  'matter_links',
  { caseId: text('case_id').notNull(), otherId: text('other_id').notNull() },
  (table) => [primaryKey({ columns: [table.caseId, table.otherId] })],
);

/** A filing that is erased leaves every table of this room; those that followed it go their own way again. */
export const outOfMatters = (caseId: string): SQL[] => [
  ...[matterBands, matterWaiting, matterMembers, matterLeads, matterLinks].map(
    (table) => sql`DELETE FROM ${table} WHERE ${table.caseId} = ${caseId}`,
  ),
  sql`DELETE FROM matter_members WHERE lead_id = ${caseId}`,
  sql`DELETE FROM matter_links WHERE other_id = ${caseId}`,
];
