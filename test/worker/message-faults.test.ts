import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { messageFaults, type FaultEnds, type MessageFault } from '../../scripts/readme/faults.ts';
import { aliyunCalls, relayCalls, runBy } from '../harness/message-visitors.ts';
import { startMessageRoad, type MessageRoad } from '../harness/message-road.ts';
import type { Fault, Simulator } from '../simulators/simulator.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let road: MessageRoad;
beforeAll(async () => void (road = await startMessageRoad()), 60_000);
afterAll(() => road.stop());
beforeEach(() => road.clear());

const held = new Set<string>();
/** A fault of the table: what `run` leaves of the messages it gives the ids of must be what the table says. */
function fault(name: MessageFault, run: () => Promise<readonly string[]>): void {
  held.add(name);
  test(name, { timeout: 120_000 }, async () => {
    const ids = await run();
    expect(await road.ends(ids)).toEqual<FaultEnds>(messageFaults[name]);
  });
}

/** Half of them to suppliers that know no repeat, half to one that does. */
const put = async (count: number): Promise<string[]> => [
  ...(await road.put('wanrong', count / 2)),
  ...(await road.put('wenxi', count / 2)),
];

/** Time in which every lease runs out, everything unclear is asked about twice and everything else tried again. */
async function aDay(): Promise<void> {
  for (const ms of [MINUTE + SECOND, 3 * MINUTE, 11 * MINUTE, HOUR, 3 * HOUR, 7 * HOUR, 12 * HOUR]) {
    await road.pass(ms);
    await road.tick();
    if ((await states()).every((state) => FINAL.includes(state))) return;
  }
}
const FINAL = ['sent', 'delivered', 'failed'];

const states = async (): Promise<string[]> =>
  (await road.client.execute('SELECT state FROM outbox ORDER BY id')).rows.map(({ state }) => state as string);

fault('F1 sqld killed as a run leases', async () => {
  const ids = await put(12);
  road.at('lease', () => void road.killDatabase());
  await road.tickAnyhow();
  await road.startDatabase();
  await aDay();
  return ids;
});

fault('F1 sqld killed as outcomes are written', async () => {
  const ids = await put(12);
  road.at('settle', () => void road.killDatabase());
  await road.tickAnyhow();
  await road.startDatabase();
  expect((await states()).filter((state) => state === 'sending').length).toBeGreaterThan(0);
  await aDay();
  return ids;
});

fault('F3 the database writes, and its answer is lost', async () => {
  const ids: string[] = [];
  for (const step of ['lease', 'announce', 'settle'] as const) {
    ids.push(...(await put(4)));
    road.at(step, () => void (road.proxy.mischief = 'cut'));
    await road.tickAnyhow();
    expect(road.proxy.mischief).toBe('cut');
    road.proxy.mischief = 'none';
    await road.pass(MINUTE + SECOND);
  }
  await aDay();
  return ids;
});

fault('F4 disk full as outcomes are written', async () => {
  const ids = await put(60);
  await road.full(true);
  expect(await road.tick().catch(() => 'cut short')).toBe('cut short');
  await road.full(false);
  await aDay();
  return ids;
});

const killedAt = (step: 'lease' | 'announce') => async () => {
  const ids = await put(12);
  let killed = Promise.resolve();
  road.at(step, () => void (killed = road.killWorker()));
  await road.tickAnyhow();
  await killed;
  await road.startWorker();
  expect((await states()).filter((state) => state === 'sent')).toEqual([]);
  await aDay();
  return ids;
};

fault('F6 workerd killed between lease and announcement', killedAt('lease'));
fault('F6 workerd killed between announcement and request', killedAt('announce'));

const killedAfter = (supplier: () => Simulator, site: 'wanrong' | 'wenxi') => async () => {
  const ids = await road.put(site, 12);
  const before = supplier().taken.length;
  supplier().fail({ is: 'take-and-hang' });
  const cut = road.tickAnyhow();
  await road.until(() => supplier().taken.length >= before + 5);
  await road.killWorker();
  await cut;
  supplier().well();
  await road.startWorker();
  await aDay();
  return ids;
};

fault(
  'F6 workerd killed after acceptance, supplier knows no repeat',
  killedAfter(() => road.aliyun, 'wanrong'),
);
fault(
  'F6 workerd killed after acceptance, supplier knows a repeat',
  killedAfter(() => road.relay, 'wenxi'),
);

fault('F7 no wake-up at all, two cron ticks', async () => {
  const ids = await put(240);
  await road.tick();
  await road.tick();
  return ids;
});

fault('F8 every wake-up one to five times, at once', async () => {
  const ids: string[] = [];
  const wakes: Promise<void>[] = [];
  for (let round = 0; round < 9; round += 1) {
    ids.push(...(await put(10)));
    for (let times = 1 + Math.floor(Math.random() * 5); times > 0; times -= 1)
      // So many at once may fill the database's queue: a tick that fails is a fault more.
      wakes.push(road.tickAnyhow());
  }
  await Promise.all(wakes);
  await aDay();
  return ids;
});

const failing = (what: Fault, count: number) => async () => {
  const ids = await put(count);
  for (const supplier of [road.aliyun, road.relay]) supplier.fail(what);
  await road.tick();
  for (const supplier of [road.aliyun, road.relay]) supplier.well();
  await aDay();
  return ids;
};

fault('F10 time-out after acceptance', failing({ is: 'take-and-hang' }, 4));
fault('F10 connection lost after acceptance', failing({ is: 'take-and-hang-up' }, 4));

