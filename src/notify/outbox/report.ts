import { sql } from 'drizzle-orm';
import type { Database, Statement } from '../../db/database.ts';
import { failureOf } from '../../db/failure.ts';
import { afterLoss, unlessChanged, type Aftermath, type Ended } from './aftermath.ts';

/** What is known of a message when something is heard of it. */
export interface Known extends Omit<Ended, 'code'> {
  state: string;
  createdAt: number;
}

export const knownColumns = sql`o.id, o.site, o.case_id AS caseId, o.template, o.channel, o.revision, o.state,
  o.created_at AS createdAt`;

/** What the network or the supplier's records say, at a time in milliseconds. */
export interface Heard {
  is: 'delivered' | 'undelivered';
  code: string | null;
  at: number;
  supplierId?: string;
}

/** States out of which “it did not arrive” leads; what waits for its next try waits on. */
const OPEN: readonly string[] = ['sending', 'sent', 'unknown'];

/** A code as we may keep it: one that is shaped like none could quote the message. */
const kept = (code: string | null): string => (code !== null && /^[\w .:-]{1,80}$/.test(code) ? code : 'undelivered');

/**
 * Writes what was heard of a message, once however often it is heard. Delivered is the end: nothing heard later takes it
 * back, while a loss heard first gives way to it. A run that still holds the message finds its lease gone. `also` is
 * written with it, or not at all.
 */
export async function writeReport(
  { db, now, aftermath }: { db: Database; now: number; aftermath?: Aftermath },
  message: Known,
  { is, code, at, supplierId }: Heard,
  also: readonly Statement[] = [],
): Promise<void> {
  if (message.state === 'delivered' || (is === 'undelivered' && !OPEN.includes(message.state))) return;
  // Their clock is not ours: no message arrives before it is written or after it is reported.
  const when = Number.isFinite(at) ? Math.min(Math.max(at, message.createdAt), now) : now;
  const because = is === 'delivered' ? null : kept(code);
  const follows =
    because === null
      ? (aftermath?.arrived(message.id) ?? [])
      : await afterLoss(aftermath, { ...message, code: because });
  const open = is === 'delivered' ? sql`state <> 'delivered'` : sql`state IN ${[...OPEN]}`;
  const statements = [
    sql`UPDATE outbox SET state = ${is === 'delivered' ? 'delivered' : 'failed'}, supplier_code = ${because},
      supplier_id = coalesce(supplier_id, ${supplierId ?? null}), settled_at = ${when}, reported_at = ${when}, lease = NULL,
      lease_until = NULL, ask_at = NULL WHERE id = ${message.id} AND ${open}`,
    unlessChanged(),
    ...also,
    ...follows,
  ];
  await db.write(statements).catch((error: unknown) => {
    // The same was heard twice at once: the other has written it.
    if (failureOf(error).is !== 'constraint') throw error;
  });
}
