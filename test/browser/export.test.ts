import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { violationsOn } from '../harness/axe.ts';
import { petitionBody } from '../harness/bodies.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { clientOf } from '../harness/client.ts';
import { invite, staffToolsOf } from '../harness/staff.ts';
import { enrolByHand } from '../harness/enrol-by-hand.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit } from '../harness/visit.ts';

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

test('from the list to a file on the disk; the page is whole by axe at both widths', async () => {
  await clientOf(stack).post('petitions', petitionBody({ station: 'gaocun' }));
  const { path } = await invite(tools, 'station-clerk', { site: 'wanrong', station: 'gaocun' });
  const { page, open, faults } = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: DESKTOP });
  await enrolByHand({ page, open }, path);
  await open('/staff/cases');
  await page.getByRole('link', { name: '导出' }).click();
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    expect([viewport.width, await violationsOn(page), wide]).toEqual([viewport.width, [], false]);
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出文件' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^minyi-wanrong-.*\.csv$/);
  expect(await readFile(await download.path(), 'utf8')).toContain('村东头路灯不亮');
  expect(faults).toEqual([]);
});
