import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { endAccount, type Account } from '../../src/staff/account.ts';
import { confirmContact, sendContactCode } from '../../src/staff-messages/confirm.ts';
import { contactsOf, contactsOfNew, parseAddress, removeContact } from '../../src/staff-messages/contact.ts';
import { ledgerOf } from '../../src/staff-messages/ledger.ts';
import { wishesOf } from '../../src/staff-messages/wishes.ts';
import { openAccount } from '../../src/staff/account.ts';
import { codeAt, colleague, deliver, mailTo, toolsFor } from '../harness/colleagues.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';
import { handClock } from '../notify/waiting.ts';

const MINUTE = 60_000;
const PHONE = '15400000031';
const MAIL = 'xu@water.example';
const GAOCUN = { site: 'wanrong', station: 'gaocun' };

let database: TestDatabase;
const clock = handClock();
const means = () => ({ db: database.db, ring: testRing(), clock });
const tools = () => toolsFor(means());
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(() => emptyDatabase(database.db));

const clerk = (): Promise<Account> => colleague(means(), 'station-clerk', GAOCUN);
const send = (account: Account, address?: string, channel: 'sms' | 'email' = 'email') =>
  sendContactCode(tools(), { account, channel, lang: 'zh', address });
const confirm = (account: Account, code: string, channel: 'sms' | 'email' = 'email') =>
  confirmContact(tools(), { account, channel, lang: 'zh', code });
