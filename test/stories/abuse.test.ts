import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { shanghaiDate } from '../../src/lib/clock.ts';
import { blindIndex } from '../../src/lib/sealing/blind-index.ts';
import { solved } from '../cases/solve.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor, type Json } from '../harness/client.ts';
import { testRing } from '../harness/database.ts';
import { openPage, press, readPage, receiptOf, type OpenPage } from '../harness/page.ts';
import { startStack, type Stack } from '../harness/stack.ts';

const PAGE = '/wanrong/petition';
const OFFICE = '0359-0000101';
const day = shanghaiDate(Date.now());

let stack: Stack;
/** Opened long enough ago for the time trap; each use of it takes a key of its own. */
let read: OpenPage;
beforeAll(async () => {
  stack = await startStack();
  read = await readPage(stack, PAGE);
});
afterAll(() => stack.stop());
beforeEach(async () => void (await stack.db.execute('DELETE FROM counters')));

const readAgain = (): OpenPage => ({ ...read, hidden: { ...read.hidden, key: crypto.randomUUID() } });
const typed = {
  'answers.category': 'suggestion',
  'answers.topic': 'roads',
  'answers.title': '村东头路灯 "不亮" <b>',
  'answers.body': '村东头三盏路灯灭了快一个月,晚上老人出门看不见。',
  'answers.place': '村东头 & 示例路',
  'contact.name': '李某芳(示例)',
  'contact.phone': '15400000901',
  'consent.privacy': 'true',
};
const proof = async (site = 'wanrong') =>
  solved(await (await stack.fetch(`/api/v1/${site}/challenge`)).json<Parameters<typeof solved>[0]>());

async function preset(name: string, n: number, cap: number | null = null): Promise<void> {
  const args = [name, n, cap, Date.now() + 86_400_000];
  await stack.db.execute({ sql: 'INSERT INTO counters (name, n, cap, expires_at) VALUES (?, ?, ?, ?)', args });
}
async function unproven(): Promise<number> {
  const { rows } = await stack.db.execute("SELECT n FROM counters WHERE name LIKE 'unproven|wanrong|____-__-__'");
  return Number(rows[0]?.['n'] ?? 0);
}
async function caseOf(receipt: string): Promise<Json> {
  const { rows } = await stack.db.execute({ sql: 'SELECT id, spam FROM cases WHERE receipt = ?', args: [receipt] });
  return { ...rows[0] };
}

/** Everything typed stands on the page again, escaped, and ticked boxes are ticked. */
function expectFilled(html: string): void {
  expect(html).toContain('村东头路灯 &quot;不亮&quot; &lt;b&gt;');
  expect(html).toContain('村东头三盏路灯灭了快一个月');
  expect(html).toContain('村东头 &amp; 示例路');
  expect(html).toContain('value="15400000901"');
  expect(html).toMatch(/<option value="roads" selected=""/);
  for (const name of ['answers.category', 'consent.privacy']) {
    expect(html).toMatch(new RegExp(`<input[^>]*name="${name}"[^>]*checked=""`));
  }
}

test('a page sent within two seconds is shown again, filled; pressed once more it goes through', async () => {
  const page = await openPage(stack, PAGE);
  const quick = await press(stack, page, typed);
  expect(quick.status).toBe(422);
  expect(quick.html).toContain('请看一遍所填内容, 再点一次提交。已填的内容都还在。');
  expectFilled(quick.html);
  expect(quick.hidden).toEqual(page.hidden);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const sent = await press(stack, { path: PAGE, hidden: quick.hidden }, typed);
  expect(sent.status).toBe(303);
  const { receipt, code } = await receiptOf(stack, sent);
  expect((await clientOf(stack).post('status', { receipt, code })).status).toBe(200);
});

test('a page whose time was lost on the way gets a new one, and goes through at the second try', async () => {
  const first = await press(stack, { path: PAGE, hidden: { key: 'lost', opened: 'nonsense' } }, typed);
  expect(first.status).toBe(422);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect((await press(stack, { path: PAGE, hidden: first.hidden }, typed)).status).toBe(303);
});

test('who goes back to a page already sent and writes something else is told, and may send it as another', async () => {
  const page = readAgain();
  expect((await press(stack, page, typed)).status).toBe(303);
  const other = { ...typed, 'answers.body': '另一件事情:村西头的桥栏杆坏了,请修一修。' };
  const again = await press(stack, page, other);
  expect(again.status).toBe(422);
  expect(again.html).toContain('村西头的桥栏杆坏了');
  expect((await press(stack, { path: PAGE, hidden: again.hidden }, other)).status).toBe(303);
});

test('who fills the field no person sees gets a receipt as everybody does, and no message is ever sent', async () => {
  const sent = await press(stack, readAgain(), { ...typed, website: 'https://spam.example' });
  expect(sent.status).toBe(303);
  const { receipt, code } = await receiptOf(stack, sent);
  const found = await clientOf(stack).post('status', { receipt, code });
  expect(found).toMatchObject({ status: 200, body: { state: 'received', messages: [] } });
  await clientOf(stack).post('status/new-code', { receipt });
  await stack.scheduled();
  const { id, spam } = await caseOf(receipt);
  expect(spam).toBe(1);
  const { rows } = await stack.db.execute({ sql: 'SELECT 1 FROM outbox WHERE case_id = ?', args: [String(id)] });
  expect(rows).toEqual([]);
  expect((await clientOf(stack).post('status', { receipt, code })).status).toBe(200);
});

