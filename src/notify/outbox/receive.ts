import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../lib/clock.ts';
import { blindIndexes } from '../../lib/sealing/blind-index.ts';
import type { KeyRing } from '../../lib/sealing/key-ring.ts';
import type { Supplier } from '../define.ts';
import type { Receipt } from '../outcome.ts';
import type { Aftermath } from './aftermath.ts';
import { reported } from './attempts.ts';
import { knownColumns, writeReport, type Known } from './report.ts';

interface Receiving {
  db: Database;
  ring: KeyRing;
  clock: Clock;
  aftermath?: Aftermath;
}

const MOST_RECEIPTS = 500;

/**
 * Writes the receipts of one call down. False where any of them is of no message of ours: nothing of it is kept, and the
 * supplier, which calls again, finds the ones we know already written. One that came before its message was settled is
 * matched by then.
 */
export async function takeReceipts(
  receiving: Receiving,
  supplier: Pick<Supplier, 'id' | 'receipts'>,
  receipts: readonly Receipt[],
): Promise<boolean> {
  const { db, clock, aftermath } = receiving;
  const now = clock.now();
  if (receipts.length > MOST_RECEIPTS) return false;
  let all = true;
  for (const receipt of receipts) {
    const message = await messageOf(receiving, supplier, receipt);
    if (!message) all = false;
    else await writeReport({ db, now, aftermath }, message, receipt, [reported(message.id, supplier.id, now)]);
  }
  return all;
}

/** The message a receipt is about: by the supplier's number or ours, and where nothing is signed by the address as well. */
async function messageOf(
  { db, ring }: Receiving,
  { id, receipts }: Pick<Supplier, 'id' | 'receipts'>,
  { supplierId, messageId, to }: Receipt,
): Promise<Known | null> {
  const [found] = await db.orm.all<Known & { addressIndex: string | null }>(sql`
    SELECT ${knownColumns}, o.address_index AS addressIndex FROM outbox o
    WHERE (o.supplier = ${id} AND o.supplier_id = ${supplierId}) OR (o.id = ${messageId ?? null} AND EXISTS
      (SELECT 1 FROM attempts a WHERE a.message_id = o.id AND a.supplier = ${id})) LIMIT 1`);
  if (!found || (messageId !== undefined && messageId !== found.id)) return null;
  if (to === undefined) return receipts?.signed ? found : null;
  const indexes = await blindIndexes(ring, found.channel === 'sms' ? 'phone' : 'email', to);
  return found.addressIndex !== null && indexes.includes(found.addressIndex) ? found : null;
}
