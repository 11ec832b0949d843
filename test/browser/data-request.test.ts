import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { violationsOn } from '../harness/axe.ts';
import { petitionBody } from '../harness/bodies.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { fillByMouse, sendByMouse } from '../harness/by-mouse.ts';
import { clientOf, mailFor } from '../harness/client.ts';
import { enrolByHand } from '../harness/enrol-by-hand.ts';
import { readReceipt } from '../harness/receipt-page.ts';
import { lookUp } from '../harness/send-petition.ts';
import { invite, staffToolsOf } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

const OWN = '15400000051';

let stack: Stack;
let browser: Browser;
let tools: StaffTools;
let desk: Visit;
let petition: string;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  tools = staffToolsOf(stack);
  const contact = { name: '李某芳(示例)', phone: OWN };
  petition = String((await clientOf(stack).post('petitions', petitionBody({}, { contact }))).body['receipt']);
  const officer = await invite(tools, 'data-officer', { site: 'wanrong' });
  desk = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: DESKTOP });
  await enrolByHand(desk, officer.path);
});
afterAll(async () => {
  tools.db.close();
  await Promise.all([browser.close(), stack.stop()]);
});

/** Nothing that axe finds, at both widths, and nothing to scroll sideways. */
async function sound({ page }: Visit): Promise<void> {
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }
}

const answers = (want: string): ReadonlyMap<string, readonly string[]> =>
  new Map([
    ['answers.want', [want]],
    ['contact.name', ['李某芳(示例)']],
    ['contact.phone', [OWN]],
    ['consent.privacy', ['true']],
  ]);

/** Asks on the page and confirms by the phone; the visit is on the status page then. */
async function asked(phone: Visit, want: string): Promise<{ number: string; code: string }> {
  const { page } = phone;
  await phone.open('/wanrong/data-request');
  await fillByMouse(page, answers(want));
  await sendByMouse(page);
  const receipt = await readReceipt(page);
  await lookUp(phone, receipt.number, receipt.code);
  await sound(phone);
  await page.getByRole('button', { name: '确认是我本人' }).click();
  await page.getByRole('button', { name: '发送确认码' }).click();
  await page.getByLabel('确认码').waitFor();
  await sound(phone);
  const texts = (await mailFor(stack, receipt.number, 2)).map(({ text }) => text).join();
  await page.getByLabel('确认码').fill(/确认码为(\d{6})/.exec(texts)?.[1] ?? '');
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await page.getByText('已用手机确认是您本人').waitFor();
  return receipt;
}

test('asked, confirmed by the phone, given and opened: at both widths, by whoever reads or hears it', async () => {
  const phone = await visit(browser, stack);
  const { page } = phone;
  await phone.open('/wanrong/data-request');
  await sound(phone);
  const { number, code } = await asked(phone, 'see');
  await page.getByRole('button', { name: '加入另一件事' }).click();
  await page.getByRole('heading', { name: '加入另一件事' }).waitFor();
  await sound(phone);

  await desk.open(`/staff/cases/${number.toLowerCase()}`);
  await sound(desk);
  await desk.page.getByRole('link', { name: '提供副本' }).click();
  expect(await desk.page.locator('.held').textContent()).toContain(petition);
  await sound(desk);
  await desk.page.getByRole('button', { name: '提供副本' }).click();
  await desk.page.getByText('已办理').first().waitFor();

  await lookUp(phone, number, code);
  await page.getByRole('button', { name: '查看、下载我的信息' }).click();
  await page.getByText('村东头三盏路灯').first().waitFor();
  await sound(phone);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载文件' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^minyi-wanrong-.*\.json$/);
  expect(phone.faults).toEqual([]);
  await phone.close();
}, 120_000);

test('what to correct is asked of whoever corrects, and the officer sees what would be erased', async () => {
  const phone = await visit(browser, stack);
  const { page } = phone;
  await phone.open('/wanrong/data-request');
  const extra = page.locator('[data-field="answers.newPhone"]');
  await page.getByText('查阅、复制').click();
  expect(await extra.isVisible()).toBe(false);
  await page.getByText('更正', { exact: true }).click();
  expect(await extra.isVisible()).toBe(true);
  await sound(phone);
  const { number } = await asked(phone, 'erase');
  await desk.open(`/staff/cases/${number.toLowerCase()}/erase`);
  expect(await desk.page.locator('.held').textContent()).toContain('保留: 还在办理');
  await sound(desk);
  await phone.close();
}, 120_000);