fault('F10 answers that say nothing: 500, 502, HTML, without end', async () => {
  const ids = await put(12);
  for (const supplier of [road.aliyun, road.relay]) {
    supplier.fail({ is: 'status', status: 500 }, 1);
    supplier.fail({ is: 'status', status: 502, body: '{"ok":true}' }, 1);
    supplier.fail({ is: 'take-and-babble' }, 1);
    supplier.fail({ is: 'take-and-flood' }, 1);
  }
  await road.tick();
  await aDay();
  return ids;
});

fault('F10 429 and 503 with Retry-After', async () => {
  const ids = await put(12);
  for (const supplier of [road.aliyun, road.relay]) {
    supplier.fail({ is: 'status', status: 429, retryAfter: 30 }, 2);
    supplier.fail({ is: 'status', status: 503, retryAfter: 30 }, 2);
  }
  await road.tick();
  await aDay();
  return ids;
});

fault('F10 down until every try is used up', async () => {
  const ids = await road.put('wenxi', 4);
  road.relay.fail({ is: 'status', status: 503 });
  for (let tries = 0; tries < 10; tries += 1) {
    await road.tick();
    await road.pass(13 * HOUR);
  }
  return ids;
});

fault('F10 down for a day, then well', async () => {
  const ids = await put(4);
  for (const supplier of [road.aliyun, road.tencent, road.relay]) supplier.fail({ is: 'status', status: 503 });
  await road.tick();
  await aDay();
  for (const supplier of [road.aliyun, road.tencent, road.relay]) supplier.well();
  for (let tries = 0; tries < 4; tries += 1) {
    await road.pass(13 * HOUR);
    await road.tick();
  }
  return ids;
});

fault('F10 one supplier down: the second takes over', async () => {
  const ids = await road.put('wanrong', 40);
  const before = road.tencent.taken.length;
  road.aliyun.fail({ is: 'hang-up' });
  await road.tick();
  expect(road.tencent.taken.length).toBeGreaterThan(before + 20);
  road.aliyun.well();
  await aDay();
  return ids;
});

fault('F10 callbacks doubled, out of order, too early, forged', async () => {
  const [byAliyun, byRelay] = [await road.put('wanrong', 6), await road.put('wenxi', 6)];
  road.relay.fail({ is: 'take-slowly', ms: 700 });
  const tick = road.tick();
  await road.until(() => road.relay.taken.some(({ id }) => byRelay.includes(id)));
  const early = road.relay.taken.map(({ id }) => id).filter((id) => byRelay.includes(id));
  expect(await Promise.all(early.map((id) => relayCalls(road, id, 'delivered')))).toEqual(early.map(() => 200));
  await tick;
  const forged = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
  for (const id of byRelay) expect(await relayCalls(road, id, 'undelivered', forged)).toBe(404);
  for (const id of byAliyun) {
    expect(await aliyunCalls(road, id, false, { number: '15499999999' })).toBe(404);
    expect(await aliyunCalls(road, id, false, { path: '/callbacks/aliyun-sms/guessed' })).toBe(404);
  }
  expect((await states()).filter((state) => state === 'failed')).toEqual([]);
  for (const [index, id] of [...byAliyun, ...byRelay].entries()) {
    const call = byRelay.includes(id)
      ? (good: boolean) => relayCalls(road, id, good ? 'delivered' : 'undelivered')
      : (good: boolean) => aliyunCalls(road, id, good);
    // Lost and then delivered, delivered and then lost, or all at once: delivered is the end.
    const order =
      [
        [false, true, true],
        [true, false, true],
        [true, true, false],
      ][index % 3] ?? [];
    const answers = index < 6 ? await Promise.all(order.map(call)) : [];
    for (const good of index < 6 ? [] : order) answers.push(await call(good));
    expect(answers).toEqual([200, 200, 200]);
  }
  expect(new Set(await states())).toEqual(new Set(['delivered']));
  return [...byAliyun, ...byRelay];
});

/** Aliyun takes a request of ten minutes ago or ahead; Tencent and the relay refuse its signature, and have taken nothing. */
const clockOff = (off: number) => async () => {
  const ids = await road.put('wanrong', 3);
  await road.pass(15 * MINUTE);
  await runBy(road, off, 'aliyun-sms');
  expect(await states()).toEqual(['sent', 'sent', 'sent']);
  ids.push(...(await put(6)));
  await road.pass(15 * MINUTE);
  const forged = road.tencent.forged() + road.relay.forged();
  await runBy(road, off, 'tencent-sms', 'relay');
  expect(road.tencent.forged() + road.relay.forged()).toBe(forged + 6);
  await road.pass(HOUR);
  await road.tick();
  return ids;
};

fault('F12 our clock ten minutes fast, then right', clockOff(10 * MINUTE));
fault('F12 our clock ten minutes slow, then right', clockOff(-10 * MINUTE));

fault('F12 two runs whose clocks are ten minutes apart', async () => {
  const ids = await put(8);
  for (const supplier of [road.aliyun, road.relay]) supplier.fail({ is: 'take-slowly', ms: 300 });
  const before = road.aliyun.taken.length + road.relay.taken.length;
  const right = runBy(road, 0, 'aliyun-sms', 'relay');
  await road.until(() => road.aliyun.taken.length + road.relay.taken.length > before);
  await Promise.all([right, runBy(road, 10 * MINUTE, 'aliyun-sms', 'relay')]);
  await aDay();
  return ids;
});

test('every fault of the table has its test, and none lets a message be doubled or misreported', () => {
  expect(Object.keys(messageFaults).filter((name) => !held.has(name))).toEqual([]);
  for (const { messages, doubled, wrong, sent, failed, unclear, queued } of Object.values<FaultEnds>(messageFaults)) {
    expect([doubled, wrong, sent + failed + unclear + queued]).toEqual([0, 0, messages]);
  }
});
