import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Kill switches, open and lifted. */
export const messageStops = sqliteTable('message_stops', {
  id: text('id').primaryKey(),
  site: text('site').notNull(),
  channel: text('channel', { enum: ['sms', 'email'] }).notNull(),
  stoppedAt: integer('stopped_at').notNull(),
  stoppedBy: text('stopped_by').notNull(),
  reason: text('reason').notNull(),
  salt: text('salt').notNull(),
  liftedAt: integer('lifted_at'),
  liftedBy: text('lifted_by'),
  liftReason: text('lift_reason'),
  liftSalt: text('lift_salt'),
});
