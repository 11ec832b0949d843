import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Where an account is told of work; one a channel. */
export const staffContacts = sqliteTable('staff_contacts', {
  accountId: text('account_id').notNull(),
  channel: text('channel', { enum: ['sms', 'email'] }).notNull(),
  /** The address, under the account's own key. */
  sealed: text('sealed').notNull(),
  codeHash: text('code_hash'),
  codeUntil: integer('code_until'),
  wrongCodes: integer('wrong_codes').notNull(),
  confirmedAt: integer('confirmed_at'),
});

export const staffWishes = sqliteTable('staff_wishes', {
  accountId: text('account_id').notNull(),
  occasion: text('occasion').notNull(),
  channel: text('channel', { enum: ['sms', 'email'] }).notNull(),
});

export const staffNotices = sqliteTable('staff_notices', {
  accountId: text('account_id').primaryKey(),
  lang: text('lang', { enum: ['zh', 'en'] }).notNull(),
  /** How many messages were made; the number of the last one. */
  sent: integer('sent').notNull().default(0),
  /** The last arrival that was looked at. */
  upTo: integer('up_to').notNull().default(0),
  toldAt: integer('told_at'),
  /** The Shanghai date of the last digest. */
  digestOn: text('digest_on'),
});

export const staffTold = sqliteTable('staff_told', {
  accountId: text('account_id').notNull(),
  what: text('what').notNull(),
  at: integer('at').notNull(),
});
