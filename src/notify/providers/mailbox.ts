import { desc, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../lib/clock.ts';
import { openUnderRing, sealUnderRing } from '../../lib/sealing/envelope.ts';
import type { KeyRing } from '../../lib/sealing/key-ring.ts';
import { defineSupplier, type Supplier } from '../define.ts';
import type { Message } from '../message.ts';
import type { Outcome } from '../outcome.ts';

const mailboxTable = sqliteTable('mailbox', {
  id: text('id').primaryKey(),
  at: integer('at').notNull(),
  sealed: text('sealed').notNull(),
});

const context = (id: string): string => `mailbox|${id}`;

interface BoxTools {
  db: Database;
  ring: KeyRing;
  clock: Clock;
}

async function keep({ db, ring, clock }: BoxTools, message: Message): Promise<Outcome> {
  const sealed = await sealUnderRing(ring, 'seal', context(message.id), JSON.stringify(message));
  await db.write([
    db.orm.insert(mailboxTable).values({ id: message.id, at: clock.now(), sealed }).onConflictDoNothing(),
  ]);
  return { is: 'sent', supplierId: message.id };
}

const about = { id: 'mailbox', channels: ['sms', 'email'], real: false, idempotent: true } as const;

/** The supplier from which nothing leaves: messages land, sealed, in a table that `/dev/mailbox` shows. */
export const mailbox = defineSupplier({
  ...about,
  name: { zh: '本机收件箱', en: 'Local mailbox' },
  settings: {},
  send: (message, { box, clock }) => keep({ ...box, clock }, message),
});

/** The same for a command or a test that has a database and no network. */
export const mailboxOf = (tools: BoxTools): Supplier => ({ ...about, send: (message) => keep(tools, message) });

/** What lies in the local mailbox, newest first. */
export async function mailboxMessages(
  tools: { db: Database; ring: KeyRing },
  limit: number,
): Promise<(Message & { at: number })[]> {
  const rows = await tools.db.orm
    .select()
    .from(mailboxTable)
    .orderBy(desc(mailboxTable.at), sql`id DESC`)
    .limit(limit);
  const opened = rows.map(async ({ id, at, sealed }) => {
    const plain = await openUnderRing(tools.ring, 'seal', context(id), sealed);
    return plain === null ? [] : [{ ...(JSON.parse(plain) as Message), at }];
  });
  return (await Promise.all(opened)).flat();
}
