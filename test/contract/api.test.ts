import { afterAll, beforeAll, expect, test } from 'vitest';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, problemsOf } from '../harness/client.ts';
import { COUNTY_ORIGIN, startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

const PARTNER = { authorization: 'Bearer mk_local' };
const JSON_TYPE = { 'content-type': 'application/json' };
const PETITIONS = '/api/v1/wanrong/petitions';

const send = (body: string | Uint8Array, headers: Record<string, string> = {}, path = PETITIONS): Promise<Response> =>
  stack.fetch(path, { method: 'POST', headers: { ...JSON_TYPE, ...PARTNER, ...headers }, body });
/** As a program without a key. */
const program = (body: string): Promise<Response> =>
  stack.fetch(PETITIONS, { method: 'POST', headers: JSON_TYPE, body });
const refusal = async (response: Response): Promise<string> => {
  const { code } = await response.json<{ code: string }>();
  return `${response.status} ${code}`;
};

test('a refusal is a problem document with everything the contract names', async () => {
  const response = await send('{}');
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = await response.json<Record<string, unknown>>();
  expect(Object.keys(problem).toSorted()).toEqual(
    ['code', 'detail', 'errors', 'requestId', 'status', 'title', 'type'].toSorted(),
  );
  expect(problem).toMatchObject({ type: `${stack.url}/docs#answers.invalid`, status: 422 });
  expect(response.headers.get('x-request-id')).toBe(problem['requestId']);
});

const said = async (language?: string) =>
  (await send('[]', language === undefined ? {} : { 'accept-language': language })).text();

test('messages are Chinese unless English comes first', async () => {
  expect(await said()).toContain('内容无法读取');
  expect(await said('zh-CN,en')).toContain('内容无法读取');
  expect(await said('en-GB,zh;q=0.5')).toContain('cannot be read');
  expect(await said('zh;q=0.5, en')).toContain('cannot be read');
  expect(await said('fr')).toContain('内容无法读取');
});

test('every reading path answers HEAD as GET, without a body', async () => {
  for (const path of ['', '/challenge', '/stations', '/forms/petition', '/drafts', '/measures', '/campaigns']) {
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => stack.fetch(`/api/v1/wanrong${path}`, { method })),
    );
    expect([path, head?.status, await head?.text()]).toEqual([path, 200, '']);
    expect(head?.headers.get('content-type')).toBe(get?.headers.get('content-type'));
    await get?.body?.cancel();
  }
});

test('a wrong method is told which ones there are', async () => {
  const cases: [string, string, string][] = [
    ['GET', '/petitions', 'POST'],
    ['DELETE', '/petitions', 'POST'],
    ['PUT', '/stations', 'GET, HEAD'],
    ['GET', '/status/new-code', 'POST'],
    ['POST', '', 'GET, HEAD'],
  ];
  for (const [method, path, allow] of cases) {
    const response = await stack.fetch(`/api/v1/wanrong${path}`, { method });
    expect([path, response.headers.get('allow')]).toEqual([path, allow]);
    expect(await refusal(response)).toBe('405 method.refused');
  }
});

test('a path nobody serves is unknown, whatever the method', async () => {
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    for (const path of ['/api/v1/wanrong/nothing', '/api/v1/wanrong/petitions/1', '/api/v2/wanrong', '/api/v1']) {
      expect(await refusal(await stack.fetch(path, { method }))).toBe('404 route.unknown');
    }
  }
});

test('an unknown site is unknown before anything else is looked at', async () => {
  expect(await refusal(await send('not json', {}, '/api/v1/nowhere/petitions'))).toBe('404 site.unknown');
  expect(await refusal(await stack.fetch('/api/v1/nowhere'))).toBe('404 site.unknown');
});

const preflight = (origin: string) =>
  stack.fetch(PETITIONS, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });

test('a preflight answers 204 with what may be sent, from a listed origin and from any other', async () => {
  const listed = await preflight(COUNTY_ORIGIN);
  expect(listed.status).toBe(204);
  expect(listed.headers.get('access-control-allow-origin')).toBe(COUNTY_ORIGIN);
  expect(listed.headers.get('access-control-allow-headers')).toBe(
    'content-type, idempotency-key, accept-language, authorization, content-digest',
  );
  expect(listed.headers.get('access-control-expose-headers')).toBe('location, retry-after, idempotent-replayed');
  expect(listed.headers.get('vary')).toMatch(/\borigin\b/i);
  const other = await preflight('https://elsewhere.example');
  expect(other.status).toBe(204);
  expect(other.headers.get('access-control-allow-origin')).toBe(null);
  expect(other.headers.get('vary')).toMatch(/\borigin\b/i);
});

