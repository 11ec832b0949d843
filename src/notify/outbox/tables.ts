import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const outbox = sqliteTable('outbox', {
  id: text('id').primaryKey(),
  site: text('site').notNull(),
  caseId: text('case_id').notNull(),
  template: text('template').notNull(),
  channel: text('channel', { enum: ['sms', 'email'] }).notNull(),
  revision: integer('revision').notNull(),
  lang: text('lang', { enum: ['zh', 'en'] }).notNull(),
  demo: integer('demo', { mode: 'boolean' }).notNull(),
  /** The message, rendered, under the case's key. */
  sealed: text('sealed').notNull(),
  state: text('state').notNull(),
  attempts: integer('attempts').notNull(),
  nextAt: integer('next_at').notNull(),
  lease: text('lease'),
  leaseUntil: integer('lease_until'),
  supplier: text('supplier'),
  supplierId: text('supplier_id'),
  supplierCode: text('supplier_code'),
  createdAt: integer('created_at').notNull(),
  settledAt: integer('settled_at'),
  /** Blind index of the address, by which a receipt is matched. */
  addressIndex: text('address_index'),
  /** When the network says it arrived, or was lost. */
  reportedAt: integer('reported_at'),
  /** When its supplier is asked for it next, and how often it was; NULL: never again. */
  askAt: integer('ask_at'),
  asked: integer('asked').notNull().default(0),
  /** When it took a place among the SMS to its number (lease.ts); NULL where it holds none. */
  placedAt: integer('placed_at'),
});

/** `sending` stands between lease and settling; the last four are final, and every one of them is shown to the resident. */
export type OutboxState = 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'unknown';
