import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { petitionsOf } from '../../demo/cases/petition.ts';
import { person } from '../../demo/cases/case.ts';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { send } from '../../scripts/seed/send.ts';
import { sealLine, unkeptLine } from '../../scripts/verify/seal-words.ts';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { nextEvent } from '../../src/chain/event.ts';
import { events, type EventRow } from '../../src/chain/tables.ts';
import { storedCases } from '../../src/cases/stored.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { formByKind } from '../../src/forms/index.ts';
import { sealHeads } from '../../src/jobs/seal.ts';
import { siteById } from '../../src/sites/index.ts';
import { NOW, toolsOf } from '../cases/tools.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';

const HOUR = 3_600_000;
const TEN = Date.parse(NOW);

let database: TestDatabase;
let tools: Tools;
let receipt: string;
let id: string;
beforeAll(async () => {
  database = await startDatabase();
  tools = toolsOf(database.db);
}, 30_000);
afterAll(() => database.stop());

const petition = async (ref: string): Promise<string> => {
  const [demo] = petitionsOf('wanrong', [
    {
      ref,
      daysAgo: 0,
      time: '10:00',
      about: ['request', 'roads', 'guanghua'],
      from: person('丁', '行', 1),
      address: '万荣县光华乡东坡村(示例)',
      title: '村东头路灯不亮',
      text: '村东头三盏路灯灭了快一个月,晚上看不见。',
    },
  ]);
  const [form, site] = [formByKind('petition'), siteById('wanrong')];
  if (!demo || !form || !site) throw new Error('no petition to send');
  const context = { site, today: '2026-11-20', drafts: [] };
  return (await send(tools, { demo, form, context, sentAt: TEN })).receipt;
};

/** One more event of the case, as any verb writes it. */
async function grow(last: EventRow): Promise<EventRow> {
  const event = await nextEvent(last.stream, last, { at: TEN, actor: 'system', code: 'tried', data: {} });
  await database.db.write([database.db.orm.insert(events).values(event)]);
  await database.client.execute(`UPDATE cases SET seq = ${event.seq} WHERE id = '${last.stream}'`);
  return event;
}

const sealAt = (now: number) => sealHeads({ ...tools, clock: { now: () => now } }, 100);

/** Two cases; the first with three events, sealed at one and at three; a third seal over nothing. */
beforeEach(async () => {
  await emptyDatabase(tools.db);
  receipt = await petition('V1');
  await petition('V2');
  const [stored] = await storedCases(tools.db, { receipt });
  const submitted = stored?.events[0];
  if (!submitted) throw new Error('no case');
  id = submitted.stream;
  await sealAt(TEN);
  await grow(await grow(submitted));
  await sealAt(TEN + HOUR);
  await sealAt(TEN + 2 * HOUR);
});

/** What an intruder with the database in hand, but without the keys, would do: the triggers are back when he is gone. */
async function intrude(...changes: string[]): Promise<void> {
  const triggers = await database.db.orm.all<{ name: string; sql: string }>(
    sql`SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('events', 'seals', 'seal_heads')`,
  );
  const drops = triggers.map(({ name }) => `DROP TRIGGER ${name}`);
  await database.client.batch([...drops, ...changes, ...triggers.map((trigger) => trigger.sql)], 'write');
}

const complaints = async (): Promise<string[]> => {
  const { seals, unkept } = await verifyAll(tools);
  return [...unkept.map(unkeptLine), ...(seals.fault ? [sealLine(seals)] : [])];
};

test('what was sealed and left alone verifies, also with events that wait for the next seal', async () => {
  await petition('V3');
  expect(await complaints()).toEqual([]);
  expect(sealLine((await verifyAll(tools)).seals)).toContain('每小时签封 3 次,全部相符,最近 2026-11-20T12:00:00+08:00');
});

test('a case whose last event was cut off is named, even where its row was made to fit', async () => {
  await intrude(`DELETE FROM events WHERE stream = '${id}' AND seq = 3`, `UPDATE cases SET seq = 2 WHERE id = '${id}'`);
  expect((await verifyAll(tools)).broken).toEqual([]);
  expect(await complaints()).toEqual([
    `✗ ${receipt}  签封时有 3 条事件,现在只有 2 条 / sealed with 3 events, 2 are left`,
  ]);
});

