import { afterAll, beforeAll, expect, test } from 'vitest';
import { petitionBody, pledgeBody } from '../harness/bodies.ts';
import { clientOf, mailFor } from '../harness/client.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

const casesWith = async (receipt: unknown): Promise<number> =>
  Number(
    (await stack.db.execute({ sql: 'SELECT count(*) AS n FROM cases WHERE receipt = ?', args: [String(receipt)] }))
      .rows[0]?.['n'],
  );

test('the same key and content gives the first answer again, whatever blanks and line ends changed', async () => {
  const { post } = clientOf(stack);
  const key = { 'idempotency-key': 'again-1' };
  const first = await post('petitions', petitionBody({ body: '第一行说清楚事情\n第二行说希望怎么办' }), key);
  const contact = { phone: '+86 154-0000-0001', name: ' 李某芳(示例) ' };
  const again = await post(
    'petitions',
    petitionBody({ body: '第一行说清楚事情\r\n第二行说希望怎么办 ' }, { contact }),
    key,
  );
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(first.headers.get('idempotent-replayed')).toBe(null);
  expect(await casesWith(first.body['receipt'])).toBe(1);
  expect(await mailFor(stack, String(first.body['receipt']))).toHaveLength(1);
});

test('what is chosen in another order, and a box left alone, make no other content', async () => {
  const key = { 'idempotency-key': 'again-order' };
  const contact = { name: '李某芳(示例)', phone: '15400000001', email: 'a@example.cn' };
  const { post } = clientOf(stack);
  const first = await post('petitions', petitionBody({}, { contact, notify: ['sms', 'email'] }), key);
  const consent = { privacy: true, sensitive: false };
  const body = petitionBody({ confidential: false }, { contact, consent, notify: ['email', 'sms'] });
  expect(await post('petitions', body, key)).toMatchObject({ status: 201, body: first.body });

  const jishan = clientOf(stack, 'jishan');
  const { answers } = pledgeBody() as { answers: { undertakings: string[] } };
  const pledged = await jishan.post('pledges', pledgeBody({ public: false }), key);
  const turned = pledgeBody({ undertakings: answers.undertakings.toReversed() });
  expect(await jishan.post('pledges', turned, key)).toMatchObject({ status: 201, body: pledged.body });
});

test('the same key with other content, another collection or unreadable content is refused without a word of the first', async () => {
  const { post } = clientOf(stack);
  const key = { 'idempotency-key': 'again-2' };
  const first = await post('petitions', petitionBody(), key);
  for (const body of [petitionBody({ title: '另外一件事情' }), {}]) {
    const refused = await post('petitions', body, key);
    expect(refused).toMatchObject({ status: 422, body: { code: 'idempotency.mismatch' } });
    expect(JSON.stringify(refused.body)).not.toContain(String(first.body['receipt']));
  }
});

test('the same key at another site is another submission', async () => {
  const key = { 'idempotency-key': 'again-3' };
  const here = await clientOf(stack).post('petitions', petitionBody(), key);
  const there = await clientOf(stack, 'pinglu').post('petitions', petitionBody(), key);
  expect([here.status, there.status]).toEqual([201, 201]);
  expect(String(there.body['receipt'])).toMatch(/^PL-/);
});

test('a refusal is not kept: put right, the same key goes through', async () => {
  const { post } = clientOf(stack);
  const key = { 'idempotency-key': 'again-4' };
  expect((await post('petitions', petitionBody({ title: '短' }), key)).status).toBe(422);
  expect((await post('petitions', petitionBody(), key)).status).toBe(201);
});

test('a key that is no visible ASCII, or too long, is refused', async () => {
  const { post } = clientOf(stack);
  for (const key of ['', 'a b', 'x'.repeat(256)]) {
    expect(await post('petitions', petitionBody(), { 'idempotency-key': key })).toMatchObject({
      status: 400,
      body: { code: 'idempotency.key-invalid' },
    });
  }
});

test('64 at once with one key make one case and 64 equal answers', async () => {
  const { post } = clientOf(stack);
  const answers = await Promise.all(
    Array.from({ length: 64 }, () => post('petitions', petitionBody(), { 'idempotency-key': 'burst' })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') !== 'true')).toHaveLength(1);
  expect(await casesWith(answers[0]?.body['receipt'])).toBe(1);
});
