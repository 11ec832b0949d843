import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ringUse } from '../../scripts/keys/ring-use.ts';
import { turned } from '../../scripts/keys/ring.ts';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { eraseCase } from '../../src/cases/erase-case.ts';
import { lookUp } from '../../src/cases/look-up.ts';
import { openStored, storedCases } from '../../src/cases/stored.ts';
import { submit } from '../../src/cases/submit.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { formByKind } from '../../src/forms/index.ts';
import { rotateAccountKeys } from '../../src/jobs/rotate-account-keys.ts';
import { rotateKeys } from '../../src/jobs/rotate-keys.ts';
import { blindIndex } from '../../src/lib/sealing/blind-index.ts';
import { openKeyRing, type KeyRing, type KeyRingSecret } from '../../src/lib/sealing/key-ring.ts';
import type { Supplier } from '../../src/notify/define.ts';
import { takeReceipts } from '../../src/notify/outbox/receive.ts';
import { siteById } from '../../src/sites/index.ts';
import { contactsOf } from '../../src/staff-messages/contact.ts';
import { toolsOf } from '../cases/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { colleague, reachable, toolsFor } from '../harness/colleagues.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';

const FIRST: KeyRingSecret = { current: 'one', ring: { one: Buffer.alloc(32, 1).toString('base64') } };
const SECOND = turned(FIRST, '2026-03-02');
const [before, after] = [openKeyRing(FIRST), openKeyRing(SECOND)];
const PHONE = '15400000001';
const TEN = Date.parse('2026-03-02T10:00:00+08:00');
const HOUR = 3_600_000;

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(() => emptyDatabase(database.db));

const tools = (ring: KeyRing, now: number): Tools => toolsOf(database.db, { ring, clock: { now: () => now } });

async function send(ring: KeyRing, now = TEN) {
  const [site, form] = [siteById('wanrong'), formByKind('petition')];
  if (!site || !form) throw new Error('no such county');
  const context = { site, today: '2026-03-02', drafts: [] };
  const sender = { is: 'partner', name: 'story', perDay: null, limited: false } as const;
  const sent = await submit(tools(ring, now), { form, context, raw: petitionBody(), lang: 'zh', sender });
  if (!sent.ok) throw new Error(sent.error.code);
  return { site, ...sent.value.answer };
}

const rotate = (now = TEN + 2 * HOUR, limit = 100) =>
  rotateKeys({ db: database.db, ring: after, clock: { now: () => now } }, limit);
const use = async () =>
  Object.fromEntries((await ringUse({ db: database.db, ring: after })).map((one) => [one.kid, one.cases]));

test('while residents write, keys turn: every case stays readable, verifiable and findable', async () => {
  const cases = [await send(before), await send(before)];
  const writing = Promise.all([send(before, TEN + 1), send(after, TEN + 2), send(before, TEN + 3)]);
  await Promise.all([writing, rotate(TEN + 2 * HOUR, 1)]);
  while ((await rotate()) > 0);
  expect(await use()).toEqual({ one: 0, [SECOND.current]: 5 });
  expect(await verifyAll({ db: database.db, ring: after })).toMatchObject({ cases: 5, broken: [] });
  const { rows } = await database.client.execute('SELECT DISTINCT phone_index FROM cases');
  expect(rows.map((row) => row['phone_index'])).toEqual([await blindIndex(after, 'phone', PHONE)]);
  for (const { site, receipt, code } of [...cases, ...(await writing)])
    expect(await lookUp(tools(after, TEN + HOUR), { site, receipt, code, address: '203.0.113.7' })).toMatchObject({
      ok: true,
    });
});

test('once nothing rests on it, the old key opens nothing that is kept', async () => {
  await send(before);
  await rotate();
  const { [SECOND.current]: fresh = '' } = SECOND.ring;
  const alone = openKeyRing({ current: SECOND.current, ring: { [SECOND.current]: fresh } });
  const [stored] = await storedCases(database.db, { after: '', limit: 1 });
  expect(stored && (await openStored(alone, stored))).toMatchObject({
    is: 'open',
    body: { contact: { phone: PHONE } },
  });
  expect(stored && (await openStored(before, stored))).toEqual({ is: 'locked' });
});

