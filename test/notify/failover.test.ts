import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Supplier } from '../../src/notify/define.ts';
import { dispatch, type DispatchTools } from '../../src/notify/outbox/dispatch.ts';
import { takeReceipts } from '../../src/notify/outbox/receive.ts';
import { localRouting, type Routing } from '../../src/notify/route.ts';
import { sites } from '../../src/sites/index.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { startAliyun } from '../simulators/aliyun.ts';
import { startRelay } from '../simulators/relay.ts';
import type { Simulator } from '../simulators/simulator.ts';
import { open } from '../simulators/suppliers.ts';
import { startTencent } from '../simulators/tencent.ts';
import { handClock, invented, queue, ring } from './waiting.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());

const MINUTE = 60_000;
let [aliyun, tencent]: Simulator[] = [];
// The simulators compare signatures with their own clock, so the story begins now.
let clock = handClock(Date.now());
beforeEach(async () => {
  clock = handClock(Date.now());
  [aliyun, tencent] = await Promise.all([startAliyun(), startTencent()]);
  await database.client.batch(['DELETE FROM outbox', 'DELETE FROM attempts', 'DELETE FROM counters']);
});
afterEach(() => Promise.all([aliyun?.stop(), tencent?.stop()]));

const deployed: Routing = { ...localRouting, local: false, routes: { '*': { sms: ['aliyun-sms', 'tencent-sms'] } } };

function tools(suppliers: readonly Supplier[], routing: Routing = deployed): DispatchTools {
  return { db: database.db, ring, clock, suppliers, routing, sites };
}

/** Both suppliers as a deployment has them, with patience for a machine nearby. */
function both(): Supplier[] {
  if (!aliyun || !tencent) throw new Error('not started');
  return [open('aliyun-sms', aliyun, { patienceMs: 400 }), open('tencent-sms', tencent)];
}

/** `count` messages come in, and all that is due is sent. */
async function send(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await queue(database.db, { now: clock.at });
  while ((await dispatch(tools(both()), 20)) > 0);
}

const counts = () => [aliyun?.taken.length, tencent?.taken.length];

async function rows(sql: string): Promise<unknown[]> {
  const { rows: found } = await database.client.execute(sql);
  return found.map((row) => ({ ...row }));
}

test('refused for where we send from, the county moves to the second supplier at once, and back when that is mended', async () => {
  aliyun?.fail({ is: 'refuse', code: 'isv.DENY_IP_RANGE' });
  await send(1);
  expect(counts()).toEqual([0, 0]);
  clock.at += 10_000;
  await send(1);
  expect(counts()).toEqual([0, 2]);
  const first = await rows('SELECT state, supplier FROM outbox ORDER BY created_at');
  expect(first).toEqual([
    { state: 'sent', supplier: 'tencent-sms' },
    { state: 'sent', supplier: 'tencent-sms' },
  ]);
  expect(await rows("SELECT n, supplier, outcome, code FROM attempts WHERE n = 1 AND supplier = 'aliyun-sms'")).toEqual(
    [{ n: 1, supplier: 'aliyun-sms', outcome: 'configuration', code: 'isv.DENY_IP_RANGE' }],
  );
  aliyun?.well();
  await send(2);
  expect(counts()).toEqual([0, 4]);
  clock.at += 11 * MINUTE;
  await send(2);
  expect(counts()).toEqual([2, 4]);
});

test('one that falls silent is left after three messages; no message goes twice; one shows that it is back', async () => {
  aliyun?.fail({ is: 'take-and-hang' });
  for (let n = 0; n < 5; n += 1) await send(1);
  // Aliyun took three and never said so: they stay unknown, and are not sent again by anybody.
  expect(counts()).toEqual([3, 2]);
  clock.at += 11 * MINUTE;
  await send(3);
  expect(counts()).toEqual([4, 4]);
  aliyun?.well();
  clock.at += 11 * MINUTE;
  await send(3);
  expect(counts()).toEqual([7, 4]);
  const ids = [...(aliyun?.taken ?? []), ...(tencent?.taken ?? [])].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(await rows('SELECT state, count(*) AS n FROM outbox GROUP BY state ORDER BY state')).toEqual([
    { state: 'sent', n: 7 },
    { state: 'unknown', n: 4 },
  ]);
});

/** Aliyun calls back about everything it took and has not told of yet. */
async function callBack(): Promise<void> {
  const receipts = (aliyun?.taken ?? []).slice(told).map(({ id, supplierId }) => ({
    supplierId,
    messageId: id,
    is: 'delivered' as const,
    code: null,
    at: clock.at,
  }));
  told += receipts.length;
  const signed = { signed: true } as NonNullable<Supplier['receipts']>;
  expect(await takeReceipts({ db: database.db, ring, clock }, { id: 'aliyun-sms', receipts: signed }, receipts)).toBe(
    true,
  );
}
let told = 0;

