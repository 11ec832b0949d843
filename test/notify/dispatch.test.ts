import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { plainOf } from '../../src/db/database.ts';
import type { Supplier } from '../../src/notify/define.ts';
import type { Outcome } from '../../src/notify/outcome.ts';
import { dispatch, type DispatchTools } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import { sites } from '../../src/sites/index.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { handClock, invented, queue, ring } from './waiting.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  await database.client.batch([
    'DELETE FROM outbox',
    'DELETE FROM attempts',
    'DELETE FROM counters',
    'DELETE FROM mailbox',
  ]);
});

const clock = handClock();
const toolsWith = (suppliers: readonly Supplier[]): DispatchTools => ({
  db: database.db,
  ring,
  clock,
  suppliers,
  routing: { ...localRouting, local: false },
  sites,
});

/** The outbox in the order it was filled; each message is queued a moment after the one before. */
async function rows() {
  const { rows: found } = await database.client.execute(
    'SELECT state, attempts, supplier_id, supplier_code, lease FROM outbox ORDER BY created_at',
  );
  return found.map((row) => ({ ...row }));
}

const put = (wish: Partial<Parameters<typeof queue>[1]> = {}): Promise<string> => {
  clock.at += 1;
  return queue(database.db, { now: clock.now(), ...wish });
};

/** A run that leased everything due, announced the supplier and died before it could settle. */
async function runThatDied(supplier: Supplier): Promise<void> {
  const dead = { ...supplier, send: () => new Promise<Outcome>(() => undefined) };
  void dispatch(toolsWith([dead]), 20);
  for (let round = 0; round < 100; round += 1) {
    const { rows: found } = await database.client.execute('SELECT 1 FROM outbox WHERE supplier IS NOT NULL');
    if (found.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the run announced nothing');
}

test('a message that is taken is sent once and never again', async () => {
  const supplier = invented();
  await put();
  expect(await dispatch(toolsWith([supplier]), 20)).toBe(1);
  expect(await dispatch(toolsWith([supplier]), 20)).toBe(0);
  expect(supplier.got).toMatchObject([{ to: '15400000001', site: 'wanrong', template: 'received' }]);
  expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1, supplier_id: 's-1', lease: null }]);
});

test('several runs at once send each message once', async () => {
  const supplier = invented();
  for (let n = 0; n < 12; n += 1) await put();
  await Promise.all(Array.from({ length: 4 }, () => dispatch(toolsWith([supplier]), 5)));
  while ((await dispatch(toolsWith([supplier]), 5)) > 0);
  expect(new Set(supplier.got.map(({ id }) => id)).size).toBe(12);
  expect(supplier.got).toHaveLength(12);
});

test('what a dead run left is taken up after a minute where the supplier knows a repeat', async () => {
  const supplier = invented({ idempotent: true });
  await put();
  await runThatDied(supplier);
  expect(await dispatch(toolsWith([supplier]), 20)).toBe(0);
  clock.at += 61_000;
  expect(await dispatch(toolsWith([supplier]), 20)).toBe(1);
  expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2 }]);
});

test('where a repeat would be a second message, what a dead run left is unknown and stays so', async () => {
  const supplier = invented({ idempotent: false });
  await put();
  await runThatDied(supplier);
  clock.at += 61_000;
  await dispatch(toolsWith([supplier]), 20);
  clock.at += 86_400_000;
  expect(await dispatch(toolsWith([supplier]), 20)).toBe(0);
  expect(supplier.got).toEqual([]);
  expect(await rows()).toMatchObject([{ state: 'unknown', supplier_code: 'run.vanished' }]);
});

