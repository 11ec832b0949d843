import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusOf } from '../../src/errors.ts';
import { tidyText } from '../../src/lib/text.ts';
import { petitionBody } from '../harness/bodies.ts';
import type { Json } from '../harness/client.ts';
import type { Stack } from '../harness/stack.ts';
import { contextOf, oncePerKind, startCounty } from './county-stack.ts';
import { nastyJson, nastyTexts, notJson } from './nasty.ts';
import { changed, placesIn } from './walk.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startCounty()));
afterAll(async () => {
  expect(stack.logs().filter((line) => line.includes('unexpected'))).toEqual([]);
  await stack.stop();
});

const kinds = [...new Map(oncePerKind.map((one) => [one.form.kind, one])).values()];
const submitting = kinds.map(({ site, form }) => `/api/v1/${site.id}/${form.collection}`);
const looking = ['status', 'status/new-code', 'status/withdraw'].map((path) => `/api/v1/jishan/${path}`);
const routes = [...submitting, ...looking, '/api/v1/wenxi/eligibility'];

type Body = RequestInit['body'];
const JSON_TYPE = { 'content-type': 'application/json', authorization: 'Bearer mk_local' };

/** Posts anything; whatever comes back must be an answer of the contract. Gives its code, or `ok`. */
async function post(path: string, body: Body, headers: Record<string, string> = JSON_TYPE): Promise<string> {
  const response = await stack.fetch(path, { method: 'POST', headers, body });
  const answer = await response.text();
  if (response.ok) return 'ok';
  expect([path, response.status < 500, answer.slice(0, 200)]).toEqual([path, true, answer.slice(0, 200)]);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const { code, status } = JSON.parse(answer) as { code: keyof typeof statusOf; status: number };
  expect([code, statusOf[code], status]).toEqual([code, response.status, response.status]);
  return code;
}

test.each(Object.entries(notJson))('%s is no body, anywhere', async (_, body) => {
  for (const path of routes) expect([path, await post(path, body)]).toEqual([path, 'body.malformed']);
});

test.each(Object.entries(nastyJson))(
  '%s, as the answer to any question, is refused and harms nothing',
  async (_, json) => {
    for (const subject of kinds) {
      const { site, form, sample } = subject;
      const path = `/api/v1/${site.id}/${form.collection}`;
      for (const place of placesIn(form.fields(contextOf(site), sample.body), sample.body)) {
        const text = JSON.stringify(changed(sample.body, place.path, '\u0001')).replace('"\\u0001"', json);
        expect(['answers.invalid', 'ok']).toContain(await post(path, text));
      }
      for (const key of ['contact', 'answers', 'consent', 'notify', 'challenge', 'extra']) {
        const text = JSON.stringify({ ...sample.body, [key]: '\u0001' }).replace('"\\u0001"', json);
        expect([key, await post(path, text)]).toEqual([
          key,
          key === 'challenge' || key === 'notify' ? expect.any(String) : 'answers.invalid',
        ]);
      }
    }
    for (const path of looking) {
      expect(await post(path, `{"receipt":${json},"code":"1"}`)).toBe('answers.invalid');
      expect(await post(path, `{"receipt":"JS-22222-22222","code":"1","extra":${json}}`)).toBe('answers.invalid');
    }
    expect(await post('/api/v1/wenxi/eligibility', `{"measure":"hire-reward","facts":${json}}`)).toMatch(/invalid|ok/);
    expect(await post('/api/v1/wenxi/eligibility', `{"measure":${json},"facts":{}}`)).toMatch(/invalid/);
    expect(await post('/api/v1/wenxi/eligibility', `{"measure":"hire-reward","facts":{"masters":${json}}}`)).toMatch(
      /invalid|ok/,
    );
  },
);

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  '%s is an unknown key to a look-up too',
  async (key) => {
    const body = `{"receipt":"JS-22222-22222","code":"111111","${key}":{"x":1}}`;
    expect(await post('/api/v1/jishan/status', body)).toBe('answers.invalid');
    expect(await post('/api/v1/jishan/status/new-code', body.replace('"code":"111111",', ''))).toBe('answers.invalid');
    expect(await post('/api/v1/wenxi/eligibility', `{"measure":"hire-reward","facts":{"${key}":1}}`)).toBe(
      'facts.invalid',
    );
  },
);

