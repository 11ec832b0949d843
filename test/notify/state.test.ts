import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import type { Supplier } from '../../src/notify/define.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import { supplierKinds } from '../../src/notify/providers/index.ts';
import { supplierStates } from '../../src/notify/state/suppliers.ts';
import { templateLines } from '../../src/notify/state/template-lines.ts';
import { today } from '../../src/notify/state/today.ts';
import { switchMessages } from '../../src/notify/stops/switch.ts';
import { templates } from '../../src/notify/templates.ts';
import { siteById, sites } from '../../src/sites/index.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { handClock, invented, limited, queue, ring } from './waiting.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  clock.at = START;
  await emptyDatabase(database.db);
});

const START = Date.parse('2026-11-20T10:00:00+08:00');
const DAY = 86_400_000;
const clock = handClock(START);

const put = (wish: Partial<Parameters<typeof queue>[1]> = {}): Promise<string> => {
  clock.at += 1;
  return queue(database.db, { now: clock.now(), ...wish });
};
const run = (supplier: Supplier, served = sites) => {
  const routing = { ...localRouting, local: false };
  return dispatch({ db: database.db, ring, clock, suppliers: [supplier], routing, sites: served }, 20);
};
const inWanrong = async () => (await today(database.db, limited({ perSitePerDay: 10 }), clock.now()))[0];

test('today is counted by county and channel: sent, failed, over a limit, waiting and since when, stopped', async () => {
  await put({ now: START - DAY });
  await run(invented());
  for (const addressIndex of ['one', 'one', 'two']) await put({ addressIndex, caps: { perAddress: 1, perSite: null } });
  await put({ channel: 'email' });
  await put({ site: 'wenxi' });
  await run(
    invented({ send: async ({ channel }) => (channel === 'sms' ? { is: 'sent' } : { is: 'refused', code: 'x' }) }),
  );
  clock.at += 1;
  const oldest = clock.at + 1;
  await put();
  await put();
  const by = 'staff:admin';
  await switchMessages(
    { db: database.db, clock },
    { to: 'stop', sites: ['wanrong'], channels: ['email'], reason: '示例', by },
  );
  expect(await inWanrong()).toEqual({
    site: 'wanrong',
    counted: 5,
    share: 50,
    channels: [
      { channel: 'sms', sent: 2, failed: 1, limited: 1, waiting: 2, oldest, stoppedAt: null },
      { channel: 'email', sent: 0, failed: 1, limited: 0, waiting: 0, oldest: null, stoppedAt: clock.now() },
    ],
  });
  const [jishan] = (await today(database.db, sites, clock.now())).filter(({ site }) => site === 'jishan');
  expect(jishan).toMatchObject({ counted: 0, share: 0, channels: [{ sent: 0, oldest: null }, { sent: 0 }] });
});

/** A supplier of the list that has approved one text at one county. */
const aliyun = (more: Partial<Supplier> = {}) =>
  invented({
    id: 'aliyun-sms',
    channels: ['sms'],
    approved: ({ site, template }) =>
      site === 'wanrong' && template === 'received' ? { signature: '万荣演示', template: 'SMS_1' } : null,
    ...more,
  });

const stateOf = async (id: string, ...suppliers: Supplier[]) =>
  (await supplierStates(database.db, suppliers, sites, clock.now())).find((one) => one.id === id);

test('a supplier that is not set up says which keys it lacks, never those that have a default', async () => {
  const all = await supplierStates(database.db, [], sites, clock.now());
  expect(all.map(({ id }) => id)).toEqual(supplierKinds.map(({ id }) => id));
  expect(all.find(({ id }) => id === 'aliyun-sms')).toMatchObject({
    lacks: ['ALIYUN_SMS_KEY_ID', 'ALIYUN_SMS_KEY_SECRET', 'ALIYUN_SMS_TEMPLATES'],
    unwell: [],
    unmapped: [],
    lastTaken: null,
  });
});

test('one that is half set says at which county how many texts it cannot send', async () => {
  const every = Object.keys(templates).length;
  const found = await stateOf('aliyun-sms', aliyun());
  expect(found?.lacks).toEqual([]);
  expect(found?.unmapped.slice(0, 2)).toEqual([
    { site: 'wanrong', missing: every - 1 },
    { site: 'wenxi', missing: every },
  ]);
  expect((await stateOf('mailbox', invented({ id: 'mailbox' })))?.unmapped).toEqual([]);
});

test('wrong settings make it unwell at their county alone, failures everywhere; when it last took one stays a week', async () => {
  await put();
  await run(aliyun());
  const taken = clock.now();
  clock.at += 60_000;
  await put();
  await run(aliyun({ send: async () => ({ is: 'configuration', code: 'isv.SMS_SIGN_ILLEGAL' }) }));
  expect(await stateOf('aliyun-sms', aliyun())).toMatchObject({
    unwell: [{ site: 'wanrong', health: 'ill' }],
    lastTaken: taken,
  });
  for (let n = 0; n < 3; n += 1) {
    await put({ site: 'wenxi' });
    await run(aliyun({ send: async () => ({ is: 'unknown', code: 'net.timeout' }) }));
  }
  expect((await stateOf('aliyun-sms', aliyun()))?.unwell).toHaveLength(sites.length);
  clock.at += 8 * DAY;
  expect(await stateOf('aliyun-sms', aliyun())).toMatchObject({ unwell: [], lastTaken: null });
});

test('each text stands there with what the linter and the suppliers say of it', () => {
  const site = siteById('wanrong');
  if (!site) throw new Error('no such county');
  const lines = templateLines({ ...site, phone: '15400000001' }, [aliyun(), invented()]);
  const received = lines.find(({ template }) => template.id === 'received');
  expect(received?.lines.map(({ channel, lang }) => `${channel} ${lang}`)).toEqual([
    'sms zh',
    'sms en',
    'email zh',
    'email en',
  ]);
  const [chinese, , mail] = received?.lines ?? [];
  expect(chinese).toMatchObject({
    text: templates.received.sms.zh,
    approved: [{ supplier: { zh: '阿里云短信' }, as: { signature: '万荣演示', template: 'SMS_1' } }],
    findings: [{ rule: 'site.phone', found: '15400000001' }],
  });
  expect(mail).toMatchObject({ subject: templates.received.email.subject.zh, approved: [] });
  expect(lines.find(({ template }) => template.id === 'told')?.lines[0]).toMatchObject({
    approved: [{ as: null }],
    findings: [],
  });
});
