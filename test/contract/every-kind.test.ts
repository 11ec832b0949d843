import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementText } from '../../src/cases/receipt.ts';
import { firstBrokenLink } from '../../src/chain/event.ts';
import type { EventRow } from '../../src/chain/tables.ts';
import { forms } from '../../src/forms/index.ts';
import { readGroup } from '../../src/lib/fields/index.ts';
import { checkReceipt, parseReceipt } from '../../src/lib/receipt-number.ts';
import { fingerprintHolds, type PublicKey } from '../../src/lib/sealing/signing.ts';
import { calendar } from '../../src/workflow/calendar/index.ts';
import { dueOf } from '../../src/workflow/due.ts';
import { clientOf, mailFor, type Answered, type Json } from '../harness/client.ts';
import { testRing } from '../harness/database.ts';
import type { Stack } from '../harness/stack.ts';
import { contextOf, startCounty, subjects, titleOf, today, type Subject } from './county-stack.ts';
import { makers } from './makers.ts';
import { placesIn, typedWords } from './walk.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startCounty()));
afterAll(() => stack.stop());

const each = subjects.map((subject) => [titleOf(subject), subject] as const);
const fieldsOf = ({ site, form, sample }: Subject) => form.fields(contextOf(site), sample.body);

type Sent = Answered & { key: string };
const made = new Map<string, Promise<Sent>>();

/** Each body is sent once; every test looks at the same case. */
function sent(subject: Subject): Promise<Sent> {
  const key = encodeURIComponent(titleOf(subject));
  const first = made.get(key) ?? send(subject, key);
  made.set(key, first);
  return first;
}

async function send({ site, form, sample }: Subject, key: string): Promise<Sent> {
  const answer = await clientOf(stack, site.id).post(form.collection, sample.body, { 'idempotency-key': key });
  expect(answer.body).toMatchObject({ kind: form.kind });
  return { ...answer, key };
}

async function rowsOf(sql: string, ...args: string[]): Promise<Json[]> {
  return (await stack.db.execute({ sql, args })).rows.map((row) => ({ ...row }));
}

const BASIS = { law: /^信访工作条例 第二十[二三]条$/, promise: /^本站承诺, 非法定期限$/ };

test('every kind has a maker of bodies, and is open somewhere', () => {
  expect(Object.keys(makers).toSorted()).toEqual(forms.map(({ kind }) => kind).toSorted());
  expect([...new Set(subjects.map(({ form }) => form.kind))].toSorted()).toEqual(Object.keys(makers).toSorted());
});

