import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../harness/browser.ts';
import { answerByMouse, fillByMouse, nextByMouse, sendByMouse, shownStep } from '../harness/by-mouse.ts';
import { readReceipt } from '../harness/receipt-page.ts';
import { petitionAnswers } from '../harness/send-petition.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => void ([stack, browser] = await Promise.all([startStack(), startBrowser()])));
afterAll(() => Promise.all([browser.close(), stack.stop()]));

const report = new Map([...petitionAnswers, ['answers.category', ['report']]]);
const station = '[name="answers.station"]';

test('who reports somebody is asked neither for a station nor for a deputy, and confidence is ticked already', async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await here.open('/wanrong/petition?answers.station=wr-gaocun');
  await fillByMouse(page, report);
  const toCheck = await page.innerText('[data-answers]');
  expect(toCheck).not.toContain('交给哪个联络站');
  expect(toCheck).not.toContain('想让哪位代表知道');
  expect(toCheck).toMatch(/请为我保密\s*已勾选/);
  await sendByMouse(page);
  expect((await readReceipt(page)).next).toContain('没有规定办理日期');
  expect(here.faults).toEqual([]);
  await here.close();
});

test('who changes their mind is asked again, and the tick can be taken away', async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await here.open('/wanrong/petition');
  await answerByMouse(shownStep(page), report);
  expect(await page.isDisabled(station)).toBe(true);
  expect(await page.isChecked('[name="answers.confidential"]')).toBe(true);
  await page.reload();
  expect(await page.isDisabled(station)).toBe(true);
  expect(await page.isChecked('[name="answers.confidential"]')).toBe(true);
  await answerByMouse(shownStep(page), petitionAnswers);
  await nextByMouse(page);
  await answerByMouse(shownStep(page), petitionAnswers);
  await nextByMouse(page);
  expect(await page.isVisible(station)).toBe(true);
  expect(await page.isEnabled(station)).toBe(true);
  await here.close();
});

test('without script all questions stand there, and a report with a station is refused with a sentence', async () => {
  const here = await visit(browser, stack, { javaScriptEnabled: false });
  const { page } = here;
  await here.open('/wanrong/petition');
  await answerByMouse(page.locator('form[data-keep]'), report);
  await page.selectOption(station, { index: 1 });
  await page.click('[data-send]');
  await page.waitForSelector('[data-summary]');
  expect(await page.innerText('[data-summary]')).toContain('举报不交给联络站');
  await here.close();
});
