import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { violationsOn } from '../harness/axe.ts';
import { petitionBody } from '../harness/bodies.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { clientOf } from '../harness/client.ts';
import { lookUp } from '../harness/send-petition.ts';
import { invite, staffToolsOf } from '../harness/staff.ts';
import { enrolByHand } from '../harness/enrol-by-hand.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

/** In a local run this number refuses every message (src/notify/magic.ts). */
const REFUSES = '15400000904';

let stack: Stack;
let browser: Browser;
let tools: StaffTools;
let desk: Visit;
let receipt = '';
let code = '';
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  tools = staffToolsOf(stack);
  const contact = { name: '李某芳(示例)', phone: REFUSES };
  const sent = await clientOf(stack).post('petitions', petitionBody({ station: 'gaocun' }, { contact }));
  ({ receipt, code } = sent.body as { receipt: string; code: string });
  await stack.scheduled();
  const clerk = await invite(tools, 'station-clerk', { site: 'wanrong', station: 'gaocun' });
  desk = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: DESKTOP });
  await enrolByHand(desk, clerk.path);
});
afterAll(async () => {
  tools.db.close();
  await Promise.all([browser.close(), stack.stop()]);
});

/** Nothing that axe finds, at both widths. */
async function sound({ page }: Visit): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await violationsOn(page)).toEqual([]);
  }
}

test('the desk has it as a task, and reads on the case what became of the message', async () => {
  await desk.open('/staff/tasks');
  const task = desk.page.locator('.task.message-failed');
  expect(await task.textContent()).toContain('通知没有送到');
  await sound(desk);
  await desk.open(`/staff/cases/${receipt.toLowerCase()}`);
  expect(await desk.page.locator('.ledger').textContent()).toMatch(
    /短信.*没有发成, 请更正号码或地址.*发往 154\*\*\*\*0904/,
  );
  await sound(desk);
});

test('the sender reads the same, corrects the number by keyboard, and sees it arrive', async () => {
  const phone = await visit(browser, stack, { viewport: PHONE });
  const { page } = phone;
  await lookUp(phone, receipt, code);
  expect(await page.locator('.ledger').textContent()).toMatch(/短信.*没有发成, 请更正号码或地址.*发往 154\*\*\*\*0904/);
  await sound(phone);
  await page.getByRole('button', { name: '更正电话或邮箱' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '更正电话或邮箱' }).waitFor();
  await page.getByRole('button', { name: '更正', exact: true }).click();
  expect(await page.locator('.summary, [role=alert]').first().textContent()).toContain('请填新的电话或邮箱');
  await page.getByLabel('新的电话').fill('15400000002');
  await sound(phone);
  await page.keyboard.press('Enter');
  await page.getByText('已经更正').waitFor();
  await sound(phone);
  await stack.scheduled();
  await page.getByRole('button', { name: '查询办理情况' }).click();
  expect(await page.locator('.ledger li').allTextContents()).toEqual([
    expect.stringMatching(/短信.*已发出.*发往 154\*\*\*\*0002/),
    expect.stringMatching(/没有发成, 后来已改发.*发往 154\*\*\*\*0904/),
  ]);
  expect(phone.faults).toEqual([]);
  await phone.close();
  await desk.open('/staff/tasks');
  expect(await desk.page.locator('.task').count()).toBe(0);
});