test('only listed origins are reflected, and never with credentials', async () => {
  for (const [origin, allowed] of [
    [COUNTY_ORIGIN, COUNTY_ORIGIN],
    [stack.url, stack.url],
    ['https://elsewhere.example', null],
    [`${COUNTY_ORIGIN}.elsewhere.example`, null],
    ['null', null],
  ] as const) {
    const { headers } = await stack.fetch('/api/v1/wanrong', { headers: { origin } });
    expect([origin, headers.get('access-control-allow-origin')]).toEqual([origin, allowed]);
    expect(headers.get('access-control-allow-credentials')).toBe(null);
    expect(headers.get('vary')).toMatch(/\borigin\b/i);
  }
});

const wenxiAllowedAt = async (site: string): Promise<string | null> =>
  (await stack.fetch(`/api/v1/${site}`, { headers: { origin: 'https://www.wenxi.example' } })).headers.get(
    'access-control-allow-origin',
  );

test('the origin of another county is not listed here', async () => {
  expect(await wenxiAllowedAt('wenxi')).toBe('https://www.wenxi.example');
  expect(await wenxiAllowedAt('wanrong')).toBe(null);
});

test('a submission from an origin that is not listed is refused, from a listed one it is taken', async () => {
  for (const origin of ['https://elsewhere.example', 'null']) {
    const refused = await send(JSON.stringify(petitionBody()), { origin });
    expect(refused.headers.get('vary')).toMatch(/\borigin\b/i);
    expect(await refusal(refused)).toBe('403 origin.refused');
  }
  const taken = await send(JSON.stringify(petitionBody()), { origin: COUNTY_ORIGIN });
  expect(taken.status).toBe(201);
  expect(taken.headers.get('access-control-expose-headers')).toContain('location');
});

const filled = (bytes: number): string => JSON.stringify({ x: 'a'.repeat(bytes - 8) });

test('a body above 64 KiB is too large, whatever length it claims', async () => {
  expect(await refusal(await send(filled(64 * 1024)))).toBe('422 answers.invalid');
  expect(await refusal(await send(filled(64 * 1024 + 1)))).toBe('413 body.too-large');
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(filled(70_000)));
      controller.close();
    },
  });
  const chunked = await stack.fetch(PETITIONS, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...PARTNER },
    body: stream,
    duplex: 'half',
  } as RequestInit);
  expect(await refusal(chunked)).toBe('413 body.too-large');
});

test('anything but JSON is another type', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
    expect([type, await refusal(await send('{}', { 'content-type': type }))]).toEqual([type, '415 body.type']);
  }
  expect(await refusal(await send('{}', { 'content-encoding': 'gzip' }))).toBe('415 body.type');
  const charset = await send('{}', { 'content-type': 'Application/JSON; charset=utf-8' });
  expect(await refusal(charset)).toBe('422 answers.invalid');
});

test('what is no JSON object cannot be read', async () => {
  const bodies = ['', '{', '[]', 'null', '"text"', '1', '{"a":1,}', '['.repeat(30_000), '{"a":'.repeat(12_000)];
  for (const body of bodies) expect(await refusal(await send(body))).toBe('400 body.malformed');
  expect(await refusal(await send(new Uint8Array([0x7b, 0xff, 0x7d])))).toBe('400 body.malformed');
});

test('unknown keys are refused at every depth, each with its path', async () => {
  const { post } = clientOf(stack);
  const body = petitionBody(
    { extra: 1 },
    { more: {}, contact: { name: '李某芳(示例)', phone: '15400000001', qq: '1' } },
  );
  expect(problemsOf(await post('petitions', body)).toSorted()).toEqual([
    'answers.extra key.unknown',
    'contact.qq key.unknown',
    'more key.unknown',
  ]);
  const polluted = JSON.stringify(petitionBody()).replace('{', '{"__proto__":{"a":1},"constructor":1,');
  expect(problemsOf(await post('petitions', polluted))).toEqual(['__proto__ key.unknown', 'constructor key.unknown']);
});

test('a key that is none is refused before the body is read', async () => {
  for (const authorization of ['Bearer mk_wrong', 'Bearer', 'Basic eDp5', 'mk_local']) {
    expect(await refusal(await send('not json', { authorization }))).toBe('401 key.invalid');
  }
});

test('the order of refusals: form, key, type, size, JSON, fields, challenge', async () => {
  const big = 'x'.repeat(70_000);
  const key = { authorization: 'Bearer mk_wrong' };
  const type = { 'content-type': 'text/plain' };
  expect(await refusal(await send(big, { ...key, ...type }, '/api/v1/wanrong/pledges'))).toBe('404 form.closed');
  expect(await refusal(await send(big, { ...key, ...type }))).toBe('401 key.invalid');
  expect(await refusal(await send(big, type))).toBe('415 body.type');
  expect(await refusal(await send(big))).toBe('413 body.too-large');
  expect(await refusal(await program('{'))).toBe('400 body.malformed');
  expect(await refusal(await program('{"challenge":"x"}'))).toBe('422 answers.invalid');
  expect(await refusal(await program(JSON.stringify(petitionBody())))).toBe('422 challenge.required');
});

