import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from '../harness/axe.ts';
import { startBrowser } from '../harness/browser.ts';
import { answerByMouse, nextByMouse, shownStep } from '../harness/by-mouse.ts';
import { formCases, openDrafts } from '../harness/form-pages.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  await openDrafts(stack);
});
afterAll(() => Promise.all([browser.close(), stack.stop()]));

const cases = formCases().map((one) => [one.path, one] as const);

test.each(cases)('%s: every step, and what it says of an empty one', async (_, one) => {
  for (const view of ['', '?lang=en&elder=1']) {
    const { page, open, close } = await visit(browser, stack);
    await open(one.path + view);
    await shownStep(page).locator('.turn .button').click();
    expect(await violationsOn(page), `${view} empty`).toEqual([]);
    for (;;) {
      const step = await shownStep(page).getAttribute('data-step');
      await answerByMouse(shownStep(page), one.answers);
      expect(await violationsOn(page), `${view} ${step}`).toEqual([]);
      if (step === 'check') break;
      await nextByMouse(page);
    }
    await close();
  }
});

test.each(cases)('%s: all on one page where there is no script', async (_, one) => {
  // The page is judged by a script, so it is the page's own that stays out.
  const { page, open, close } = await visit(browser, stack);
  await page.route('**/minyi.js', (route) => route.abort());
  await open(one.path);
  expect(await violationsOn(page)).toEqual([]);
  await close();
});
