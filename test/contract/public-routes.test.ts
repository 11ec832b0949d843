import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRoutes } from '../../src/app.ts';
import { startStack, type Stack } from '../harness/stack.ts';

/** Everything anybody may ask for without being known. What is not here must ask who it is. */
const PUBLIC = [
  'GET /',
  'GET /healthz',
  'GET /readyz',
  'GET /.well-known/minyi-keys.json',
  'GET /docs',

  'GET /:site',
  'GET /:site/stations',
  'GET /:site/proposals',
  'GET /:site/proposals/:id',
  'GET /:site/guide',
  'GET /:site/privacy',
  'GET /:site/accessibility',
  'GET /:site/reporting',
  'GET /:site/embed',
  'GET /:site/embed/poster/:form',
  'GET /:site/petition',
  'POST /:site/petition',
  'GET /:site/pledge',
  'POST /:site/pledge',
  'GET /:site/pledge/:id',
  'POST /:site/pledge/:id',
  'GET /:site/drafts',
  'GET /:site/drafts/:id',
  'POST /:site/drafts/:id',
  'GET /:site/subsidies',
  'GET /:site/subsidies/:id',
  'POST /:site/subsidies/:id',
  'GET /:site/data-request',
  'POST /:site/data-request',

  'GET /api/v1/:site',
  'GET /api/v1/:site/challenge',
  'GET /api/v1/:site/stations',
  'GET /api/v1/:site/stations/:id',
  'GET /api/v1/:site/forms/:kind',
  'GET /api/v1/:site/drafts',
  'GET /api/v1/:site/drafts/:id',
  'GET /api/v1/:site/proposals',
  'GET /api/v1/:site/proposals/:id',
  'GET /api/v1/:site/measures',
  'GET /api/v1/:site/measures/:id',
  'GET /api/v1/:site/campaigns',
  'POST /api/v1/:site/eligibility',
  'POST /api/v1/:site/petitions',
  'POST /api/v1/:site/comments',
  'POST /api/v1/:site/applications',
  'POST /api/v1/:site/pledges',
  'POST /api/v1/:site/data-requests',
  // Number and code, or a sealed token, are asked for by the route itself.
  'GET /:site/receipt/:token',
  'GET /:site/receipt/:token/picture.png',
  'GET /:site/status',
  'POST /:site/status',
  'POST /:site/status/new-code',
  'POST /:site/status/contact',
  // By number and code, and then some: the phone’s own code, another case’s number and code, a copy that was given.
  'POST /:site/status/identity',
  'POST /:site/status/include',
  'POST /:site/status/copy',
  'POST /:site/status/:action',
  'GET /:site/confirm',
  'POST /:site/confirm',
  'POST /api/v1/:site/status',
  'POST /api/v1/:site/status/new-code',
  'POST /api/v1/:site/status/contact',
  'POST /api/v1/:site/status/identity',
  'POST /api/v1/:site/status/include',
  'POST /api/v1/:site/status/copy',
  'POST /api/v1/:site/status/:action',
  // Suppliers of messages prove here who they are: by a path of their own, and a signature where they make one.
  'POST /callbacks/:supplier/:secret',
  // Staff prove here who they are; an enrol link is asked for by the route itself.
  'GET /staff/sign-in',
  'POST /staff/sign-in/:way',
  'GET /staff/enrol/:token',
  'POST /staff/enrol/:token/authenticator',
  'POST /staff/enrol/:token/passkey',
];

const isDev = (route: string): boolean => /^[A-Z]+ \/dev(\/|$)/.test(route);
const routes = [...new Set(allRoutes.filter(({ method }) => method !== 'ALL').map((r) => `${r.method} ${r.path}`))];

let stack: Stack;
beforeAll(async () => void (stack = await startStack({ vars: { ENVIRONMENT: 'production' } })));
afterAll(() => stack.stop());

const ask = async (route: string): Promise<number> => {
  const [method = 'GET', path = '/'] = route.split(' ');
  const filled = path.replace(':site', 'wanrong').replace(/:\w+/g, 'x');
  // The console has its own address, and takes posts from its own pages only.
  const origin = filled.startsWith('/staff') ? stack.staffUrl : stack.url;
  const init = { method, headers: { origin }, redirect: 'manual' } as const;
  return (await fetch(`${origin}${filled}`, init)).status;
};

test('the list of public routes names no route that is gone', () => {
  expect(PUBLIC.filter((route) => !routes.includes(route))).toEqual([]);
});

test('a route that is not public asks who it is, or is not there', async () => {
  for (const route of routes.filter((one) => !PUBLIC.includes(one) && !isDev(one))) {
    expect([route, [401, 302, 303].includes(await ask(route))]).toEqual([route, true]);
  }
});

test('the tools of a local run are absent anywhere else', async () => {
  const dev = routes.filter(isDev);
  expect(dev.length).toBeGreaterThan(1);
  for (const route of dev) expect([route, await ask(route)]).toEqual([route, 404]);
});

test('the key of a local run opens nothing anywhere else', async () => {
  const headers = { authorization: 'Bearer mk_local', 'content-type': 'application/json' };
  const { status } = await stack.fetch('/api/v1/wanrong/petitions', { method: 'POST', headers, body: '{}' });
  expect(status).toBe(401);
});

test('nothing else answers: neither sources, nor settings, nor another name of a page', async () => {
  const paths = [
    '/index.html',
    '/docs.html',
    '//example.com/',
    '/openapi.yaml',
    '/_headers',
    '/.env',
    '/.git/config',
    '/wrangler.toml',
    '/worker.js',
    '/worker.js.map',
    '/api',
    '/api/v1',
    '/admin',
    '/wanrong/cases',
    '/wanrong/staff',
    '/api/v1/wanrong/cases',
    '/api/v1/wanrong/petitions/1',
  ];
  for (const path of paths) expect([path, await ask(`GET ${path}`)]).toEqual([path, 404]);
});

test('no public route fails, whatever it is asked', async () => {
  for (const route of PUBLIC) expect([route, (await ask(route)) < 500]).toEqual([route, true]);
});

test('what is no site knows its own methods', async () => {
  for (const path of ['/healthz', '/readyz', '/docs', '/.well-known/minyi-keys.json']) {
    const { status, headers } = await stack.fetch(path, { method: 'DELETE' });
    expect([path, status, headers.get('allow')]).toEqual([path, 405, 'GET, HEAD']);
  }
  expect((await stack.fetch('/docs/nothing')).status).toBe(404);
});

test('a slash at the end leads to the page without it, and never to another host', async () => {
  for (const path of ['/wanrong/', '/docs/', '/wanrong/petition/?lang=en']) {
    const { status, headers } = await stack.fetch(path);
    expect([path, status, headers.get('location')]).toEqual([path, 301, path.replace(/\/(?=\?|$)/, '')]);
  }
});
