import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseKeys } from '../../src/db/case-keys.ts';
import { count } from '../../src/db/counters.ts';
import { insertInto } from '../../src/db/insert.ts';
import { merge } from '../../src/intake/merge.ts';
import { newId } from '../../src/lib/ids.ts';
import { newCaseKey } from '../../src/lib/sealing/case-key.ts';
import { enqueue, type MessageCaps } from '../../src/notify/outbox/enqueue.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());

const usedInTest = sqliteTable('used_in_test', {
  id: text('id').primaryKey(),
  words: text('words'),
  more: text('more'),
  n: integer('n'),
});

const row = (id: string) => ({ sql: 'INSERT INTO heartbeats (name, at) VALUES (?, ?)', args: [id, 1] });

test('rows for the same table go in one statement, in the order they came', () => {
  const other = { sql: 'UPDATE heartbeats SET at = ?', args: [2] };
  expect(merge([[row('a'), other], [row('b')], [row('c')]])).toEqual([
    {
      sql: 'INSERT INTO heartbeats (name, at) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
      args: ['[["a",1],["b",1],["c",1]]'],
    },
    other,
  ]);
});

test('what to do with a row that is there stands once, at the end', () => {
  const [merged] = merge([[count('a', 1, null, 9)], [count('a', 1, 5, 9)]]);
  expect(merged?.sql).toMatch(/FROM json_each\(\?\) WHERE true\s+ON CONFLICT \(name\) DO UPDATE SET [^()]*$/);
});

test('rows that come as one text join without being looked into', () => {
  const keyRow = insertInto(caseKeys);
  const [one, two] = ['a', 'b"]'].map((caseId) => keyRow({ caseId, wrapped: '甲', salt: '[' }));
  if (!one || !two) throw new Error('two rows');
  const sql = `INSERT INTO case_keys (case_id, wrapped, salt) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`;
  expect(one).toEqual({ sql, args: ['[["a","甲","["]]'] });
  expect(merge([[one], [two]])).toEqual([{ sql, args: ['[["a","甲","["],["b\\"]","甲","["]]'] }]);
});

test('what is stored is what was given: text that looks like a number, an empty one, nothing, a truth', async () => {
  const row = insertInto(usedInTest);
  const given = [
    { id: '007', words: '1e3', more: null, n: 9007199254740991 },
    { id: '"[', words: '', more: '真\n\\u0041', n: -1 },
  ];
  await database.client.execute('CREATE TABLE used_in_test (id TEXT PRIMARY KEY, words TEXT, more TEXT, n INTEGER)');
  await database.db.write(merge(given.map((one) => [row(one)])));
  expect(await database.db.orm.select().from(usedInTest).orderBy(usedInTest.n)).toEqual(given.toReversed());
});

test('half of a character never gets into a row', async () => {
  expect(() => insertInto(caseKeys)({ caseId: 'a\ud800', wrapped: '', salt: '' })).toThrow('whole text');
  // Bound by itself it is refused by the server, and its neighbours are tried without it.
  const broken = row('b\ud800');
  expect(merge([[row('a')], [broken]])).toEqual([row('a'), broken]);
});

const capped = (by: number) => [count('capped', by, 3, 9), count('free', by, null, 9)];

test('counts of one counter are one count, and a cap still holds', async () => {
  const [merged] = merge([capped(1), capped(2)]);
  expect(merged?.args).toEqual(['[["capped",3,3,9],["free",3,null,9]]']);
  await database.db.write(merge([capped(1), capped(2)]));
  await expect(database.db.write(merge([capped(1), [count('free', 1, null, 9)]]))).rejects.toThrow('counter_cap');
  const { rows } = await database.client.execute("SELECT name, n FROM counters WHERE name IN ('capped', 'free')");
  expect(rows.map(({ name, n }) => [name, n])).toEqual([
    ['capped', 3],
    ['free', 3],
  ]);
});

async function message(caps: MessageCaps, addressIndex: string) {
  const now = Date.parse('2026-11-20T10:00:00+08:00');
  const caseId = newId(now);
  const words = { channel: 'sms', to: '15400000001', text: '【万荣】您好', template: 'received', params: {} } as const;
  const about = { site: 'wanrong', caseId, receipt: 'WR-22222-22222', revision: 1, lang: 'zh', demo: true } as const;
  return enqueue({ ...words, ...about, addressIndex }, await newCaseKey(testRing(), caseId), now, caps);
}

test('caps of messages are as exact in one batch of many as one by one', async () => {
  const caps = { perAddress: 2, perSite: 4 };
  const asked = await Promise.all(['one', 'one', 'one', 'two', 'two', 'three'].map((to) => message(caps, to)));
  const free = await message({ perAddress: null, perSite: null }, 'one');
  const ids = [...asked, free].map((statements) => statements[2]?.args[0]);
  const states = async () => {
    const { rows } = await database.client.execute('SELECT id, coalesce(supplier_code, state) AS fate FROM outbox');
    return ids.map((id) => rows.find((line) => line['id'] === id)?.['fate']);
  };

  for (const statements of [...asked, free]) await database.db.write(statements);
  const oneByOne = await states();
  await database.client.batch(['DELETE FROM outbox', 'DELETE FROM counters']);
  const merged = merge([...asked, free]);
  await database.db.write(merged);

  expect(merged).toHaveLength(2);
  expect(await states()).toEqual(oneByOne);
  expect(oneByOne).toEqual(['queued', 'queued', 'cap.address', 'queued', 'cap.site', 'cap.site', 'queued']);
});
