import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { templates } from '../../src/notify/templates.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { violationsOn } from '../harness/axe.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor } from '../harness/client.ts';
import { enrolByHand } from '../harness/enrol-by-hand.ts';
import { invite, staffToolsOf } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
let tools: StaffTools;
let admin: Visit;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  tools = staffToolsOf(stack);
  const { path } = await invite(tools, 'administrator');
  // Without script: every page of the console works so.
  admin = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: PHONE, javaScriptEnabled: false });
  await enrolByHand(admin, path);
});
afterAll(async () => {
  tools.db.close();
  await Promise.all([browser.close(), stack.stop()]);
});

const reasonFor = async (to: 'stop' | 'resume', reason: string, button: string): Promise<void> => {
  const { page, open } = admin;
  await open(`/staff/messages/${to}?site=wanrong`);
  await page.getByLabel('为什么').fill(reason);
  await page.getByRole('button', { name: button }).click();
};

const waitingIn = async (receipt: string): Promise<unknown[]> => {
  const sql = 'SELECT state FROM outbox WHERE case_id = (SELECT id FROM cases WHERE receipt = ?)';
  return (await stack.db.execute(sql, [receipt])).rows.map(({ state }) => state);
};

test('an administrator stops a county’s messages, everybody in the console sees it, and resumed they leave', async () => {
  const { page, faults, open } = admin;
  await open('/staff/messages/stop?site=wanrong');
  expect(await page.getByRole('radio', { name: '万荣县(演示)' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: '马上停发' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('请填写');
  await reasonFor('stop', '有人拿假号码刷短信(示例)', '马上停发');
  await page.waitForURL('**/staff/messages');
  expect(await page.locator('#wanrong [data-channel=sms]').textContent()).toContain('停发中');
  expect(await page.locator('#wenxi').textContent()).not.toContain('停发中');
  expect(await page.locator('.stop-banner').textContent()).toContain('万荣县(演示): 短信和邮件已停发');

  const sent = await clientOf(stack).post('petitions', petitionBody());
  const receipt = String(sent.body['receipt']);
  await stack.scheduled();
  expect(await waitingIn(receipt)).toEqual(['queued']);
  await open('/staff/health');
  expect(await page.locator('#messages-stopped .health-sites').textContent()).toContain('万荣县(演示): 2');

  await reasonFor('stop', '再停一次(示例)', '马上停发');
  expect(await page.getByRole('alert').textContent()).toContain('本来就停着');
  expect(await page.getByLabel('为什么').inputValue()).toBe('再停一次(示例)');
  await reasonFor('resume', '号码已经拦下(示例)', '恢复发送');
  await page.waitForURL('**/staff/messages');
  expect(await page.locator('.stop-banner').count()).toBe(0);
  await stack.scheduled();
  expect((await mailFor(stack, receipt)).map(({ channel }) => channel)).toEqual(['sms']);
  await open('/staff/messages/wanrong');
  expect(await page.locator('[data-stop=lifted]').allTextContents()).toEqual([
    expect.stringContaining('有人拿假号码刷短信(示例)') as string,
    expect.stringContaining('号码已经拦下(示例)') as string,
  ]);
  expect(faults).toEqual([]);
});

test('every template stands there by event, channel and language, and the linter has no objection', async () => {
  const { page, open } = admin;
  await open('/staff/messages/wanrong');
  expect(await page.locator('[data-text]').count()).toBe(4 * Object.keys(templates).length);
  expect(await page.locator('[data-text] .level.act').count()).toBe(0);
  const first = page.locator('#template-received [data-text="sms zh"]');
  expect(await first.textContent()).toContain('最长 69 字, 计 1 条');
  expect(await first.textContent()).toContain('编号{number},查询码{code}');
});

test.each([
  ['a phone', PHONE],
  ['a desk', DESKTOP],
])('on %s nothing runs out of the pages, and axe has no objection, in either language', async (_, viewport) => {
  const storageState = await admin.page.context().storageState();
  const { page, faults, open, close } = await visit(
    browser,
    { ...stack, url: stack.staffUrl },
    { viewport, storageState },
  );
  for (const path of ['/staff/messages', '/staff/messages/wanrong', '/staff/messages/stop', '/staff/messages/resume']) {
    for (const lang of ['', '?lang=en']) {
      await open(`${path}${lang}`);
      expect(new URL(page.url()).pathname).toBe(path);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(await violationsOn(page)).toEqual([]);
    }
  }
  expect(faults).toEqual([]);
  await close();
});
