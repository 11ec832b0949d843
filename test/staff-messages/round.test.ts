import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { aftermathOf } from '../../src/cases/message-lost.ts';
import { remind } from '../../src/jobs/remind.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import { sites } from '../../src/sites/index.ts';
import type { Account } from '../../src/staff/account.ts';
import { changeRole } from '../../src/staff/change-role.ts';
import { tellDigests } from '../../src/staff-messages/digest.ts';
import { tellStaff } from '../../src/staff-messages/round.ts';
import { saveWishes } from '../../src/staff-messages/wishes.ts';
import { colleague, mailTo, reachable, toolsFor } from '../harness/colleagues.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';
import { startRoad, type Road } from '../harness/road.ts';
import { invented } from '../notify/waiting.ts';

const MINUTE = 60_000;
const WATER = 'water@county.example';
const DESK = 'desk@county.example';
const WATCH = 'watch@county.example';
const REPORTS = 'reports@county.example';
const GAOCUN = { site: 'wanrong', station: 'gaocun' };
const OF_WATER = { site: 'wanrong', department: '县水利局' };
const time = (text: string): number => Date.parse(`${text}+08:00`);

let database: TestDatabase;
/** The road of the harness begins at ten on that Monday. */
const clock = { at: 0, now: () => clock.at };
const means = () => ({ db: database.db, ring: testRing(), clock });
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  clock.at = time('2026-03-02T09:30:00');
  await emptyDatabase(database.db);
  // The timer has been running.
  await tell();
});

const water = async (): Promise<Account> =>
  reachable(means(), await colleague(means(), 'department-handler', OF_WATER), WATER);
const desk = async (): Promise<Account> => reachable(means(), await colleague(means(), 'station-clerk', GAOCUN), DESK);
const watch = async (): Promise<Account> =>
  reachable(means(), await colleague(means(), 'supervisor', { site: 'wanrong' }), WATCH);
const reports = async (): Promise<Account> =>
  reachable(means(), await colleague(means(), 'report-officer', { site: 'wanrong' }), REPORTS);
const petition = (more = {}): Promise<Road> => startRoad(database, { station: 'gaocun', ...more });
const assign = async (road: Road): Promise<void> => {
  const done = await road.act('assign', { lead: '县水利局' });
  if (!done.ok) throw new Error(done.error.code);
};
const tell = () => tellStaff(toolsFor(means()), 100);
const tellAt = async (text: string): Promise<void> => {
  clock.at = time(text);
  await tell();
  clock.at += 2 * MINUTE;
  await tell();
};
const texts = async (to: string) => (await mailTo(means(), to)).map(({ text }) => text);
const subjects = async (to: string) => (await mailTo(means(), to)).map(({ subject }) => subject);

test('the department a case is handed to is told once: number, date and where to look, and not what it is about', async () => {
  await water();
  const road = await petition();
  await assign(road);
  await tellAt('2026-03-02T10:05:00');
  await tellAt('2026-03-02T10:45:00');
  expect(await texts(WATER)).toEqual([
    `演示系统, 不是政府网站\n\n您好。\n\n新到 1 件, 将到期 0 件, 已逾期 0 件。请先看 ${road.receipt}。\n\n新到 ${road.receipt} · 2026年3月17日(星期二)\n\n请登录工作台办理:\nhttps://staff.example/staff\n\n—— 万荣县(演示)`,
  ]);
});

test('forty assignments make one message, and four runs at once do too', async () => {
  await water();
  const roads: Road[] = [];
  for (let n = 0; n < 40; n += 1) roads.push(await petition());
  for (const road of roads) await assign(road);
  clock.at = time('2026-03-02T10:05:00');
  await tell();
  clock.at += 2 * MINUTE;
  await Promise.all([tell(), tell(), tell(), tell()]);
  const [mail, ...more] = await mailTo(means(), WATER);
  expect([mail?.subject, more]).toEqual([
    '[演示系统, 不是政府网站] 工作提醒: 新到 40 件, 将到期 0 件, 已逾期 0 件',
    [],
  ]);
  expect(mail?.text.match(/新到 WR-/g)).toHaveLength(20);
  expect(mail?.text).toContain('还有 20 件');
});

test('a second reminder waits for half an hour, and then says all that came meanwhile', async () => {
  await water();
  await assign(await petition());
  await tellAt('2026-03-02T10:05:00');
  await assign(await petition());
  await tellAt('2026-03-02T10:15:00');
  await assign(await petition());
  await tellAt('2026-03-02T10:25:00');
  expect(await subjects(WATER)).toHaveLength(1);
  await tellAt('2026-03-02T10:40:00');
  expect((await subjects(WATER))[1]).toContain('新到 2 件');
});

