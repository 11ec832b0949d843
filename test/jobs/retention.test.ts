import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { retentionReport, sweepRetention } from '../../src/jobs/retention.ts';
import { siteById } from '../../src/sites/index.ts';
import type { Site } from '../../src/sites/site.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { NOTE, startRoad, type Road } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(() => emptyDatabase(database.db));

const wanrong = siteById('wanrong');
const keeping = (months: Record<string, number>): Site[] =>
  wanrong ? [{ ...wanrong, settings: { ...wanrong.settings, keptMonths: months } }] : [];

/** A petition of 2 March 2026 that was refused on the same day, and so has ended. */
async function ended(): Promise<Road> {
  const road = await startRoad(database);
  const done = await road.act('refuse', { why: 'other-procedure', note: NOTE });
  if (!done.ok) throw new Error(done.error.code);
  return road;
}

const at = (date: string) => ({ now: () => Date.parse(`${date}T04:00:00+08:00`) });
const sweep = (date: string, sites = keeping({ petition: 12 }), limit = 10) =>
  sweepRetention({ db: database.db, clock: at(date), sites }, limit);

const report = () => retentionReport({ db: database.db, clock: at('2027-03-03'), sites: keeping({ petition: 12 }) });

test('what has ended is erased once its months are full, counted from its end, not from its beginning', async () => {
  const road = await ended();
  expect(await sweep('2027-03-02')).toBe(0);
  expect((await road.status()).state).toBe('not-accepted');
  expect(await sweep('2027-03-03')).toBe(1);
  expect((await road.status()).state).toBe('erased');
  expect((await road.events()).at(-1)).toMatchObject({ code: 'erased', actor: 'system', data: { why: 'retention' } });
  expect(await road.faults()).toEqual([]);
});

test('what is still open is kept, however old, and so is everything where nothing is settled', async () => {
  await startRoad(database);
  expect(await sweep('2036-03-03')).toBe(0);
  await ended();
  expect(await sweep('2036-03-04', keeping({}))).toBe(0);
  expect(await sweep('2036-03-05', keeping({ comment: 1 }))).toBe(0);
});

test('a long list is gone through by the minutes of one day, and then the day is over', async () => {
  for (let n = 0; n < 3; n += 1) await ended();
  const sites = keeping({ petition: 1 });
  expect(await sweep('2026-06-01', sites, 2)).toBe(2);
  expect(await sweep('2026-06-01', sites, 2)).toBe(1);
  await ended();
  expect(await sweep('2026-06-01', sites, 2)).toBe(0);
  expect(await sweep('2026-06-02', sites, 2)).toBe(1);
});

test('the report names what would go and changes nothing', async () => {
  const road = await ended();
  expect(await report()).toMatchObject([{ site: 'wanrong', kind: 'petition', over: [road.receipt], erasedLately: 0 }]);
  expect((await road.status()).state).toBe('not-accepted');
  await sweep('2027-03-03');
  expect(await report()).toMatchObject([{ over: [], erasedLately: 1 }]);
});
