import { asc, eq, notInArray } from 'drizzle-orm';
import { copyName, copyText } from '../chain/seal-copy.ts';
import { sealCopies, sealHeads, seals } from '../chain/tables.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../lib/clock.ts';
import { log } from '../lib/log.ts';
import type { ObjectStore } from '../lib/object-store.ts';

export interface CopyTools {
  db: Database;
  clock: Clock;
  store: ObjectStore;
}

/**
 * Puts a copy of each seal that has none into the object store, oldest first, at most `limit`. Safe to repeat: a copy is
 * written once. Where another text lies under the name, somebody has been at one of the two: it is said, and not noted.
 */
export async function copySeals({ db, clock, store }: CopyTools, limit: number): Promise<void> {
  const { orm } = db;
  const copied = orm.select({ seq: sealCopies.seq }).from(sealCopies);
  const waiting = await orm
    .select()
    .from(seals)
    .where(notInArray(seals.seq, copied))
    .orderBy(asc(seals.seq))
    .limit(limit);
  for (const seal of waiting) {
    const heads = await orm.select().from(sealHeads).where(eq(sealHeads.seal, seal.seq));
    const text = copyText({ seal, heads });
    if ((await store.keep(copyName(seal.seq), text)) === text) {
      await db.write([orm.insert(sealCopies).values({ seq: seal.seq, at: clock.now() }).onConflictDoNothing()]);
    } else log('error', 'the object store holds another seal under this number', { seal: seal.seq });
  }
}
