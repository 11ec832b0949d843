import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { violationsOn } from '../harness/axe.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { invite, staffToolsOf } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
let tools: StaffTools;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  tools = staffToolsOf(stack);
});
afterAll(async () => {
  tools.db.close();
  await Promise.all([browser.close(), stack.stop()]);
});

/** The console as on a desk, with a key that asks for a finger and always finds the right one. */
async function atDesk(): Promise<Visit & { setFinger(right: boolean): Promise<void> }> {
  const here = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: DESKTOP });
  const devtools = await here.page.context().newCDPSession(here.page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    ...here,
    setFinger: async (isUserVerified) =>
      void (await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })),
  };
}

test('with a passkey one enrols, signs out, signs in and proves again, without typing anything', async () => {
  const { page, open, close, faults } = await atDesk();
  const { account, path } = await invite(tools, 'administrator');
  await open(path);
  await page.getByRole('button', { name: '登记通行密钥' }).click();
  await page.getByRole('heading', { name: '请保存备用码' }).waitFor();
  expect(await page.locator('.codes li').count()).toBe(10);
  await page.getByRole('link', { name: '已保存, 进入工作台' }).click();
  expect(await page.locator('.lead').textContent()).toContain(account.name);

  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await page.getByRole('heading', { name: '工作台' }).waitFor();

  await stack.db.execute({
    sql: 'UPDATE staff_sessions SET proved_at = 0 WHERE account_id = ?',
    args: [account.id],
  });
  await open('/staff/account');
  await page.getByRole('button', { name: '换一套新的备用码' }).click();
  await page.getByRole('button', { name: '用通行密钥确认' }).click();
  await page.getByRole('heading', { name: '我的账号' }).waitFor();
  await page.getByRole('button', { name: '换一套新的备用码' }).click();
  await page.getByRole('heading', { name: '请保存备用码' }).waitFor();
  expect(faults).toEqual([]);
  const { rows } = await stack.db.execute({
    sql: 'SELECT code, data FROM events WHERE stream = ? ORDER BY seq',
    args: [`account:${account.id}`],
  });
  expect(rows.map(({ code }) => code)).toEqual([
    'opened',
    'link-issued',
    'enrolled',
    'session-ended',
    'signed-in',
    'proved-again',
    'recovery-renewed',
  ]);
  expect(rows[4]?.['data']).toBe('{"way":"passkey"}');
  await close();
});

test('a passkey whose holder did not show a finger opens nothing; the page says what else to do', async () => {
  const { page, open, close, setFinger } = await atDesk();
  const { path } = await invite(tools, 'auditor');
  await open(path);
  await page.getByRole('button', { name: '登记通行密钥' }).click();
  await page.getByRole('heading', { name: '请保存备用码' }).waitFor();
  await page.context().clearCookies();
  await setFinger(false);
  await open('/staff/sign-in');
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await page.getByText('通行密钥没有成功').waitFor();
  await setFinger(true);
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await page.getByRole('heading', { name: '工作台' }).waitFor();
  await close();
});

test('what a passkey has signed opens once', async () => {
  const { page, open, close } = await atDesk();
  const { path } = await invite(tools, 'auditor');
  await open(path);
  await page.getByRole('button', { name: '登记通行密钥' }).click();
  await page.getByRole('heading', { name: '请保存备用码' }).waitFor();
  await page.context().clearCookies();
  await open('/staff/sign-in');
  const sent = page.waitForRequest('**/staff/sign-in/passkey');
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  const body = (await sent).postData() ?? '';
  await page.getByRole('heading', { name: '工作台' }).waitFor();
  const headers = { origin: stack.staffUrl, 'content-type': 'application/x-www-form-urlencoded' };
  const again = await fetch(`${stack.staffUrl}/staff/sign-in/passkey`, { method: 'POST', headers, body });
  expect(again.status).toBe(422);
  await close();
});

test('every page of the console can be read by everyone, on a phone and at a desk, in both languages', async () => {
  const { page, open, close } = await atDesk();
  const { path } = await invite(tools, 'administrator');
  const other = await invite(tools, 'station-clerk', { site: 'wanrong', station: 'gaocun' });
  const look = async (name: string) => {
    for (const size of [PHONE, DESKTOP]) {
      await page.setViewportSize(size);
      expect(await violationsOn(page), `${name} ${size.width}`).toEqual([]);
      expect(
        await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
        `${name} fits ${size.width}`,
      ).toBe(true);
    }
  };
  for (const view of ['', '?lang=en', '?elder=1']) {
    await open(`/staff/sign-in${view}`);
    await page.locator('summary').click();
    await look(`sign-in ${view}`);
    await open(path + view);
    await look(`enrol ${view}`);
  }
  await open('/staff/enrol/nothing');
  await look('link gone');
  await open(path);
  await page.getByRole('button', { name: '登记通行密钥' }).click();
  await page.getByRole('heading', { name: '请保存备用码' }).waitFor();
  await look('codes');
  const pages = ['', '/account', '/accounts', `/accounts/${other.account.id}/end`, '/prove'];
  for (const one of pages.flatMap((place) => [`/staff${place}`, `/staff${place}?lang=en`])) {
    await open(one);
    await look(one);
  }
  await open('/staff/accounts');
  await page.getByRole('button', { name: `给${other.account.name}发登记链接` }).click();
  await look('link');
  await close();
});
