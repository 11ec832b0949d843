import { afterAll, beforeAll, expect, test } from 'vitest';
import { storedCases } from '../../src/cases/stored.ts';
import { verifyCase } from '../../src/cases/verify.ts';
import type { EventRow } from '../../src/chain/tables.ts';
import { openDatabase } from '../../src/db/database.ts';
import { openKeyRing } from '../../src/lib/sealing/key-ring.ts';
import { petitionBody, pledgeBody } from '../harness/bodies.ts';
import { mailFor } from '../harness/client.ts';
import { hiddenIn, pledgesOn, type Pair } from '../harness/pledges.ts';
import { startStack, TEST_KEYS, type Stack } from '../harness/stack.ts';

let stack: Stack;
let jishan: ReturnType<typeof pledgesOn>;
beforeAll(async () => {
  stack = await startStack();
  jishan = pledgesOn(stack);
});
afterAll(() => stack.stop());

const eventsOf = async (receipt: string): Promise<EventRow[]> => {
  const { rows } = await stack.db.execute({
    sql: 'SELECT e.* FROM events e JOIN cases c ON c.id = e.stream WHERE c.receipt = ? ORDER BY e.seq',
    args: [receipt],
  });
  return rows as unknown as EventRow[];
};

test('number and code are enough; what was said is gone, that it was withdrawn stays', async () => {
  const pair = await jishan.signed({ unit: '某社区', public: true }, '薛某(示例)');
  await mailFor(stack, pair.receipt);
  expect(await jishan.wall()).toContain('薛某 · 某社区');
  const guessed = pair.code === '000000' ? '000001' : '000000';
  expect(await jishan.post('status/withdraw', { ...pair, code: guessed })).toMatchObject({ status: 404 });
  expect(await jishan.post('status/withdraw', pair)).toMatchObject({
    status: 200,
    body: { state: 'withdrawn' },
  });

  expect((await jishan.post('status', pair)).body).toMatchObject({
    receipt: pair.receipt,
    state: 'withdrawn',
    stateLabel: '已撤回',
    timeline: [{ event: 'withdraw', label: expect.stringContaining('已删除') }, { event: 'received' }],
    messages: [{ channel: 'sms', state: 'sent' }],
    actions: [],
  });
  expect(await jishan.wall()).not.toContain('薛某 · 某社区');

  const row = await jishan.rowOf('SELECT * FROM cases WHERE receipt = ?', pair.receipt);
  expect(row).toMatchObject({ title: '', answers: '{}', frozen: null, phone_index: null, identity_index: null });
  const id = String(row?.['id']);
  expect(await jishan.rowOf('SELECT * FROM case_keys WHERE case_id = ?', id)).toBeUndefined();
  expect(await jishan.rowOf('SELECT * FROM case_secrets WHERE case_id = ?', id)).toBeUndefined();
});

test('the chain of what happened stays whole', async () => {
  const pair = await jishan.signed();
  await jishan.post('status/withdraw', pair);
  const chain = await eventsOf(pair.receipt);
  expect(chain.map(({ code, actor }) => [code, actor])).toEqual([
    ['submitted', 'citizen'],
    ['withdraw', 'citizen'],
  ]);
  const [stored] = await storedCases(openDatabase({ url: stack.databaseUrl, timeoutMs: 10_000 }), pair);
  const verdict = stored && (await verifyCase(openKeyRing(JSON.parse(TEST_KEYS)), stored));
  expect(verdict).toEqual({ receipt: pair.receipt, erased: true, links: 2, faults: [] });
  expect(JSON.stringify(chain)).not.toMatch(/贺|15400000301|某镇/);
});

test('twice, or twice at once, it is done once', async () => {
  const pair = await jishan.signed();
  const both = await Promise.all([jishan.post('status/withdraw', pair), jishan.post('status/withdraw', pair)]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  expect(await jishan.post('status/withdraw', pair)).toMatchObject({
    status: 409,
    body: { code: 'case.changed' },
  });
  expect(await eventsOf(pair.receipt)).toHaveLength(2);
});

test('nothing else can be done to a pledge by asking for it', async () => {
  const pair = await jishan.signed();
  expect(await jishan.post('status/approve', pair)).toMatchObject({
    status: 409,
    body: { code: 'case.changed' },
  });
  const petition = await jishan.post('petitions', petitionBody({ topic: 'customs' }));
  const { receipt, code } = petition.body as unknown as Pair;
  expect(await jishan.post('status/withdraw', { receipt, code })).toMatchObject({ status: 409 });
});

test('a late repeat of the first sending brings nothing back, and one may join anew', async () => {
  const key = { 'idempotency-key': 'pledge-repeat-1' };
  const pair = await jishan.signed({}, '梁某(示例)', key);
  expect(await jishan.signed({}, '梁某(示例)', key)).toEqual(pair);
  await jishan.post('status/withdraw', pair);
  const body = pledgeBody({}, { contact: { name: '梁某(示例)', phone: '15400000301' } });
  expect(await jishan.post('pledges', body, key)).toMatchObject({
    status: 409,
    body: { code: 'case.changed' },
  });
  expect((await jishan.post('status', pair)).body).toMatchObject({ state: 'withdrawn' });
  const anew = await jishan.signed({}, '梁某(示例)', { 'idempotency-key': 'pledge-repeat-2' });
  expect(anew.receipt).not.toBe(pair.receipt);
});

test('a message that had not left yet never leaves, and no new code is sent', async () => {
  const pair = await jishan.signed();
  await mailFor(stack, pair.receipt);
  await jishan.post('status/withdraw', pair);
  await stack.db.execute({
    sql: `UPDATE outbox SET state = 'queued', supplier = NULL, next_at = 0
      WHERE case_id = (SELECT id FROM cases WHERE receipt = ?)`,
    args: [pair.receipt],
  });
  expect(await jishan.post('status/new-code', { receipt: pair.receipt })).toMatchObject({ status: 202 });
  await stack.scheduled();
  expect((await jishan.post('status', pair)).body).toMatchObject({ messages: [{ state: 'failed' }] });
  expect(await mailFor(stack, pair.receipt)).toHaveLength(1);
  expect(await eventsOf(pair.receipt)).toHaveLength(2);
});

test('on the page one is asked once more, then reads that it is done', async () => {
  const pair = await jishan.signed({ unit: '某合作社', public: true }, '裴某(示例)');
  const found = await (await jishan.postForm('/jishan/status', { ...pair })).text();
  expect(found).toContain('action="/jishan/status/withdraw"');
  const sure = await jishan.postForm('/jishan/status/withdraw', { ...pair });
  const asked = await sure.text();
  expect(asked).toContain('不能撤销');
  expect(asked).toContain('先不做, 返回');
  expect((await jishan.post('status', pair)).body).toMatchObject({ state: 'received' });
  const done = await jishan.postForm('/jishan/status/withdraw', hiddenIn(asked));
  expect(done.status).toBe(200);
  const after = await done.text();
  expect(after).toContain('您已撤回承诺');
  expect(after).not.toContain('action="/jishan/status/withdraw"');
  expect((await jishan.postForm('/jishan/status/withdraw', hiddenIn(asked))).status).toBe(409);
});
