import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RoleId } from '../../src/staff/roles.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { violationsOn } from '../harness/axe.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { filingForm } from '../harness/filing.ts';
import { invite, staffToolsOf } from '../harness/staff.ts';
import { enrolByHand } from '../harness/enrol-by-hand.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
let tools: StaffTools;
const gaocun = { site: 'wanrong', station: 'gaocun' };

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  tools = staffToolsOf(stack);
});
afterAll(async () => {
  tools.db.close();
  await Promise.all([browser.close(), stack.stop()]);
});

async function staffAt(role: RoleId, viewport: typeof PHONE): Promise<Visit> {
  const { path } = await invite(tools, role, gaocun);
  const visited = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport });
  await enrolByHand(visited, path);
  return visited;
}

/** Every page on the way: whole by axe, and nothing wider than the screen. */
async function sound(page: Page, name: string): Promise<void> {
  const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  expect([name, await violationsOn(page), wide]).toEqual([name, [], false]);
}

async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const first = page.locator(`[name="${name}"]`).first();
    const type = await first.evaluate((node) => `${node.tagName} ${(node as unknown as { type: string }).type}`);
    if (type.startsWith('SELECT')) await first.selectOption(value);
    else if (/radio|checkbox/.test(type))
      await page.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
    else await first.fill(value);
  }
}

test('a grid worker files at somebody’s door with a phone, and a clerk at a desk witnesses it', async () => {
  const { key: _, 'behalf.agreed': agreed = '', ...typed } = filingForm();
  const grid = await staffAt('grid-worker', PHONE);
  const { page, open } = grid;
  await open('/staff');
  await sound(page, 'start');
  await page.locator('.cards').getByRole('link', { name: '代填', exact: true }).click();
  await sound(page, 'forms');
  await page.getByRole('link', { name: '说说您的事' }).click();
  await fill(page, typed);
  await page.getByRole('button', { name: '代为提交' }).click();
  await page.locator('[data-summary]').waitFor();
  await sound(page, 'form');
  await page.getByRole('link', { name: '请先把上面的话念给本人听' }).click();
  await page.locator('[name="behalf.agreed"]').check({ force: true });
  expect(agreed).toBe('true');
  await page.getByRole('button', { name: '代为提交' }).click();
  await page.locator('[data-receipt]').waitFor();
  await sound(page, 'paper');
  await page.getByRole('link', { name: '请本人确认' }).click();
  await page.getByText('请一名同事用自己的账号登录').waitFor();
  await sound(page, 'filed');
  await page.getByRole('link', { name: '我代填的' }).last().click();
  await page.getByRole('heading', { name: '我代填的' }).waitFor();
  await sound(page, 'list');
  expect(grid.faults).toEqual([]);

  const desk = await staffAt('station-clerk', DESKTOP);
  await desk.open('/staff/witness');
  await sound(desk.page, 'waiting');
  await desk.page.getByRole('link', { name: '建议给独居老人装个呼叫器' }).click();
  await sound(desk.page, 'witness');
  await desk.page.getByText('我自己打电话向本人核实过').click();
  await desk.page.getByRole('button', { name: '见证' }).click();
  await desk.page.getByText('没有要见证的').waitFor();
  expect(desk.faults).toEqual([]);
  await Promise.all([grid.close(), desk.close()]);
});

test('the page where somebody confirms is whole, on a phone and with large type', async () => {
  for (const query of ['', '&elder=1']) {
    const { page, open, faults, close } = await visit(browser, stack);
    await open(`/wanrong/confirm?receipt=WR-22222-22222${query}`);
    await sound(page, query);
    await page.locator('input[name=code]').fill('123456');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await sound(page, `${query} wrong`);
    expect(faults).toEqual([]);
    await close();
  }
});