test('whoever sits at the desk is told of what comes in and of what is given back, not of their neighbours’', async () => {
  await desk();
  const road = await petition();
  await petition({ station: 'jiedian' });
  await tellAt('2026-03-02T10:05:00');
  await assign(road);
  await tellAt('2026-03-02T11:00:00');
  expect(await subjects(DESK)).toHaveLength(1);
  expect((await texts(DESK))[0]).toContain(road.receipt);
  await road.act('return', { remark: '不归我们管(示例)' });
  await tellAt('2026-03-02T11:40:00');
  expect((await texts(DESK))[1]).toContain(`新到 ${road.receipt}`);
});

test('in the quiet hours reminders wait for their end, and come together', async () => {
  await water();
  await assign(await petition());
  await tellAt('2026-03-02T20:00:00');
  await tellAt('2026-03-03T06:00:00');
  await assign(await petition());
  await tellAt('2026-03-03T07:20:00');
  expect(await subjects(WATER)).toEqual([]);
  await tellAt('2026-03-03T07:30:00');
  expect(await subjects(WATER)).toEqual([expect.stringContaining('新到 2 件')]);
});

test('what is urgent (信访工作条例 25) goes at once, by night too, and is not said again in the morning', async () => {
  await desk();
  await watch();
  const road = await petition();
  const calm = await petition();
  clock.at = time('2026-03-02T22:00:00');
  await tell();
  expect(await road.act('mark-urgent', { remark: '老人独居,屋顶塌了(示例)' })).toMatchObject({ ok: true });
  await tell();
  await tell();
  expect([await subjects(DESK), await subjects(WATCH)]).toEqual([
    [expect.stringContaining('急件提醒: 1 件要马上看')],
    [expect.stringContaining('急件提醒: 1 件要马上看')],
  ]);
  await tellAt('2026-03-03T07:31:00');
  const [, morning, ...more] = await texts(DESK);
  expect([morning, more]).toEqual([expect.stringContaining(`新到 ${calm.receipt}`), []]);
  expect(morning).not.toContain(road.receipt);
  expect(await subjects(WATCH)).toHaveLength(1);
});

test('due soon is told to the holder, overdue to the supervisor as well, each once', async () => {
  await water();
  await watch();
  const road = await petition();
  await assign(road);
  await tellAt('2026-03-02T10:05:00');
  const remindAt = async (text: string) => {
    clock.at = time(text);
    await remind(means(), 10);
    await tellAt(text);
    await tellAt(text.replace('T09:', 'T10:'));
  };
  await remindAt('2026-03-14T09:00:00');
  expect([(await subjects(WATER))[1], await subjects(WATCH)]).toEqual([expect.stringContaining('将到期 1 件'), []]);
  await remindAt('2026-03-18T09:00:00');
  await remindAt('2026-03-19T09:00:00');
  expect([(await texts(WATER)).slice(2), await texts(WATCH)]).toEqual([
    [expect.stringContaining(`已逾期 ${road.receipt} · 2026年3月17日(星期二)`)],
    [expect.stringContaining(`已逾期 ${road.receipt} · 2026年3月17日(星期二)`)],
  ]);
});

test('whoever hears of something new hears of what is due in the same message', async () => {
  await water();
  await assign(await petition());
  await tellAt('2026-03-02T10:05:00');
  await tellAt('2026-03-14T10:05:00');
  await remind(means(), 10);
  await assign(await petition());
  await tellAt('2026-03-14T10:12:00');
  expect((await subjects(WATER)).slice(1)).toEqual([expect.stringContaining('新到 1 件, 将到期 1 件, 已逾期 0 件')]);
});

test('a reminder that cannot be delivered ends in the open, and opens no task of any case', async () => {
  await reachable(means(), await colleague(means(), 'department-handler', OF_WATER), WATER);
  await assign(await petition());
  await tellAt('2026-03-02T10:05:00');
  const bad = invented({ real: false, send: async () => ({ is: 'refused', code: 'mailbox.gone' }) });
  const aftermath = aftermathOf(means());
  await dispatch({ ...means(), suppliers: [bad], routing: localRouting, sites, aftermath }, 50);
  const { rows } = await database.client.execute(
    `SELECT state, supplier_code AS code, (SELECT count(*) FROM tasks t WHERE t.case_id = o.case_id) AS tasks
      FROM outbox o WHERE template = 'staff-notice'`,
  );
  expect(rows.map((row) => ({ ...row }))).toEqual([{ state: 'failed', code: 'mailbox.gone', tasks: 0 }]);
});

