import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import type { FigureId } from '../../src/i18n/watch.ts';
import { openDatabase } from '../../src/db/database.ts';
import { startOfShanghaiDay } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/ids.ts';
import { switchMessages } from '../../src/notify/stops/switch.ts';
import { sites } from '../../src/sites/index.ts';
import { levelOf, type WatchTools } from '../../src/watch/figure.ts';
import { figures } from '../../src/watch/figures.ts';
import { watchAll, worst } from '../../src/watch/watch.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';
import { startRoad } from '../harness/road.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Noon of a Shanghai day after the road of the harness began. */
const NOW = startOfShanghaiDay('2026-06-01') + 12 * HOUR;

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(() => emptyDatabase(database.db));

const tools = (more: Partial<WatchTools> = {}): WatchTools => ({
  db: database.db,
  ring: testRing(),
  clock: { now: () => NOW },
  sites,
  backlog: null,
  store: true,
  ...more,
});

async function figure(id: FigureId, more?: Partial<WatchTools>) {
  const found = (await watchAll(tools(more))).find((one) => one.figure.id === id);
  return { level: found?.level, readings: found?.readings.map(({ site, value, note }) => note ?? [site, value]) };
}

const run = (...statements: ReturnType<typeof sql>[]) => database.db.write(statements);
const beat = (name: string, ago: number) =>
  run(sql`INSERT INTO heartbeats (name, at) VALUES (${name}, ${NOW - ago}) ON CONFLICT DO UPDATE SET at = excluded.at`);
const message = (state: string, ago: number, site = 'wanrong') =>
  run(sql`INSERT INTO outbox (id, site, case_id, template, channel, revision, lang, demo, sealed, state, next_at, created_at)
    VALUES (${newId(NOW - ago)}, ${site}, ${crypto.randomUUID()}, 't', 'sms', 1, 'zh', 1, '', ${state}, 0, ${NOW - ago})`);

const overdueInWanrong = async () => (await figure('overdue')).readings?.find((one) => one[0] === 'wanrong');

const nthCase = (which: number) => sql`(SELECT id FROM cases ORDER BY id LIMIT 1 OFFSET ${which})`;

const spent = (name: string, n: number, cap: number | null) =>
  run(sql`INSERT INTO counters (name, n, cap, expires_at) VALUES (${name}, ${n}, ${cap}, ${NOW + HOUR})`);

const shares = async (id: FigureId) => {
  const { level, readings } = await figure(id);
  return [level, readings?.filter((one) => typeof one !== 'string' && one[1])];
};

test('of a database in which nothing has happened, what should have run calls for somebody and every queue is well', async () => {
  const all = await watchAll(tools());
  expect(all.filter(({ level }) => level === 'act').map(({ figure: { id } }) => id)).toEqual([
    'cron',
    'backup',
    'seal',
    'seal-copy',
    'retention',
  ]);
  expect(all.filter(({ level }) => level === 'watch')).toEqual([]);
});

test('each limit decides from its own value on', () => {
  for (const one of figures) {
    const { limits } = one;
    if (!limits) continue;
    expect([one.id, levelOf(one, { value: limits.watch - 1 })]).toEqual([one.id, 'good']);
    expect([one.id, levelOf(one, { value: limits.watch })]).toEqual([
      one.id,
      limits.act === limits.watch ? 'act' : 'watch',
    ]);
    if (limits.act !== undefined) expect([one.id, levelOf(one, { value: limits.act })]).toEqual([one.id, 'act']);
    else expect([one.id, levelOf(one, { value: 1e12 })]).toEqual([one.id, 'watch']);
  }
  expect([worst([]), worst(['good', 'watch']), worst(['act', 'good'])]).toEqual(['good', 'watch', 'act']);
});

test('a timer, a backup and a sweep are as old as their last run', async () => {
  await beat('cron', 4 * MINUTE);
  await beat('backup', 51 * HOUR);
  await beat('retention', HOUR);
  expect(await figure('cron')).toEqual({ level: 'watch', readings: [[undefined, 4 * MINUTE]] });
  expect(await figure('backup')).toEqual({ level: 'act', readings: [[undefined, 51 * HOUR]] });
  expect(await figure('retention')).toEqual({ level: 'good', readings: [[undefined, HOUR]] });
});

test('messages are told by state, of a day; those of a county that has stopped them wait on purpose', async () => {
  await message('queued', 2 * HOUR);
  await message('sending', HOUR);
  await message('queued', 9 * HOUR, 'jishan');
  for (const [state, ago] of [
    ['failed', HOUR],
    ['failed', 25 * HOUR],
    ['unknown', HOUR],
    ['delivered', HOUR],
  ] as const)
    await message(state, ago);
  expect(await figure('message-oldest')).toEqual({ level: 'act', readings: [[undefined, 9 * HOUR]] });
  expect((await figure('messages-waiting')).readings).toEqual([[undefined, 3]]);
  expect((await figure('messages-stopped')).level).toBe('good');
  const by = 'staff:admin';
  await switchMessages(tools(), { to: 'stop', sites: ['jishan'], channels: ['sms'], reason: '示例', by });
  expect(await figure('message-oldest')).toEqual({ level: 'watch', readings: [[undefined, 2 * HOUR]] });
  expect((await figure('messages-waiting')).readings).toEqual([[undefined, 2]]);
  const held = await figure('messages-stopped');
  expect([held.level, held.readings?.filter((one) => one[1])]).toEqual(['watch', [['jishan', 1]]]);
  expect((await figure('messages-failed')).readings).toEqual([[undefined, 1]]);
  expect(await figure('messages-unknown')).toEqual({ level: 'watch', readings: [[undefined, 1]] });
  expect((await figure('messages-sent')).readings).toEqual([[undefined, 1]]);
});

