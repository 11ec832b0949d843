import { afterAll, beforeAll, expect, test } from 'vitest';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf } from '../harness/client.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
  await stack.stopDatabase();
});
afterAll(async () => {
  await stack.startDatabase();
  await stack.stop();
});

test('the program is alive, but not ready', async () => {
  expect((await stack.fetch('/healthz')).status).toBe(200);
  expect((await stack.fetch('/readyz')).status).toBe(503);
});

test('what needs the database answers 503 and says when to come back', async () => {
  const { post } = clientOf(stack);
  const bodies: [string, unknown][] = [
    ['petitions', petitionBody()],
    ['status', { receipt: 'WR-7K3M9-XPT4G', code: '482913' }],
    ['status/new-code', { receipt: 'WR-7K3M9-XPT4G' }],
    ['status/withdraw', { receipt: 'WR-7K3M9-XPT4G', code: '482913' }],
  ];
  for (const [path, body] of bodies) {
    const { status, headers, body: problem } = await post(path, body);
    expect([path, status, problem['code']]).toEqual([path, 503, 'unavailable']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(String(problem['detail'])).toContain('0359-0000101');
  }
});

test('a key that cannot be checked is not called wrong', async () => {
  const { post } = clientOf(stack);
  expect((await post('petitions', petitionBody(), { authorization: 'Bearer mk_somebody' })).status).toBe(503);
});

test('what is wrong with a submission is told all the same', async () => {
  const { post } = clientOf(stack);
  expect((await post('petitions', petitionBody({ title: '短' }))).body['code']).toBe('answers.invalid');
});

test('everything that is only read stays there', async () => {
  const { get } = clientOf(stack, 'wenxi');
  for (const path of ['', '/stations', '/forms/petition', '/forms/application', '/measures', '/challenge']) {
    expect([path, (await get(path)).status]).toEqual([path, 200]);
  }
});

test('reports that cannot be read are not called missing, on the page or in the interface', async () => {
  const { get } = clientOf(stack);
  for (const path of ['/proposals', '/proposals/WR-22222-22222']) {
    expect(await get(path)).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect((await stack.fetch(`/wanrong${path}`)).status).toBe(503);
  }
});

test('a draft that cannot be read is not called missing', async () => {
  const { get } = clientOf(stack, 'hedong');
  for (const path of ['/drafts', '/drafts/hd-waste-2026', '/forms/comment']) {
    expect(await get(path)).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  }
});