test('a case that was removed with all its events is named by its stream', async () => {
  await intrude(
    `DELETE FROM events WHERE stream = '${id}'`,
    `DELETE FROM cases WHERE id = '${id}'`,
    `DELETE FROM case_keys WHERE case_id = '${id}'`,
    `DELETE FROM case_secrets WHERE case_id = '${id}'`,
  );
  const { broken, brokenStreams } = await verifyAll(tools);
  expect([...broken, ...brokenStreams]).toEqual([]);
  expect(await complaints()).toEqual([expect.stringMatching(new RegExp(`✗ ${id} .*整条链不见了`))]);
});

test('a chain that was written anew, whole in itself, is named', async () => {
  const [stored] = await storedCases(tools.db, { receipt });
  const [first, second] = stored?.events ?? [];
  if (!first || !second) throw new Error('no events');
  const forged = await nextEvent(id, first, { at: TEN, actor: 'system', code: 'forged', data: {} });
  const third = await nextEvent(id, forged, { at: TEN, actor: 'system', code: 'tried', data: {} });
  await intrude(
    ...[forged, third].map(
      ({ seq, code, prev, hash }) =>
        `UPDATE events SET code = '${code}', prev = '${prev}', hash = '${hash}' WHERE stream = '${id}' AND seq = ${seq}`,
    ),
  );
  expect((await verifyAll(tools)).broken).toEqual([]);
  expect(await complaints()).toEqual([expect.stringMatching(new RegExp(`✗ ${receipt} .*第 3 条事件与签封时不同`))]);
});

test('an event that was slipped in around the triggers is named', async () => {
  const [stored] = await storedCases(tools.db, { receipt });
  const last = stored?.events.at(-1) ?? null;
  const event = await nextEvent(id, last, { at: TEN, actor: 'system', code: 'forged', data: {} });
  await intrude(
    `INSERT INTO events VALUES ('${id}', ${event.seq}, ${event.at}, 'system', 'forged', '{}', '${event.prev}', '${event.hash}')`,
    `UPDATE cases SET seq = ${event.seq} WHERE id = '${id}'`,
  );
  expect(await complaints()).toEqual([expect.stringMatching(new RegExp(`✗ ${receipt} .*第 4 条事件绕过了签封`))]);
});

test('the first seal that was changed is named', async () => {
  await intrude('UPDATE seals SET at = at - 3600000 WHERE seq >= 2');
  expect(await complaints()).toEqual([expect.stringContaining('✗ 第 2 次签封的签名不符')]);
});

test('a head that was taken out of its seal is named by the seal', async () => {
  await intrude(`DELETE FROM seal_heads WHERE seal = 2`, `DELETE FROM events WHERE stream = '${id}' AND seq = 3`);
  expect(await complaints()).toContainEqual(expect.stringContaining('第 2 次签封所封的内容被改过'));
});

test.each([
  ['in the middle', 'DELETE FROM seals WHERE seq = 2'],
  ['at the end', 'DELETE FROM seals WHERE seq >= 2'],
])('a seal that was removed %s is named', async (_, removal) => {
  await intrude(removal);
  expect(await complaints()).toEqual([expect.stringContaining('✗ 第 2 次签封不见了')]);
});

test('where the last seals were removed with their heads, the events they covered are named', async () => {
  await intrude('DELETE FROM seals WHERE seq >= 2', 'DELETE FROM seal_heads WHERE seal >= 2');
  expect(await complaints()).toEqual([expect.stringMatching(new RegExp(`✗ ${receipt} .*第 3 条事件绕过了签封`))]);
});

test.each(['seals', 'seal_heads'])('rows of %s can neither be changed nor deleted', async (table) => {
  const column = table === 'seals' ? 'at' : 'seq';
  await expect(database.client.execute(`UPDATE ${table} SET ${column} = 1`)).rejects.toThrow('seals are not changed');
  await expect(database.client.execute(`DELETE FROM ${table}`)).rejects.toThrow('seals are not deleted');
});