test('a 检举控告 is told to whoever is cleared and nobody else, without its number, whatever comes of its date', async () => {
  for (const one of [desk, watch, water, reports]) await one();
  const report = await startRoad(database, { category: 'report', topic: 'other' });
  const { rows } = await database.client.execute('SELECT restricted, due_date FROM cases');
  expect(rows.map((row) => row['restricted'])).toEqual([1]);
  await tellAt('2026-03-02T10:05:00');
  await database.db.write([sql`UPDATE cases SET due_date = '2026-03-05'`]);
  await tellAt('2026-03-03T10:05:00');
  await tellAt('2026-03-06T10:05:00');
  await tellAt('2026-03-06T10:45:00');
  for (const other of [DESK, WATCH, WATER]) expect(await mailTo(means(), other)).toEqual([]);
  const told = await mailTo(means(), REPORTS);
  expect(told.map(({ subject }) => subject)).toEqual([
    expect.stringContaining('新到 1 件, 将到期 0 件, 已逾期 0 件'),
    expect.stringContaining('新到 0 件, 将到期 1 件, 已逾期 0 件'),
    expect.stringContaining('新到 0 件, 将到期 0 件, 已逾期 1 件'),
  ]);
  expect(JSON.stringify(told)).not.toContain(report.receipt);
});

test('who stepped back from a case (28) is told nothing of it', async () => {
  const account = await desk();
  const road = await petition();
  await database.db.write([
    sql`INSERT INTO case_recusals (case_id, account_id, seq) VALUES (${await road.id()}, ${account.id}, 2)`,
  ]);
  await tellAt('2026-03-02T10:05:00');
  expect(await mailTo(means(), DESK)).toEqual([]);
});

test('each channel is told what was wished there; the text message names the most pressing number', async () => {
  const account = await water();
  await reachable(means(), account, '15400000032');
  await saveWishes(toolsFor(means()), account, 'zh', ({ occasion, channel }) =>
    channel === 'sms' ? occasion === 'overdue' : occasion === 'new',
  );
  const road = await petition();
  await assign(road);
  await tellAt('2026-03-02T10:05:00');
  clock.at = time('2026-03-18T09:00:00');
  await remind(means(), 10);
  await tellAt('2026-03-18T09:00:00');
  expect(await subjects(WATER)).toHaveLength(1);
  expect(await texts('15400000032')).toEqual([
    `【万荣演示】工作提醒:新到0件、将到期0件、已逾期1件,请先看${road.receipt},登录工作台办理。(演示系统, 不是政府网站)`,
  ]);
});

test('nothing that came before an address was confirmed, and nothing of a place one has left, is told', async () => {
  await assign(await petition());
  await tell();
  const account = await water();
  await tellAt('2026-03-02T10:05:00');
  expect(await mailTo(means(), WATER)).toEqual([]);
  await assign(await petition());
  const roads = { role: 'department-handler', site: 'wanrong', station: null, department: '县交通运输局' } as const;
  await changeRole(toolsFor(means()), 'staff:admin', account.id, roads);
  await tellAt('2026-03-02T10:45:00');
  expect(await mailTo(means(), WATER)).toEqual([]);
});

test('the digest comes on the morning of a workday, once, with what the tabs of the list say', async () => {
  await desk();
  const road = await petition();
  await petition();
  await road.act('register');
  const digests = () => tellDigests(toolsFor(means()), 100);
  clock.at = time('2026-03-03T08:29:00');
  await digests();
  clock.at += MINUTE;
  await Promise.all([digests(), digests(), digests()]);
  clock.at += MINUTE;
  await digests();
  const mine = (await mailTo(means(), DESK)).filter(({ template }) => template === 'staff-digest');
  expect(mine.map(({ subject, params }) => [subject, params['new'], params['overdue']])).toEqual([
    ['[演示系统, 不是政府网站] 今日工作: 新件 1, 今日到期 0, 逾期 0', '1', '0'],
  ]);
  clock.at = time('2026-03-07T08:30:00');
  await digests();
  expect((await mailTo(means(), DESK)).length).toBe(1);
});

test('a digest in which nothing stands is not sent', async () => {
  await desk();
  clock.at = time('2026-03-03T08:30:00');
  await tellDigests(toolsFor(means()), 100);
  expect(await mailTo(means(), DESK)).toEqual([]);
});

test('what is told leaves with its ledger: one message a channel, counted, sealed under the account’s key', async () => {
  const account = await water();
  const road = await petition();
  await assign(road);
  await tellAt('2026-03-02T10:05:00');
  const { rows } = await database.client.execute({
    sql: `SELECT o.state, o.channel, o.template, o.sealed, k.wrapped IS NOT NULL AS keyed FROM outbox o
      LEFT JOIN case_keys k ON k.case_id = o.case_id WHERE o.case_id = ? AND o.template = 'staff-notice'`,
    args: [`account:${account.id}`],
  });
  expect(rows.map(({ state, channel, keyed }) => [state, channel, keyed])).toEqual([['queued', 'email', 1]]);
  expect(JSON.stringify(rows)).not.toContain(road.receipt);
});
