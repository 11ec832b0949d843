import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromRoot } from '../../scripts/root.ts';
import { allRoutes } from '../../src/app.ts';
import { sites } from '../../src/sites/index.ts';
import { COUNTY_ORIGIN, startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

async function framing(path: string, init?: RequestInit): Promise<{ ancestors: string; options: string | null }> {
  const { headers } = await stack.fetch(path, init);
  const ancestors = /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? 'missing';
  return { ancestors, options: headers.get('x-frame-options') };
}

const opener = async (path: string) => (await stack.fetch(path)).headers.get('cross-origin-opener-policy');

const CLOSED = { ancestors: "'none'", options: 'DENY' };

const walked = [...new Set(allRoutes.filter(({ path }) => !path.includes('*')).map(({ path }) => path))];
const pagesOfSite = walked.filter((path) => path.startsWith('/:site'));
const fill = (path: string, site: string): string => path.replace(':site', site).replace(/:\w+/g, 'x');

test('every page of a county may be framed by itself and exactly its listed origins', async () => {
  expect(pagesOfSite.length).toBeGreaterThan(10);
  for (const site of sites) {
    const own = { ancestors: ["'self'", ...site.origins, COUNTY_ORIGIN].join(' '), options: null };
    for (const path of pagesOfSite) expect([path, await framing(fill(path, site.id))]).toEqual([path, own]);
    expect(await framing(`/${site.id}/no-such-page`)).toEqual(own);
    expect(await framing(`/${site.id}/petition`, { method: 'POST', body: 'not a form' })).toEqual(own);
  }
});

test('nothing else may be framed by anybody', async () => {
  const others = walked.filter((path) => !path.startsWith('/:site'));
  expect(others.length).toBeGreaterThan(10);
  for (const path of others) {
    const real = fill(path, 'wanrong');
    expect([real, await framing(real)]).toEqual([real, CLOSED]);
  }
  for (const path of ['/nowhere', '/nowhere/petition', '/staff', '/api/v1/nowhere', '/wanrong%2Fpetition'])
    expect([path, await framing(path)]).toEqual([path, CLOSED]);
});

test('no file is framed, and only the tag and the API’s description are given to other origins', async () => {
  const files = readdirSync(fromRoot('dist', 'assets')).filter((name) => name !== '_headers');
  expect(files).toEqual(expect.arrayContaining(['embed.js', 'minyi.js', 'minyi.css']));
  const shared = new Set(['embed.js', 'openapi.json']);
  for (const file of files) {
    expect([file, await framing(`/${file}`)]).toEqual([file, CLOSED]);
    const { headers } = await stack.fetch(`/${file}`);
    expect(headers.get('cross-origin-resource-policy')).toBe(shared.has(file) ? 'cross-origin' : null);
  }
});

test('only a frame on a page that is not listed is reported', async () => {
  const ask = (path: string, referer: string, dest = 'iframe') =>
    stack.fetch(path, { headers: { referer, 'sec-fetch-dest': dest } });
  await ask('/wanrong/petition?embed=1', `${COUNTY_ORIGIN}/page`);
  await ask('/wanrong/petition?embed=1', 'https://www.wanrong.example/');
  await ask('/wanrong/status?embed=1', `${stack.url}/wanrong/petition?embed=1`);
  await ask('/wanrong/petition', 'https://search.example/');
  await ask('/wanrong/petition?embed=1', 'https://link.example/', 'document');
  await ask('/wanrong/petition?embed=1', 'not an address');
  await ask('/wanrong/petition?embed=1', 'https://wanrong.example/');
  const reported = stack.logs().filter((line) => line.includes('origin not listed'));
  expect(reported.map((line) => JSON.parse(line))).toEqual([
    {
      level: 'warn',
      what: 'origin not listed',
      at: expect.any(String),
      origin: 'https://wanrong.example',
      site: 'wanrong',
    },
  ]);
});

test('a page opened out of our frame is not refused for being sandboxed; others stay apart from their openers', async () => {
  expect(await opener('/wanrong/privacy?embed=1')).toBeNull();
  expect(await opener('/wanrong/privacy')).toBe('same-origin');
  expect(await opener('/healthz?embed=1')).toBe('same-origin');
});
