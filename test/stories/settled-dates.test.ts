import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reader } from '../../src/cases/scope.ts';
import { tasksOfCase } from '../../src/cases/tasks/list.ts';
import { settleDates } from '../../src/jobs/settle-dates.ts';
import { calendar, type Calendar } from '../../src/workflow/calendar/index.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { startRoad, type Road } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

/** Invented for these stories: no notice for 2027 is out. */
const with2027: Calendar = [
  ...calendar,
  {
    year: 2027,
    off: [{ holiday: 'new-year', from: '2027-01-01', to: '2027-01-03' }],
    makeUp: [{ holiday: 'new-year', date: '2027-01-09' }],
    source: { notice: null, readFrom: 'invented', comparedWith: [] },
  },
];
const clerk: Reader = { id: 'feng', role: 'station-clerk', site: 'wanrong', station: 'gaocun', department: null };
const settle = (road: Road, by: Calendar = with2027) => settleDates(road.tools, 10, by);
const dueOf = async (road: Road) => {
  const { due } = await road.status();
  return [due?.date, due?.provisional];
};

/** Accepted so that the 60th day is this one: 2 March 2026 plus so many days. */
async function acceptedAfter(days: number): Promise<Road> {
  const road = await startRoad(database, { station: 'gaocun' });
  road.wait(days);
  await road.act('accept');
  return road;
}

test('a date that waited for the notice of next year is settled when it comes, and whoever holds the case is told', async () => {
  // Day 60 is 2 January 2027, off by the invented notice until Monday the 4th.
  const road = await acceptedAfter(246);
  expect(await dueOf(road)).toEqual(['2027-01-02', true]);
  await settle(road);
  expect(await dueOf(road)).toEqual(['2027-01-04', false]);
  expect((await road.events()).at(-1)).toEqual({
    code: 'due-settled',
    actor: 'system',
    data: { from: '2027-01-02', due: '2027-01-04', provisional: false },
  });
  expect((await road.status()).timeline[0]).toMatchObject({
    event: 'due-settled',
    label: '放假安排公布了, 到期日由2027年1月2日(星期六)改为2027年1月4日(星期一)。',
  });
  expect((await tasksOfCase(database.db, clerk, await road.id())).map(({ kind, date }) => [kind, date])).toEqual([
    ['due-moved', '2027-01-04'],
  ]);
  expect(await road.faults()).toEqual([]);
});

test('where the date stays, that too is an event the sender reads, and nobody is troubled', async () => {
  const road = await acceptedAfter(241);
  expect(await dueOf(road)).toEqual(['2026-12-28', true]);
  await settle(road);
  expect(await dueOf(road)).toEqual(['2026-12-28', false]);
  expect((await road.status()).timeline[0]?.label).toBe('放假安排公布了, 到期日仍是2026年12月28日(星期一)。');
  expect(await tasksOfCase(database.db, clerk, await road.id())).toEqual([]);
});

test('without the notice nothing happens; with it once, and once only', async () => {
  const road = await acceptedAfter(246);
  await settle(road, calendar);
  expect(await dueOf(road)).toEqual(['2027-01-02', true]);
  await Promise.all([settle(road), settle(road)]);
  await settle(road);
  expect((await road.events()).filter(({ code }) => code === 'due-settled')).toHaveLength(1);
  expect(await road.faults()).toEqual([]);
});

test('what is closed waits for no notice', async () => {
  const road = await acceptedAfter(246);
  await road.act('answer', { outcome: 'supported', note: '您好。我们到现场看过, 已经修好。(示例)' });
  await settle(road);
  expect((await road.events()).at(-1)?.code).toBe('answer');
});

test('an officer who is quicker keeps one case from its settling, and no other', async () => {
  const [busy, other] = [await acceptedAfter(246), await acceptedAfter(246)];
  const { db } = busy.tools;
  let once = true;
  const hurried: typeof db = {
    ...db,
    async write(statements) {
      if (once) {
        once = false;
        await busy.act('remark', { remark: '先问问(示例)' });
      }
      return db.write(statements);
    },
  };
  await settleDates({ ...busy.tools, db: hurried }, 10, with2027);
  expect([await dueOf(busy), await dueOf(other)]).toEqual([
    ['2027-01-02', true],
    ['2027-01-04', false],
  ]);
  await settle(busy);
  expect(await dueOf(busy)).toEqual(['2027-01-04', false]);
  expect([await busy.faults(), await other.faults()]).toEqual([[], []]);
});

test('a run with nothing to settle reads one range of an index', async () => {
  const { rows } = await database.client.execute(
    `EXPLAIN QUERY PLAN SELECT c.id FROM cases c JOIN events e ON e.stream = c.id AND e.seq = c.seq
      WHERE c.due_date IS NOT NULL AND json_extract(c.due_explanation, '$.open.date') IS NOT NULL
        AND json_extract(c.due_explanation, '$.open.date') >= '2025-01-01'
        AND json_extract(c.due_explanation, '$.open.date') < '2026-12-25'
      ORDER BY json_extract(c.due_explanation, '$.open.date'), c.id LIMIT 50`,
  );
  expect(rows[0]?.['detail']).toBe('SEARCH c USING INDEX cases_provisional (<expr>>? AND <expr><?)');
});
