import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { casesOfPerson, copyForPerson } from '../../src/cases/person.ts';
import { openKeyRing } from '../../src/lib/sealing/key-ring.ts';
import { toolsOf } from './tools.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { startRoad, type Road } from '../harness/road.ts';

let database: TestDatabase;
let road: Road;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  await emptyDatabase(database.db);
  road = await startRoad(database);
});

const found = async (typed: string, site = 'wanrong') => {
  const own = await casesOfPerson(road.tools, site, typed);
  return own.ok ? own.value.map(({ receipt }) => receipt) : own.error;
};

test('what a person has here is found by phone, however it is typed, at that county only', async () => {
  expect(await found('+86 154-0000-0001')).toEqual([road.receipt]);
  expect(await found('15400000001', 'pinglu')).toEqual([]);
  expect(await found('15400000002')).toEqual([]);
  expect(await found('李某芳')).toBe('unreadable');
});

test('what came in before the keys were turned is found as well', async () => {
  const ring = openKeyRing({
    current: 'new',
    ring: { test: Buffer.alloc(32, 7).toString('base64'), new: Buffer.alloc(32, 8).toString('base64') },
  });
  const own = await casesOfPerson(toolsOf(database.db, { ring }), 'wanrong', '15400000001');
  expect(own).toMatchObject({ ok: true, value: [{ receipt: road.receipt }] });
});

test('the copy holds what was sent and told and no remark, and the chain says that it was given out', async () => {
  await road.act('accept', { note: '您好。已受理, 我们先到现场看。(示例)', remark: '先别声张(示例)' });
  const own = await casesOfPerson(road.tools, 'wanrong', '15400000001');
  const { copies, missed } = await copyForPerson(road.tools, own.ok ? own.value : []);
  expect(missed).toEqual([]);
  expect(copies).toMatchObject([{ status: { receipt: road.receipt }, body: { contact: { phone: '15400000001' } } }]);
  expect(JSON.stringify(copies)).toContain('已受理, 我们先到现场看');
  expect(JSON.stringify(copies)).not.toContain('先别声张');
  expect((await road.events()).at(-1)).toMatchObject({
    code: 'revealed',
    actor: 'system',
    data: { why: 'sender-asked' },
  });
  expect(await road.faults()).toEqual([]);
});
