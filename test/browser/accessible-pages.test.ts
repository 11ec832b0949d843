import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from '../harness/axe.ts';
import { startBrowser } from '../harness/browser.ts';
import { openDrafts } from '../harness/form-pages.ts';
import { PUBLIC_PAGES } from '../harness/public-pages.ts';
import { readReceipt } from '../harness/receipt-page.ts';
import { lookUp, sendPetition } from '../harness/send-petition.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  await openDrafts(stack);
});
afterAll(() => Promise.all([browser.close(), stack.stop()]));

const VIEWS = ['', '?lang=en', '?elder=1'] as const;

test.each(PUBLIC_PAGES)('%s: everyone can read it, in both languages and in large print', async (path) => {
  const { page, open, close } = await visit(browser, stack);
  for (const view of VIEWS) {
    await open(path + view);
    expect(await violationsOn(page), path + view).toEqual([]);
  }
  await close();
});

test('receipt, what was found by it, a refusal, and a locked number', async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await sendPetition(here);
  const { number, code } = await readReceipt(page);
  expect(await violationsOn(page), 'receipt').toEqual([]);
  await lookUp(here, number, code);
  expect(await page.locator('.timeline').count()).toBe(1);
  expect(await violationsOn(page), 'found').toEqual([]);
  for (let tries = 0; tries < 6; tries += 1) await lookUp(here, number, '000000');
  expect(await page.locator('.notice.bad').count()).toBe(1);
  expect(await violationsOn(page), 'locked').toEqual([]);
  await here.close();
});

test('the page of a refused form, with and without script', async () => {
  for (const withScript of [true, false]) {
    const here = await visit(browser, stack);
    if (!withScript) await here.page.route('**/minyi.js', (route) => route.abort());
    await here.open('/wanrong/petition?elder=1&contact.phone=12345&answers.title=路');
    await here.page.locator('form[data-keep]').evaluate((form) => form.requestSubmit());
    await here.page.waitForSelector('[data-summary]');
    expect(await violationsOn(here.page)).toEqual([]);
    await here.close();
  }
});
