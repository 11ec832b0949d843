import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const accounts = sqliteTable('staff_accounts', {
  id: text('id').primaryKey(),
  /** What is typed to sign in without a passkey; small letters, digits and hyphens. */
  login: text('login').notNull(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  site: text('site'),
  station: text('station'),
  department: text('department'),
  /** Of the site's list of deputies. */
  deputy: text('deputy'),
  createdAt: integer('created_at').notNull(),
  endedAt: integer('ended_at'),
});

export const passkeys = sqliteTable('staff_passkeys', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  publicKey: text('public_key').notNull(),
  counter: integer('counter').notNull(),
  /** JSON list, as the browser named them. */
  transports: text('transports').notNull(),
  createdAt: integer('created_at').notNull(),
});

export const authenticators = sqliteTable('staff_authenticators', {
  accountId: text('account_id').primaryKey(),
  sealed: text('sealed').notNull(),
  lastStep: integer('last_step').notNull(),
});

export const recoveryCodes = sqliteTable('staff_recovery_codes', {
  hash: text('hash').primaryKey(),
  accountId: text('account_id').notNull(),
  usedAt: integer('used_at'),
});

export const enrolLinks = sqliteTable('staff_enrol_links', {
  hash: text('hash').primaryKey(),
  accountId: text('account_id').notNull(),
  expiresAt: integer('expires_at').notNull(),
});

export const sessions = sqliteTable('staff_sessions', {
  hash: text('hash').primaryKey(),
  /** Names the session in lists and forms; opens nothing. */
  id: text('id').notNull(),
  accountId: text('account_id').notNull(),
  device: text('device').notNull(),
  createdAt: integer('created_at').notNull(),
  seenAt: integer('seen_at').notNull(),
  /** When its holder last proved who they are. */
  provedAt: integer('proved_at').notNull(),
});

export const challengesUsed = sqliteTable('staff_challenges_used', {
  challenge: text('challenge').primaryKey(),
  expiresAt: integer('expires_at').notNull(),
});
