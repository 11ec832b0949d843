import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { looseStreams } from '../../src/cases/streams.ts';
import type { Database } from '../../src/db/database.ts';
import type { Supplier } from '../../src/notify/define.ts';
import type { Outcome } from '../../src/notify/outcome.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import { openStops, stopsOf } from '../../src/notify/stops/open.ts';
import { reasonDigest, switchMessages, type Switch } from '../../src/notify/stops/switch.ts';
import { sites } from '../../src/sites/index.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { handClock, invented, queue, ring } from './waiting.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(() => emptyDatabase(database.db));

const clock = handClock();
const REASON = '有人拿假号码刷短信(示例)';

const run = (supplier: Supplier, db: Database = database.db): Promise<number> =>
  dispatch({ db, ring, clock, suppliers: [supplier], routing: { ...localRouting, local: false }, sites }, 20);

const turn = (to: Switch['to'], more: Partial<Switch> = {}) =>
  switchMessages(
    { db: database.db, clock },
    { to, sites: ['wanrong'], channels: ['sms'], reason: REASON, by: 'staff:admin', ...more },
  );

const put = (wish: Partial<Parameters<typeof queue>[1]> = {}): Promise<string> => {
  clock.at += 1;
  return queue(database.db, { now: clock.now(), ...wish });
};

async function rows(sql: string): Promise<unknown[]> {
  return (await database.client.execute(sql)).rows.map((row) => ({ ...row }));
}

test('while a county’s SMS are stopped they wait untouched, its e-mail and other counties go; then each goes once', async () => {
  const supplier = invented();
  await put();
  await put({ channel: 'email' });
  await put({ site: 'wenxi' });
  await turn('stop');
  expect(await run(supplier)).toBe(2);
  expect(await run(supplier)).toBe(0);
  expect(supplier.got.map(({ site, channel }) => `${site} ${channel}`).toSorted()).toEqual([
    'wanrong email',
    'wenxi sms',
  ]);
  expect(await rows("SELECT state, attempts, lease FROM outbox WHERE state <> 'sent'")).toEqual([
    { state: 'queued', attempts: 0, lease: null },
  ]);
  await put();
  expect(await turn('resume', { reason: '号码已经拦下(示例)' })).toEqual({ ok: true, value: 1 });
  expect(await run(supplier)).toBe(2);
  expect(await run(supplier)).toBe(0);
  expect(new Set(supplier.got.map(({ id }) => id)).size).toBe(4);
  expect(await rows('SELECT DISTINCT state FROM outbox')).toEqual([{ state: 'sent' }]);
});

test('what was handed over before the switch is noted as sent; it is not sent again', async () => {
  const held = Promise.withResolvers<Outcome>();
  const slow = invented({ send: () => held.promise });
  await put();
  const under = run(slow);
  while (slow.got.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await turn('stop');
  held.resolve({ is: 'sent', supplierId: 'taken' });
  await under;
  await turn('resume');
  await run(slow);
  expect(slow.got).toHaveLength(1);
  expect(await rows('SELECT state, attempts, supplier_id FROM outbox')).toEqual([
    { state: 'sent', attempts: 1, supplier_id: 'taken' },
  ]);
});

test('what a run holds but has not handed over goes back, uncounted, and leaves after the switch is lifted', async () => {
  const supplier = invented();
  await put();
  await put();
  let thrown = false;
  const meanwhile: Database = {
    ...database.db,
    async write(statements) {
      const written = await database.db.write(statements);
      if (!thrown) {
        thrown = true;
        await turn('stop');
      }
      return written;
    },
  };
  expect(await run(supplier, meanwhile)).toBe(0);
  expect(supplier.got).toEqual([]);
  expect(await rows('SELECT state, attempts, lease, supplier, placed_at FROM outbox')).toEqual(
    Array.from({ length: 2 }, () => ({ state: 'queued', attempts: 0, lease: null, supplier: null, placed_at: null })),
  );
  expect(await rows('SELECT * FROM attempts')).toEqual([]);
  await turn('resume');
  await run(supplier);
  expect(supplier.got).toHaveLength(2);
  expect(await rows('SELECT message_id, n FROM attempts')).toHaveLength(2);
});

test('thrown under load it lets nothing more out once it is on, and in the end everything has gone once', async () => {
  const supplier = invented({
    send: async () => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return { is: 'sent' };
    },
  });
  for (let n = 0; n < 60; n += 1) await put();
  const drain = async (): Promise<void> => {
    while ((await run(supplier)) > 0);
  };
  const load = Promise.all([drain(), drain(), drain()]);
  while (supplier.got.length < 10) await new Promise((resolve) => setTimeout(resolve, 1));
  await turn('stop');
  const [before] = await rows('SELECT count(*) AS n FROM attempts');
  await load;
  expect(await rows('SELECT count(*) AS n FROM attempts')).toEqual([before]);
  expect(await rows("SELECT count(*) AS n FROM outbox WHERE state = 'sent'")).toEqual([before]);
  expect(supplier.got).toHaveLength((before as { n: number }).n);
  await turn('resume');
  await drain();
  expect(supplier.got).toHaveLength(60);
  expect(new Set(supplier.got.map(({ id }) => id)).size).toBe(60);
});

test('both turns stand in the chain of the county, who and when and a digest of why; the words stand outside it', async () => {
  await turn('stop', { channels: ['sms', 'email'] });
  await turn('resume', { channels: ['email'], by: 'staff:other' });
  const events = (await rows(
    "SELECT seq, actor, code, data FROM events WHERE stream = 'site:wanrong' ORDER BY seq",
  )) as {
    data: string;
  }[];
  expect(events).toMatchObject([
    { seq: 1, actor: 'staff:admin', code: 'messages-stopped' },
    { seq: 2, actor: 'staff:other', code: 'messages-resumed' },
  ]);
  const [email] = (await rows("SELECT salt, lift_salt FROM message_stops WHERE channel = 'email'")) as {
    salt: string;
    lift_salt: string;
  }[];
  expect(events.map(({ data }) => JSON.parse(data))).toEqual([
    { channels: 'email sms', reason: await reasonDigest(email?.salt ?? '', REASON) },
    { channels: 'email', reason: await reasonDigest(email?.lift_salt ?? '', REASON) },
  ]);
  expect(await looseStreams(database.db)).toEqual([{ stream: 'site:wanrong', fault: null }]);
  expect(await openStops(database.db)).toMatchObject([{ site: 'wanrong', held: 'sms' }]);
  expect(await stopsOf(database.db, 'wanrong', 10)).toMatchObject([
    { channel: expect.any(String) as string, reason: REASON },
    { reason: REASON },
  ]);
});

test('of two who stop at once one did it and the other hears that it stood so; so does who comes later', async () => {
  const outcomes = await Promise.all([turn('stop'), turn('stop', { by: 'staff:other' })]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await turn('stop')).toEqual({ ok: false, error: 'nothing' });
  expect(await turn('stop', { channels: ['sms', 'email'], sites: ['wanrong', 'wenxi'] })).toEqual({
    ok: true,
    value: 3,
  });
  expect(await turn('resume', { sites: ['jishan'] })).toEqual({ ok: false, error: 'nothing' });
  expect(await rows('SELECT count(*) AS n FROM events')).toEqual([{ n: 3 }]);
});
