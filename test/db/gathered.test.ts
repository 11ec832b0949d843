import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { gathered } from '../../src/db/gathered.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  await database.client.batch([
    'DROP TABLE IF EXISTS marks',
    'CREATE TABLE marks (name TEXT PRIMARY KEY, by TEXT NOT NULL)',
  ]);
});

/** The database, with a count of what each round trip carried. */
function counted(fault?: (statements: number) => Error | null) {
  const trips: number[] = [];
  const db: Database = {
    get orm() {
      return database.db.orm;
    },
    async write(statements) {
      trips.push(statements.length);
      const error = fault?.(statements.length);
      if (error) throw error;
      return database.db.write(statements);
    },
    close: () => undefined,
  };
  return { trips, db: gathered(db) };
}

const mark = (name: string, by = 'x') => sql`INSERT INTO marks VALUES (${name}, ${by})`;
const names = async () =>
  (await database.client.execute('SELECT name FROM marks ORDER BY name')).rows.map(({ name }) => name);

test('what comes while a batch is on its way goes together after it, and each hears of its own rows', async () => {
  const { trips, db } = counted();
  const results = await Promise.all([
    db.write([mark('a')]),
    db.write([mark('b'), sql`SELECT name FROM marks WHERE name = 'b'`]),
    db.write([sql`UPDATE marks SET by = 'y' WHERE name IN ('a', 'b')`]),
  ]);
  expect(trips).toEqual([1, 3]);
  expect(results.map((sets) => sets.map(({ rowsAffected, rows }) => [rowsAffected, rows.length]))).toEqual([
    [[1, 0]],
    [
      [1, 0],
      [0, 1],
    ],
    [[2, 0]],
  ]);
});

test('one whose constraint fails falls alone and whole; those it met are written', async () => {
  const { trips, db } = counted();
  const ends = await Promise.allSettled([
    db.write([mark('a')]),
    db.write([mark('b')]),
    db.write([mark('c'), mark('a')]),
    db.write([mark('d')]),
  ]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(trips).toEqual([1, 4, 1, 2, 1]);
  expect(await names()).toEqual(['a', 'b', 'd']);
});

test('where the database is gone everybody who met hears so, and the next finds the way free', async () => {
  let gone = true;
  const { db } = counted(() => (gone ? new Error('fetch failed') : null));
  const ends = await Promise.allSettled(['a', 'b', 'c'].map((name) => db.write([mark(name)])));
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  gone = false;
  await db.write([mark('d')]);
  expect(await names()).toEqual(['d']);
});
