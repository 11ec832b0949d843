import type { Plain } from '../db/database.ts';
import type { Database } from '../db/database.ts';
import { failureOf } from '../db/failure.ts';
import type { Item } from './item.ts';
import type { Waiting } from './spool.ts';
import { thereOf } from './there.ts';
import { writeGroup } from './write.ts';

/** What became of items that were acknowledged before: a refusal is no longer possible. */
export interface Filed {
  written: number[];
  /** Refused for good. */
  stuck: number[];
}

/** Writes acknowledged items, each exactly once. Throws where the database cannot be reached. */
export async function fileGroup(db: Database, waiting: readonly Waiting[]): Promise<Filed> {
  const there = await thereOf(
    db,
    waiting.map(({ item }) => item),
  );
  const filed: Filed = { written: [], stuck: [] };
  const rest = waiting.filter(({ seq, item }) => {
    if (there.has(item.id)) filed.written.push(seq);
    return !there.has(item.id);
  });
  const outcomes = await writeGroup(
    db,
    rest.map(({ item }) => item),
    true,
  );
  for (const [index, { seq, item }] of rest.entries()) {
    const written = outcomes[index]?.is === 'written' || (await fileAnyway(db, item));
    (written ? filed.written : filed.stuck).push(seq);
  }
  return filed;
}

/**
 * A guard held that nobody could ask when the receipt was given: a cap, a used proof, a key used for something else. The
 * receipt is true, so the case is written without it.
 */
async function fileAnyway(db: Database, item: Item): Promise<boolean> {
  const ways: Plain[][] = [[...item.answers, ...item.rows], item.rows];
  for (const statements of ways) {
    try {
      await db.write(statements);
      return true;
    } catch (error) {
      if (failureOf(error).is === 'passing') throw error;
      if ((await thereOf(db, [item])).size > 0) return true;
    }
  }
  return false;
}
