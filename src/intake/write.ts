import type { Database } from '../db/database.ts';
import { failureOf } from '../db/failure.ts';
import { log, nameOf } from '../lib/log.ts';
import type { Item, Taken } from './item.ts';
import { merge } from './merge.ts';
import { thereOf } from './there.ts';

export type Outcome = Extract<Taken, { is: 'written' | 'constraint' | 'faulty' }>;

const WRITTEN = { is: 'written' } as const;

/**
 * Writes a group as one batch. Where the batch is refused it is halved until the one that does not fit stands alone, so
 * that a bad item never takes its neighbours down. `unsure`: an earlier try may have landed, so what is refused is looked
 * for first. Throws where the database cannot be reached; then nobody knows which of them were written.
 */
export async function writeGroup(db: Database, items: readonly Item[], unsure: boolean): Promise<Outcome[]> {
  try {
    await db.write(merge(items.map(({ guards, answers, rows }) => [...guards, ...answers, ...rows])));
    return items.map(() => WRITTEN);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.is === 'passing') throw error;
    if (unsure) {
      const there = await thereOf(db, items);
      if (there.size > 0) return aside(items, there, (rest) => writeGroup(db, rest, true));
    }
    if (items.length > 1) {
      const half = Math.ceil(items.length / 2);
      const first = await writeGroup(db, items.slice(0, half), unsure);
      return [...first, ...(await writeGroup(db, items.slice(half), unsure))];
    }
    if (failure.is === 'constraint') return [{ is: 'constraint', message: failure.message }];
    // Its message may quote what was typed.
    log('error', 'a batch is faulty', { error: nameOf(error) });
    return [{ is: 'faulty' }];
  }
}

/** Leaves out what is there already; the rest keeps its places. */
async function aside(
  items: readonly Item[],
  there: ReadonlySet<string>,
  write: (rest: readonly Item[]) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  const rest = items.filter(({ id }) => !there.has(id));
  const outcomes = rest.length > 0 ? await write(rest) : [];
  return items.map(({ id }) => (there.has(id) ? WRITTEN : (outcomes.shift() ?? WRITTEN)));
}
