import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../harness/browser.ts';
import { answerByKeyboard, tabTo } from '../harness/by-keyboard.ts';
import { shownStep } from '../harness/by-mouse.ts';
import { formCases, openDrafts } from '../harness/form-pages.ts';
import { readReceipt } from '../harness/receipt-page.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  await openDrafts(stack);
});
afterAll(() => Promise.all([browser.close(), stack.stop()]));

test.each(formCases().map((one) => [one.path, one] as const))('%s: without ever touching a mouse', async (_, one) => {
  const { page, faults, open, close } = await visit(browser, stack);
  await open(one.path);
  for (;;) {
    const step = shownStep(page);
    if ((await step.getAttribute('data-step')) === 'check') break;
    const title = await step.locator('h2').innerText();
    await answerByKeyboard(page, one.answers);
    await tabTo(page, '.turn .button:not(.quiet)');
    await page.keyboard.press('Enter');
    // The reader hears where one has come to.
    await expect.poll(() => page.locator('h2:focus').innerText()).not.toBe(title);
  }
  await tabTo(page, '[data-send]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/receipt\//);
  expect((await readReceipt(page)).number).toMatch(/^[A-Z]{2}-/);
  expect(faults).toEqual([]);
  await close();
});

test('what is missing is said at once, and the focus is where it is missing', async () => {
  const { page, open, close } = await visit(browser, stack);
  await open('/wanrong/petition');
  await tabTo(page, '.turn .button');
  await page.keyboard.press('Enter');
  expect(await page.locator(':focus').getAttribute('name')).toBe('answers.category');
  expect(await page.locator('.field.wrong').count()).toBe(2);
  const described = await page.locator(':focus').getAttribute('aria-describedby');
  expect(described).toContain('answers-category-error');
  // Answered, it is red no longer.
  await page.keyboard.press('Space');
  expect(await page.locator('.field.wrong').count()).toBe(1);
  await close();
});

test('the first tab on every page leads past the head to what matters', async () => {
  const { page, open, close } = await visit(browser, stack);
  for (const path of ['/', '/wanrong', '/wanrong/petition', '/wanrong/status']) {
    await open(path);
    await tabTo(page, '.skip');
    expect((await page.locator('.skip').boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('main');
  }
  await close();
});