test('without script three an hour from one address, then the phone number and everything still filled', async () => {
  for (let round = 0; round < 3; round += 1) {
    expect((await press(stack, readAgain(), typed)).status).toBe(303);
  }
  const fourth = await press(stack, readAgain(), typed);
  expect(fourth.status).toBe(429);
  expect(Number(fourth.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(fourth.html).toContain(`着急的话请打电话: ${OFFICE}`);
  expectFilled(fourth.html);
  const { rows } = await stack.db.execute('SELECT name FROM counters');
  expect(JSON.stringify(rows)).not.toContain('127.0.0.1');
});

test('without script two hundred a day in one county', async () => {
  await preset(`unproven|wanrong|${day}`, 199, 200);
  expect((await press(stack, readAgain(), typed)).status).toBe(303);
  const last = await press(stack, readAgain(), typed);
  expect(last.status).toBe(429);
  expectFilled(last.html);
});

test('with the work done a page may be quick and is not counted, whatever the limits say', async () => {
  await preset(`unproven|wanrong|${day}`, 200, 200);
  for (let round = 0; round < 5; round += 1) {
    const page = await openPage(stack, PAGE);
    expect((await press(stack, page, { ...typed, challenge: await proof() })).status).toBe(303);
  }
  expect(await unproven()).toBe(200);
});

test('work used before counts as none: too quick is too quick, and a page that was read is counted', async () => {
  const challenge = await proof();
  expect((await press(stack, await openPage(stack, PAGE), { ...typed, challenge })).status).toBe(303);
  expect((await press(stack, await openPage(stack, PAGE), { ...typed, challenge })).status).toBe(422);
  expect((await press(stack, readAgain(), { ...typed, challenge })).status).toBe(303);
  expect((await press(stack, readAgain(), { ...typed, challenge: 'nonsense' })).status).toBe(303);
  expect(await unproven()).toBe(2);
});

/** A program that brings work: no page, no key, all limits of messages. */
async function program(headers: Record<string, string> = {}, site = 'wanrong') {
  const body = { ...petitionBody({}, { contact: { name: '李某芳(示例)', phone: '15400000092' } }) };
  const response = await stack.fetch(`/api/v1/${site}/petitions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...body, challenge: await proof(site) }),
  });
  return { status: response.status, headers: response.headers, body: await response.json<Json>() };
}

/** What a look-up says once no message waits any more: the outbox runs after the answer. */
async function onceEnded({ receipt, code }: Json): Promise<Json> {
  for (let round = 0; round < 50; round += 1) {
    const { body } = await clientOf(stack).post('status', { receipt, code });
    if (!JSON.stringify(body['messages']).includes('queued')) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('a message still waits after 5 s');
}

test('a message above the limit of its address or county has failed, in the open; the case stands', async () => {
  const index = await blindIndex(testRing(), 'phone', '15400000092');
  for (const [name, n, because] of [
    [`message|wanrong|sms|${index}|${day}`, 50, 'cap-address'],
    [`message|wanrong|${day}`, 2000, 'cap-site'],
  ] as const) {
    await stack.db.execute('DELETE FROM counters');
    await preset(name, n - 1);
    const within = await program();
    await mailFor(stack, String(within.body['receipt']));
    const { status, body } = await program();
    expect(status).toBe(201);
    const found = await onceEnded(body);
    expect(found).toMatchObject({ state: 'received', messages: [{ channel: 'sms', state: 'failed', because }] });
  }
});

/** A partner's key as an administrator would make it; only its hash is kept. */
async function partnerKey(site: string, perDay: number): Promise<string> {
  const key = `mk_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')}`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  await stack.db.execute({
    sql: 'INSERT INTO partner_keys (hash, site, name, per_day, created_at) VALUES (?, ?, ?, ?, ?)',
    args: [Buffer.from(digest).toString('base64url'), site, key.slice(3, 9), perDay, Date.now()],
  });
  return key;
}

test('a partner sends without work up to its daily limit, and at its own county', async () => {
  const key = await partnerKey('wanrong', 2);
  const send = (idempotencyKey: string, site = 'wanrong', scheme = 'Bearer') =>
    clientOf(stack, site).post('petitions', petitionBody(), {
      authorization: `${scheme} ${key}`,
      'idempotency-key': idempotencyKey,
    });
  expect(await send('p-1')).toMatchObject({ status: 201 });
  expect(await send('p-2', 'wanrong', 'bearer')).toMatchObject({ status: 201 });
  const third = await send('p-3');
  expect(third).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await send('p-2')).headers.get('idempotent-replayed')).toBe('true');
  expect(await send('p-4', 'pinglu')).toMatchObject({ status: 401, body: { code: 'key.invalid' } });
});

test.each([
  'Bearer',
  'Bearer mk_',
  'Bearer mk_unknown',
  'Basic bWs6bG9jYWw=',
  'mk_local',
  'Bearer mk_local '.repeat(20),
])('a key that is none is refused, even with the work done: %s', async (authorization) => {
  expect(await program({ authorization })).toMatchObject({ status: 401, body: { code: 'key.invalid' } });
});

test('the shield counts requests of an address by the minute, for pages and programs alike', async () => {
  await preset(`unproven|wanrong|${day}`, 200, 200);
  const waits = new Set<string | null>();
  // Ten at a time: on a busy machine one after the other would take longer than the minute.
  for (let round = 0; round < 13; round += 1) {
    const answers = await Promise.all(Array.from({ length: 10 }, () => press(stack, readAgain(), typed)));
    for (const { status, headers } of answers) {
      expect(status).toBe(429);
      waits.add(headers.get('retry-after'));
    }
  }
  expect(waits).toEqual(new Set(['3600', '60']));
  const refused = await program();
  expect(refused).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
  expect(refused.headers.get('retry-after')).toBe('60');
});