test('text is kept in NFC, without controls and lone surrogates, with its Chinese punctuation', async () => {
  const { post } = clientOf(stack);
  const title = ' e\u0301 路灯\u0007\ud800不亮,请修 ';
  const sent = await post('petitions', JSON.stringify(petitionBody({ title })));
  expect(sent.status).toBe(201);
  const { rows } = await stack.db.execute({
    sql: 'SELECT title FROM cases WHERE receipt = ?',
    args: [String(sent.body['receipt'])],
  });
  expect(rows[0]?.['title']).toBe('é 路灯不亮,请修');
});

interface FormAnswer {
  fields: { path: string; label: string; options?: { value: string; label: string }[] }[];
  schema: { required: string[] };
}
const petitionForm = async (language: string): Promise<FormAnswer> =>
  (await stack.fetch('/api/v1/wanrong/forms/petition', { headers: { 'accept-language': language } })).json();

test('a form says what it asks, in the language asked for', async () => {
  const [zh, en] = [await petitionForm('zh'), await petitionForm('en')];
  expect(zh.fields.map(({ path }) => path)).toEqual(en.fields.map(({ path }) => path));
  const topic = zh.fields.find(({ path }) => path === 'answers.topic');
  expect(topic?.options?.map(({ value }) => value)).toContain('roads');
  expect(zh.schema.required).toEqual(['contact', 'answers', 'consent']);
  expect(JSON.stringify(en.fields.map(({ label }) => label))).not.toMatch(/[\u4e00-\u9fff]/);
});

const applicationForm = async (query = '') => (await clientOf(stack, 'wenxi').get(`/forms/application${query}`)).body;
const pathsOf = async (measure: string): Promise<string[]> =>
  ((await applicationForm(`?measure=${measure}`))['fields'] as { path: string }[]).map(({ path }) => path);

test('an application asks what the measure needs', async () => {
  expect(await pathsOf('hire-reward')).toEqual(
    expect.arrayContaining(['contact.organisation.uscc', 'answers.facts.masters', 'payment.bank']),
  );
  expect(await pathsOf('settling-in')).toEqual(expect.arrayContaining(['contact.idNumber', 'answers.facts.degree']));
  const any = await applicationForm();
  expect(any['subject']).toEqual({ path: 'answers.measure', value: 'settling-in' });
  expect((any['schema'] as { oneOf: unknown[] }).oneOf).toHaveLength(4);
  const unknown = await stack.fetch('/api/v1/wenxi/forms/application?measure=none');
  expect(await refusal(unknown)).toBe('404 measure.unknown');
});

test('a form a site has not open is closed', async () => {
  for (const kind of ['pledge', 'nothing']) {
    expect(await refusal(await stack.fetch(`/api/v1/wanrong/forms/${kind}`))).toBe('404 form.closed');
  }
});

test('looking up asks for number and code, and refuses anything else by its path', async () => {
  const { post } = clientOf(stack);
  expect(problemsOf(await post('status', { receipt: 'WR-7K3M9-XPT4G' }))).toEqual(['code field.required']);
  expect(problemsOf(await post('status', { receipt: 1, code: '1', x: 1 })).toSorted()).toEqual([
    'receipt field.invalid',
    'x key.unknown',
  ]);
  expect((await post('status/new-code', { receipt: 'nothing' })).status).toBe(202);
});

test('eligibility is worked out without storing, unknown facts named by their path', async () => {
  const { post } = clientOf(stack, 'wenxi');
  const worked = await post('eligibility', {
    measure: 'hire-reward',
    facts: { enterpriseInCounty: true, masters: 2, bachelors: 1, fullTime: true },
  });
  expect(worked).toMatchObject({ status: 200, body: { outcome: 'eligible', amountFen: 800_000, missing: [] } });
  const refused = await post('eligibility', { measure: 'hire-reward', facts: { masters: 'two', unheard: 1 } });
  expect(refused.body['code']).toBe('facts.invalid');
  expect(problemsOf(refused).toSorted()).toEqual(['facts.masters field.invalid', 'facts.unheard key.unknown']);
});

test('public keys may be read from anywhere', async () => {
  const { headers } = await stack.fetch('/.well-known/minyi-keys.json');
  expect(headers.get('access-control-allow-origin')).toBe('*');
});

test('the published interface is served to any origin, and its page to no frame', async () => {
  const file = await stack.fetch('/openapi.json');
  expect([file.status, file.headers.get('content-type'), file.headers.get('access-control-allow-origin')]).toEqual([
    200,
    'application/json',
    '*',
  ]);
  const page = await stack.fetch('/docs');
  expect(page.status).toBe(200);
  expect(page.headers.get('x-frame-options')).toBe('DENY');
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  const html = await page.text();
  expect(html).not.toMatch(/<style|style="|<script(?! src="\/)|(?:src|href)="https?:/);
  const problem = await (await send('[]')).json<{ type: string }>();
  expect(html).toContain(`id="${new URL(problem.type).hash.slice(1)}"`);
});
