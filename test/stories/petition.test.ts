import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkReceipt, parseReceipt } from '../../src/lib/receipt-number.ts';
import { fingerprintHolds, type PublicKey } from '../../src/lib/sealing/signing.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor, problemsOf } from '../harness/client.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

test('a resident says it once and has receipt, code, date of law and a text message', async () => {
  const { post } = clientOf(stack);
  const sent = await post('petitions', petitionBody({ station: 'guanghua' }));
  expect(sent.status).toBe(201);
  const { receipt, code, fingerprint, submittedAt, due, statusUrl, ...rest } = sent.body as Record<string, string>;
  expect(rest).toEqual({ kind: 'petition', state: 'received' });
  const parsed = parseReceipt(receipt ?? '');
  expect(parsed).toMatchObject({ prefix: 'WR', canonical: receipt });
  expect(checkReceipt(parsed?.body ?? '')).toBe(true);
  expect(code).toMatch(/^\d{6}$/);
  expect(fingerprint).toMatch(/^sha256-[\w-]{43}\.[\w-]{86}$/);
  expect(submittedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
  expect(due).toMatchObject({ what: 'notify-or-accept', kind: 'law', basis: '信访工作条例 第二十三条' });
  expect(statusUrl).toBe(`${stack.url}/wanrong/status?receipt=${receipt}`);
  expect(sent.headers.get('location')).toBe(statusUrl);
  const [mail] = await mailFor(stack, receipt ?? '');
  expect(mail?.text).toBe(
    `【万荣演示】您提交的事项已收到,编号${receipt},查询码${code}。请保存,勿告诉他人。问询0359-0000101。(演示系统, 不是政府网站)`,
  );
});

const due = async (site: string, topic: string) =>
  (await clientOf(stack, site).post('petitions', petitionBody({ topic }))).body['due'];

test('a petition office answers under article 22, a station under article 23', async () => {
  expect(await due('wenxi', 'roads')).toMatchObject({ what: 'register-and-forward', basis: '信访工作条例 第二十二条' });
  expect(await due('pinglu', 'roads')).toMatchObject({ what: 'notify-or-accept', basis: '信访工作条例 第二十三条' });
});

test('who asks for help says where they live, and reads so beside the field', async () => {
  const refused = await clientOf(stack).post('petitions', petitionBody({ category: 'request' }));
  expect(refused.status).toBe(422);
  expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(refused.body).toMatchObject({
    status: 422,
    code: 'answers.invalid',
    errors: [{ path: 'contact.address', code: 'field.required', message: '要解决困难, 请写您的住址。' }],
  });
});

test('every wrong field is named once, with unknown keys', async () => {
  const refused = await clientOf(stack).post('petitions', {
    contact: { name: '', phone: '12345', wechat: 'x' },
    answers: { category: 'gossip', topic: 'moon', title: '短', body: '九个字不够长呀呀呀', station: 'nowhere' },
    consent: { privacy: false },
    extra: 1,
  });
  expect(problemsOf(refused).toSorted()).toEqual(
    [
      'extra key.unknown',
      'contact.wechat key.unknown',
      'contact.name field.required',
      'contact.phone field.invalid',
      'answers.category field.invalid',
      'answers.topic field.invalid',
      'answers.title field.too-short',
      'answers.body field.too-short',
      'answers.station field.invalid',
      'consent.privacy field.required',
    ].toSorted(),
  );
});

test('lengths count characters as people do, beyond the basic plane too', async () => {
  const { post } = clientOf(stack);
  expect((await post('petitions', petitionBody({ title: '𠮷𠮷𠮷𠮷', body: '𠮷'.repeat(2000) }))).status).toBe(201);
  expect(problemsOf(await post('petitions', petitionBody({ body: '𠮷'.repeat(2001) })))).toEqual([
    'answers.body field.too-long',
  ]);
});

test('a report is confidential: no station, no deputy, no date, no number in its message', async () => {
  const { post } = clientOf(stack);
  const refused = await post(
    'petitions',
    petitionBody({ category: 'report', station: 'gaocun', deputy: 'dep-gaocun-1' }),
  );
  expect(problemsOf(refused)).toEqual(['answers.station field.invalid', 'answers.deputy field.invalid']);
  const sent = await post('petitions', petitionBody({ category: 'report', title: '演示内容甲乙', topic: 'other' }));
  expect(sent).toMatchObject({ status: 201, body: { due: null } });
  const receipt = String(sent.body['receipt']);
  const [mail] = await mailFor(stack, receipt);
  expect(mail?.text).toBe('【万荣演示】您提交的事项已收到。(演示系统, 不是政府网站)');
  const { rows } = await stack.db.execute({
    sql: 'SELECT title, answers, topic FROM cases WHERE receipt = ?',
    args: [receipt],
  });
  expect({ ...rows[0] }).toEqual({ title: '', answers: '{}', topic: null });
});

test('a landline gets no text message; e-mail gets the same words without a browser fetching anything', async () => {
  const { post } = clientOf(stack);
  const contact = { name: '王某兰(示例)', phone: '(0359) 2200000', email: 'wang@example.cn' };
  const sent = await post('petitions', petitionBody({}, { contact }));
  const mails = await mailFor(stack, String(sent.body['receipt']));
  expect(mails.map(({ channel }) => channel)).toEqual(['email']);
  expect(mails[0]).toMatchObject({
    to: 'wang@example.cn',
    subject: expect.stringContaining(String(sent.body['receipt'])),
  });
});

test('anyone with the published key can check the fingerprint', async () => {
  const keys = await (await stack.fetch('/.well-known/minyi-keys.json')).json<{ keys: PublicKey[] }>();
  expect(keys.keys).toHaveLength(1);
  expect(await fingerprintHolds(keys.keys, '{"v":1}', 'sha256-x.y')).toBe(false);
});

test('an English sender reads English, later messages too', async () => {
  const { post } = clientOf(stack);
  const refused = await post('petitions', petitionBody({ title: 'x' }), { 'accept-language': 'en-GB,en' });
  expect(JSON.stringify(refused.body)).not.toMatch(/[\u4e00-\u9fff]/);
  const sent = await post('petitions', petitionBody(), { 'accept-language': 'en' });
  const [mail] = await mailFor(stack, String(sent.body['receipt']));
  expect(mail?.text).toContain('We have received your submission. Number ');
});

test('thousands of unknown keys are answered with the first hundred', async () => {
  const body = petitionBody({}, Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`k${i}`, 1])));
  expect(problemsOf(await clientOf(stack).post('petitions', body))).toHaveLength(100);
});
