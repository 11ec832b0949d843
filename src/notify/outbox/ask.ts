import { sql } from 'drizzle-orm';
import { openCaseKey } from '../../lib/sealing/case-key.ts';
import { newId } from '../../lib/ids.ts';
import type { Supplier } from '../define.ts';
import type { Message } from '../message.ts';
import type { Fate } from '../outcome.ts';
import { afterLoss } from './aftermath.ts';
import type { DispatchTools } from './dispatch.ts';
import { sealContext } from './enqueue.ts';
import { MOST_TRIES } from './retry.ts';
import { knownColumns, writeReport, type Known } from './report.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long after a try its supplier is first asked: at once where it is unclear, later where a callback may still come. */
const FIRST = { unknown: 2 * MINUTE, sent: 30 * MINUTE };
/** Pauses between the asks that follow; after the last the message stays as it is, and a desk is told if that is unclear. */
const PAUSES = [10 * MINUTE, HOUR, 6 * HOUR, 24 * HOUR];

/** When a supplier is first asked what became of a message; null: never, since nothing is unclear or it keeps no records. */
export function firstAsk(state: 'sent' | 'unknown', supplier: Supplier | undefined, now: number): number | null {
  if (state === 'unknown') return now + FIRST.unknown;
  return supplier?.query ? now + FIRST.sent : null;
}

interface Due extends Known {
  supplier: string;
  supplierId: string | null;
  sealed: string;
  wrapped: string | null;
  asked: number;
  attempts: number;
  sentAt: number | null;
}

/**
 * Asks suppliers what became of messages nobody has reported on, `limit` at most. Each is put off before it is asked, so
 * that two sweeps do not ask at once and one that cannot be asked does not hold up the others. Gives how many it took up.
 */
export async function askSuppliers(tools: DispatchTools, limit: number): Promise<number> {
  const now = tools.clock.now();
  const token = newId(now);
  const pause = sql`(CASE asked ${sql.join(
    PAUSES.map((ms, n) => sql`WHEN ${n} THEN ${now + ms}`),
    sql` `,
  )} END)`;
  const [, found] = await tools.db.write([
    sql`UPDATE outbox SET ask_at = ${pause}, asked = asked + 1, lease = ${token}
      WHERE id IN (SELECT id FROM outbox WHERE ask_at <= ${now} ORDER BY ask_at LIMIT ${limit})`,
    sql`SELECT ${knownColumns}, o.supplier, o.supplier_id AS supplierId, o.sealed, o.asked, o.attempts, k.wrapped,
        (SELECT max(a.began_at) FROM attempts a WHERE a.message_id = o.id) AS sentAt
      FROM outbox o LEFT JOIN case_keys k ON k.case_id = o.case_id WHERE o.lease = ${token}`,
  ]);
  const due = (found?.rows ?? []) as unknown as Due[];
  await Promise.all(due.map(async (one) => follow(tools, one, await fateOf(tools, one))));
  return due.length;
}

async function fateOf({ ring, suppliers }: DispatchTools, one: Due): Promise<Fate> {
  const supplier = suppliers.find(({ id }) => id === one.supplier);
  if (!supplier?.query || one.wrapped === null) return { is: 'silent', code: 'not.asked' };
  const key = await openCaseKey(ring, one.caseId, one.wrapped);
  const plain = await key?.open(sealContext(one.id), one.sealed);
  if (!plain) return { is: 'silent', code: 'case.erased' };
  const asked = { message: JSON.parse(plain) as Message, sentAt: one.sentAt ?? one.createdAt };
  try {
    return await supplier.query({ ...asked, ...(one.supplierId !== null && { supplierId: one.supplierId }) });
  } catch {
    return { is: 'silent', code: 'supplier.threw' };
  }
}

/** A record may take a while to show: that there is none counts from the second time it is asked for. */
const SURE_AFTER = 2;

async function follow({ db, clock, aftermath }: DispatchTools, one: Due, fate: Fate): Promise<void> {
  const now = clock.now();
  const unclear = one.state === 'unknown';
  if (fate.is === 'delivered' || fate.is === 'undelivered') {
    const code = fate.is === 'undelivered' ? fate.code : null;
    return writeReport({ db, now, aftermath }, one, { is: fate.is, code, at: now, supplierId: fate.supplierId });
  }
  if (unclear && fate.is === 'taken') {
    await db.write([
      sql`UPDATE outbox SET state = 'sent', supplier_code = NULL, settled_at = ${now},
        supplier_id = coalesce(supplier_id, ${fate.supplierId ?? null}) WHERE id = ${one.id} AND state = 'unknown'`,
    ]);
    return;
  }
  // Only now is it known that a second try is no second message.
  if (unclear && fate.is === 'absent' && one.asked >= SURE_AFTER && one.attempts < MOST_TRIES) {
    await db.write([
      sql`UPDATE outbox SET state = 'queued', next_at = ${now}, supplier = NULL, supplier_code = 'not.taken', lease = NULL,
        ask_at = NULL, asked = 0, placed_at = NULL WHERE id = ${one.id} AND state = 'unknown'`,
    ]);
    return;
  }
  if (unclear && one.asked > PAUSES.length) {
    await db.write([...(await afterLoss(aftermath, { ...one, code: 'unknown' }))]);
  }
}
