import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import type { FigureId } from '../../src/i18n/watch.ts';
import { sites } from '../../src/sites/index.ts';
import { somebodyHears, tellAlarms } from '../../src/staff-messages/alarms.ts';
import { levelOf, type Reading } from '../../src/watch/figure.ts';
import { figures } from '../../src/watch/figures.ts';
import { watchAll, worst, type Watched } from '../../src/watch/watch.ts';
import { colleague, mailTo, reachable, toolsFor } from '../harness/colleagues.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';
import { handClock } from '../notify/waiting.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CHIEF = 'chief@county.example';
const AUDIT = 'audit@county.example';

let database: TestDatabase;
const clock = handClock();
const means = () => ({ db: database.db, ring: testRing(), clock });
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  clock.at = Date.parse('2026-03-02T10:00:00+08:00');
  await emptyDatabase(database.db);
  await reachable(means(), await colleague(means(), 'administrator'), CHIEF);
});

/** A figure of the list as if it had been read so. */
function watched(id: FigureId, ...readings: Reading[]): Watched {
  const figure = figures.find((one) => one.id === id);
  if (!figure) throw new Error(id);
  const levelled = readings.map((reading) => ({ ...reading, level: levelOf(figure, reading) }));
  return { figure, readings: levelled, level: worst(levelled.map(({ level }) => level)) };
}

const tell = (...all: Watched[]) => {
  // Mail of one moment has no order.
  clock.at += 1;
  return tellAlarms(toolsFor(means()), all);
};
const [late, calm] = [{ value: 51 * HOUR }, { value: HOUR }];
const subjects = async (to = CHIEF) =>
  (await mailTo(means(), to)).map(({ subject }) => subject?.replace('[演示系统, 不是政府网站] ', ''));

test('a figure that calls for somebody is told once, then each hour it lasts, and that it is over', async () => {
  await tell(watched('backup', late));
  for (let n = 0; n < 3; n += 1) {
    clock.at += MINUTE;
    await Promise.all([tell(watched('backup', late)), tell(watched('backup', late))]);
  }
  expect(await subjects()).toEqual(['系统告警: 1 项要处理']);
  clock.at += HOUR;
  await tell(watched('backup', late));
  clock.at += MINUTE;
  // To be watched is not yet to be well.
  await tell(watched('backup', { value: 30 * HOUR }));
  expect(await subjects()).toHaveLength(2);
  await tell(watched('backup', calm));
  await tell(watched('backup', calm));
  expect(await subjects()).toEqual(['系统告警: 1 项要处理', '系统告警: 1 项要处理', '系统告警解除: 1 项已恢复正常']);
  const [mail] = await mailTo(means(), CHIEF);
  expect(mail?.text).toContain('上次备份: 51 小时前');
  expect(mail?.text).toContain('https://staff.example/staff/health');
});

test('four runs at once tell an alarm once', async () => {
  await Promise.all(Array.from({ length: 4 }, () => tell(watched('backup', late))));
  await tell(watched('backup', late));
  expect(await subjects()).toEqual(['系统告警: 1 项要处理']);
});

test('what goes up and down within an hour is told once, and so is that it is over', async () => {
  for (let n = 0; n < 5; n += 1) {
    await tell(watched('backup', late));
    clock.at += MINUTE;
    await tell(watched('backup', calm));
    clock.at += MINUTE;
  }
  expect(await subjects()).toEqual(['系统告警: 1 项要处理', '系统告警解除: 1 项已恢复正常']);
});

test('what calls at the same time goes together; each county counts for itself', async () => {
  const cap = (wanrong: number, wenxi: number) =>
    watched('cap-messages', { site: 'wanrong', value: wanrong }, { site: 'wenxi', value: wenxi });
  await tell(watched('backup', late), cap(100, 10));
  await tell(watched('backup', late), cap(100, 101));
  await tell(watched('backup', late), cap(10, 101));
  const mails = await mailTo(means(), CHIEF);
  expect(mails.map(({ template, params }) => [template, params['figures']])).toEqual([
    ['staff-alarm', '上次备份: 51 小时前\n今天的短信邮件用了限额的: 万荣县(演示) 100 %'],
    ['staff-alarm', '今天的短信邮件用了限额的: 闻喜县(演示) 101 %'],
    ['staff-clear', '今天的短信邮件用了限额的: 万荣县(演示) 10 %'],
  ]);
});