test.each(each)('%s: is answered exactly as the contract says', async (_, subject) => {
  const { site, form, sample } = subject;
  const { status, headers, body } = await sent(subject);
  expect(status).toBe(201);
  expect(headers.get('content-type')).toContain('application/json');
  const { receipt, code, fingerprint, submittedAt, due, statusUrl, ...rest } = body as Record<string, string>;
  expect(rest).toEqual({ kind: form.kind, state: 'received' });
  const parsed = parseReceipt(receipt ?? '');
  expect(parsed).toMatchObject({ prefix: site.prefix, canonical: receipt });
  expect(checkReceipt(parsed?.body ?? '')).toBe(true);
  expect(code).toMatch(/^\d{6}$/);
  expect(fingerprint).toMatch(/^sha256-[\w-]{43}\.[\w-]{86}$/);
  expect(submittedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
  expect(Math.abs(Date.parse(submittedAt ?? '') - Date.now())).toBeLessThan(60_000);
  expect(statusUrl).toBe(`${stack.url}/${site.id}/status?receipt=${receipt}`);
  expect(headers.get('location')).toBe(statusUrl);
  const limit = form.limit(sample.body, contextOf(site));
  expect(due).toEqual(limit ? dueOf(limit, today, calendar).due : null);
  if (sample.due === null) expect(due).toBe(null);
  else expect(due).toMatchObject({ kind: sample.due, basis: expect.stringMatching(BASIS[sample.due]) });
});

test.each(each)('%s: can be looked up at once, received first', async (_, subject) => {
  const { body } = await sent(subject);
  const { receipt, code, due, submittedAt } = body;
  const { post } = clientOf(stack, subject.site.id);
  const found = await post('status', { receipt, code });
  expect(found).toMatchObject({ status: 200, body: { receipt, kind: subject.form.kind, state: 'received', due } });
  expect(found.body).toMatchObject({ submittedAt, timeline: [{ at: submittedAt, event: 'received' }] });
  const shape = ['receipt', 'kind', 'state', 'stateLabel', 'submittedAt', 'due', 'timeline', 'messages', 'actions'];
  expect(Object.keys(found.body).toSorted()).toEqual(shape.toSorted());
  expect((await stack.fetch(new URL(String(body['statusUrl'])).pathname)).status).toBe(200);
  const other = subject.site.id === 'wanrong' ? 'pinglu' : 'wanrong';
  expect((await clientOf(stack, other).post('status', { receipt, code })).status).toBe(404);
});

test.each(each)('%s: tells the sender on every channel, and nothing they wrote', async (_, subject) => {
  const { body } = await sent(subject);
  const [receipt, code] = [String(body['receipt']), String(body['code'])];
  const mails = await mailFor(stack, receipt, 2);
  expect(mails.map(({ channel }) => channel).toSorted()).toEqual(['email', 'sms']);
  for (const { text, subject: line = '' } of mails) {
    expect(text.includes(receipt) && text.includes(code)).toBe(subject.sample.quiet !== true);
    if (subject.sample.quiet) for (const named of [receipt, code]) expect(text + line).not.toContain(named);
    for (const word of typedWords(placesIn(fieldsOf(subject), subject.sample.body))) {
      expect(text + line).not.toContain(word);
    }
    expect(text).toContain('演示系统, 不是政府网站');
  }
});

test.each(each)('%s: the same again is the same answer', async (_, subject) => {
  const { body, key } = await sent(subject);
  const { post } = clientOf(stack, subject.site.id);
  const again = await post(subject.form.collection, subject.sample.body, { 'idempotency-key': key });
  expect(again).toMatchObject({ status: 201, body });
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(await rowsOf('SELECT id FROM cases WHERE receipt = ?', String(body['receipt']))).toHaveLength(1);
});

test.each(each)(
  '%s: case, key, secrets, event, messages and repeat are all there, the chain whole',
  async (_, subject) => {
    const { body } = await sent(subject);
    const [row] = await rowsOf('SELECT * FROM cases WHERE receipt = ?', String(body['receipt']));
    const id = String(row?.['id']);
    expect(row).toMatchObject({
      site: subject.site.id,
      kind: subject.form.kind,
      state: 'received',
      seq: 1,
      demo: 1,
      spam: 0,
    });
    expect(row).toMatchObject({ due_date: (body['due'] as Json | null)?.['date'] ?? null });
    for (const table of ['case_keys', 'case_secrets', 'idempotency']) {
      expect([table, await rowsOf(`SELECT 1 FROM ${table} WHERE case_id = ?`, id)]).toEqual([table, [{ '1': 1 }]]);
    }
    expect(await rowsOf('SELECT channel FROM outbox WHERE case_id = ?', id)).toHaveLength(2);
    const chain = (await rowsOf('SELECT * FROM events WHERE stream = ? ORDER BY seq', id)) as unknown as EventRow[];
    expect(chain).toMatchObject([{ seq: 1, actor: 'citizen', code: 'submitted' }]);
    expect(await firstBrokenLink(chain)).toBe(null);
    for (const word of typedWords(placesIn(fieldsOf(subject), subject.sample.body))) {
      expect(String(chain[0]?.data)).not.toContain(word);
    }
  },
);

test.each(each)('%s: the fingerprint is of what was said, by our published key', async (_, subject) => {
  const { body } = await sent(subject);
  const { receipt, fingerprint, submittedAt, kind } = body as Record<string, string>;
  const { answers, contact } = readGroup(fieldsOf(subject), subject.sample.body).value;
  const { keys: published } = await (await stack.fetch('/.well-known/minyi-keys.json')).json<{ keys: PublicKey[] }>();
  const statement = { site: subject.site.id, receipt, submittedAt, kind, answers, contact } as Parameters<
    typeof statementText
  >[2];
  const text = await statementText(testRing(), 'test', statement);
  expect(await fingerprintHolds(published, text, fingerprint ?? '')).toBe(true);
  const other = await statementText(testRing(), 'test', { ...statement, answers: {} });
  expect(await fingerprintHolds(published, other, fingerprint ?? '')).toBe(false);
});
