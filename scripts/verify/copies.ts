import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Tools } from '../../src/cases/tools.ts';
import { copyFault, readCopy, type CopyFault } from '../../src/chain/seal-copy.ts';
import { seals } from '../../src/chain/tables.ts';
import { publicKeys } from '../../src/lib/sealing/signing.ts';
import { both } from '../stop.ts';

export interface CopyWalk {
  copies: number;
  /** Files that are no copy at all. */
  unreadable: string[];
  faults: CopyFault[];
}

/** Holds the copies in a folder, fetched from the object store, against the database's own seals. */
export async function walkCopies({ db, ring }: Pick<Tools, 'db' | 'ring'>, folder: string): Promise<CopyWalk> {
  const keys = await publicKeys(ring, 'heads');
  const walk: CopyWalk = { copies: 0, unreadable: [], faults: [] };
  for (const file of readdirSync(folder).toSorted()) {
    const copy = readCopy(readFileSync(join(folder, file), 'utf8'));
    if (!copy) {
      walk.unreadable.push(file);
      continue;
    }
    walk.copies += 1;
    const [kept = null] = await db.orm.select().from(seals).where(eq(seals.seq, copy.seal.seq));
    const fault = await copyFault(keys, copy, kept);
    if (fault) walk.faults.push(fault);
  }
  return walk;
}

const faultWords: Record<CopyFault['why'], (seq: number) => string> = {
  forged: (n) => both(`第 ${n} 次签封的副本本身不符`, `the copy of seal ${n} is not what was signed`),
  gone: (n) => both(`第 ${n} 次签封有副本,数据库里却没有了`, `seal ${n} has a copy, and is gone from the database`),
  other: (n) => both(`第 ${n} 次签封与副本不同`, `seal ${n} is not the one that was copied`),
};

/** A line a fault, then how many were looked at. */
export function copyLines({ copies, unreadable, faults }: CopyWalk): string[] {
  const bad = [
    ...unreadable.map((file) => `✗ ${file}  ${both('不是签封副本', 'is no copy of a seal')}`),
    ...faults.map(({ seq, why }) => `✗ ${faultWords[why](seq)}`),
  ];
  const all = both(`核对签封副本 ${copies} 份`, `copies of seals: ${copies}`);
  return [...bad, `${bad.length === 0 ? '✓' : '✗'} ${all}`];
}
