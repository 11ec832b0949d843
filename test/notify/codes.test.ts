import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { looseStreams } from '../../src/cases/streams.ts';
import { openPauses, pausesOf } from '../../src/notify/codes/open.ts';
import { liftPause, pausePumped } from '../../src/notify/codes/pause.ts';
import { codeRates, isPumped } from '../../src/notify/codes/rate.ts';
import { codeSent, codeUsed, oldCodes } from '../../src/notify/codes/record.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import { reasonDigest, switchMessages } from '../../src/notify/stops/switch.ts';
import { templates, typedBack, type TemplateId } from '../../src/notify/templates.ts';
import { usualCodes } from '../../src/sites/code-terms.ts';
import { sites } from '../../src/sites/index.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { handClock, invented, queue, ring, waiting } from './waiting.ts';

let database: TestDatabase;
const clock = handClock();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const REASON = '号码已经拦下(示例)';
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(() => emptyDatabase(database.db));

const pumped = (sent: number, used: number) => isPumped({ sent, used }, usualCodes);

describe('the rule', () => {
  test('stops at fewer than a fifth of fifty, not at a fifth', () => {
    expect([pumped(50, 9), pumped(50, 10), pumped(50, 0), pumped(50, 50)]).toEqual([true, false, true, false]);
  });

  test('says nothing of fewer than fifty, however few were used', () => {
    expect([pumped(49, 0), pumped(0, 0)]).toEqual([false, false]);
  });

  test('goes by what the county has settled', () => {
    expect(isPumped({ sent: 5, used: 2 }, { ...usualCodes, lookedAt: 5, leastUsed: 50 })).toBe(true);
    expect(isPumped({ sent: 5, used: 3 }, { ...usualCodes, lookedAt: 5, leastUsed: 50 })).toBe(false);
  });

  test('counts codes somebody outside asked for and types back: no receipt, nothing that staff have sent', () => {
    expect(typedBack).toEqual(['new-code', 'new-code-quiet', 'identity-code']);
    const others = Object.values(templates).filter(({ id }) => !typedBack.includes(id));
    expect(others.filter(({ params }) => (params as readonly string[]).includes('code')).map(({ id }) => id)).toEqual([
      'received',
      'confirm-filing',
      'staff-code',
    ]);
  });
});

const supplier = invented();
const run = (from = supplier) =>
  dispatch({ ...database, ring, clock, suppliers: [from], routing: { ...localRouting, local: false }, sites }, 200);

interface Wish {
  template?: TemplateId;
  site?: string;
  channel?: 'sms' | 'email';
  /** Of as many. */
  used?: number;
}

/** Codes as the verbs of a case have them sent, each a second after the one before; they wait in the outbox. */
async function asked(count: number, { template = 'new-code', used = 0, ...wish }: Wish = {}): Promise<string[]> {
  const made: string[] = [];
  for (let n = 0; n < count; n += 1) {
    clock.at += 1000;
    const { caseId, statements } = await waiting({ ...wish, template, now: clock.now() });
    await database.db.write([...statements, codeSent({ caseId, template, revision: 1 }, clock.now())]);
    if (n < used) await database.db.write([codeUsed(caseId, [template], clock.now())]);
    made.push(caseId);
  }
  return made;
}
async function sent(count: number, wish: Wish = {}): Promise<string[]> {
  const made = await asked(count, wish);
  while ((await run()) > 0);
  return made;
}
const rate = async (site = 'wanrong') =>
  (await codeRates(database.db, sites, clock.now())).find((one) => one.site === site);
const pause = () => pausePumped({ db: database.db, clock }, sites);
const lift = (site = 'wanrong') => liftPause({ db: database.db, clock }, { site, reason: REASON, by: 'staff:admin' });
const rows = async (query: string) => (await database.client.execute(query)).rows.map((row) => ({ ...row }));

test('of the last fifty, each old enough to have been used; what waits, failed or went by e-mail does not count', async () => {
  await sent(10, { used: 10 });
  await sent(50, { used: 3 });
  expect(await rate()).toEqual({ site: 'wanrong', sent: 0, used: 0 });
  clock.at += 10 * MINUTE;
  expect(await rate()).toEqual({ site: 'wanrong', sent: 50, used: 3 });
  await sent(5);
  await sent(3, { channel: 'email' });
  await sent(3, { site: 'wenxi' });
  await asked(3);
  await run(invented({ send: () => Promise.resolve({ is: 'refused', code: 'no' }) }));
  await asked(3);
  expect(await rate()).toEqual({ site: 'wanrong', sent: 50, used: 3 });
  clock.at += 10 * MINUTE;
  expect(await rate()).toEqual({ site: 'wanrong', sent: 50, used: 0 });
  expect(await rate('wenxi')).toEqual({ site: 'wenxi', sent: 3, used: 0 });
  expect(await rows("SELECT DISTINCT state FROM outbox WHERE site = 'wanrong' ORDER BY state")).toEqual([
    { state: 'failed' },
    { state: 'queued' },
    { state: 'sent' },
  ]);
});

