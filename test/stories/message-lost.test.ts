import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aftermathOf } from '../../src/cases/message-lost.ts';
import type { Reader } from '../../src/cases/scope.ts';
import { finishTask } from '../../src/cases/tasks/finish.ts';
import { tasksOfCase } from '../../src/cases/tasks/list.ts';
import { blindIndex } from '../../src/lib/sealing/blind-index.ts';
import type { Supplier } from '../../src/notify/define.ts';
import type { Outcome } from '../../src/notify/outcome.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import { sites } from '../../src/sites/index.ts';
import type { Site } from '../../src/sites/site.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';
import type { Json } from '../harness/client.ts';
import { startRoad, type Road } from '../harness/road.ts';
import { invented } from '../notify/waiting.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());
beforeEach(async () => void (await database.client.execute("UPDATE outbox SET state = 'sent' WHERE state = 'queued'")));

const feng: Reader = {
  id: 'feng',
  role: 'station-clerk',
  site: 'wanrong',
  station: 'gaocun',
  department: null,
};
const BOTH = { phone: '15400000011', email: 'li@example.cn' };
const atStation = (answers: Json = {}, reached: Json = BOTH): Promise<Road> =>
  startRoad(database, { station: 'gaocun', ...answers }, 'wanrong', reached);

/** Takes e-mails and answers an SMS as the test says; the county is a demo county, so nothing leaves. */
const carrier = (sms: () => Outcome): Supplier & { got: unknown[] } =>
  invented({ real: false, send: async ({ channel }) => (channel === 'sms' ? sms() : { is: 'sent' }) });

const run = ({ tools }: Road, supplier: Supplier, counties: readonly Site[] = sites) =>
  dispatch(
    { ...tools, suppliers: [supplier], routing: localRouting, sites: counties, aftermath: aftermathOf(tools) },
    50,
  );

async function ledger(road: Road): Promise<unknown[]> {
  const { rows } = await database.client.execute(
    'SELECT channel, state, supplier_code AS code FROM outbox WHERE case_id = ? ORDER BY created_at, channel DESC',
    [await road.id()],
  );
  return rows.map((row) => ({ ...row }));
}

const tasks = async (road: Road) => tasksOfCase(database.db, feng, await road.id());

test('a number that takes nothing: the message has failed, the desk is told, and the e-mail goes instead', async () => {
  const road = await atStation();
  await database.client.execute("DELETE FROM outbox WHERE channel = 'email' AND case_id = ?", [await road.id()]);
  const supplier = carrier(() => ({ is: 'refused', code: 'empty.number' }));
  await run(road, supplier);
  expect(await ledger(road)).toEqual([
    { channel: 'sms', state: 'failed', code: 'empty.number' },
    { channel: 'email', state: 'queued', code: null },
  ]);
  await run(road, supplier);
  expect(supplier.got).toMatchObject([
    { channel: 'sms', to: BOTH.phone },
    { channel: 'email', to: BOTH.email, subject: expect.stringContaining(road.receipt) as string },
  ]);
  expect((await tasks(road)).map(({ kind, template, whose }) => [kind, template, whose])).toEqual([
    ['message-failed', 'received', 'desk'],
  ]);
});

test('where both channels have had it, or there is no other, only the desk is told', async () => {
  for (const [reached, channels] of [
    [BOTH, ['email', 'sms']],
    [{ phone: BOTH.phone }, ['sms']],
  ] as const) {
    const road = await atStation({}, reached);
    await run(
      road,
      carrier(() => ({ is: 'refused', code: 'empty.number' })),
    );
    await run(
      road,
      carrier(() => ({ is: 'refused', code: 'empty.number' })),
    );
    const sent = (await ledger(road)) as { channel: string }[];
    expect(sent.map(({ channel }) => channel).toSorted()).toEqual([...channels]);
    expect((await tasks(road)).map(({ kind }) => kind)).toEqual(['message-failed']);
  }
});

test('the other channel fails too: each loss is a task, and it does not go round in a circle', async () => {
  const road = await atStation();
  await database.client.execute("DELETE FROM outbox WHERE channel = 'sms' AND case_id = ?", [await road.id()]);
  const nothing = invented({ real: false, send: async () => ({ is: 'refused', code: 'gone' }) });
  for (let n = 0; n < 5; n += 1) await run(road, nothing);
  expect(nothing.got).toHaveLength(2);
  expect((await tasks(road)).map(({ kind }) => kind)).toEqual(['message-failed', 'message-failed']);
});