test('overdue matters are counted a county, spam and 检举控告 never', async () => {
  for (let n = 0; n < 4; n += 1) await startRoad(database);
  await run(sql`UPDATE cases SET due_date = '2026-05-31'`);
  expect(await overdueInWanrong()).toEqual(['wanrong', 4]);
  await run(
    sql`UPDATE cases SET restricted = 1 WHERE id = ${nthCase(0)}`,
    sql`UPDATE cases SET spam = 1 WHERE id = ${nthCase(1)}`,
    sql`UPDATE cases SET due_date = '2026-06-01' WHERE id = ${nthCase(2)}`,
  );
  expect(await overdueInWanrong()).toEqual(['wanrong', 1]);
});

/** Share, step and level of one county once so many messages of the day are counted. */
const steps = async (n: number) => {
  await run(sql`DELETE FROM counters`);
  await spent('message|wanrong|2026-06-01', n, null);
  const found = (await watchAll(tools())).find(({ figure: { id } }) => id === 'cap-messages');
  const here = found?.readings.find(({ site }) => site === 'wanrong');
  return [here?.value, here?.step, here?.level];
};

test('the messages of a day call for somebody at half, four fifths and all of their cap, at each once', async () => {
  expect(await steps(999)).toEqual([49, undefined, 'good']);
  expect(await steps(1000)).toEqual([50, 50, 'watch']);
  expect(await steps(1599)).toEqual([79, 50, 'watch']);
  expect(await steps(1600)).toEqual([80, 80, 'watch']);
  expect(await steps(1999)).toEqual([99, 80, 'watch']);
  expect(await steps(2000)).toEqual([100, 100, 'act']);
});

test('caps are told as the share that today has used', async () => {
  await spent('message|wanrong|2026-06-01', 1600, null);
  await spent('message|wenxi|2026-05-31', 2000, null);
  await spent('unproven|wenxi|2026-06-01', 200, 200);
  await spent('partner|wanrong|甲|2026-06-01', 10, 1000);
  await spent('partner|wanrong|乙|2026-06-01', 999, 1000);
  expect(await shares('cap-messages')).toEqual(['watch', [['wanrong', 80]]]);
  expect(await shares('cap-unproven')).toEqual(['act', [['wenxi', 100]]]);
  expect(await shares('cap-partner')).toEqual(['watch', [['wanrong', 99]]]);
});

test('what waits at an intake object is told a county, and one that does not answer hides no other', async () => {
  const backlog = (site: string) =>
    site === 'wenxi'
      ? Promise.reject(new Error('gone'))
      : Promise.resolve({
          waiting: site === 'wanrong' ? 120 : 0,
          oldest: site === 'wanrong' ? NOW - 2 * MINUTE : null,
          stuck: 0,
        });
  const waiting = await figure('intake-waiting', { backlog });
  expect([waiting.level, waiting.readings]).toEqual(['act', expect.arrayContaining([['wanrong', 120], 'unreadable'])]);
  expect((await figure('intake-oldest', { backlog })).readings).toContainEqual(['wanrong', 2 * MINUTE]);
  expect(await figure('intake-oldest')).toEqual({ level: 'good', readings: ['direct'] });
});

test('without an object store the copies are something to watch, and a figure nobody can read calls for somebody', async () => {
  expect(await figure('seal-copy', { store: false })).toEqual({ level: 'watch', readings: ['no-store'] });
  const gone = openDatabase({ url: 'http://127.0.0.1:1', timeoutMs: 500 });
  const all = await watchAll(tools({ db: gone }));
  expect(all.filter(({ level }) => level !== 'act').map(({ figure: { id } }) => id)).toEqual([
    'intake-oldest',
    'intake-waiting',
    'intake-stuck',
  ]);
});

test('a rotation is as far as the last case it looked at; cases of the last hour are not behind', async () => {
  const key = (ago: number) =>
    run(sql`INSERT INTO case_keys (case_id, wrapped, salt) VALUES (${newId(NOW - ago)}, 'w', 's')`);
  for (const ago of [5, 4, 3]) await key(ago * HOUR);
  await key(MINUTE);
  expect((await figure('rotation')).readings).toEqual([[undefined, 3]]);
  await run(sql`INSERT INTO key_rotations (kid, after) VALUES ('test', (SELECT min(case_id) FROM case_keys))`);
  expect((await figure('rotation')).readings).toEqual([[undefined, 2]]);
});
