import { afterAll, beforeAll, expect, test } from 'vitest';
import { askForNewCode, renewCodes } from '../../src/cases/new-code.ts';
import type { Reader } from '../../src/cases/scope.ts';
import { finishTask } from '../../src/cases/tasks/finish.ts';
import { countTasks, openTasks, taskFor, tasksOfCase } from '../../src/cases/tasks/list.ts';
import { erasing } from '../../src/cases/erase.ts';
import { siteById } from '../../src/sites/index.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import type { Json } from '../harness/client.ts';
import { NOTE, startRoad, type Road } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

const NOWHERE = { id: 'somebody', site: null, station: null, department: null };
const clerk = (station: string): Reader => ({ ...NOWHERE, role: 'station-clerk', site: 'wanrong', station });
const feng = clerk('gaocun');
const LANDLINE = { phone: '0359-0000020' };

const atLandline = (answers: Json = {}, more: Json = {}): Promise<Road> =>
  startRoad(database, { station: 'gaocun', ...answers }, 'wanrong', { ...LANDLINE, ...more });
const mine = async (road: Road, reader = feng) => tasksOfCase(database.db, reader, await road.id());
const finish = async (road: Road, input: Json, template = 'received') => {
  const task = (await mine(road)).find((one) => one.template === template);
  if (!task) throw new Error(`no ${template} to tell`);
  return finishTask(road.tools, task, 'feng', input);
};

test('whoever left a landline alone is called at every step that would have sent a message', async () => {
  const road = await atLandline();
  await road.act('register');
  await road.act('accept');
  await road.act('extend', { moreDays: 10, note: NOTE, approvedBy: '某局长(示例)' });
  await road.act('answer', { outcome: 'supported', note: NOTE });
  expect((await mine(road)).map(({ kind, template, date }) => [kind, template, date])).toEqual([
    ['call-back', 'received', null],
    ['call-back', 'accepted', '2026-05-06'],
    ['call-back', 'extended', '2026-05-11'],
    ['call-back', 'answered', null],
  ]);
  expect(await road.texts()).toEqual([]);
});

test('a mobile or an e-mail address takes the message, and nobody need call', async () => {
  expect(await mine(await startRoad(database, { station: 'gaocun' }))).toEqual([]);
  expect(await mine(await atLandline({}, { email: 'li@example.cn' }))).toEqual([]);
});

test('nobody calls for a report, nor for spam', async () => {
  const report = await startRoad(database, { category: 'report', topic: 'other' }, 'wanrong', LANDLINE);
  await report.act('register');
  const spam = await atLandline({ title: '点击领取大奖名额' });
  await database.client.execute('UPDATE cases SET spam = 1 WHERE receipt = ?', [spam.receipt]);
  await spam.act('accept');
  const { rows } = await database.client.execute('SELECT template FROM tasks WHERE case_id IN (?, ?)', [
    await report.id(),
    await spam.id(),
  ]);
  expect(rows.map(({ template }) => template)).not.toContain('accepted');
  expect(await mine(report)).toEqual([]);
  expect(await mine(spam)).toEqual([]);
});

test('a call is an event of the case: who and when in the chain, the words sealed, the sender told', async () => {
  const road = await atLandline();
  const remark = '是他儿子接的, 已转告(示例)';
  expect(await finish(road, { outcome: 'told', remark })).toEqual({ ok: true, value: { done: true } });
  expect(await mine(road)).toEqual([]);
  const [last] = (await road.events()).toReversed();
  expect(last).toMatchObject({
    code: 'called-back',
    actor: 'staff:feng',
    data: { task: 'call-back', outcome: 'told' },
  });
  expect(Object.keys(last?.data ?? {}).toSorted()).toEqual(['outcome', 'task', 'words']);
  expect(JSON.stringify([await road.events(), await road.rows('case_remarks')])).not.toContain('儿子');
  expect((await road.status()).timeline[0]).toMatchObject({ event: 'called-back', label: '我们已经打电话告诉您。' });
  expect(await road.faults()).toEqual([]);
  const { rows } = await database.client.execute('SELECT done_by FROM tasks WHERE case_id = ?', [await road.id()]);
  expect(rows).toMatchObject([{ done_by: 'staff:feng' }]);
});