const capAt = (value: number) => watched('cap-messages', { site: 'wanrong', value });

test('a figure with steps is told as it reaches each, once, and when it is well again', async () => {
  for (const value of [49, 50, 79, 60, 80, 81, 99]) await tell(capAt(value));
  clock.at += HOUR;
  await tell(capAt(99));
  await tell(capAt(100));
  clock.at += HOUR;
  await tell(capAt(120));
  await tell(capAt(0));
  await tell(capAt(0));
  // From nothing to all at once: one message, one line.
  clock.at += HOUR;
  await tell(capAt(100));
  const mails = await mailTo(means(), CHIEF);
  expect(
    mails.map(({ template, params }) => [template, params['count'], params['figures']?.split(' ').at(-2)]),
  ).toEqual([
    ['staff-alarm', '1', '50'],
    ['staff-alarm', '1', '80'],
    ['staff-alarm', '1', '100'],
    ['staff-clear', '1', '0'],
    ['staff-alarm', '1', '100'],
  ]);
});

test('what is only to be watched calls nobody, and what nobody can read is not said to be over', async () => {
  await tell(watched('backup', { value: 30 * HOUR }), watched('overdue', { site: 'wanrong', value: 100 }));
  expect(await subjects()).toEqual([]);
  await tell(watched('cap-messages', { site: 'wanrong', value: 100 }));
  await tell(watched('cap-messages', { value: null, note: 'unreadable' }, { site: 'wanrong', value: 0 }));
  expect((await subjects()).filter((one) => one?.includes('解除'))).toEqual([]);
  await tell(watched('cap-messages', { site: 'wanrong', value: 0 }));
  expect((await subjects()).filter((one) => one?.includes('解除'))).toHaveLength(1);
});

test('whoever may see the health page and wishes for it is told, by night as well, and nobody else', async () => {
  await reachable(means(), await colleague(means(), 'auditor'), AUDIT, ({ occasion }) => occasion !== 'alarm');
  await reachable(means(), await colleague(means(), 'supervisor', { site: 'wanrong' }), 'watch@county.example');
  clock.at = Date.parse('2026-03-02T03:00:00+08:00');
  await tell(watched('backup', late));
  expect(await subjects()).toHaveLength(1);
  expect(await subjects(AUDIT)).toEqual([]);
  expect(await subjects('watch@county.example')).toEqual([]);
});

test('an alarm that nobody hears is noted all the same, and the health page is told so', async () => {
  await emptyDatabase(database.db);
  expect(await somebodyHears(means())).toBe(false);
  await tell(watched('backup', late));
  const { rows } = await database.client.execute('SELECT figure, hour, ended_at FROM alarms');
  expect(rows.map((row) => ({ ...row }))).toEqual([{ figure: 'backup', hour: '2026-03-02T10', ended_at: null }]);
});

test('any figure of the list can be told, in either language, whatever it reads', async () => {
  for (const lang of ['zh', 'en']) {
    await database.db.write([sql`DELETE FROM alarms`, sql`UPDATE staff_notices SET lang = ${lang}`]);
    await tell(
      ...figures.map(({ id }) =>
        watched(id, { value: null, note: 'unreadable' }, { site: 'wanrong', value: Number.MAX_SAFE_INTEGER }),
      ),
    );
    const mail = (await mailTo(means(), CHIEF)).at(-1);
    expect(mail?.params['figures']?.split('\n').length).toBeGreaterThanOrEqual(figures.length);
  }
  const real = await watchAll({ ...means(), sites, backlog: null, store: true });
  await database.db.write([sql`DELETE FROM alarms`]);
  await tell(...real);
  expect((await mailTo(means(), CHIEF)).at(-1)?.params['count']).toBe('5');
});
