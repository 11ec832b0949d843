import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const cases = sqliteTable('cases', {
  id: text('id').primaryKey(),
  site: text('site').notNull(),
  kind: text('kind').notNull(),
  receipt: text('receipt').notNull(),
  codeHash: text('code_hash').notNull(),
  codeRenewedOn: text('code_renewed_on'),
  state: text('state').notNull(),
  seq: integer('seq').notNull(),
  submittedAt: integer('submitted_at').notNull(),
  lang: text('lang', { enum: ['zh', 'en'] }).notNull(),
  title: text('title').notNull(),
  /** JSON of the answers that stay open; sealed ones are in `case_secrets`. */
  answers: text('answers').notNull(),
  category: text('category'),
  topic: text('topic'),
  station: text('station'),
  /** What the case is about: a draft, a measure, a campaign. */
  subject: text('subject'),
  restricted: integer('restricted', { mode: 'boolean' }).notNull(),
  demo: integer('demo', { mode: 'boolean' }).notNull(),
  spam: integer('spam', { mode: 'boolean' }).notNull(),
  /** To be looked at now (信访工作条例 25). */
  urgent: integer('urgent', { mode: 'boolean' }).notNull().default(false),
  due: text('due'),
  dueDate: text('due_date'),
  dueExplanation: text('due_explanation'),
  /** JSON of what was worked out at submission and is never worked out again: the eligibility trace. */
  frozen: text('frozen'),
  fingerprint: text('fingerprint').notNull(),
  privacyVersion: text('privacy_version').notNull(),
  phoneIndex: text('phone_index'),
  identityIndex: text('identity_index'),
});

export type CaseRow = typeof cases.$inferSelect;

export const caseSecrets = sqliteTable('case_secrets', {
  caseId: text('case_id').primaryKey(),
  /** JSON: field path → envelope. */
  sealed: text('sealed').notNull(),
});

export const idempotency = sqliteTable('idempotency', {
  site: text('site').notNull(),
  keyHash: text('key_hash').notNull(),
  bodyHash: text('body_hash').notNull(),
  caseId: text('case_id').notNull(),
  /** The first answer, sealed under the case's key. */
  answer: text('answer').notNull(),
  createdAt: integer('created_at').notNull(),
});

export const challengesUsed = sqliteTable('challenges_used', {
  signature: text('signature').primaryKey(),
  expiresAt: integer('expires_at').notNull(),
});
