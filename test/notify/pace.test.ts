import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Supplier } from '../../src/notify/define.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import type { Site } from '../../src/sites/site.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { handClock, invented, limited, queue, ring } from './waiting.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  await database.client.batch(['DELETE FROM outbox', 'DELETE FROM attempts', 'DELETE FROM counters']);
  clock.at = START;
  order = 0;
});

const START = Date.parse('2026-11-20T10:00:00+08:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const clock = handClock(START);
let order = 0;

/** One run at the hand's time; gives how many it looked at. */
const run = (supplier: Supplier, served: readonly Site[] = limited(), limit = 20): Promise<number> => {
  const routing = { ...localRouting, local: false };
  return dispatch({ db: database.db, ring, clock, suppliers: [supplier], routing, sites: served }, limit);
};

type Wish = Partial<Parameters<typeof queue>[1]>;
/** Each a moment after the one before, all of them due. */
async function put(count: number, wish: Wish = {}): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await queue(database.db, { now: clock.now() - 1000 + order, ...wish });
    order += 1;
  }
}

async function rows(): Promise<unknown[]> {
  const { rows: found } = await database.client.execute(
    'SELECT state, supplier_code AS code, next_at AS next FROM outbox ORDER BY id',
  );
  return found.map(({ state, code, next }) => [state, code, Number(next) - START]);
}

test('one SMS a minute: the second waits, untouched, and goes when the minute is over, not a moment sooner', async () => {
  const supplier = invented();
  await put(2);
  expect(await run(supplier)).toBe(2);
  expect(await rows()).toEqual([
    ['sent', null, 0],
    ['queued', null, MINUTE],
  ]);
  clock.at = START + MINUTE - 1;
  expect(await run(supplier)).toBe(0);
  expect(supplier.got).toHaveLength(1);
  clock.at = START + MINUTE;
  await run(supplier);
  expect(supplier.got).toHaveLength(2);
  const { rows: waited } = await database.client.execute('SELECT attempts FROM outbox');
  expect(waited.map(({ attempts }) => attempts)).toEqual([1, 1]);
});

test('five an hour: the sixth waits for the hour of the first to pass', async () => {
  const supplier = invented();
  for (let n = 0; n < 5; n += 1) {
    await put(1);
    await run(supplier);
    clock.at += MINUTE;
  }
  expect(supplier.got).toHaveLength(5);
  await put(1);
  await run(supplier);
  expect((await rows()).at(-1)).toEqual(['queued', null, HOUR]);
  clock.at = START + HOUR - 1;
  await run(supplier);
  expect(supplier.got).toHaveLength(5);
  clock.at = START + HOUR;
  await run(supplier);
  expect(supplier.got).toHaveLength(6);
});

test('exactly as many as a minute allows go at once, one more does not', async () => {
  const supplier = invented();
  await put(4);
  await run(supplier, limited({ perNumberPerMinute: 3 }));
  expect(supplier.got).toHaveLength(3);
  expect((await rows()).map((row) => (row as unknown[])[0])).toEqual(['sent', 'sent', 'sent', 'queued']);
});

test('a number that waits holds up no other number, county or e-mail, however many of its messages come first', async () => {
  const supplier = invented();
  await put(9);
  await put(1, { addressIndex: 'somebody else' });
  await put(1, { site: 'wenxi' });
  await put(3, { channel: 'email' });
  for (let looked = 4; looked === 4;) looked = await run(supplier, limited(), 4);
  const got = supplier.got.map(({ site, channel }) => `${site} ${channel}`);
  expect(got.toSorted()).toEqual([
    'wanrong email',
    'wanrong email',
    'wanrong email',
    'wanrong sms',
    'wanrong sms',
    'wenxi sms',
  ]);
});

test('runs at once never take one place twice, and in the end everything has gone once', async () => {
  const supplier = invented();
  const served = limited({ perNumberPerMinute: 3, perNumberPerHour: null });
  await put(12);
  await Promise.all(Array.from({ length: 6 }, () => run(supplier, served, 4)));
  expect(supplier.got).toHaveLength(3);
  for (let minute = 1; minute < 4; minute += 1) {
    clock.at = START + minute * MINUTE;
    await Promise.all(Array.from({ length: 6 }, () => run(supplier, served, 4)));
    expect(supplier.got).toHaveLength(3 + 3 * minute);
  }
  expect(new Set(supplier.got.map(({ id }) => id)).size).toBe(12);
});

