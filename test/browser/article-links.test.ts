import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../harness/browser.ts';
import { nextByMouse, shownStep } from '../harness/by-mouse.ts';
import { openDrafts } from '../harness/form-pages.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  await openDrafts(stack);
});
afterAll(() => Promise.all([browser.close(), stack.stop()]));

const WASTE = '/wanrong/drafts/hd-waste-2026';
const article = (page: Page, item = '') => page.locator(`[name="answers.${item}article"]`);
const linkOf = (page: Page, id: string) => page.locator(`#${id} a`);

async function writeOn(page: Page, id: string): Promise<void> {
  await linkOf(page, id).click();
  await page.locator('label[for="answers-stance"]').click();
  await page.locator('[name="answers.reason"]').fill('夏天垃圾放两天就臭。');
}

test('the link of an article chooses it, until something is written; nothing written moves to another article', async () => {
  const { page, open, close, faults } = await visit(browser, stack);
  await open(WASTE);
  await linkOf(page, 'a8').click();
  await writeOn(page, 'a17');
  expect(await article(page).inputValue()).toBe('a17');
  await linkOf(page, 'a22').click();
  expect(await article(page).inputValue()).toBe('a17');
  expect(await shownStep(page).getAttribute('data-step')).toBe('also');
  await page.locator('#answers-also').click();
  await page.waitForURL(/#answers-also-0$/);
  await linkOf(page, 'a22').click();
  expect(await article(page, 'also.0.').inputValue()).toBe('a22');
  expect(faults).toEqual([]);
  await close();
});

test('one more item that is left untouched holds nobody up', async () => {
  const { page, open, close } = await visit(browser, stack);
  await open(WASTE);
  await writeOn(page, 'a17');
  await nextByMouse(page);
  await page.locator('#answers-also').click();
  await page.waitForURL(/#answers-also-0$/);
  await nextByMouse(page);
  expect(await shownStep(page).getAttribute('data-step')).toBe('who');
  await close();
});
