import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import {
  digitsOf,
  enrolAt,
  invite,
  linkFor,
  sealedOn,
  secretOn,
  staffBrowser,
  staffToolsOf,
} from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

const CLERK = { site: 'wanrong', station: 'gaocun' };
const clerk = () => invite(tools, 'station-clerk', CLERK);

test('by an enrol link and the digits of a phone a clerk gets in, with ten recovery codes', async () => {
  const { account, path } = await clerk();
  const { browser, codes } = await enrolAt(stack, path);
  expect(new Set(codes).size).toBe(10);
  const home = await browser.get('/staff');
  expect(home.status).toBe(200);
  expect(home.page).toContain(account.name);
  expect(home.page).not.toContain('/staff/accounts');
  expect((await browser.get('/staff/account')).page).toContain('万荣县(演示) · 高村');
});

test('the cookie of a session can be read by no script, sent by no other site, and stands for no name', async () => {
  const { path } = await clerk();
  const browser = staffBrowser(stack);
  const { page } = await browser.get(path);
  const code = await digitsOf(secretOn(page));
  const { headers } = await browser.post(`${path}/authenticator`, { sealed: sealedOn(page), code });
  expect(headers.get('set-cookie')).toMatch(/^__Host-minyi=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const { rows } = await stack.db.execute('SELECT hash FROM staff_sessions');
  const token = browser.cookie().split('=')[1] ?? '';
  expect(rows.map(({ hash }) => hash)).not.toContain(token);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

test('a used link, an old one and one that a newer has replaced open nothing', async () => {
  const { account, path } = await clerk();
  await enrolAt(stack, path);
  expect((await staffBrowser(stack).get(path)).status).toBe(404);
  const [earlier, later] = [await linkFor(tools, account), await linkFor(tools, account)];
  expect((await staffBrowser(stack).get(earlier)).status).toBe(404);
  expect((await staffBrowser(stack).get(later)).status).toBe(200);
  await stack.db.execute({
    sql: 'UPDATE staff_enrol_links SET expires_at = ? WHERE account_id = ?',
    args: [Date.now(), account.id],
  });
  expect((await staffBrowser(stack).get(later)).status).toBe(404);
});

test('of two who use one link at the same moment one gets in', async () => {
  const { path } = await clerk();
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => enrolAt(stack, path)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a wrong first code leaves the link and the scanned secret as they were', async () => {
  const { path } = await clerk();
  const browser = staffBrowser(stack);
  const first = await browser.get(path);
  const wrong = await browser.post(`${path}/authenticator`, { sealed: sealedOn(first.page), code: '000000' });
  expect(wrong.status).toBe(422);
  expect(secretOn(wrong.page)).toEqual(secretOn(first.page));
  const other = await clerk();
  const foreign = { sealed: sealedOn(first.page), code: await digitsOf(secretOn(first.page)) };
  expect((await staffBrowser(stack).post(`${other.path}/authenticator`, foreign)).status).toBe(422);
});

test('digits let in once; a recovery code lets in once', async () => {
  const { account, path } = await clerk();
  const { secret, codes } = await enrolAt(stack, path);
  const { login } = account;
  const byDigits = async (code: string) =>
    (await staffBrowser(stack).post('/staff/sign-in/authenticator', { login, code })).status;
  const code = await digitsOf(secret);
  expect(await byDigits(code)).toBe(303);
  expect(await byDigits(code)).toBe(422);
  const byCode = async () =>
    (await staffBrowser(stack).post('/staff/sign-in/recovery-code', { login, code: codes[0]?.toLowerCase() ?? '' }))
      .status;
  expect(await byCode()).toBe(303);
  expect(await byCode()).toBe(422);
});

test('after five wrong codes a login is locked, even for the right one; a login nobody has is locked alike', async () => {
  const { account, path } = await clerk();
  const { secret } = await enrolAt(stack, path);
  const statuses = async (login: string): Promise<number[]> => {
    const seen: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      const { status } = await staffBrowser(stack).post('/staff/sign-in/authenticator', { login, code: '000000' });
      seen.push(status);
    }
    return seen;
  };
  expect(await statuses(account.login)).toEqual([422, 422, 422, 422, 422, 429]);
  expect(await statuses('nobody-of-that-name')).toEqual([422, 422, 422, 422, 422, 429]);
  const right = { login: account.login, code: await digitsOf(secret) };
  const refused = await staffBrowser(stack).post('/staff/sign-in/authenticator', right);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900']);
  await stack.db.execute('DELETE FROM staff_tries');
});

test('twenty guesses at once get no more tries than five in a row', async () => {
  const { account, path } = await clerk();
  await enrolAt(stack, path);
  const guesses = Array.from({ length: 20 }, () =>
    staffBrowser(stack).post('/staff/sign-in/authenticator', { login: account.login, code: '000000' }),
  );
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 422)).toHaveLength(5);
  await stack.db.execute('DELETE FROM staff_tries');
});

