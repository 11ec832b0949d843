import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { openDesk } from '../../src/intake/desk.ts';
import { direct } from '../../src/intake/direct.ts';
import { grouped } from '../../src/intake/grouped.ts';
import type { Taken } from '../../src/intake/item.ts';
import { toolsOf } from '../cases/tools.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { itemOf } from './items.ts';
import { send, sent } from './submissions.ts';
import { deskTools } from './ways.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  const tables = ['cases', 'case_keys', 'case_secrets', 'outbox', 'idempotency', 'counters'];
  await database.client.batch(tables.map((table) => `DELETE FROM ${table}`));
});
afterEach(() => vi.useRealTimers());

/** The database, counted, and not closed by who borrows it. */
function counted() {
  const writes: number[] = [];
  const db: Database = {
    ...database.db,
    write: (list) => (writes.push(list.length), database.db.write(list)),
    close: () => undefined,
  };
  return { db, writes };
}

const toolsAt = (db: Database, more: Parameters<typeof deskTools>[1] = {}) => {
  const desk = openDesk(deskTools(db, more));
  return { desk, tools: toolsOf(database.db, { intake: grouped(() => desk, direct(db)) }) };
};

const receipts = async (): Promise<unknown[]> =>
  (await database.client.execute('SELECT receipt FROM cases ORDER BY id')).rows.map(({ receipt }) => receipt);

test('what arrives together is written together: one round trip for the first, few for all behind it', async () => {
  const { db, writes } = counted();
  const { tools } = toolsAt(db);
  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => sent(tools, `many-${index}`)));
  expect(new Set(await receipts())).toEqual(new Set(answers.map(({ answer }) => answer.receipt)));
  expect(writes.length).toBeLessThan(6);
  // Whatever its size, a group is one statement a table.
  expect(Math.max(...writes)).toBeLessThan(10);
});

test('one that does not fit is refused alone, and takes none of its neighbours with it', async () => {
  const { db } = counted();
  const { tools } = toolsAt(db);
  const full = { is: 'partner', name: 'full', perDay: 2, limited: true } as const;
  const outcomes = await Promise.all(
    Array.from({ length: 24 }, (_, index) => send(tools, `some-${index}`, index % 6 === 5 ? full : undefined)),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(22);
  expect(outcomes.flatMap((one) => (one.ok ? [] : [one.error.code]))).toEqual(['rate.limited', 'rate.limited']);
  expect(await receipts()).toHaveLength(22);
});

test('64 at once under one key are one case and one answer, written once and read never', async () => {
  const { db, writes } = counted();
  const { tools } = toolsAt(db);
  const answers = await Promise.all(Array.from({ length: 64 }, () => sent(tools, 'the-same')));
  expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect([(await receipts()).length, writes.length]).toEqual([1, 1]);
});

test('another content under a key that is under way is refused without a word of the first', async () => {
  const { db } = counted();
  const { tools } = toolsAt(db);
  const both = await Promise.all([send(tools, 'one'), send(tools, 'one', undefined, '另外一件事情')]);
  expect(both.flatMap((one) => (one.ok ? [] : [one.error.code]))).toEqual(['idempotency.mismatch']);
  expect(await receipts()).toHaveLength(1);
});

test('behind another under the same key nobody waits longer than 8 s', async () => {
  vi.useFakeTimers();
  const never: Database = { ...database.db, write: () => new Promise(() => undefined), close: () => undefined };
  const { desk } = toolsAt(never);
  void desk.take(itemOf('a', 'k'));
  let behind: Taken | null = null;
  void desk.take(itemOf('b', 'k')).then((taken) => (behind = taken));
  await vi.advanceTimersByTimeAsync(7900);
  expect(behind).toBeNull();
  await vi.advanceTimersByTimeAsync(200);
  expect(behind).toEqual({ is: 'in-progress' });
});

test('of several handed over at once, whoever waits behind another under the same key is not waited for', async () => {
  const { desk } = toolsAt(counted().db);
  const taken = await desk.takeAll([itemOf('a', 'k'), itemOf('b', 'k'), itemOf('c', 'other')]);
  expect(taken).toEqual([{ is: 'written' }, null, { is: 'written' }]);
});

test('an object that does not answer is passed by: the batch goes straight to the database', async () => {
  const { desk, tools } = toolsAt(counted().db);
  const broken = { ...desk, take: () => Promise.reject(new Error('the object was moved')) };
  const around = { ...tools, intake: grouped(() => broken, direct(database.db)) };
  expect(await sent(around, 'around')).toMatchObject({ replayed: false });
  expect(await receipts()).toHaveLength(1);
});

test('a clock that was ten minutes fast and is put right does not keep what waits for ten minutes', async () => {
  let now = Date.now() + 600_000;
  const calls: number[] = [];
  const gone: Database = {
    ...database.db,
    write: () => Promise.reject(new TypeError('Network connection lost.')),
    close: () => undefined,
  };
  const { desk } = toolsAt(gone, { clock: { now: () => now }, callAt: (ms) => void calls.push(ms) });
  expect(await desk.take(itemOf('a', 'k1'))).toMatchObject({ is: 'spooled' });
  expect(await desk.take(itemOf('b', 'k2'))).toMatchObject({ is: 'spooled' });
  expect(calls).toEqual([now + 1000]);
  now -= 600_000;
  await desk.take(itemOf('c', 'k3'));
  expect(calls.slice(1)).toEqual([now + 1000]);
});