const uses = () => rows('SELECT used_at AS at FROM sent_codes');

test('the code that was typed is the last one of its case, of its own kind, and is used once', async () => {
  const [caseId = ''] = await sent(1, { template: 'identity-code' });
  const use = (of: readonly TemplateId[], id = caseId) => database.db.write([codeUsed(id, of, clock.now())]);
  await use(['new-code', 'new-code-quiet']);
  await use(['identity-code'], 'another');
  await database.db.write([codeUsed(sql`(SELECT id FROM cases WHERE id = ${caseId})`, ['identity-code'], 1)]);
  expect(await uses()).toEqual([{ at: null }]);
  await use(['identity-code']);
  const first = clock.now();
  clock.at += MINUTE;
  await use(['identity-code']);
  expect(await uses()).toEqual([{ at: first }]);
});

test('too few used: the site’s codes pause once, by two runs at once too, with the figures; other sites go on', async () => {
  await sent(50, { used: 9 });
  await sent(50, { site: 'wenxi', used: 10 });
  expect(await pause()).toEqual([]);
  clock.at += 10 * MINUTE;
  const runs = await Promise.all([pause(), pause()]);
  expect(runs.flat()).toEqual(['wanrong']);
  expect(await pause()).toEqual([]);
  expect(await openPauses(database.db)).toEqual([
    { site: 'wanrong', pausedAt: clock.now(), sent: 50, used: 9, least: 20 },
  ]);
  expect(await rows('SELECT stream, actor, code, data FROM events')).toEqual([
    { stream: 'site:wanrong', actor: 'system', code: 'codes-paused', data: '{"least":20,"sent":50,"used":9}' },
  ]);
});

test('while they are paused codes by SMS wait, receipts and e-mail leave, and once lifted each code goes once', async () => {
  await sent(50);
  clock.at += 10 * MINUTE;
  await pause();
  supplier.got.length = 0;
  await asked(2);
  await asked(1, { channel: 'email' });
  await asked(1, { site: 'wenxi' });
  await queue(database.db, { now: clock.now() });
  expect(await run()).toBe(3);
  expect(await run()).toBe(0);
  expect(supplier.got.map(({ site, channel, template }) => `${site} ${channel} ${template}`).toSorted()).toEqual([
    'wanrong email new-code',
    'wanrong sms received',
    'wenxi sms new-code',
  ]);
  expect(await lift()).toEqual({ ok: true, value: null });
  expect(await run()).toBe(2);
  expect(await run()).toBe(0);
});

test('lifted by a person it counts anew, and the words of the reason stand outside the chain, their digest in it', async () => {
  await sent(50);
  clock.at += 10 * MINUTE;
  await pause();
  const lifts = await Promise.all([lift(), lift()]);
  expect(lifts.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await lift('wenxi')).toEqual({ ok: false, error: 'nothing' });
  clock.at += MINUTE;
  expect(await pause()).toEqual([]);
  expect(await rate()).toEqual({ site: 'wanrong', sent: 0, used: 0 });
  await sent(49);
  clock.at += 10 * MINUTE;
  expect(await pause()).toEqual([]);
  await sent(1);
  clock.at += 10 * MINUTE;
  expect(await pause()).toEqual(['wanrong']);
  expect(await pausesOf(database.db, 'wanrong', 10)).toMatchObject([
    { liftedAt: null },
    { liftedBy: 'staff:admin', liftReason: REASON },
  ]);
  const [kept] = await rows('SELECT lift_salt AS salt FROM code_pauses WHERE lifted_at IS NOT NULL');
  const [, lifted] = await rows("SELECT data FROM events WHERE stream = 'site:wanrong' ORDER BY seq");
  expect(lifted).toEqual({ data: JSON.stringify({ reason: await reasonDigest(kept?.['salt'] as string, REASON) }) });
  expect(await looseStreams(database.db)).toEqual([{ stream: 'site:wanrong', fault: null }]);
});

test('codes a kill switch held back until they were of no use say nothing', async () => {
  const turn = (to: 'stop' | 'resume') =>
    switchMessages(
      { db: database.db, clock },
      { to, sites: ['wanrong'], channels: ['sms'], reason: REASON, by: 'staff:admin' },
    );
  await turn('stop');
  await asked(50);
  clock.at += 60 * MINUTE;
  await turn('resume');
  while ((await run()) > 0);
  clock.at += 10 * MINUTE;
  expect(await pause()).toEqual([]);
  await sent(50);
  clock.at += 10 * MINUTE;
  expect(await pause()).toEqual(['wanrong']);
});

test('after a month a code says nothing any more, and its record goes', async () => {
  await sent(50);
  clock.at += 29 * DAY;
  await database.db.write([oldCodes(sites, clock.now())]);
  expect(await rate()).toMatchObject({ sent: 50 });
  clock.at += 2 * DAY;
  expect(await rate()).toMatchObject({ sent: 0 });
  await database.db.write([oldCodes(sites, clock.now())]);
  expect(await rows('SELECT count(*) AS n FROM sent_codes')).toEqual([{ n: 0 }]);
});