const count = async (table: string): Promise<unknown> =>
  (await database.client.execute(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.['n'];

test('an address counts once the code that went there is typed, and once only', async () => {
  const account = await clerk();
  expect(await send(account, MAIL)).toEqual({ ok: true, value: null });
  expect(await contactsOf(tools(), account.id)).toEqual([
    { channel: 'email', to: 'x***@water.example', confirmed: false, awaitsCode: true },
  ]);
  const code = await codeAt(means(), MAIL);
  expect(await confirm(account, code === '000000' ? '000001' : '000000')).toEqual({ ok: false, error: 'code-wrong' });
  expect(await confirm(account, ` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual({ ok: true, value: null });
  expect(await contactsOf(tools(), account.id)).toMatchObject([{ confirmed: true, awaitsCode: false }]);
  expect(await confirm(account, code)).toEqual({ ok: false, error: 'code-over' });
});

test('a code is over after fifteen minutes, and after five wrong ones', async () => {
  const account = await clerk();
  await send(account, MAIL);
  const code = await codeAt(means(), MAIL);
  const wrong = code === '000000' ? '000001' : '000000';
  for (let n = 0; n < 5; n += 1) expect(await confirm(account, wrong)).toEqual({ ok: false, error: 'code-wrong' });
  expect(await confirm(account, code)).toEqual({ ok: false, error: 'code-over' });
  await send(account);
  clock.at += 15 * MINUTE;
  expect(await confirm(account, await codeAt(means(), MAIL))).toEqual({ ok: false, error: 'code-over' });
});

test('twenty guesses at once are no more than five', async () => {
  const account = await clerk();
  await send(account, MAIL);
  const code = await codeAt(means(), MAIL);
  const guesses = Array.from({ length: 20 }, (_, n) => String((Number(code) + n + 1) % 1_000_000).padStart(6, '0'));
  const answers = await Promise.all(guesses.map((guess) => confirm(account, guess)));
  expect(answers.filter((one) => !one.ok && one.error === 'code-wrong')).toHaveLength(5);
});

test('the code of one account or channel opens no other', async () => {
  const [one, other] = [await clerk(), await clerk()];
  await send(one, MAIL);
  await send(other, 'other@water.example');
  await send(one, PHONE, 'sms');
  const [mine, theirs] = [await codeAt(means(), MAIL), await codeAt(means(), 'other@water.example')];
  if (mine !== theirs) expect(await confirm(one, theirs)).toEqual({ ok: false, error: 'code-wrong' });
  if (mine !== (await codeAt(means(), PHONE)))
    expect(await confirm(one, mine, 'sms')).toEqual({ ok: false, error: 'code-wrong' });
});

test('ten codes a day and no more; a new address takes the place of a confirmed one, unconfirmed', async () => {
  const account = await clerk();
  await send(account, MAIL);
  await confirm(account, await codeAt(means(), MAIL));
  await send(account, 'new@water.example');
  expect(await contactsOf(tools(), account.id)).toMatchObject([{ to: 'n***@water.example', confirmed: false }]);
  for (let n = 2; n < 10; n += 1) expect((await send(account)).ok).toBe(true);
  expect(await send(account)).toEqual({ ok: false, error: 'too-many' });
});

test('what an administrator enters with a new account is sealed and waits for its holder', async () => {
  const about = { login: 'invited', name: '某某(示例)', role: 'station-clerk', department: null, ...GAOCUN } as const;
  const given = [
    { channel: 'sms', address: PHONE },
    { channel: 'email', address: MAIL },
  ] as const;
  const opened = await openAccount(tools(), 'system', about, contactsOfNew(tools(), given));
  if (!opened.ok) throw new Error(opened.error);
  await deliver(means());
  expect(await mailTo(means(), PHONE)).toEqual([]);
  expect(await contactsOf(tools(), opened.value.id)).toMatchObject([
    { channel: 'email', confirmed: false, awaitsCode: false },
    { channel: 'sms', to: '154****0031', confirmed: false, awaitsCode: false },
  ]);
  expect((await send(opened.value, undefined, 'sms')).ok).toBe(true);
  expect(await mailTo(means(), PHONE)).toMatchObject([{ template: 'staff-code', channel: 'sms' }]);
});

test('a confirmed address begins with the wishes of the list; taken away, they go with it', async () => {
  const account = await clerk();
  await send(account, PHONE, 'sms');
  await confirm(account, await codeAt(means(), PHONE), 'sms');
  expect(await wishesOf(tools(), account.id)).toEqual([{ occasion: 'overdue', channel: 'sms' }]);
  expect((await removeContact(tools(), `staff:${account.id}`, account.id, 'sms')).ok).toBe(true);
  expect([await contactsOf(tools(), account.id), await wishesOf(tools(), account.id)]).toEqual([[], []]);
  expect(await removeContact(tools(), `staff:${account.id}`, account.id, 'sms')).toEqual({
    ok: false,
    error: 'unknown',
  });
});

test('with the account its addresses go, and what waits to be sent is never sent', async () => {
  const account = await clerk();
  await send(account, MAIL);
  expect(await endAccount(tools(), 'system', account.id)).toMatchObject({ ok: true });
  for (const table of ['staff_contacts', 'staff_wishes', 'staff_notices', 'case_keys'])
    expect(await count(table)).toBe(0);
  expect(await mailTo(means(), MAIL)).toEqual([]);
  const { rows } = await database.client.execute('SELECT state, supplier_code, address_index FROM outbox');
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { state: 'failed', supplier_code: 'case.erased', address_index: null },
  ]);
});

test('no address stands in the database in the open, nor in the chain, and every chain is whole', async () => {
  const account = await clerk();
  await send(account, MAIL);
  await confirm(account, await codeAt(means(), MAIL));
  for (const table of ['staff_contacts', 'staff_notices', 'outbox', 'events', 'counters']) {
    const { rows } = await database.client.execute(`SELECT * FROM ${table}`);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('water.example');
  }
  const { rows } = await database.client.execute('SELECT code, data FROM events ORDER BY seq');
  expect(rows.map(({ code, data }) => [code, data]).slice(1)).toEqual([
    ['contact-entered', '{"channel":"email"}'],
    ['contact-confirmed', '{"channel":"email"}'],
  ]);
  expect((await verifyAll(tools())).brokenStreams).toEqual([]);
});

test('what became of each message stands in the account’s own ledger; one that bounced asks for another address', async () => {
  const account = await clerk();
  await send(account, 'refused@magic.example');
  clock.at += 1;
  await send(account, MAIL);
  await deliver(means());
  expect(await ledgerOf(tools(), account.id)).toMatchObject([
    { channel: 'email', to: 'x***@water.example', state: 'sent', todo: null },
    { channel: 'email', to: 'r***@magic.example', state: 'failed', todo: null },
  ]);
  await database.client.execute("UPDATE outbox SET state = 'failed', supplier_code = 'mailbox.full'");
  expect((await ledgerOf(tools(), account.id)).map(({ todo }) => todo)).toEqual(['correct', 'correct']);
});

test('only a mainland mobile and an e-mail address are taken', () => {
  expect(['0359-2200000', '+85291234567', '1540000', 'x'].map((raw) => parseAddress('sms', raw))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(parseAddress('sms', '+86 154 0000 0031')).toBe(PHONE);
  expect([parseAddress('email', 'a@b'), parseAddress('email', 'a@b.cn\r\nbcc: x@y.cn')]).toEqual([null, null]);
});
