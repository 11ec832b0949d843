import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAll } from '../../scripts/verify/walk.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { enrolAt, invite, staffToolsOf, type Enrolled } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
let admin: Enrolled;
let adminId: string;
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  const { account, path } = await invite(tools, 'administrator');
  adminId = account.id;
  admin = await enrolAt(stack, path);
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

const linkOn = (page: string): string => new URL(/data-link[^>]*>\s*([^<\s]+)/.exec(page)?.[1] ?? 'x:').pathname;
const idOf = async (login: string): Promise<string> => {
  const { rows } = await stack.db.execute({ sql: 'SELECT id FROM staff_accounts WHERE login = ?', args: [login] });
  return rows[0]?.['id'] as string;
};

const NEW = { name: '王某(示例)', login: 'wang', role: 'station-clerk', place: 'wanrong/station/jiedian' };

test('an administrator adds a clerk, hands over the link, and the clerk gets in', async () => {
  const { status, page } = await admin.browser.post('/staff/accounts', NEW);
  expect(status).toBe(200);
  const { browser } = await enrolAt(stack, linkOn(page));
  expect((await browser.get('/staff/account')).page).toContain('万荣县(演示) · 解店');
  expect((await browser.get('/staff/accounts')).status).toBe(404);
  expect((await admin.browser.get('/staff/accounts')).page).toContain(NEW.name);
});

test('what does not fit is refused with its reason, and what was typed is still there', async () => {
  const cases = [
    [{ ...NEW, login: 'Wang!' }, '登录名要以小写字母开头'],
    [{ ...NEW }, '这个登录名已经有人用过'],
    [{ ...NEW, login: 'li', name: '' }, '请填写姓名'],
    [{ ...NEW, login: 'li', place: '*' }, '管辖和角色对不上'],
    [{ ...NEW, login: 'li', role: 'owner' }, '管辖和角色对不上'],
    [{ ...NEW, login: 'li', place: 'wanrong/station/nowhere' }, '管辖和角色对不上'],
  ] as const;
  for (const [values, reason] of cases) {
    const { status, page } = await admin.browser.post('/staff/accounts', values);
    expect([values, status]).toEqual([values, 422]);
    expect(page).toContain(reason);
    expect(page).toContain(`value="${values.login}"`);
  }
});

test('a name is only ever text', async () => {
  const name = '<script>alert(1)</script>"\u202e';
  await admin.browser.post('/staff/accounts', { ...NEW, login: 'text', name });
  const { page } = await admin.browser.get('/staff/accounts');
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('a new link for a lost phone closes every earlier way in once it is used', async () => {
  const { account, path } = await invite(tools, 'auditor');
  const lost = await enrolAt(stack, path);
  const { page } = await admin.browser.post(`/staff/accounts/${account.id}/link`);
  expect((await lost.browser.get('/staff')).status).toBe(200);
  await enrolAt(stack, linkOn(page));
  expect((await lost.browser.get('/staff')).status).toBe(303);
  const old = { login: account.login, code: lost.codes[0] ?? '' };
  expect((await lost.browser.post('/staff/sign-in/recovery-code', old)).status).toBe(422);
});

test('an account that is ended is out at once, and its login is never given again', async () => {
  const clerk = await enrolAt(
    stack,
    linkOn((await admin.browser.post('/staff/accounts', { ...NEW, login: 'zhao' })).page),
  );
  const id = await idOf('zhao');
  expect((await admin.browser.get(`/staff/accounts/${id}/end`)).page).toContain('停用王某(示例)的账号?');
  expect((await admin.browser.post(`/staff/accounts/${id}/end`)).location).toBe('/staff/accounts');
  expect((await clerk.browser.get('/staff')).status).toBe(303);
  const again = await admin.browser.post('/staff/accounts', { ...NEW, login: 'zhao' });
  expect([again.status, again.page.includes('这个登录名已经有人用过')]).toEqual([422, true]);
  expect((await admin.browser.post(`/staff/accounts/${id}/link`)).status).toBe(404);
});

test('nobody ends their own account', async () => {
  expect((await admin.browser.post(`/staff/accounts/${adminId}/end`)).status).toBe(404);
  expect((await admin.browser.get('/staff')).status).toBe(200);
});

test('every change of an account takes a fresh proof', async () => {
  await stack.db.execute({
    sql: 'UPDATE staff_sessions SET proved_at = ? WHERE account_id = ?',
    args: [Date.now() - 5 * 60_000, adminId],
  });
  const id = await idOf('wang');
  for (const path of ['/staff/accounts', `/staff/accounts/${id}/link`, `/staff/accounts/${id}/end`]) {
    const { location } = await admin.browser.post(path, NEW);
    expect([path, location]).toEqual([path, '/staff/prove?to=%2Fstaff%2Faccounts']);
  }
});

test('each account has a chain of what was done with it, by whom, and every chain is whole', async () => {
  const { rows } = await stack.db.execute({
    sql: 'SELECT actor, code FROM events WHERE stream = ? ORDER BY seq',
    args: [`account:${await idOf('zhao')}`],
  });
  const own = `staff:${await idOf('zhao')}`;
  expect(rows.map(({ actor, code }) => [actor, code])).toEqual([
    [`staff:${adminId}`, 'opened'],
    [`staff:${adminId}`, 'link-issued'],
    [own, 'enrolled'],
    [`staff:${adminId}`, 'ended'],
  ]);
  expect((await verifyAll(tools)).brokenStreams).toEqual([]);
});

test('what is over is swept away', async () => {
  await invite(tools, 'auditor');
  await stack.scheduled();
  const left = async (table: string) => (await stack.db.execute(`SELECT COUNT(*) AS n FROM ${table}`)).rows[0]?.['n'];
  expect(await left('staff_enrol_links')).not.toBe(0);
  await stack.db.execute('UPDATE staff_enrol_links SET expires_at = 0');
  await stack.db.execute('UPDATE staff_sessions SET created_at = 0');
  await stack.scheduled();
  expect([await left('staff_enrol_links'), await left('staff_sessions')]).toEqual([0, 0]);
});
