import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reader } from '../../src/cases/scope.ts';
import { tasksOfCase } from '../../src/cases/tasks/list.ts';
import { remind } from '../../src/jobs/remind.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { NOTE, startRoad, type Road } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

const AT = { id: 'somebody', site: 'wanrong', station: null, department: null };
const clerk: Reader = { ...AT, role: 'station-clerk', station: 'gaocun' };
const water: Reader = { ...AT, role: 'department-handler', department: '县水利局' };
const watch: Reader = { ...AT, role: 'supervisor' };

const petition = () => startRoad(database, { station: 'gaocun' });
const kinds = async (road: Road, reader: Reader): Promise<string[]> =>
  (await tasksOfCase(database.db, reader, await road.id())).map(({ kind }) => kind);
const opened = async (road: Road) => {
  const { rows } = await database.client.execute(
    'SELECT kind, whose, date, done_by FROM tasks WHERE case_id = ? ORDER BY opened_at, kind, whose',
    [await road.id()],
  );
  return rows.map((row) => [row['kind'], row['whose'], row['date'], row['done_by']]);
};
const tick = (road: Road) => remind(road.tools, 10);

test('three days before the date the desk is reminded, once; past it the supervisor as well', async () => {
  const road = await petition();
  road.wait(11);
  await tick(road);
  expect(await opened(road)).toEqual([]);
  road.wait(1);
  await tick(road);
  await Promise.all([tick(road), tick(road)]);
  expect(await opened(road)).toEqual([['due-soon', 'holder', '2026-03-17', null]]);
  expect([await kinds(road, clerk), await kinds(road, watch)]).toEqual([['due-soon'], []]);
  road.wait(3);
  await tick(road);
  expect(await kinds(road, watch)).toEqual([]);
  road.wait(1);
  await tick(road);
  await tick(road);
  expect([await kinds(road, clerk), await kinds(road, watch)]).toEqual([['overdue'], ['overdue']]);
  expect(await opened(road)).toEqual([
    ['due-soon', 'holder', '2026-03-17', 'system'],
    ['overdue', 'holder', '2026-03-17', null],
    ['overdue', 'supervisor', '2026-03-17', null],
  ]);
});

test('whoever holds the case is reminded: given to a department, its handler, given back, the desk again', async () => {
  const road = await petition();
  road.wait(9);
  await road.act('assign', { lead: '县水利局' });
  road.wait(4);
  await tick(road);
  expect([await kinds(road, clerk), await kinds(road, water)]).toEqual([[], ['due-soon']]);
  await road.act('return', { remark: '不归我们管(示例)' });
  expect([await kinds(road, clerk), await kinds(road, water)]).toEqual([['due-soon'], []]);
});

test('when the case moves on reminders vanish, and its new date is reminded of anew', async () => {
  const road = await petition();
  road.wait(17);
  await tick(road);
  expect(await kinds(road, watch)).toEqual(['overdue']);
  await road.act('accept');
  expect([await kinds(road, clerk), await kinds(road, watch)]).toEqual([[], []]);
  road.wait(57);
  await tick(road);
  expect(await kinds(road, clerk)).toEqual(['due-soon']);
  await road.act('answer', { outcome: 'supported', note: NOTE });
  expect(await kinds(road, clerk)).toEqual([]);
  await tick(road);
  expect((await opened(road)).filter(([, , , by]) => by === null)).toEqual([]);
});

test('nobody is reminded of spam, and it does not stand in the way of the others', async () => {
  const [spam, road] = [await petition(), await petition()];
  await database.client.execute('UPDATE cases SET spam = 1 WHERE receipt = ?', [spam.receipt]);
  spam.wait(17);
  await remind(spam.tools, 10);
  expect(await opened(spam)).toEqual([]);
  expect(await kinds(road, watch)).toEqual(['overdue']);
});

test('with nothing to remind of a run reads one range of the index and goes through no list of cases', async () => {
  const { rows } = await database.client.execute(
    `EXPLAIN QUERY PLAN SELECT id, due_date FROM cases WHERE reminded = 1 AND due_date IS NOT NULL AND due_date <= '2026-03-02'
      ORDER BY due_date, id LIMIT 100`,
  );
  expect(rows.map(({ detail }) => detail)).toEqual([
    'SEARCH cases USING COVERING INDEX cases_to_remind (reminded=? AND due_date>? AND due_date<?)',
  ]);
});
