import { sql } from 'drizzle-orm';
import type { Database, Statement } from '../db/database.ts';
import { blindIndex } from '../lib/sealing/blind-index.ts';
import type { CaseKey } from '../lib/sealing/case-key.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import type { Channel, Message } from '../notify/message.ts';
import { enqueue, sealContext } from '../notify/outbox/enqueue.ts';
import type { Site } from '../sites/site.ts';
import { lostCause } from './message-lost.ts';
import { capsOf } from './messages.ts';
import { codeHash } from './receipt.ts';
import type { StoredCase } from './stored.ts';

interface Again {
  stored: StoredCase;
  site: Site;
  key: CaseKey;
  /** The step by which the address was put right. */
  revision: number;
  /** The new addresses, by channel. */
  reached: readonly { channel: Channel; to: string }[];
  now: number;
}

const LATELY_MS = 7 * 86_400_000;

interface Lost {
  id: string;
  channel: Channel;
  template: string;
  sealed: string;
}

/**
 * Statements that send what lately failed to a new address, the newest of each kind once, and end the desk's tasks about
 * it; a message whose code does not hold any more stays where it is.
 */
export async function sentAgain(
  { db, ring }: { db: Database; ring: KeyRing },
  { stored, site, key, revision, reached, now }: Again,
): Promise<{ statements: Statement[]; count: number }> {
  const { row } = stored;
  const lost = await db.orm.all<Lost>(sql`SELECT id, channel, template, sealed FROM outbox
    WHERE case_id = ${row.id} AND state = 'failed' AND created_at > ${now - LATELY_MS} ORDER BY created_at DESC, id DESC`);
  const newest = reached.flatMap(({ channel, to }) =>
    [...Map.groupBy(lost, (one) => (one.channel === channel ? one.template : '')).entries()].flatMap(
      ([template, [one]]) => (template === '' || !one ? [] : [{ ...one, to }]),
    ),
  );
  const statements: Statement[] = [];
  let counted = 0;
  for (const { id, channel, to, sealed } of newest) {
    const plain = await key.open(sealContext(id), sealed);
    const message = plain === null ? null : (JSON.parse(plain) as Message);
    if (!message || !(await stillHolds(ring, row, message))) continue;
    // A new message, with a number of its own: a supplier would take the old one for a repeat.
    const { id: _, ...words } = message;
    const addressIndex = await blindIndex(ring, channel === 'sms' ? 'phone' : 'email', to);
    const about = { caseId: row.id, revision, demo: site.demo, addressIndex };
    statements.push(...(await enqueue({ ...words, to, ...about }, key, now, capsOf(site))));
    counted += 1;
  }
  const channels = new Set<Channel>(reached.map(({ channel }) => channel));
  const causes = lost.filter(({ channel }) => channels.has(channel)).map(({ id }) => lostCause(id));
  if (causes.length > 0) {
    statements.push(sql`UPDATE tasks SET done_at = ${now}, done_by = 'citizen'
      WHERE case_id = ${row.id} AND kind = 'message-failed' AND cause IN ${causes} AND done_at IS NULL`);
  }
  return { statements, count: counted };
}

/** Whether the code that a message names, if it names one, still opens the case. */
async function stillHolds(ring: KeyRing, row: StoredCase['row'], { params }: Message): Promise<boolean> {
  const { code } = params;
  if (code === undefined) return true;
  const hashes = await Promise.all(ring.ids.map((kid) => codeHash(ring, kid, row.receipt, code)));
  return hashes.includes(row.codeHash);
}
