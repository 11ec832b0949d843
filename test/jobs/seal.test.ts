import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { nextEvent } from '../../src/chain/event.ts';
import { walkSeals } from '../../src/chain/seal-walk.ts';
import { events, type EventRow } from '../../src/chain/tables.ts';
import { sealHeads } from '../../src/jobs/seal.ts';
import { publicKeys } from '../../src/lib/sealing/signing.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';

const HOUR = 3_600_000;
const TEN = Date.parse('2026-11-20T10:00:00+08:00');
const ring = testRing();

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(() => emptyDatabase(database.db));

const sealAt = (now: number, limit = 100): Promise<void> =>
  sealHeads({ db: database.db, ring, clock: { now: () => now } }, limit);

async function grow(stream: string, last: EventRow | null = null): Promise<EventRow> {
  const event = await nextEvent(stream, last, { at: TEN, actor: 'system', code: 'tried', data: {} });
  await database.db.write([database.db.orm.insert(events).values(event)]);
  return event;
}

const rowsOf = async (sql: string) => (await database.client.execute(sql)).rows.map((row) => ({ ...row }));
const counts = () => rowsOf('SELECT seq, at, count FROM seals ORDER BY seq');
const waiting = () => rowsOf('SELECT stream FROM unsealed');

test('an hour has one seal, however often the minute strikes, and one even where nothing happened', async () => {
  await grow('one');
  await sealAt(TEN);
  await sealAt(TEN + 60_000);
  await sealAt(TEN + HOUR);
  expect(await counts()).toEqual([
    { seq: 1, at: TEN, count: 1 },
    { seq: 2, at: TEN + HOUR, count: 0 },
  ]);
  expect(await waiting()).toEqual([]);
});

test('a seal covers the newest event of each stream that grew, and of no other', async () => {
  const first = await grow('one');
  await grow('two');
  await sealAt(TEN);
  await grow('one', await grow('one', first));
  await sealAt(TEN + HOUR);
  expect(await rowsOf('SELECT seal, stream, seq FROM seal_heads ORDER BY seal, stream')).toEqual([
    { seal: 1, stream: 'one', seq: 1 },
    { seal: 1, stream: 'two', seq: 1 },
    { seal: 2, stream: 'one', seq: 3 },
  ]);
});

test('several runs at once make one seal', async () => {
  await grow('one');
  await Promise.all(Array.from({ length: 6 }, () => sealAt(TEN)));
  expect(await counts()).toEqual([{ seq: 1, at: TEN, count: 1 }]);
});

test('what is too much for one seal is carried on by the next minute, until nothing is left', async () => {
  for (const stream of ['1', '2', '3', '4', '5']) await grow(stream);
  for (const minute of [0, 1, 2, 3, 4]) await sealAt(TEN + minute * 60_000, 2);
  expect((await counts()).map(({ count }) => count)).toEqual([2, 2, 1]);
  expect(await waiting()).toEqual([]);
});

test('a clock that ran ahead and is put right costs one more seal and stops none', async () => {
  await sealAt(TEN + 1000 * HOUR);
  await sealAt(TEN);
  await sealAt(TEN + 60_000);
  await sealAt(TEN + HOUR);
  expect((await counts()).map(({ at }) => at)).toEqual([TEN + 1000 * HOUR, TEN, TEN + HOUR]);
  expect(await walkSeals(database.db, await publicKeys(ring, 'heads'))).toMatchObject({ good: 3, fault: null });
});

test('a stream somebody queued again is sealed again, and nothing stands still', async () => {
  await grow('one');
  await sealAt(TEN);
  await database.client.execute(`INSERT INTO unsealed VALUES ('one'), ('never written')`);
  await sealAt(TEN + HOUR);
  expect(await counts()).toMatchObject([{ count: 1 }, { count: 1 }]);
});
