import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../harness/browser.ts';
import { mailFor } from '../harness/client.ts';
import { readReceipt } from '../harness/receipt-page.ts';
import { lookUp, sendPetition } from '../harness/send-petition.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => void ([stack, browser] = await Promise.all([startStack(), startBrowser()])));
afterAll(() => Promise.all([browser.close(), stack.stop()]));

test('from the receipt one goes to the look-up page, types the code, and sees how far it is', async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await sendPetition(here);
  const { number, code } = await readReceipt(page);
  await mailFor(stack, number);
  await page.click('main > .button');
  expect(await page.inputValue('#receipt')).toBe(number);
  await page.fill('#code', code);
  await page.click('[data-send] >> nth=0');
  await page.waitForSelector('.timeline');
  expect(await page.innerText('h1')).toBe(number);
  const said = await page.innerText('main');
  expect(said).toContain('已收到');
  expect(said).toMatch(/期限.*\d{4}年/);
  expect(said).toMatch(/短信.*(已发出|等待发送)/);
  expect(page.url()).not.toContain(code);
  expect(here.faults).toEqual([]);
  await here.close();
});

test('a wrong code gets a sentence that tells nothing about the number, and the number stays typed', async () => {
  const here = await visit(browser, stack);
  await sendPetition(here);
  const { number, code } = await readReceipt(here.page);
  await lookUp(here, number, code === '111111' ? '222222' : '111111');
  // What had the focus is gone; the reader goes on where the answer stands.
  expect(await here.page.locator(':focus').getAttribute('id')).toBe('main');
  const wrongCode = await here.page.innerText('.notice.bad');
  expect(await here.page.inputValue('#receipt')).toBe(number);
  await lookUp(here, 'WR-22222-22222', code);
  expect(await here.page.innerText('.notice.bad')).toBe(wrongCode);
  expect(wrongCode).toContain('查询码');
  await here.close();
});

test('who lost the code gets a new one by message, and it opens the case', async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await sendPetition(here);
  const { number, code } = await readReceipt(page);
  await mailFor(stack, number);
  await here.open(`/wanrong/status?receipt=${number}`);
  await page.click('summary');
  expect(await page.inputValue('#lost-receipt')).toBe(number);
  await page.click('details [data-send]');
  await page.waitForSelector('.notice.good');
  const [newest] = await mailFor(stack, number, 2);
  const fresh = /\b\d{6}\b/.exec(newest?.text.replace(number, '') ?? '')?.[0] ?? '';
  expect(fresh).not.toBe(code);
  await lookUp(here, number, fresh);
  expect(await page.innerText('h1')).toBe(number);
  await here.close();
});
