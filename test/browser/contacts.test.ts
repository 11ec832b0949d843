import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { violationsOn } from '../harness/axe.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import type { Mail } from '../harness/client.ts';
import { enrolByHand } from '../harness/enrol-by-hand.ts';
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

/** The page as it stands, at both widths and in both languages of its own: nothing runs out, axe has no objection. */
async function fits({ page }: Visit): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await violationsOn(page)).toEqual([]);
  }
}

async function codeFor(to: string): Promise<string> {
  for (let round = 0; round < 50; round += 1) {
    const all = await (await stack.fetch('/dev/mailbox.json')).json<Mail[]>();
    const code = /\d{6}/.exec(all.find((mail) => mail.to === to)?.text ?? '')?.[0];
    if (code !== undefined) return code;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no code for ${to}`);
}

/** A second try of the test has an address of its own. */
let tried = 0;

test('by keyboard: an address, what is wrong with it, its code, and what to be told of', async () => {
  const { path } = await invite(tools, 'station-clerk', { site: 'wanrong', station: 'gaocun' });
  const clerk = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: PHONE });
  const { page, open } = clerk;
  await enrolByHand(clerk, path);
  tried += 1;
  const address = `feng${tried}@station.example`;
  await open('/staff/account');
  await fits(clerk);
  const email = page.getByLabel('工作邮箱', { exact: true });
  await email.fill('feng@station');
  await page.keyboard.press('Enter');
  expect(await page.locator('#email-address-error').textContent()).toBe('请核对邮箱地址, 例如 name@example.cn。');
  expect(await email.inputValue()).toBe('feng@station');
  await fits(clerk);
  await email.fill(address);
  await page.keyboard.press('Enter');
  await page.getByLabel('收到的 6 位确认码').fill('12');
  await page.keyboard.press('Enter');
  expect(await page.locator('#email-code-error').textContent()).toBe('确认码不对, 请核对。');
  await fits(clerk);
  await page.getByLabel('收到的 6 位确认码').fill(await codeFor(address));
  await page.keyboard.press('Enter');
  await page.getByText('f***@station.example, 已确认').waitFor();
  const wish = (name: string) => page.getByRole('group', { name }).getByLabel('邮件');
  expect(await wish('快到期的事项').isChecked()).toBe(true);
  await wish('快到期的事项').focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '保存提醒设置' }).press('Enter');
  await page.waitForURL('**/staff/account#contacts');
  expect([await wish('快到期的事项').isChecked(), await wish('逾期的事项').isChecked()]).toEqual([false, true]);
  await fits(clerk);
  await open('/staff/account?lang=en');
  await fits(clerk);
  expect(clerk.faults).toEqual([]);
});