test('a run that comes back after its lease ran out does not undo what the next one did', async () => {
  await put();
  const held = Promise.withResolvers<Outcome>();
  const slow = invented({ idempotent: true, send: () => held.promise });
  const late = dispatch(toolsWith([slow]), 20);
  while (slow.got.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  clock.at += 61_000;
  await dispatch(toolsWith([invented({ idempotent: true })]), 20);
  held.resolve({ is: 'refused', code: 'too.late' });
  await late;
  expect(await rows()).toMatchObject([{ state: 'sent', supplier_code: null }]);
});

test('a run that slept over its lease before it spoke to the supplier sends nothing any more', async () => {
  const supplier = invented();
  await put();
  let writes = 0;
  const slept: DispatchTools = {
    ...toolsWith([supplier]),
    db: {
      ...database.db,
      async write(statements) {
        const result = await database.db.write(statements);
        if (writes === 0) await database.client.execute("UPDATE outbox SET lease = 'of another run'");
        writes += 1;
        return result;
      },
    },
  };
  await dispatch(slept, 20);
  expect(supplier.got).toEqual([]);
  expect(await rows()).toMatchObject([{ state: 'sending', lease: 'of another run' }]);
});

test('a message that kills every run is given up, loudly, like any other', async () => {
  await put();
  const deadly = invented({ idempotent: true });
  await database.client.execute("UPDATE outbox SET attempts = 8, state = 'sending', supplier = 'invented'");
  await dispatch(toolsWith([deadly]), 20);
  expect(deadly.got).toEqual([]);
  expect(await rows()).toMatchObject([{ state: 'failed', supplier_code: 'tries.used-up' }]);
});

test('a supplier that says “later” gets the message again after the pause, eight times, then it has failed', async () => {
  const busy = invented({ send: async () => ({ is: 'retry', code: 'busy' }) });
  await put();
  for (let round = 0; round < 20; round += 1) {
    await dispatch(toolsWith([busy]), 20);
    expect(await dispatch(toolsWith([busy]), 20)).toBe(0);
    clock.at += 13 * 3_600_000;
  }
  expect(busy.got).toHaveLength(8);
  expect(await rows()).toMatchObject([{ state: 'failed', attempts: 8, supplier_code: 'busy' }]);
});

test('“never this message” ends it at once, “perhaps taken” leaves it unknown', async () => {
  await put();
  await dispatch(toolsWith([invented({ send: async () => ({ is: 'refused', code: 'blocked' }) })]), 20);
  await put();
  await dispatch(toolsWith([invented({ send: async () => ({ is: 'unknown', code: 'timeout' }) })]), 20);
  expect(await rows()).toMatchObject([
    { state: 'failed', supplier_code: 'blocked' },
    { state: 'unknown', supplier_code: 'timeout' },
  ]);
});

const explode: Supplier['send'] = () => {
  throw new Error('a message could stand in here');
};

test.each([
  ['knows a repeat', true, 'queued'],
  ['does not', false, 'unknown'],
] as const)('a supplier that throws and %s', async (_, idempotent, state) => {
  for (const send of [explode, async () => explode({} as never)]) {
    await database.client.execute('DELETE FROM outbox');
    await put();
    await dispatch(toolsWith([{ ...invented({ idempotent }), send }]), 20);
    expect(await rows()).toMatchObject([{ state, supplier_code: 'supplier.threw', lease: null }]);
  }
});

test('one message that fails does not hold up the others', async () => {
  const picky = invented({
    send: async ({ channel }) => (channel === 'email' ? explode({} as never) : { is: 'sent' }),
  });
  await put({ channel: 'email' });
  await put({ channel: 'sms' });
  await dispatch(toolsWith([picky]), 20);
  expect(await rows()).toMatchObject([{ state: 'unknown' }, { state: 'sent' }]);
});

test('a demo case never reaches a supplier from which something leaves', async () => {
  const real = invented({ id: 'carrier', send: explode });
  const box = invented({ id: 'box', real: false });
  await put({ demo: true });
  await dispatch(toolsWith([real, box]), 20);
  expect([real.got.length, box.got.length]).toEqual([0, 1]);
  await put({ demo: true });
  await dispatch(toolsWith([real]), 20);
  expect(real.got).toEqual([]);
  expect((await rows())[1]).toMatchObject({ state: 'queued', supplier_code: 'supplier.none' });
});

test('a message of an erased case is not sent', async () => {
  const supplier = invented();
  const caseId = await put();
  await database.db.write([sql`DELETE FROM case_keys WHERE case_id = ${caseId}`]);
  await dispatch(toolsWith([supplier]), 20);
  expect(supplier.got).toEqual([]);
  expect(await rows()).toMatchObject([{ state: 'failed', supplier_code: 'case.erased' }]);
});

test('never more than five are with a supplier at once, and what meets goes to the database together', async () => {
  let [with_, most, writes] = [0, 0, 0];
  const supplier = invented({
    async send({ id }) {
      with_ += 1;
      most = Math.max(most, with_);
      await new Promise((resolve) => setTimeout(resolve, 5));
      with_ -= 1;
      return { is: 'sent', supplierId: id };
    },
  });
  for (let n = 0; n < 40; n += 1) await put();
  const tools = toolsWith([supplier]);
  const db = {
    ...database.db,
    write: (statements: Parameters<typeof database.db.write>[0]) => ((writes += 1), database.db.write(statements)),
  };
  expect(await dispatch({ ...tools, db }, 100)).toBe(40);
  expect(most).toBe(5);
  expect(writes).toBeLessThan(40);
  expect(new Set(supplier.got.map(({ id }) => id)).size).toBe(40);
  expect(new Set((await rows()).map(({ state }) => state))).toEqual(new Set(['sent']));
});

test('what cannot be begun while its lease is safe goes back as if it had not been touched', async () => {
  const slow = invented({
    async send() {
      clock.at += 20_000;
      return { is: 'sent' };
    },
  });
  for (let n = 0; n < 12; n += 1) await put();
  const handled = await dispatch(toolsWith([slow]), 100);
  expect(handled).toBe(slow.got.length);
  expect(handled).toBeLessThan(12);
  const left = (await rows()).filter(({ state }) => state !== 'sent');
  expect(left).toHaveLength(12 - handled);
  expect(left[0]).toMatchObject({ state: 'queued', attempts: 0, lease: null });
});

test('a supplier that fails within a run is left alone by the rest of it, which the next run sends elsewhere', async () => {
  const ill = invented({ id: 'ill', send: async () => ({ is: 'unknown', code: 'http.502' }) });
  const well = invented({ id: 'well' });
  for (let n = 0; n < 30; n += 1) await put();
  const tools = toolsWith([ill, well]);
  while ((await dispatch(tools, 100)) > 0);
  expect(ill.got.length).toBeLessThanOrEqual(10);
  expect(ill.got.length + well.got.length).toBe(30);
  expect((await rows()).filter(({ attempts }) => attempts !== 1)).toEqual([]);
});

test('runs that follow each other look back once, and anew as soon as one try went badly', async () => {
  let outcome: Outcome = { is: 'sent' };
  const supplier = invented({ send: async () => outcome });
  let looked = 0;
  const db = {
    ...database.db,
    write(statements: Parameters<typeof database.db.write>[0]) {
      if (statements.some((one) => plainOf(one).sql.includes('configurationAt'))) looked += 1;
      return database.db.write(statements);
    },
  };
  const memory = {};
  const run = async (): Promise<number> => {
    await put();
    await dispatch({ ...toolsWith([supplier]), db }, 100, memory);
    return looked;
  };
  expect([await run(), await run(), await run()]).toEqual([1, 1, 1]);
  outcome = { is: 'configuration', code: 'x' };
  expect([await run(), await run()]).toEqual([1, 2]);
  clock.at += 6000;
  outcome = { is: 'sent' };
  expect([await run(), await run()]).toEqual([3, 3]);
});
