import { asc, gt, inArray, notInArray } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { PublicKey } from '../lib/sealing/signing.ts';
import { sealFault, type Head, type SealFault } from './seal.ts';
import { sealHeads, seals, type SealRow } from './tables.ts';

const PAGE = 24;

export interface SealWalk {
  /** How many hold, from the first on. */
  good: number;
  /** When the last good one was made, in ms. */
  lastAt: number | null;
  /** The first that does not hold. */
  fault: SealFault | null;
}

/** Walks the hourly seals from the first on, as far as they hold under these public keys. */
export async function walkSeals(db: Database, keys: readonly PublicKey[]): Promise<SealWalk> {
  let last: SealRow | null = null;
  for (;;) {
    const page: Covered[] = await sealsAfter(db, last?.seq ?? 0);
    for (const { seal, heads } of page) {
      const fault = await sealFault(keys, last, seal, heads);
      if (fault) return upTo(last, fault);
      last = seal;
    }
    if (page.length < PAGE) return upTo(last, await missingEnd(db, last?.seq ?? 0));
  }
}

const upTo = (last: SealRow | null, fault: SealFault | null): SealWalk => ({
  good: last?.seq ?? 0,
  lastAt: last?.at ?? null,
  fault,
});

interface Covered {
  seal: SealRow;
  heads: Head[];
}

async function sealsAfter({ orm }: Database, seq: number): Promise<Covered[]> {
  const page = await orm.select().from(seals).where(gt(seals.seq, seq)).orderBy(asc(seals.seq)).limit(PAGE);
  const covered = page.map((seal) => seal.seq);
  const heads = Map.groupBy(
    await orm.select().from(sealHeads).where(inArray(sealHeads.seal, covered)),
    ({ seal }) => seal,
  );
  return page.map((seal) => ({ seal, heads: heads.get(seal.seq) ?? [] }));
}

/** Heads whose seal is not there any more; one made while we walk has its heads since the same moment. */
async function missingEnd({ orm }: Database, last: number): Promise<SealFault | null> {
  const known = orm.select({ seq: seals.seq }).from(seals);
  const left = await orm.select().from(sealHeads).where(notInArray(sealHeads.seal, known)).limit(1);
  return left.length > 0 ? { seq: last + 1, why: 'missing' } : null;
}