const indexesOf = async (table: string, column: string) =>
  (await database.client.execute(`SELECT DISTINCT ${column} AS found FROM ${table}`)).rows.map(
    ({ found }) => found as string,
  );

test('messages are found by the new key alone, and what an address has had today is not counted from nothing', async () => {
  await send(before);
  await send(before, TEN + 1);
  await send(after, TEN + 2);
  await rotate();
  const index = await blindIndex(after, 'phone', PHONE);
  expect(await indexesOf('outbox', 'address_index')).toEqual([index]);
  const { rows } = await database.client.execute(
    "SELECT name, n FROM counters WHERE name LIKE 'message|wanrong|sms|%'",
  );
  expect(rows.map((row) => ({ ...row }))).toEqual([{ name: `message|wanrong|sms|${index}|2026-03-02`, n: 3 }]);
  // An unsigned receipt is matched by the address: the old key may be gone by then.
  const { [SECOND.current]: fresh = '' } = SECOND.ring;
  const alone = openKeyRing({ current: SECOND.current, ring: { [SECOND.current]: fresh } });
  const [id = ''] = await indexesOf('outbox', 'id');
  await database.client.execute("UPDATE outbox SET supplier = 'one', supplier_id = id, state = 'sent'");
  const receiving = { db: database.db, ring: alone, clock: { now: () => TEN + 3 * HOUR } };
  const receipt = { supplierId: id, to: PHONE, is: 'delivered', code: null, at: TEN } as const;
  const supplier = { id: 'one', receipts: { signed: false } as NonNullable<Supplier['receipts']> };
  expect(await takeReceipts(receiving, supplier, [{ ...receipt, to: '15400000002' }])).toBe(false);
  expect(await takeReceipts(receiving, supplier, [receipt])).toBe(true);
  expect(await rotate()).toBe(0);
});

test('a case of the last hour waits, so that none written by an old Worker slips in behind', async () => {
  await send(before);
  expect(await rotate(TEN + HOUR - 60_000)).toBe(0);
  expect(await rotate(TEN + HOUR + 60_000)).toBe(1);
});

test('who was erased meanwhile stays erased', async () => {
  await send(before);
  const [stored] = await storedCases(database.db, { after: '', limit: 1 });
  const id = stored?.row.id ?? '';
  await Promise.all([rotate(), eraseCase(tools(after, TEN), id, 'system', 'asked')]);
  const left = await database.client.execute(
    'SELECT (SELECT count(*) FROM case_keys) AS n, phone_index, (SELECT address_index FROM outbox) AS address FROM cases',
  );
  expect(left.rows.map((row) => ({ ...row }))).toEqual([{ n: 0, phone_index: null, address: null }]);
});

test('the keys of accounts turn too, whenever they were made, and their addresses stay readable', async () => {
  const clock = { now: () => TEN };
  const old = { db: database.db, ring: before, clock };
  const account = await reachable(old, await colleague(old, 'auditor'), 'audit@county.example');
  expect(await use()).toEqual({ one: 1, [SECOND.current]: 0 });
  const turn = () => rotateAccountKeys({ db: database.db, ring: after, clock }, 100);
  expect([await turn(), await turn()]).toEqual([1, 0]);
  expect(await use()).toEqual({ one: 0, [SECOND.current]: 1 });
  expect(await contactsOf(toolsFor({ ...old, ring: after }), account.id)).toMatchObject([{ confirmed: true }]);
  const { rows } = await database.client.execute('SELECT DISTINCT address_index FROM outbox');
  expect(rows.map((row) => row['address_index'])).toEqual([await blindIndex(after, 'email', 'audit@county.example')]);
});