test('one that takes everything and delivers it late is left as well, and comes back once a receipt is quick again', async () => {
  told = 0;
  for (let n = 0; n < 3; n += 1) {
    await send(1);
    clock.at += 30_000;
    await callBack();
  }
  expect(counts()).toEqual([3, 0]);
  // From here on no receipt comes; four minutes are not yet too long.
  await send(4);
  clock.at += 3 * MINUTE;
  await send(1);
  expect(counts()).toEqual([8, 0]);
  clock.at += 2 * MINUTE;
  await send(2);
  expect(counts()).toEqual([8, 2]);
  // They come at last, eleven minutes late: what is over does not count as quick.
  clock.at += 6 * MINUTE;
  await callBack();
  clock.at += 4 * MINUTE;
  await send(2);
  expect(counts()).toEqual([9, 3]);
  await send(2);
  expect(counts()).toEqual([9, 5]);
  clock.at += MINUTE;
  await callBack();
  await send(2);
  expect(counts()).toEqual([11, 5]);
});

test('where a supplier never calls back, that no receipt comes says nothing', async () => {
  for (let n = 0; n < 4; n += 1) {
    await send(1);
    clock.at += 5 * MINUTE;
  }
  expect(counts()).toEqual([4, 0]);
});

test('a limit of one number is no reason to go round it by the second supplier', async () => {
  aliyun?.fail({ is: 'refuse', code: 'isv.BUSINESS_LIMIT_CONTROL' }, 4);
  for (let n = 0; n < 4; n += 1) await send(1);
  expect(counts()).toEqual([0, 0]);
  clock.at += 10_000;
  await send(0);
  expect(counts()).toEqual([4, 0]);
});

test('what the first perhaps took goes only to the first again, however ill it is', async () => {
  const relay = await startRelay();
  if (!tencent) throw new Error('not started');
  const suppliers = [open('relay', relay, { patienceMs: 300 }), open('tencent-sms', tencent)];
  const routing: Routing = { ...deployed, routes: { '*': { sms: ['relay', 'tencent-sms'] } } };
  const run = () => dispatch(tools(suppliers, routing), 20);
  relay.fail({ is: 'take-and-hang' });
  for (let n = 0; n < 3; n += 1) await queue(database.db, { now: clock.at });
  await run();
  clock.at += 10_000;
  await run();
  expect([relay.taken.length, tencent.taken.length]).toEqual([3, 0]);
  relay.well();
  clock.at += 7 * MINUTE;
  await run();
  expect([relay.taken.length, tencent.taken.length]).toEqual([3, 0]);
  expect(await rows('SELECT DISTINCT state, supplier FROM outbox')).toEqual([{ state: 'sent', supplier: 'relay' }]);
  await relay.stop();
});

test('a supplier that names a wait gets it, where that is longer than our own', async () => {
  aliyun?.fail({ is: 'status', status: 503, retryAfter: 900 }, 1);
  await send(1);
  clock.at += 899_000;
  await send(0);
  expect(counts()).toEqual([0, 0]);
  clock.at += 2000;
  await send(0);
  expect(counts()).toEqual([1, 0]);
});

test('on trial only listed numbers are written to; the others are failed in the open', async () => {
  const routing = { ...deployed, listed: new Set(['15400000001']) };
  await queue(database.db, { now: clock.at, to: '15400000001' });
  await queue(database.db, { now: clock.at + 1, to: '15400000002' });
  await queue(database.db, { now: clock.at + 2, to: '15400000904' });
  clock.at += 10;
  await dispatch(tools(both(), routing), 20);
  expect(aliyun?.taken.map(({ to }) => to)).toEqual(['15400000001']);
  expect(await rows('SELECT state, supplier_code FROM outbox ORDER BY created_at')).toEqual([
    { state: 'sent', supplier_code: null },
    { state: 'failed', supplier_code: 'trial.not-listed' },
    { state: 'failed', supplier_code: 'magic.refused' },
  ]);
});

test('in real use a magic number is a number like any other', async () => {
  await queue(database.db, { now: clock.at, to: '15400000904' });
  await send(0);
  expect(aliyun?.taken.map(({ to }) => to)).toEqual(['15400000904']);
});

test('a parameter that is an address of a page, or is missing, never reaches a supplier', async () => {
  const good = { number: 'WR-22222-22222', code: '123456', phone: '0359-0000101' };
  await queue(database.db, { now: clock.at, params: { ...good, phone: 'www.example.cn' } });
  await queue(database.db, { now: clock.at + 1, params: { ...good, code: '' } });
  await queue(database.db, { now: clock.at + 2, params: { ...good, number: '路灯坏了' } });
  clock.at += 10;
  const supplier = invented();
  await dispatch(tools([supplier], { ...deployed, routes: {} }), 20);
  expect(supplier.got).toEqual([]);
  expect(await rows('SELECT state, supplier_code FROM outbox ORDER BY created_at')).toEqual([
    { state: 'failed', supplier_code: 'param.url' },
    { state: 'failed', supplier_code: 'param.unset' },
    { state: 'failed', supplier_code: 'param.malformed' },
  ]);
});
