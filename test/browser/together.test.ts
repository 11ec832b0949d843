import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { violationsOn } from '../harness/axe.ts';
import { petitionBody } from '../harness/bodies.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { clientOf } from '../harness/client.ts';
import { enrolByHand } from '../harness/enrol-by-hand.ts';
import { invite, staffToolsOf } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
let tools: StaffTools;
let desk: Visit;
const TITLES = ['村北支渠塌了一段,地浇不上', '下坡那个弯没有护栏', '机井坏了三天没人修'];

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  tools = staffToolsOf(stack);
  const contact = { name: '李某芳(示例)', phone: '15400000001', address: '万荣县光华乡前岭(示例)' };
  for (const title of TITLES) {
    const body = petitionBody({ station: 'gaocun', category: 'request', title }, { contact });
    expect((await clientOf(stack).post('petitions', body)).status).toBe(201);
  }
  const clerk = await invite(tools, 'station-clerk', { site: 'wanrong', station: 'gaocun' });
  desk = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: DESKTOP });
  await enrolByHand(desk, clerk.path);
});
afterAll(async () => {
  tools.db.close();
  await Promise.all([browser.close(), stack.stop()]);
});

/** At both widths: whole by axe, and nothing wider than the screen. */
async function sound(page: Page, name: string): Promise<void> {
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    expect.soft(await violationsOn(page), `${name} ${size.width}`).toEqual([]);
    expect
      .soft(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${name} ${size.width} fits`)
      .toBe(true);
  }
}

test('by keyboard alone lines are picked, an action is filled in, checked and taken; each page can be read by everyone', async () => {
  const { page, open, faults } = desk;
  const heading = async (name: string) => {
    await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
    await page.waitForLoadState();
  };
  await open('/staff/cases?view=new');
  await page.getByText('在每行前面打勾').waitFor();
  await page.getByRole('button', { name: '全选本页' }).waitFor();
  await page.keyboard.press('?');
  for (const key of ['x', 'b']) expect(await page.locator('#keys kbd', { hasText: key }).count()).toBeGreaterThan(0);
  await page.keyboard.press('Escape');

  // x picks the line in focus, Space its box; j goes on from a box as from a link.
  for (const key of ['j', 'x']) await page.keyboard.press(key);
  await page.getByText('已选 1 件').waitFor();
  await page.locator('.inbox input').first().focus();
  await page.keyboard.press('Space');
  await page.getByText('在每行前面打勾').waitFor();
  for (const key of ['Space', 'j', 'x']) await page.keyboard.press(key);
  await page.getByText('已选 2 件').waitFor();
  await sound(page, 'list');
  await page.keyboard.press('b');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('登记');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await heading('交办 2 件');
  await sound(page, 'fill');
  await page.getByLabel('主办单位').focus();
  await page.keyboard.type('县水利局');
  await page.keyboard.press('Enter');
  await heading('请核对: 交办 2 件');
  await sound(page, 'check');
  await page.getByRole('button', { name: '交办 2 件' }).press('Enter');
  await heading('交办: 2 件都办好了');
  await sound(page, 'report');
  await page.reload();
  await heading('交办: 2 件都办好了');
  expect(await page.locator('.picked li').count()).toBe(2);

  await page.getByRole('link', { name: '回到列表' }).press('Enter');
  await heading('事项');
  expect(page.url()).toContain('view=new');
  expect(await page.locator('.inbox li').count()).toBe(1);
  expect(faults).toEqual([]);
});

test('on a phone a thumb picks all of the page, and what was ticked is still so when one comes back', async () => {
  const { page, open } = desk;
  await page.setViewportSize(PHONE);
  await open('/staff/cases?view=all');
  await page.getByRole('button', { name: '全选本页' }).click();
  await page.getByText(`已选 ${TITLES.length} 件`).waitFor();
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { name: '登记 1 件', exact: true }).waitFor();
  expect(await page.locator('section', { hasText: '做不了的 2 件' }).innerText()).toContain('现在是「已交办」');
  await page.goBack();
  await page.getByText(`已选 ${TITLES.length} 件`).waitFor();
  await page.getByRole('button', { name: '全不选' }).click();
  expect(await page.locator('.inbox input:checked').count()).toBe(0);
});

test('what a search found is ticked like a list, with the words that were found beside the box', async () => {
  const { page, open, faults } = desk;
  await stack.scheduled();
  await open('/staff/search');
  await page.locator('main input[name=query]').fill('护栏');
  await page.keyboard.press('Enter');
  await page.locator('.inbox mark').first().waitFor();
  await page.locator('.inbox input').first().check();
  await page.getByText('已选 1 件').waitFor();
  await sound(page, 'found');
  expect(faults).toEqual([]);
});
