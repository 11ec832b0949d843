import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Supplier } from '../../src/notify/define.ts';
import type { Fate } from '../../src/notify/outcome.ts';
import { askSuppliers } from '../../src/notify/outbox/ask.ts';
import { dispatch, type DispatchTools } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import { sites } from '../../src/sites/index.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { startAliyun } from '../simulators/aliyun.ts';
import type { Simulator } from '../simulators/simulator.ts';
import { open } from '../simulators/suppliers.ts';
import { handClock, invented, queue, ring } from './waiting.ts';

let database: TestDatabase;
let aliyun: Simulator;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
let clock = handClock(Date.now());
beforeEach(async () => {
  clock = handClock(Date.now());
  await database.client.batch(['DELETE FROM outbox', 'DELETE FROM attempts', 'DELETE FROM counters']);
});

const MINUTE = 60_000;
const lost: string[] = [];
function tools(supplier: Supplier): DispatchTools {
  const routing = { ...localRouting, local: false };
  const aftermath = { lost: async ({ code }: { code: string }) => (lost.push(code), []), arrived: () => [] };
  return { db: database.db, ring, clock, suppliers: [supplier], routing, sites, aftermath };
}

const asking = (fate: () => Fate, sent: Supplier['send'] = async () => ({ is: 'unknown', code: 'net.timeout' })) =>
  invented({ send: sent, query: async () => fate() });

async function states(): Promise<unknown[]> {
  const { rows } = await database.client.execute('SELECT state, supplier_code FROM outbox ORDER BY created_at');
  return rows.map((row) => ({ ...row }));
}

/** Waits so many minutes, asks, and sends what that freed. */
async function after(minutes: number, supplier: Supplier): Promise<void> {
  clock.at += minutes * MINUTE;
  while ((await askSuppliers(tools(supplier), 2)) === 2);
  await dispatch(tools(supplier), 20);
}

test('taken and never said so: the supplier is asked, and the message is not sent a second time', async () => {
  aliyun = await startAliyun();
  const supplier = open('aliyun-sms', aliyun, { patienceMs: 300 });
  aliyun.fail({ is: 'take-and-hang' });
  for (let n = 0; n < 3; n += 1) await queue(database.db, { now: clock.at });
  await dispatch(tools(supplier), 20);
  expect((await states()).length).toBe(3);
  aliyun.well();
  await after(3, supplier);
  expect(await states()).toEqual(Array.from({ length: 3 }, () => ({ state: 'delivered', supplier_code: null })));
  expect(aliyun.taken).toHaveLength(3);
  await aliyun.stop();
});

test('it goes again only once the supplier has said twice that it has no record of it', async () => {
  aliyun = await startAliyun();
  const supplier = open('aliyun-sms', aliyun, { patienceMs: 300 });
  aliyun.fail({ is: 'hang' }, 1);
  await queue(database.db, { now: clock.at });
  await dispatch(tools(supplier), 20);
  await after(3, supplier);
  expect([await states(), aliyun.taken.length]).toEqual([[{ state: 'unknown', supplier_code: 'net.timeout' }], 0]);
  await after(11, supplier);
  expect([await states(), aliyun.taken.length]).toEqual([[{ state: 'sent', supplier_code: null }], 1]);
  await aliyun.stop();
});

test('one that cannot say leaves it unknown; after the fifth time nobody asks and the desk is told', async () => {
  lost.length = 0;
  let asked = 0;
  const supplier = asking(() => {
    asked += 1;
    return { is: 'silent', code: 'not.reported' };
  });
  await queue(database.db, { now: clock.at });
  await dispatch(tools(supplier), 20);
  for (const minutes of [1, 2, 11, 61, 361, 1441, 5000]) await after(minutes, supplier);
  expect([asked, supplier.got.length, lost]).toEqual([5, 1, ['unknown']]);
  expect(await states()).toEqual([{ state: 'unknown', supplier_code: 'net.timeout' }]);
});

test('a message that no callback came for is asked after half an hour, page by page, and each once', async () => {
  let asked = 0;
  const supplier = asking(
    () => {
      asked += 1;
      return { is: 'undelivered', code: 'MK:0001' };
    },
    async ({ id }) => ({ is: 'sent', supplierId: id }),
  );
  for (let n = 0; n < 5; n += 1) await queue(database.db, { now: clock.at });
  await dispatch(tools(supplier), 20);
  await after(29, supplier);
  expect(asked).toBe(0);
  clock.at += 2 * MINUTE;
  await Promise.all([askSuppliers(tools(supplier), 3), askSuppliers(tools(supplier), 3)]);
  expect(asked).toBe(5);
  expect(new Set((await states()).map((row) => JSON.stringify(row)))).toEqual(
    new Set(['{"state":"failed","supplier_code":"MK:0001"}']),
  );
});

test('a supplier that throws when it is asked has said nothing', async () => {
  const supplier = asking(() => {
    throw new Error('a number could stand in here');
  });
  await queue(database.db, { now: clock.at });
  await dispatch(tools(supplier), 20);
  await after(3, supplier);
  expect(await states()).toEqual([{ state: 'unknown', supplier_code: 'net.timeout' }]);
});
