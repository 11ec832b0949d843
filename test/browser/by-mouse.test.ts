import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { fillByMouse, sendByMouse } from '../harness/by-mouse.ts';
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

const FORM_PAGE_BYTES = 60 * 1024;
const cases = formCases().map((one) => [one.path, one] as const);

test.each(cases)(
  '%s: step by step on a phone, from the first question to the receipt and the message',
  async (_, one) => {
    const { page, faults, weight, open, close } = await visit(browser, stack, { viewport: PHONE });
    await open(one.path);
    expect(await weight()).toBeLessThanOrEqual(FORM_PAGE_BYTES);
    const counters = await fillByMouse(page, one.answers);
    expect(counters).toEqual(counters.map((_, index) => `第 ${index + 1} 步, 共 ${counters.length} 步`));
    const toCheck = await page.locator('[data-answers]').innerText();
    expect(toCheck).toContain('李某芳(示例)');
    expect(toCheck).toContain('15400000001');
    await sendByMouse(page);
    const receipt = await readReceipt(page);
    const [message] = await mailFor(stack, receipt.number);
    expect(message).toMatchObject({ channel: 'sms', to: expect.stringContaining('15400000001') });
    expect(message?.text).toContain(receipt.number);
    expect(message?.text).toContain(receipt.code);
    expect(faults).toEqual([]);
    await close();
  },
);

test.each(cases)('%s: on the wide screen of an office', async (_, one) => {
  const { page, faults, open, close } = await visit(browser, stack, { viewport: DESKTOP });
  await open(one.path);
  await fillByMouse(page, one.answers);
  await sendByMouse(page);
  expect((await readReceipt(page)).code).toMatch(/^\d{6}$/);
  expect(faults).toEqual([]);
  await close();
});
