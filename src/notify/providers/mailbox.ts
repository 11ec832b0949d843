import { desc, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../lib/clock.ts';
import { openUnderRing, sealUnderRing } from '../../lib/sealing/envelope.ts';
import type { KeyRing } from '../../lib/sealing/key-ring.ts';
import type { Supplier } from '../define.ts';
import type { Message } from '../message.ts';

const mailbox = sqliteTable('mailbox', {
  id: text('id').primaryKey(),
  at: integer('at').notNull(),
  sealed: text('sealed').notNull(),
});

const context = (id: string): string => `mailbox|${id}`;

/** The supplier from which nothing leaves: messages land, sealed, in a table that `/dev/mailbox` shows. */
export function mailboxSupplier(tools: { db: Database; ring: KeyRing; clock: Clock }): Supplier {
  return {
    id: 'mailbox',
    channels: ['sms', 'email'],
    real: false,
    idempotent: true,
    async send(message) {
      const sealed = await sealUnderRing(tools.ring, 'seal', context(message.id), JSON.stringify(message));
      const row = { id: message.id, at: tools.clock.now(), sealed };
      await tools.db.write([tools.db.orm.insert(mailbox).values(row).onConflictDoNothing()]);
      return { is: 'sent', supplierId: message.id };
    },
  };
}

/** What lies in the local mailbox, newest first. */
export async function mailboxMessages(
  tools: { db: Database; ring: KeyRing },
  limit: number,
): Promise<(Message & { at: number })[]> {
  const rows = await tools.db.orm
    .select()
    .from(mailbox)
    .orderBy(desc(mailbox.at), sql`id DESC`)
    .limit(limit);
  const opened = rows.map(async ({ id, at, sealed }) => {
    const plain = await openUnderRing(tools.ring, 'seal', context(id), sealed);
    return plain === null ? [] : [{ ...(JSON.parse(plain) as Message), at }];
  });
  return (await Promise.all(opened)).flat();
}
