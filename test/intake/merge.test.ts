import { afterAll, beforeAll, expect, test } from 'vitest';
import { count } from '../../src/db/counters.ts';
import { merge } from '../../src/intake/merge.ts';
import { newId } from '../../src/lib/ids.ts';
import { newCaseKey } from '../../src/lib/sealing/case-key.ts';
import { enqueue, type MessageCaps } from '../../src/notify/outbox/enqueue.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());

const row = (id: string) => ({ sql: 'INSERT INTO heartbeats (name, at) VALUES (?, ?)', args: [id, 1] });

test('rows for the same table go in one statement, in the order they came', () => {
  const other = { sql: 'UPDATE heartbeats SET at = ?', args: [2] };
  expect(merge([[row('a'), other], [row('b')], [row('c')]])).toEqual([
    { sql: 'INSERT INTO heartbeats (name, at) VALUES (?, ?), (?, ?), (?, ?)', args: ['a', 1, 'b', 1, 'c', 1] },
    other,
  ]);
});

test('what to do with a row that is there stands once, at the end', () => {
  const [merged] = merge([[count('a', 1, null, 9)], [count('a', 1, 5, 9)]]);
  expect(merged?.sql).toMatch(
    /VALUES \(\?, \?, \?, \?\), \(\?, \?, \?, \?\)\s+ON CONFLICT \(name\) DO UPDATE SET [^()]*$/,
  );
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
