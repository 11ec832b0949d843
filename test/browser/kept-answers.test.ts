import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../harness/browser.ts';
import { answerByMouse, fillByMouse, nextByMouse, sendByMouse, shownStep } from '../harness/by-mouse.ts';
import { petitionAnswers } from '../harness/send-petition.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => void ([stack, browser] = await Promise.all([startStack(), startBrowser()])));
afterAll(() => Promise.all([browser.close(), stack.stop()]));

const FORM = '/wanrong/petition';
const kept = ({ page }: Visit): Promise<string[]> =>
  page.locator('html').evaluate((html) => Object.keys(html.ownerDocument.defaultView.sessionStorage).map(String));

test('a call comes in, the page is loaded anew: the same step, and nothing typed is lost', async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await here.open(FORM);
  await answerByMouse(shownStep(page), petitionAnswers);
  await nextByMouse(page);
  await page.fill('[name="answers.title"]', '村东头路灯不亮');
  await page.reload();
  expect(await shownStep(page).getAttribute('data-step')).toBe('matter');
  expect(await page.inputValue('[name="answers.title"]')).toBe('村东头路灯不亮');
  expect(await page.isChecked('[name="answers.category"][value="suggestion"]')).toBe(true);
  await here.close();
});

test("the phone's back button goes one step back, and leaving the form and coming back loses nothing", async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await here.open('/wanrong');
  await page.click(`a[href="${FORM}"]`);
  await answerByMouse(shownStep(page), petitionAnswers);
  await nextByMouse(page);
  await answerByMouse(shownStep(page), petitionAnswers);
  await page.goBack();
  expect(await shownStep(page).getAttribute('data-step')).toBe('kind');
  await page.goBack();
  await page.waitForURL(/\/wanrong$/);
  await page.click(`a[href="${FORM}"]`);
  await page.waitForSelector('.stepping');
  expect(await page.inputValue('[name="answers.title"]')).toBe('村东头路灯不亮');
  await here.close();
});

test('an answer changed at the end leads straight back to the answers', async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await here.open(FORM);
  await fillByMouse(page, petitionAnswers);
  await page.locator('[data-answers] .group button').nth(1).click();
  await page.fill('[name="answers.title"]', '村西头路灯不亮');
  await nextByMouse(page);
  expect(await shownStep(page).getAttribute('data-step')).toBe('check');
  expect(await page.innerText('[data-answers]')).toContain('村西头路灯不亮');
  await here.close();
});

test('after the receipt a shared phone knows nothing any more, back button included', async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await here.open(FORM);
  await fillByMouse(page, petitionAnswers);
  expect(await kept(here)).toHaveLength(1);
  await sendByMouse(page);
  expect(await kept(here)).toEqual([]);
  await page.goBack();
  await page.waitForLoadState();
  expect(await page.locator('html').innerText()).not.toContain('李某芳');
  await here.open(FORM);
  expect(await page.inputValue('[name="answers.title"]')).toBe('');
  expect(await page.locator('input:checked').count()).toBe(0);
  await here.close();
});

test('while the network is gone the page says so, keeps everything and sends by itself when it is back', async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await here.open(FORM);
  await fillByMouse(page, petitionAnswers);
  await page.context().setOffline(true);
  await page.click('[data-send]');
  await expect.poll(() => page.innerText('[data-sending]')).toBe('网络不稳, 内容已保存在本机, 正在重试');
  await page.context().setOffline(false);
  await page.waitForURL(/\/receipt\//);
  await here.close();
});