test('nobody answered: that is noted, and the task stays to be tried again', async () => {
  const road = await atLandline();
  expect(await finish(road, { outcome: 'no-answer' })).toEqual({ ok: true, value: { done: false } });
  expect(await mine(road)).toHaveLength(1);
  expect((await road.status()).timeline[0]?.label).toBe('我们给您打过电话, 没有人接。');
  expect(await finish(road, {})).toMatchObject({ error: { code: 'answers.invalid' } });
});

test('of two clerks who end the same task one wins, and the chain holds one call', async () => {
  const road = await atLandline();
  const both = await Promise.all([finish(road, { outcome: 'told' }), finish(road, { outcome: 'told' })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'case.changed' } });
  expect((await road.events()).map(({ code }) => code)).toEqual(['submitted', 'called-back']);
});

test('a new code that cannot be sent is a call as well; the old one stays', async () => {
  const road = await atLandline();
  const wanrong = siteById('wanrong');
  if (!wanrong) throw new Error('no Wanrong');
  road.wait(1);
  await askForNewCode(road.tools, wanrong, road.receipt);
  await renewCodes(road.tools, siteById, 20);
  await askForNewCode(road.tools, wanrong, road.receipt);
  await renewCodes(road.tools, siteById, 20);
  expect((await mine(road)).map(({ template }) => template)).toEqual(['received', 'new-code']);
  expect((await road.events()).map(({ code }) => code)).toEqual(['submitted']);
  expect((await road.status()).state).toBe('received');
});

test('a task is there for the desk of its own reach alone', async () => {
  const road = await atLandline();
  const [task] = await mine(road);
  const others: Reader[] = [
    clerk('jiedian'),
    { ...feng, role: 'deputy' },
    { ...NOWHERE, role: 'supervisor', site: 'wanrong' },
    { ...NOWHERE, role: 'county-clerk', site: 'pinglu' },
    { ...NOWHERE, role: 'report-officer', site: 'wanrong' },
    { ...NOWHERE, role: 'administrator' },
    { ...NOWHERE, role: 'auditor' },
  ];
  for (const reader of others) {
    expect([reader, await taskFor(database.db, reader, task?.id ?? '')]).toEqual([reader, null]);
    expect(await countTasks(database.db, reader)).toBe(0);
  }
  expect(
    await taskFor(database.db, { ...NOWHERE, role: 'county-clerk', site: 'wanrong' }, task?.id ?? ''),
  ).toMatchObject({
    receipt: road.receipt,
  });
});

test('a long list goes on page by page, each task once, and the count stops at its limit', async () => {
  const road = await atLandline({ station: 'liwang' });
  const id = await road.id();
  const row = `INSERT INTO tasks (id, site, case_id, kind, whose, cause, opened_at) VALUES (?, 'wanrong', ?, 'call-back', 'desk', ?, 0)`;
  await database.client.batch(
    Array.from({ length: 119 }, (_, n) => ({
      sql: row,
      args: [`019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`, id, `row ${n}`],
    })),
  );
  const found: string[] = [];
  let after: string | null = '';
  for (let turn = 0; after !== null && turn < 5; turn += 1) {
    const { tasks, next }: Awaited<ReturnType<typeof openTasks>> = await openTasks(database.db, clerk('liwang'), after);
    found.push(...tasks.map((task) => task.id));
    after = next;
  }
  expect([found.length, new Set(found).size, after]).toEqual([120, 120, null]);
  expect(await countTasks(database.db, clerk('liwang'))).toBe(100);
});

test('erasing a case leaves no task of it', async () => {
  const road = await atLandline();
  await database.db.write(erasing(await road.id(), Date.now()));
  expect(await mine(road)).toEqual([]);
});