test.each(Object.entries(nastyTexts))('%s is a text like any other: kept as typed after tidying', async (_, text) => {
  const body = petitionBody({ title: `${text}甲乙`.slice(0, 48), body: `${text} 演示正文演示正文演示正文` });
  const sent = await stack.fetch('/api/v1/wanrong/petitions', {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify(body),
  });
  const { receipt } = await sent.json<Json>();
  expect(sent.status).toBe(201);
  const { rows } = await stack.db.execute({
    sql: 'SELECT title FROM cases WHERE receipt = ?',
    args: [String(receipt)],
  });
  expect(rows[0]?.['title']).toBe(tidyText(String((body['answers'] as Json)['title'])));
});

test('of two equal keys the last one counts, for all of us', async () => {
  const text = JSON.stringify(petitionBody());
  expect(await post('/api/v1/wanrong/petitions', text.replace('{', '{"consent":{"privacy":false},'))).toBe('ok');
  expect(await post('/api/v1/wanrong/petitions', text.replace(/}$/, ',"consent":{"privacy":false}}'))).toBe(
    'answers.invalid',
  );
});

test('size, type and packing are judged before anything is read', async () => {
  const good = JSON.stringify(petitionBody());
  for (const path of routes) {
    expect(await post(path, `{"a":"${'x'.repeat(5_000_000)}"}`)).toBe('body.too-large');
    expect(await post(path, good, { ...JSON_TYPE, 'content-type': 'text/plain' })).toBe('body.type');
    expect(await post(path, new Uint8Array(Buffer.from(good)), { authorization: 'Bearer mk_local' })).toBe('body.type');
    const packed = { ...JSON_TYPE, 'content-encoding': 'gzip' };
    expect(await post(path, new Uint8Array(gzipSync(good)), packed)).toBe('body.type');
    expect(await post(path, new Uint8Array(gzipSync(good)))).toBe('body.malformed');
    expect(await post(path, new URLSearchParams({ receipt: 'x' }), { authorization: 'Bearer mk_local' })).toBe(
      'body.type',
    );
  }
  const keys = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`k${n}`, 1]));
  for (const path of submitting) expect(await post(path, JSON.stringify(keys))).toBe('answers.invalid');
});

test.each([
  '/api/v1/__proto__/petitions',
  '/api/v1/%E0%A4%A/petitions',
  '/api/v1/wanrong%00/petitions',
  '/api/v1/wanrong/constructor',
  '/api/v1/wanrong/petitions/..%2f..%2fstatus',
  `/api/v1/wanrong/${'x'.repeat(5000)}`,
  '/api/v1/jishan/status/__proto__',
  '/api/v1/jishan/status/%00',
])('a path that leads nowhere: %s', async (path) => {
  expect(await post(path, '{"receipt":"JS-22222-22222","code":"111111"}')).toMatch(/unknown|refused|not-found/);
});

const RUNS = { numRuns: 60 };
const anyJson = fc.oneof(fc.json(), fc.json({ stringUnit: 'binary', maxDepth: 4 }), fc.string({ unit: 'binary' }));

test('whatever is posted, the answer is one of the contract', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes), anyJson, async (path, body) => void (await post(path, body))),
    RUNS,
  );
});

test('whatever stands in the place of one answer, the answer is one of the contract', async () => {
  const anywhere = fc.constantFrom(...kinds).chain((subject) => {
    const places = placesIn(subject.form.fields(contextOf(subject.site), subject.sample.body), subject.sample.body);
    return fc.tuple(fc.constant(subject), fc.constantFrom(...places), fc.jsonValue({ stringUnit: 'binary' }));
  });
  await fc.assert(
    fc.asyncProperty(anywhere, async ([{ site, form, sample }, { path }, value]) => {
      await post(`/api/v1/${site.id}/${form.collection}`, JSON.stringify(changed(sample.body, path, value)));
    }),
    RUNS,
  );
});