test.each([
  ['refused', { is: 'refused', code: 'blocked' }, 2],
  ['asked to come later', { is: 'retry', code: 'busy' }, 2],
  ['perhaps taken', { is: 'unknown', code: 'timeout' }, 1],
] as const)('a message that was %s takes a place only if it may have arrived', async (_, outcome, asked) => {
  const supplier = invented({ send: async () => outcome });
  await put(2);
  await run(supplier);
  clock.at += 1;
  await database.client.execute("UPDATE outbox SET next_at = 0 WHERE state = 'queued' AND attempts = 0");
  await run(supplier);
  expect(supplier.got).toHaveLength(asked);
});

test('of several for one number a code that somebody waits for goes first, then the oldest', async () => {
  const supplier = invented();
  await put(1);
  await put(1, { template: 'answered', params: { number: 'WR-22222-22222' } });
  await put(1, { template: 'new-code', params: { number: 'WR-22222-22222', code: '123456' } });
  for (let n = 0; n < 3; n += 1) {
    await run(supplier);
    clock.at += MINUTE;
  }
  expect(supplier.got.map(({ template }) => template)).toEqual(['new-code', 'received', 'answered']);
});

test('what is above the limit of the day ends at once, with the reason, and waits for no place', async () => {
  const supplier = invented();
  const caps = { perAddress: 2, perSite: null };
  await put(3, { caps });
  await run(supplier);
  expect(await rows()).toEqual([
    ['sent', null, 0],
    ['queued', null, MINUTE],
    ['failed', 'cap.address', 0],
  ]);
  expect(supplier.got).toHaveLength(1);
});

/** What the county's day has counted so far. */
const counted = async () =>
  (await database.client.execute("SELECT n FROM counters WHERE name = 'message|wanrong|2026-11-20'")).rows[0]?.['n'];

test('what never leaves for its own number’s sake uses up nothing of what the county shares', async () => {
  const supplier = invented();
  const caps = { perAddress: 1, perSite: 4 };
  await put(4, { caps });
  await run(supplier);
  expect(await counted()).toBe(1);
  await put(1, { caps, addressIndex: 'abroad', to: '+85291234567' });
  await run(supplier);
  expect(await counted()).toBe(1);
  for (const addressIndex of ['two', 'three', 'four', 'five']) await put(1, { caps, addressIndex });
  await run(supplier);
  expect((await rows()).map((row) => (row as unknown[])[1]).slice(5)).toEqual([null, null, null, 'cap.site']);
  // What is above the county's own limit stays counted: the health page tells how much more was wanted.
  expect(await counted()).toBe(5);
});

test('a day is a day in Shanghai: the last moment of one counts with it, the first of the next does not', async () => {
  const supplier = invented();
  const caps = { perAddress: 1, perSite: null };
  for (const at of ['2026-11-20T00:00:00+08:00', '2026-11-20T23:59:59.999+08:00', '2026-11-21T00:00:00+08:00']) {
    clock.at = Date.parse(at);
    await put(1, { now: clock.at, caps, channel: 'email' });
  }
  await run(supplier);
  expect((await rows()).map((row) => (row as unknown[])[1])).toEqual([null, 'cap.address', null]);
});

test.each([
  ['+85291234567', ['86'], 'country.not-served'],
  ['+85291234567', ['86', '852'], null],
  ['15400000001', ['86'], null],
  ['15400000001', ['852'], 'country.not-served'],
  ['+12025550123', ['86', '852'], 'country.not-served'],
] as const)('an SMS to %s where %j is served: %s', async (to, countries, code) => {
  const supplier = invented();
  await put(1, { to });
  await run(supplier, limited({ countries: [...countries] }));
  expect(await rows()).toEqual([[code === null ? 'sent' : 'failed', code, 0]]);
  expect(supplier.got).toHaveLength(code === null ? 1 : 0);
});
