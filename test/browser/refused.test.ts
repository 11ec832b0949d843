import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../harness/browser.ts';
import { fillByMouse, sendByMouse } from '../harness/by-mouse.ts';
import { mailFor } from '../harness/client.ts';
import { readReceipt } from '../harness/receipt-page.ts';
import { petitionAnswers } from '../harness/send-petition.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => void ([stack, browser] = await Promise.all([startStack(), startBrowser()])));
afterAll(() => Promise.all([browser.close(), stack.stop()]));

/** What somebody types who wants a page, a spreadsheet or a reader's eye to do something. */
const planted = {
  'answers.title': `<script>document.title='planted'</script>`,
  'answers.body': `=cmd|' /C calc'!A0\n"><img src=x onerror="document.title='planted'"> \u202Edlrow olleh\u202C`,
  'answers.place': `'; DROP TABLE cases; -- \u2066<b>村口</b>\u2069`,
  'contact.name': `"><svg onload="document.title='planted'">`,
  'contact.address': `{{7*7}} @SUM(A1) </textarea><script>document.title='planted'</script>`,
};

async function refusedWith(here: Visit, more: Record<string, string>): Promise<void> {
  const answers = new Map(petitionAnswers);
  for (const [name, value] of Object.entries({ 'contact.phone': '12345', ...more })) answers.set(name, [value]);
  await here.open('/wanrong/petition');
  await fillByMouse(here.page, answers);
  await here.page.click('[data-send]');
  await here.page.waitForSelector('[data-summary]');
}

test('a number that is none is refused by the server; the focus is on the summary, and it leads to the question', async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await refusedWith(here, {});
  expect(await page.locator('[data-summary]:focus').count()).toBe(1);
  await page.click('[data-summary] a');
  expect(await page.locator(':focus').getAttribute('name')).toBe('contact.phone');
  expect(await page.isVisible('[name="contact.phone"]')).toBe(true);
  expect(await page.innerText('#contact-phone-error')).toContain('电话号码不对');
  await here.close();
});

test('what was planted stays text: on the page again, in the storage, and never in a message', async () => {
  const here = await visit(browser, stack);
  const { page, faults } = here;
  await refusedWith(here, planted);
  expect(await page.title()).not.toBe('planted');
  expect(await page.locator('main script, main svg, main img, main b').count()).toBe(0);
  for (const [name, value] of Object.entries(planted)) {
    expect(await page.inputValue(`[name="${name}"]`), name).toBe(value);
  }
  // Put right, the rest of it is sent as it is.
  await page.locator('[name="contact.phone"]').fill('15400000001');
  await page.locator('[data-step="contact"] .turn .button:not(.quiet)').click();
  while ((await page.locator('[data-step="check"]:not([hidden])').count()) === 0) {
    await page.locator('[data-step]:not([hidden]) .turn .button:not(.quiet)').click();
  }
  const toCheck = await page.innerText('[data-answers]');
  expect(toCheck).toContain(planted['answers.title']);
  await sendByMouse(page);
  const { number } = await readReceipt(page);
  await mailFor(stack, number);
  const mailbox = await (await stack.fetch('/dev/mailbox.json')).text();
  for (const word of ['script', 'cmd|', 'DROP TABLE', 'svg', '7*7', '村口', 'dlrow'])
    expect(mailbox).not.toContain(word);
  expect(faults).toEqual([]);
  await here.close();
});

test('a form sent again after a refusal makes one case, with one number', async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await refusedWith(here, { 'answers.title': '只此一件的事' });
  await page.locator('[data-summary] a').click();
  await page.fill('[name="contact.phone"]', '15400000002');
  await page.locator('[data-step]:not([hidden]) .turn .button:not(.quiet)').click();
  while ((await page.locator('[data-step="check"]:not([hidden])').count()) === 0) {
    await page.locator('[data-step]:not([hidden]) .turn .button:not(.quiet)').click();
  }
  await page.locator('[data-send]').dblclick();
  await page.waitForURL(/\/receipt\//);
  const { rows } = await stack.db.execute("SELECT count(*) AS n FROM cases WHERE title = '只此一件的事'");
  expect(Number(rows[0]?.['n'])).toBe(1);
  await here.close();
});
