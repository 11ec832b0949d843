import { afterAll, beforeAll, expect, test } from 'vitest';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor, type Json } from '../harness/client.ts';
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

test('a submission is accepted all the same; it is looked up, asked for again, filed by itself and told about', async () => {
  const { post } = clientOf(stack);
  const key = { 'idempotency-key': 'while-gone' };
  const first = await post('petitions', petitionBody(), key);
  expect(first).toMatchObject({ status: 202, body: { state: 'spooled' } });
  expect(first.headers.get('location')).toBe(first.body['statusUrl']);
  const again = await post('petitions', petitionBody(), key);
  expect(again).toMatchObject({ status: 202, body: first.body });
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(await post('petitions', petitionBody({ title: '另外一件事情' }), key)).toMatchObject({
    status: 422,
    body: { code: 'idempotency.mismatch' },
  });
  const pair = { receipt: first.body['receipt'], code: first.body['code'] };
  const waiting = await post('status', pair);
  expect(waiting).toMatchObject({
    status: 200,
    body: { ...pick(first.body), state: 'spooled', messages: [], actions: [] },
  });
  expect(waiting.body['timeline']).toHaveLength(1);
  expect(await post('status/withdraw', pair)).toMatchObject({ status: 409, body: { code: 'case.changed' } });

  await stack.startDatabase();
  expect(await mailFor(stack, String(first.body['receipt']))).toHaveLength(1);
  expect(await post('status', pair)).toMatchObject({ status: 200, body: { state: 'received' } });
  expect(await post('petitions', petitionBody(), key)).toMatchObject({
    status: 201,
    body: { ...first.body, state: 'received' },
  });
  const { rows } = await stack.db.execute('SELECT count(*) AS n FROM cases');
  expect(rows[0]?.['n']).toBe(1);
  await stack.stopDatabase();
});

const pick = ({ receipt, kind, submittedAt, due }: Json): Json => ({ receipt, kind, submittedAt, due });

test('64 at once under one key are one receipt, database or none', async () => {
  const { post } = clientOf(stack);
  const answers = await Promise.all(
    Array.from({ length: 64 }, () => post('petitions', petitionBody(), { 'idempotency-key': 'burst' })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test('a resident gets the receipt, which says that it waits, and so does the look-up', async () => {
  const form = await (await stack.fetch('/wanrong/petition')).text();
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? '';
  const body = new URLSearchParams({
    'answers.category': 'suggestion',
    'answers.topic': 'roads',
    'answers.title': '村东头路灯不亮',
    'answers.body': '村东头三盏路灯灭了快一个月,晚上老人出门看不见。',
    'contact.name': '李某芳(示例)',
    'contact.phone': '15400000001',
    'consent.privacy': 'true',
    opened: hidden('opened'),
    key: hidden('key'),
  });
  const headers = { origin: stack.url };
  let sent: Response;
  // The page's time trap: nobody fills in a form in two seconds.
  do sent = await stack.fetch('/wanrong/petition', { method: 'POST', body, headers });
  while (sent.status === 422);
  expect(sent.status).toBe(303);
  const page = await (await stack.fetch(sent.headers.get('location') ?? '')).text();
  expect(page).toContain('已收下, 正在入库');
  const [receipt = ''] = /WR-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(page) ?? [];
  const code = /查询码 (\d{6})/.exec(page)?.[1] ?? '';
  const looked = await stack.fetch('/wanrong/status', {
    method: 'POST',
    body: new URLSearchParams({ receipt, code }),
    headers,
  });
  expect([looked.status, await looked.text()]).toEqual([200, expect.stringContaining('连上后自动入库')]);
  const unknown = await stack.fetch('/wanrong/status', {
    method: 'POST',
    body: new URLSearchParams({ receipt: 'WR-22222-22222', code }),
    headers,
  });
  expect([unknown.status, await unknown.text()]).toEqual([503, expect.stringContaining('WR-22222-22222')]);
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
