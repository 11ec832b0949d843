import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { answerByMouse, fillByMouse, nextByMouse, sendByMouse, shownStep } from '../harness/by-mouse.ts';
import { formCases, openDrafts } from '../harness/form-pages.ts';
import { PUBLIC_PAGES } from '../harness/public-pages.ts';
import { readReceipt } from '../harness/receipt-page.ts';
import { lookUp, petitionAnswers } from '../harness/send-petition.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  await openDrafts(stack);
});
afterAll(() => Promise.all([browser.close(), stack.stop()]));

/** The phone's own setting for type twice as large. */
async function withLargeType({ page }: Visit): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

/** What stands out of the screen at the side, or is cut; nobody finds it. */
const sideways = ({ page }: Visit): Promise<string[]> =>
  page.locator('html').evaluate((html) => {
    const all: (typeof html)[] = Array.from(html.querySelectorAll('body *'));
    const outside = all.filter((element) => {
      if (element.closest('.skip, .decoy, .unseen, .pick input')) return false;
      return element.getBoundingClientRect().right > html.clientWidth + 1;
    });
    const scrolls = html.scrollWidth > html.clientWidth ? [`the page is ${html.scrollWidth} wide`] : [];
    return [...scrolls, ...outside.map((element) => `${element.tagName}.${element.className}`)];
  });

test.each(PUBLIC_PAGES)('%s fits a small phone whose type is twice as large', async (path) => {
  const here = await visit(browser, stack);
  await withLargeType(here);
  for (const view of ['', '?lang=en&elder=1']) {
    await here.open(path + view);
    expect(await sideways(here), path + view).toEqual([]);
  }
  await here.close();
});

test.each(formCases().map((one) => [one.path, one] as const))('%s fits it on every step', async (_, one) => {
  const here = await visit(browser, stack);
  await withLargeType(here);
  await here.open(`${one.path}?elder=1`);
  for (;;) {
    const step = await shownStep(here.page).getAttribute('data-step');
    await answerByMouse(shownStep(here.page), one.answers);
    expect(await sideways(here), `step ${step}`).toEqual([]);
    if (step === 'check') break;
    await nextByMouse(here.page);
  }
  await here.close();
});

const longName = '阿某古丽·买某提(示例)';
const longTitle =
  '村口到学校那条路下雨天全是泥孩子上学要绕两里地希望能在入冬以前铺上石子或者水泥再装两盏路灯好让老人走';

test('a long name and a title of fifty characters are there in full, and receipt and status fit too', async () => {
  expect(Array.from(longTitle)).toHaveLength(50);
  const answers = new Map([...petitionAnswers, ['contact.name', [longName]], ['answers.title', [longTitle]]]);
  for (const viewport of [PHONE, DESKTOP]) {
    const here = await visit(browser, stack, { viewport });
    if (viewport === PHONE) await withLargeType(here);
    await here.open('/wanrong/petition');
    await fillByMouse(here.page, answers);
    const shown = await here.page.locator('[data-answers]').innerText();
    expect(shown).toContain(longName);
    expect(shown).toContain(longTitle);
    expect(await sideways(here)).toEqual([]);
    await sendByMouse(here.page);
    const { number, code } = await readReceipt(here.page);
    expect(await sideways(here)).toEqual([]);
    await lookUp(here, number, code);
    expect(await sideways(here)).toEqual([]);
    await here.close();
  }
});

test('what one presses is as high as a thumb: 48 px, and 60 in large print', async () => {
  const here = await visit(browser, stack);
  const pressed = 'main :is(button, .button, select, .pick, .card, summary, input:not(.pick input)):visible';
  for (const [view, least] of [
    ['', 48],
    ['?elder=1', 60],
  ] as const) {
    for (const path of ['/wanrong', '/wanrong/petition', '/wanrong/status', '/wanrong/stations', '/wenxi/subsidies']) {
      await here.open(path + view);
      const heights = await here.page
        .locator(pressed)
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
      expect(Math.min(...heights), path + view).toBeGreaterThanOrEqual(least);
    }
  }
  await here.close();
});