/** Today's count of messages for a number is as if so many had gone already. */
async function alreadyToday(phone: string, n: number): Promise<void> {
  const index = await blindIndex(testRing(), 'phone', phone);
  await database.client.execute({
    sql: 'INSERT INTO counters (name, n, expires_at) VALUES (?, ?, 0) ON CONFLICT (name) DO UPDATE SET n = excluded.n',
    args: [`message|wanrong|sms|${index}|2026-03-02`, n],
  });
}

test('above the limit of the day: final, with the reason on the status page; the desk is told and the e-mail goes', async () => {
  const phone = '15400000012';
  const reached = { ...BOTH, phone };
  const send = (n: number) =>
    alreadyToday(phone, n).then(() => startRoad(database, { station: 'gaocun' }, 'wanrong', reached, true));
  const [last, over] = [await send(49), await send(50)];
  await database.client.execute("DELETE FROM outbox WHERE channel = 'email' AND case_id = ?", [await over.id()]);
  const supplier = carrier(() => ({ is: 'sent' }));
  await run(over, supplier);
  await run(over, supplier);
  expect(await ledger(last)).toContainEqual({ channel: 'sms', state: 'sent', code: null });
  expect(await ledger(over)).toEqual([
    { channel: 'sms', state: 'failed', code: 'cap.address' },
    { channel: 'email', state: 'sent', code: null },
  ]);
  expect((await over.status()).messages).toContainEqual(
    expect.objectContaining({ channel: 'sms', state: 'failed', because: 'cap-address', todo: 'page' }),
  );
  expect(await tasks(last)).toEqual([]);
  expect((await tasks(over)).map(({ kind }) => kind)).toEqual(['message-failed']);
});

test('a country that is served no more gets no SMS, and the sender reads why; only who left nothing else is to be called', async () => {
  const elsewhere = sites.map(({ settings, ...site }) => ({
    ...site,
    settings: { ...settings, messages: { ...settings.messages, countries: ['852'] } },
  }));
  for (const [reached, kinds] of [
    [BOTH, []],
    [{ phone: BOTH.phone }, ['message-failed']],
  ] as const) {
    const road = await atStation({}, reached);
    const supplier = carrier(() => ({ is: 'sent' }));
    await run(road, supplier, elsewhere);
    expect(supplier.got).toHaveLength(Object.keys(reached).length - 1);
    expect((await road.status()).messages).toContainEqual(
      expect.objectContaining({ channel: 'sms', state: 'failed', because: 'country', todo: 'correct' }),
    );
    expect((await tasks(road)).map(({ kind }) => kind)).toEqual([...kinds]);
  }
});

test('a report opens no task that would give it away', async () => {
  const road = await startRoad(database, { category: 'report', topic: 'other' }, 'wanrong', { phone: BOTH.phone });
  await run(
    road,
    carrier(() => ({ is: 'refused', code: 'empty.number' })),
  );
  const { rows } = await database.client.execute('SELECT kind FROM tasks WHERE case_id = ?', [await road.id()]);
  expect(rows).toEqual([]);
});

test('the desk calls and notes what came of it; the sender reads that we called', async () => {
  const road = await atStation({}, { phone: BOTH.phone });
  await run(
    road,
    carrier(() => ({ is: 'refused', code: 'empty.number' })),
  );
  const [task] = await tasks(road);
  if (!task) throw new Error('no task');
  expect(await finishTask(road.tools, task, 'feng', { outcome: 'no-answer' })).toMatchObject({
    value: { done: false },
  });
  expect(await finishTask(road.tools, task, 'feng', { outcome: 'told' })).toMatchObject({ value: { done: true } });
  expect(await tasks(road)).toEqual([]);
  expect((await road.status()).timeline[0]).toMatchObject({ event: 'called-back' });
  expect(await road.faults()).toEqual([]);
});

test('a run whose lease is another’s by now opens no task and starts no second channel', async () => {
  const road = await atStation({}, { phone: BOTH.phone });
  const slow = invented({
    real: false,
    send: async () => {
      await database.client.execute("UPDATE outbox SET lease = 'of another run' WHERE case_id = ?", [await road.id()]);
      return { is: 'refused', code: 'too.late' };
    },
  });
  await run(road, slow);
  expect(await ledger(road)).toEqual([{ channel: 'sms', state: 'sending', code: null }]);
  expect(await tasks(road)).toEqual([]);
});
