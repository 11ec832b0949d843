import { desc, sql } from 'drizzle-orm';
import { nextSeal, sealIsDue, type Head } from '../chain/seal.ts';
import { seals } from '../chain/tables.ts';
import type { Database } from '../db/database.ts';
import { failureOf } from '../db/failure.ts';
import type { Clock } from '../lib/clock.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';

export interface SealTools {
  db: Database;
  ring: KeyRing;
  clock: Clock;
}

/**
 * Once an hour signs the heads of all chains that grew since the last seal, at most `limit` of them; what is left over is
 * sealed by the next run. An hour in which nothing happened is sealed as well. Safe to call at any time, twice at once too.
 */
export async function sealHeads({ db, ring, clock }: SealTools, limit: number): Promise<void> {
  const now = clock.now();
  const [last = null] = await db.orm.select().from(seals).orderBy(desc(seals.seq)).limit(1);
  if (!sealIsDue(last, now, limit)) return;
  const heads = await newHeads(db, limit);
  const seal = await nextSeal(ring, last, heads, now);
  const statements = [
    db.orm.insert(seals).values(seal),
    sql`INSERT INTO seal_heads (seal, stream, seq, hash)
      SELECT ${seal.seq}, value ->> 'stream', value ->> 'seq', value ->> 'hash' FROM json_each(${JSON.stringify(heads)})`,
    // A stream that grew between reading and writing stays for the next seal.
    sql`DELETE FROM unsealed WHERE stream IN (SELECT h.stream FROM seal_heads h WHERE h.seal = ${seal.seq}
      AND h.seq = (SELECT max(e.seq) FROM events e WHERE e.stream = h.stream))`,
  ];
  await db.write(statements).catch((error: unknown) => {
    // Another run was quicker: its seal covers what this one would have.
    const failure = failureOf(error);
    if (failure.is !== 'constraint' || !failure.message.includes('seals.seq')) throw error;
  });
}

const newHeads = ({ orm }: Database, limit: number): Promise<Head[]> =>
  orm.all<Head>(sql`SELECT e.stream, e.seq, e.hash FROM unsealed u
    JOIN events e ON e.stream = u.stream AND e.seq = (SELECT max(seq) FROM events WHERE stream = u.stream)
    ORDER BY u.stream LIMIT ${limit}`);