test('a session ends after 30 minutes unused, and after 12 hours in any case', async () => {
  const { account, path } = await clerk();
  const { browser } = await enrolAt(stack, path);
  const set = (column: 'seen_at' | 'created_at', minutesAgo: number) =>
    stack.db.execute({
      sql: `UPDATE staff_sessions SET ${column} = ? WHERE account_id = ?`,
      args: [Date.now() - minutesAgo * 60_000, account.id],
    });
  await set('seen_at', 29);
  expect((await browser.get('/staff')).status).toBe(200);
  await set('seen_at', 30);
  expect(await browser.get('/staff/account')).toMatchObject({
    status: 303,
    location: '/staff/sign-in?to=%2Fstaff%2Faccount',
  });
  await set('seen_at', 0);
  await set('created_at', 12 * 60 - 1);
  expect((await browser.get('/staff')).status).toBe(200);
  await set('created_at', 12 * 60);
  expect((await browser.get('/staff')).status).toBe(303);
});

test('one ends the other sessions of the account, and nobody else’s', async () => {
  const [one, other] = [await clerk(), await clerk()];
  const { browser, secret } = await enrolAt(stack, one.path);
  const second = staffBrowser(stack);
  await second.post('/staff/sign-in/authenticator', { login: one.account.login, code: await digitsOf(secret) });
  const stranger = await enrolAt(stack, other.path);
  const idsOf = async (accountId: string): Promise<string[]> => {
    const sql = 'SELECT id FROM staff_sessions WHERE account_id = ? ORDER BY created_at';
    return (await stack.db.execute({ sql, args: [accountId] })).rows.map(({ id }) => id as string);
  };
  const [, mine] = await idsOf(one.account.id);
  const [theirs] = await idsOf(other.account.id);
  expect((await browser.post(`/staff/account/sessions/${theirs}/end`)).status).toBe(404);
  expect((await stranger.browser.get('/staff')).status).toBe(200);
  expect((await browser.post(`/staff/account/sessions/${mine}/end`)).status).toBe(303);
  expect((await second.get('/staff')).status).toBe(303);
  expect((await browser.post('/staff/sign-out')).location).toBe('/staff/sign-in');
  expect((await browser.get('/staff')).status).toBe(303);
});

test('new recovery codes take a fresh proof, and the old ones stop working', async () => {
  const { account, path } = await clerk();
  const { browser, secret, codes } = await enrolAt(stack, path);
  await stack.db.execute({
    sql: 'UPDATE staff_sessions SET proved_at = ? WHERE account_id = ?',
    args: [Date.now() - 5 * 60_000, account.id],
  });
  const asked = await browser.post('/staff/account/recovery-codes');
  expect(asked.location).toBe('/staff/prove?to=%2Fstaff%2Faccount');
  const proof = { to: '/staff/account', code: await digitsOf(secret) };
  expect((await browser.post('/staff/prove/authenticator', proof)).location).toBe('/staff/account');
  expect((await browser.post('/staff/account/recovery-codes')).status).toBe(200);
  const old = { login: account.login, code: codes[3] ?? '' };
  expect((await staffBrowser(stack).post('/staff/sign-in/recovery-code', old)).status).toBe(422);
});

test('whoever sends a way back elsewhere lands in the console', async () => {
  const { account, path } = await clerk();
  const { codes } = await enrolAt(stack, path);
  for (const [index, to] of ['https://bad.example/', '//bad.example', '/staff/../wanrong', '/wanrong'].entries()) {
    const values = { login: account.login, code: codes[index] ?? '', to };
    const { location } = await staffBrowser(stack).post('/staff/sign-in/recovery-code', values);
    expect([to, location]).toEqual([to, '/staff']);
  }
});
