import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoStaff } from '../../demo/staff.ts';
import { demoLinks } from '../../scripts/seed/seed-staff.ts';
import { allRoutes } from '../../src/app.ts';
import { allRoles, may, type Permission } from '../../src/staff/roles.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { enrolAt, invite, staffBrowser, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
const browsers = new Map<string, StaffBrowser>();
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  for (const { login, link } of await demoLinks(tools)) {
    browsers.set(login, (await enrolAt(stack, new URL(link).pathname)).browser);
  }
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

/** The routes of the console that ask for a session, each with the permission it takes; none: everybody's own. */
const NEEDS: Record<string, Permission | null> = {
  'GET /staff': null,
  'GET /staff/account': null,
  'POST /staff/account/sessions/:id/end': null,
  'POST /staff/account/recovery-codes': null,
  'POST /staff/account/contacts/:channel': null,
  'POST /staff/account/contacts/:channel/code': null,
  'POST /staff/account/contacts/:channel/confirm': null,
  'POST /staff/account/contacts/:channel/remove': null,
  'POST /staff/account/wishes': null,
  'POST /staff/sign-out': null,
  'GET /staff/prove': null,
  'POST /staff/prove/:way': null,
  'GET /staff/file': 'cases.file-for',
  'GET /staff/file/:segment': 'cases.file-for',
  'POST /staff/file/:segment': 'cases.file-for',
  'GET /staff/file/:segment/:id': 'cases.file-for',
  'POST /staff/file/:segment/:id': 'cases.file-for',
  'GET /staff/filed': 'cases.file-for',
  'GET /staff/filed/:receipt': 'cases.file-for',
  'POST /staff/filed/:receipt/confirm': 'cases.file-for',
  'GET /staff/witness': 'cases.witness',
  'GET /staff/witness/:receipt': 'cases.witness',
  'POST /staff/witness/:receipt': 'cases.witness',
  'GET /staff/accounts': 'accounts.manage',
  'POST /staff/accounts': 'accounts.manage',
  'POST /staff/accounts/:id/link': 'accounts.manage',
  'GET /staff/accounts/:id/role': 'accounts.manage',
  'POST /staff/accounts/:id/role': 'accounts.manage',
  'GET /staff/messages': 'system.watch',
  'GET /staff/messages/:site': 'system.watch',
  'GET /staff/messages/stop': 'messages.stop',
  'POST /staff/messages/stop': 'messages.stop',
  'GET /staff/messages/resume': 'messages.stop',
  'POST /staff/messages/resume': 'messages.stop',
  'GET /staff/messages/resume-codes': 'messages.stop',
  'POST /staff/messages/resume-codes': 'messages.stop',
  'GET /staff/health': 'system.watch',
  'GET /staff/health.json': 'system.watch',
  'GET /staff/accounts/:id/end': 'accounts.manage',
  'POST /staff/accounts/:id/end': 'accounts.manage',
};

// Cases and tasks have a matrix of their own (test/contract/case-matrix.test.ts).
const OPEN = /^[A-Z]+ \/staff\/(export|sign-in|enrol|cases|together|search|tasks)(\/|$)/;
const routes = [
  ...new Set(
    allRoutes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/staff'))
      .map(({ method, path }) => `${method} ${path}`),
  ),
];
const posts = routes.filter((route) => route.startsWith('POST'));
const filled = (route: string, id: string): string =>
  (route.split(' ')[1] ?? '')
    .replace(':way', 'authenticator')
    .replace(':segment', 'petition')
    .replace(':site', 'wanrong')
    .replace(/:\w+/g, id);

test('every route of the console is in this matrix', () => {
  expect(routes.filter((route) => !OPEN.test(route)).toSorted()).toEqual(Object.keys(NEEDS).toSorted());
});

test('every role of the list has an account in the demonstration', () => {
  const roles = new Set<string>(demoStaff.map(({ role }) => role));
  expect(Object.keys(allRoles).filter((role) => !roles.has(role))).toEqual([]);
  expect(browsers.size).toBe(demoStaff.length);
});

test.each(demoStaff.map((one) => [one.login, one] as const))(
  '%s reaches what its role allows, and nothing else is there',
  async (login, { role }) => {
    const browser = browsers.get(login) ?? staffBrowser(stack);
    const target = (await invite(tools, 'auditor')).account.id;
    for (const [route, permission] of Object.entries(NEEDS)) {
      // Leaving, and what names a session, an address, a case or a draft, have stories or a matrix of their own.
      if (/sign-out|sessions|contacts|:receipt|:segment\/:id/.test(route)) continue;
      const path = filled(route, target);
      const { status } = route.startsWith('GET') ? await browser.get(path) : await browser.post(path);
      const allowed = permission === null || may(role, permission);
      expect([login, route, status === 404 ? 'not there' : 'there']).toEqual([
        login,
        route,
        allowed ? 'there' : 'not there',
      ]);
    }
    await stack.db.execute('DELETE FROM staff_tries');
  },
);

test('a post from a foreign page is refused on every route, signed in or not', async () => {
  expect(posts.length).toBeGreaterThan(9);
  const browser = browsers.get('admin') ?? staffBrowser(stack);
  const foreign: Record<string, string>[] = [
    { origin: 'https://bad.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: stack.url },
    { origin: `${stack.staffUrl}.bad.example` },
    { origin: stack.staffUrl, 'sec-fetch-site': 'cross-site' },
    { origin: stack.staffUrl, 'sec-fetch-site': 'same-site' },
  ];
  for (const route of posts)
    for (const headers of foreign) {
      const { status } = await browser.post(filled(route, 'x'), {}, headers);
      expect([route, headers, status]).toEqual([route, headers, 403]);
    }
  const bare = await fetch(`${stack.staffUrl}/staff/sign-out`, {
    method: 'POST',
    headers: { cookie: browser.cookie() },
  });
  expect(bare.status).toBe(403);
  expect((await browser.get('/staff')).status).toBe(200);
});

test('a forged, cut or foreign cookie is no session', async () => {
  const good = browsers.get('admin')?.cookie() ?? '';
  expect(good).toMatch(/^__Host-minyi=/);
  for (const cookie of [
    good.slice(0, -1),
    `${good}x`,
    good.replace('__Host-', ''),
    '__Host-minyi=',
    '__Host-minyi=null',
  ]) {
    const browser = staffBrowser(stack);
    browser.keepCookie(cookie);
    expect([cookie, (await browser.get('/staff')).status]).toEqual([cookie, 303]);
  }
});

test('the console answers at its own address only', async () => {
  const elsewhere = await stack.fetch('/staff/sign-in?to=/staff/account');
  expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([
    302,
    `${stack.staffUrl}/staff/sign-in?to=/staff/account`,
  ]);
});
