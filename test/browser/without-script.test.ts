import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../harness/browser.ts';
import { answerByMouse, sendByMouse } from '../harness/by-mouse.ts';
import { mailFor } from '../harness/client.ts';
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

/** The time trap (screen.ts): a person takes longer. */
const QUICKEST_MS = 2000;
const plain = { javaScriptEnabled: false };

test.each(formCases().map((one) => [one.path, one] as const))(
  '%s: one page with all its questions, sent by the browser itself',
  async (_, one) => {
    const { page, faults, open, close } = await visit(browser, stack, plain);
    await open(one.path);
    const opened = Date.now();
    for (const name of one.answers.keys()) {
      const inputs = page.locator(`[name="${name}"]:not([type="hidden"])`);
      if ((await inputs.count()) > 0) expect(await inputs.first().isVisible(), name).toBe(true);
    }
    expect(await page.locator('.counter').count()).toBe(0);
    await answerByMouse(page.locator('form[data-keep]'), one.answers);
    await wait(Math.max(0, QUICKEST_MS - (Date.now() - opened) + 200));
    await sendByMouse(page);
    const { number, code } = await readReceipt(page);
    expect((await mailFor(stack, number))[0]?.text).toContain(code);
    expect(faults).toEqual([]);
    await close();
  },
);

test('who is refused keeps every word, and each error leads to its question', async () => {
  const { page, open, close } = await visit(browser, stack, plain);
  await open('/wanrong/petition');
  await answerByMouse(
    page.locator('form[data-keep]'),
    new Map([
      ['answers.category', ['request']],
      ['answers.topic', ['roads']],
      ['answers.title', ['路']],
      ['answers.body', ['门前的路坏了三个月, 下雨天出不了门。']],
      ['contact.name', ['李某芳(示例)']],
      ['contact.phone', ['12345']],
    ]),
  );
  await page.locator('[data-send]').click();
  await page.waitForSelector('[data-summary]');
  expect(await page.locator('[data-summary] a').count()).toBe(4);
  const order = await page.locator('[data-summary] a').evaluateAll((links) => links.map((link) => String(link.hash)));
  expect(order).toEqual(['#answers-title', '#contact-phone', '#contact-address', '#consent-privacy']);
  expect(await page.inputValue('[name="answers.title"]')).toBe('路');
  expect(await page.inputValue('[name="answers.body"]')).toBe('门前的路坏了三个月, 下雨天出不了门。');
  expect(await page.inputValue('[name="contact.phone"]')).toBe('12345');
  expect(await page.isChecked('[name="answers.category"][value="request"]')).toBe(true);
  for (const link of await page.locator('[data-summary] a').all()) {
    const target = (await link.getAttribute('href')) ?? '';
    await link.click();
    expect(await page.locator(`${target}:target`).count(), target).toBe(1);
  }
  await close();
});
