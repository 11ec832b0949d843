import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { aftermathOf } from '../../src/cases/message-lost.ts';
import type { Channel } from '../../src/notify/message.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import { sites } from '../../src/sites/index.ts';
import type { Account } from '../../src/staff/account.ts';
import { sendContactCode } from '../../src/staff-messages/confirm.ts';
import { staffAftermath } from '../../src/staff-messages/lost.ts';
import { tellStaff } from '../../src/staff-messages/round.ts';
import { saveWishes } from '../../src/staff-messages/wishes.ts';
import { colleague, reachable, toolsFor } from '../harness/colleagues.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';
import { startRoad } from '../harness/road.ts';
import { invented } from '../notify/waiting.ts';

const [MAIL, PHONE] = ['water@county.example', '15400000032'];
const MINUTE = 60_000;

let database: TestDatabase;
const clock = { at: 0, now: () => clock.at };
const means = () => ({ db: database.db, ring: testRing(), clock });
const tools = () => toolsFor(means());
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  clock.at = Date.parse('2026-03-02T09:30:00+08:00');
  await emptyDatabase(database.db);
  await tellStaff(tools(), 100);
});

/** Of the water bureau, with these addresses, told of everything by the channels given; a case has been handed to it. */
async function told(
  addresses: readonly string[],
  by: readonly Channel[],
): Promise<{ account: Account; receipt: string }> {
  const account = await colleague(means(), 'department-handler', { site: 'wanrong', department: '县水利局' });
  for (const address of addresses) await reachable(means(), account, address);
  await saveWishes(tools(), account, 'zh', ({ channel }) => by.includes(channel));
  const road = await startRoad(database, { station: 'gaocun' });
  expect(await road.act('assign', { lead: '县水利局' })).toMatchObject({ ok: true });
  await database.db.write([sql`DELETE FROM outbox WHERE case_id NOT LIKE 'account:%'`]);
  clock.at = Date.parse('2026-03-02T10:05:00+08:00');
  await tellStaff(tools(), 100);
  clock.at += 2 * MINUTE;
  await tellStaff(tools(), 100);
  return { account, receipt: road.receipt };
}

/** Everything that is due leaves; the channels named take nothing. Gives what was handed to the supplier. */
async function leave(...failing: readonly Channel[]) {
  const supplier = invented({
    real: false,
    send: async ({ channel }) => (failing.includes(channel) ? { is: 'refused', code: 'gone' } : { is: 'sent' }),
  });
  const aftermath = staffAftermath(means(), aftermathOf(means()));
  const all = { ...means(), suppliers: [supplier], routing: localRouting, sites, aftermath };
  for (let n = 0; n < 4; n += 1) {
    await dispatch(all, 50);
    clock.at += 2 * MINUTE;
  }
  return supplier.got;
}

test('a text message that does not arrive goes by e-mail, which says all that an e-mail says', async () => {
  const { receipt } = await told([MAIL, PHONE], ['sms']);
  const got = await leave('sms');
  expect(got.map(({ channel, to }) => [channel, to])).toEqual([
    ['sms', PHONE],
    ['email', MAIL],
  ]);
  for (const words of [`新到 ${receipt}`, 'https://staff.example/staff']) expect(got[1]?.text).toContain(words);
});

test('an e-mail that does not arrive goes by text message', async () => {
  const { receipt } = await told([MAIL, PHONE], ['email']);
  const got = await leave('email');
  expect(got.map(({ channel, to }) => [channel, to])).toEqual([
    ['email', MAIL],
    ['sms', PHONE],
  ]);
  expect(got[1]?.text).toContain(receipt);
});

test('where both fail it does not go round in a circle, and opens no task of any case', async () => {
  await told([MAIL, PHONE], ['sms']);
  expect(await leave('sms', 'email')).toHaveLength(2);
  const { rows } = await database.client.execute('SELECT kind FROM tasks WHERE kind = ?', ['message-failed']);
  expect(rows).toEqual([]);
});

test('whoever was told by both is told no third time', async () => {
  await told([MAIL, PHONE], ['sms', 'email']);
  expect(await leave('sms')).toHaveLength(2);
});

test('there is no other channel where none is confirmed, and none for an account that works elsewhere by now', async () => {
  await told([PHONE], ['sms']);
  expect(await leave('sms')).toHaveLength(1);
  const { account } = await told([MAIL, PHONE], ['sms']);
  await database.db.write([sql`UPDATE staff_accounts SET site = 'wenxi' WHERE id = ${account.id}`]);
  expect((await leave('sms')).filter(({ channel }) => channel === 'email')).toEqual([]);
});

test('the code that confirms an address goes to no other', async () => {
  const account = await colleague(means(), 'department-handler', { site: 'wanrong', department: '县水利局' });
  await reachable(means(), account, MAIL);
  expect(await sendContactCode(tools(), { account, channel: 'sms', lang: 'zh', address: PHONE })).toMatchObject({
    ok: true,
  });
  expect((await leave('sms')).map(({ channel }) => channel)).toEqual(['sms']);
});
