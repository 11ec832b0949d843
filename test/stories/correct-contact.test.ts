import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { correctContact } from '../../src/cases/correct-contact.ts';
import { eraseCase } from '../../src/cases/erase-case.ts';
import { lookUp } from '../../src/cases/look-up.ts';
import { openStored, storedCases } from '../../src/cases/stored.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { blindIndex } from '../../src/lib/sealing/blind-index.ts';
import { siteById } from '../../src/sites/index.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor, type Answered } from '../harness/client.ts';
import { testRing } from '../harness/database.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { toolsOf } from '../cases/tools.ts';
import { verifyCase } from '../../src/cases/verify.ts';
import { openDatabase, type Database } from '../../src/db/database.ts';

const [OLD, NEW] = ['15400000001', '15400000002'];

let stack: Stack;
let db: Database;
beforeAll(async () => {
  stack = await startStack();
  db = openDatabase({ url: stack.databaseUrl, timeoutMs: 8000 });
}, 60_000);
afterAll(async () => {
  db.close();
  await stack.stop();
});

let pair = { receipt: '', code: '' };
let caseId = '';
/** A case whose receipt never arrived: the number takes nothing. */
beforeEach(async () => {
  const contact = { name: '李某芳(示例)', phone: OLD };
  const { body } = await clientOf(stack).post('petitions', petitionBody({}, { contact }));
  pair = { receipt: body['receipt'] as string, code: body['code'] as string };
  await mailFor(stack, pair.receipt);
  const { rows } = await stack.db.execute('SELECT id FROM cases WHERE receipt = ?', [pair.receipt]);
  caseId = rows[0]?.['id'] as string;
  await stack.db.execute(
    "UPDATE outbox SET state = 'failed', supplier_code = 'MK:0001', reported_at = settled_at WHERE case_id = ?",
    [caseId],
  );
});

const correct = (body: object): Promise<Answered> => clientOf(stack).post('status/contact', { ...pair, ...body });
const stored = async () => {
  const [found] = await storedCases(db, { receipt: pair.receipt });
  if (!found) throw new Error('no case');
  return found;
};
const faults = async () => (await verifyCase(testRing(), await stored())).faults;
const messages = async () =>
  (await clientOf(stack).post('status', pair)).body['messages'] as { state: string; to: string; todo?: string }[];

test('the sender reads that the message came back, puts the number right, and it goes again', async () => {
  expect(await messages()).toMatchObject([
    { channel: 'sms', state: 'failed', to: '154****0001', todo: 'correct', returned: true },
  ]);
  expect(await correct({ phone: ' 154 0000 0002 ' })).toMatchObject({
    status: 200,
    body: { corrected: ['phone'], sentAgain: 1 },
  });
  const mails = await mailFor(stack, pair.receipt, 2);
  expect(mails.map(({ to }) => to).toSorted()).toEqual([OLD, NEW]);
  expect(new Set(mails.map(({ text }) => text)).size).toBe(1);
  expect(await messages()).toMatchObject([
    { to: '154****0002' },
    { state: 'failed', to: '154****0001', todo: 'replaced' },
  ]);
});

test('the new number is sealed in place of the old and found by; the fingerprint still holds of the old', async () => {
  await correct({ phone: NEW, email: 'li@example.cn' });
  const found = await stored();
  const opened = await openStored(testRing(), found);
  expect(opened).toMatchObject({
    body: { contact: { phone: NEW, email: 'li@example.cn' } },
    signed: { contact: { phone: OLD } },
  });
  expect(found.row.phoneIndex).toBe(await blindIndex(testRing(), 'phone', NEW));
  const last = found.events.at(-1);
  expect(last).toMatchObject({ code: 'contact-corrected', actor: 'citizen' });
  expect(JSON.stringify([found.events, found.sealed])).not.toMatch(/15400000|example\.cn/);
  expect(await faults()).toEqual([]);
  await correct({ phone: '15400000003' });
  expect(await faults()).toEqual([]);
  expect(await openStored(testRing(), await stored())).toMatchObject({ signed: { contact: { phone: OLD } } });
});

test('whoever changes the contact behind its event is found out', async () => {
  await correct({ phone: NEW });
  const before = (await stored()).sealed;
  await correct({ phone: '15400000003' });
  await stack.db.execute('UPDATE case_secrets SET sealed = ? WHERE case_id = ?', [before, caseId]);
  expect(await faults()).toEqual([{ is: 'contact' }]);
});

test('nothing new, or nothing readable, changes nothing and says so', async () => {
  for (const [body, path] of [
    [{}, 'phone'],
    [{ phone: OLD }, 'phone'],
    [{ phone: '12' }, 'phone'],
    [{ email: 'x' }, 'email'],
  ] as const) {
    expect(await correct(body)).toMatchObject({ status: 422, body: { code: 'answers.invalid', errors: [{ path }] } });
  }
  expect((await stored()).events).toHaveLength(1);
});

test('a wrong code corrects nothing, counts as a wrong try, and is shut out like one', async () => {
  const wrong = { ...pair, code: pair.code === '000000' ? '000001' : '000000', phone: NEW };
  const answers = [];
  for (let n = 0; n < 6; n += 1) answers.push((await clientOf(stack).post('status/contact', wrong)).status);
  expect(answers).toEqual([404, 404, 404, 404, 404, 429]);
  expect((await stored()).events).toHaveLength(1);
  await stack.db.execute('DELETE FROM wrong_tries');
});

test('three times a day, no oftener; of two at once one wins', async () => {
  const site = siteById('wanrong');
  if (!site) throw new Error('no county');
  const tools = toolsOf(db, { ring: testRing(), clock: systemClock });
  const found = await lookUp(tools, { site, ...pair, address: '203.0.113.9' });
  if (!found.ok) throw new Error('not found');
  const both = await Promise.all(
    [NEW, '15400000003'].map((phone) => correctContact(tools, found.value, site, { phone })),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  for (const phone of ['15400000004', '15400000005']) expect((await correct({ phone })).status).toBe(200);
  expect(await correct({ phone: '15400000006' })).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
  expect(await faults()).toEqual([]);
});

test('an erased case has nothing to put right', async () => {
  await eraseCase(toolsOf(db, { ring: testRing() }), caseId, 'citizen', 'asked');
  expect(await correct({ phone: NEW })).toMatchObject({ status: 409, body: { code: 'case.changed' } });
});

test('a message with a code that does not hold any more does not go again', async () => {
  await stack.db.execute("UPDATE cases SET code_hash = 'x' WHERE id = ?", [caseId]);
  const tools = toolsOf(db, { ring: testRing() });
  const site = siteById('wanrong');
  const row = (await stored()).row;
  if (!site) throw new Error('no county');
  expect(await correctContact(tools, { row }, site, { phone: NEW })).toEqual({
    ok: true,
    value: { corrected: ['phone'], sentAgain: 0 },
  });
});

const post = (more: Record<string, string>) =>
  stack.fetch('/wanrong/status/contact', { method: 'POST', body: new URLSearchParams({ ...pair, ...more }) });

test('the page asks, keeps what was typed, and says that it goes again', async () => {
  const form = await post({});
  expect([form.status, (await form.text()).includes('更正电话或邮箱')]).toEqual([200, true]);
  const wrong = await post({ sure: '1', phone: '12' });
  expect([wrong.status, (await wrong.text()).includes('value="12"')]).toEqual([422, true]);
  const done = await post({ sure: '1', phone: NEW, email: '' });
  expect([done.status, (await done.text()).includes('没有送到的通知正在发往')]).toEqual([200, true]);
});
