import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reader } from '../../src/cases/scope.ts';
import { inbox } from '../../src/cases/inbox.ts';
import { finishTask } from '../../src/cases/tasks/finish.ts';
import { tasksOfCase } from '../../src/cases/tasks/list.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { NOTE, startRoad, type Road } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

const NOWHERE = { id: 'somebody', site: null, station: null, department: null };
const watch: Reader = { ...NOWHERE, role: 'supervisor', site: 'wanrong' };
const why = { remark: '急弯没有护栏, 有车翻下(示例)' };
const tasksOf = async (road: Road, reader = watch) => tasksOfCase(database.db, reader, await road.id());
const isMarked = async (road: Road): Promise<unknown> => {
  const { lines } = await inbox(database.db, watch, { view: 'all', filters: {}, after: '', today: '2026-03-02' });
  return lines.find(({ receipt }) => receipt === road.receipt)?.urgent;
};

test('marked as urgent, a case is the supervisor’s to look at, with the event and in the same batch', async () => {
  const road = await startRoad(database);
  expect(await road.act('mark-urgent', why)).toMatchObject({ ok: true, value: { state: 'received', seq: 2 } });
  expect(await isMarked(road)).toBe(1);
  expect((await tasksOf(road)).map(({ kind, whose }) => [kind, whose])).toEqual([['urgent', 'supervisor']]);
  expect((await tasksOf(road, { ...watch, site: 'pinglu' })).length).toBe(0);
  const { rows } = await database.client.execute(
    'SELECT opened_at = (SELECT at FROM events WHERE stream = case_id AND seq = 2) AS together FROM tasks WHERE case_id = ?',
    [await road.id()],
  );
  expect(rows).toMatchObject([{ together: 1 }]);
  // Inside only: the sender reads nothing of it.
  expect((await road.status()).timeline.map(({ event }) => event)).toEqual(['received']);
  expect(await road.faults()).toEqual([]);
});

test('it takes a reason, and cannot be marked twice; unmarked with a reason it is over, and may come again', async () => {
  const road = await startRoad(database);
  expect(await road.act('mark-urgent')).toMatchObject({ error: { code: 'answers.invalid' } });
  expect(await road.act('unmark-urgent', why)).toMatchObject({ error: { code: 'case.changed' } });
  await road.act('mark-urgent', why);
  expect(await road.act('mark-urgent', why)).toMatchObject({ error: { code: 'case.changed' } });
  expect(await road.act('unmark-urgent')).toMatchObject({ error: { code: 'answers.invalid' } });
  expect(await road.act('unmark-urgent', { remark: '现场已经围挡(示例)' })).toMatchObject({ ok: true });
  expect([await isMarked(road), await tasksOf(road)]).toEqual([0, []]);
  expect(await road.act('mark-urgent', why)).toMatchObject({ ok: true });
  expect(await tasksOf(road)).toHaveLength(1);
});

test('the mark stays on the road; 督办, being seen or the end of the case settles the task', async () => {
  const supervised = await startRoad(database);
  await supervised.act('mark-urgent', why);
  await supervised.act('register');
  await supervised.act('accept');
  expect([await isMarked(supervised), (await tasksOf(supervised)).length]).toEqual([1, 1]);
  await supervised.act('supervise', {}, { actor: 'staff:watch' });
  expect(await tasksOf(supervised)).toEqual([]);

  const seen = await startRoad(database);
  await seen.act('mark-urgent', why);
  const [task] = await tasksOf(seen);
  if (!task) throw new Error('no task');
  expect(await finishTask(seen.tools, task, 'watch', {})).toEqual({ ok: true, value: { done: true } });
  expect((await seen.events()).at(-1)).toMatchObject({
    code: 'task-seen',
    actor: 'staff:watch',
    data: { task: 'urgent' },
  });

  const ended = await startRoad(database, { category: 'suggestion' });
  await ended.act('mark-urgent', why);
  await ended.act('direct', { note: NOTE });
  expect(await tasksOf(ended)).toEqual([]);
  const { rows } = await database.client.execute('SELECT done_by FROM tasks WHERE case_id = ?', [await ended.id()]);
  expect(rows).toMatchObject([{ done_by: 'system' }]);
});

test('a report cannot be marked: nobody but those cleared for it may know of it', async () => {
  const road = await startRoad(database, { category: 'report', topic: 'other' });
  expect(await road.act('mark-urgent', why)).toMatchObject({ error: { code: 'case.changed' } });
});
