import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../harness/browser.ts';
import { fillByMouse } from '../harness/by-mouse.ts';
import { petitionAnswers } from '../harness/send-petition.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
// Without objects nothing keeps a submission while the database is gone: the page has to.
beforeAll(
  async () => void ([stack, browser] = await Promise.all([startStack({ vars: { INTAKE: 'direct' } }), startBrowser()])),
);
afterAll(() => Promise.all([browser.close(), stack.stop()]));

test('where nobody can take it the page says so, keeps what was typed and sends it by itself later', async () => {
  const here = await visit(browser, stack);
  const { page } = here;
  await here.open('/wanrong/petition');
  await fillByMouse(page, petitionAnswers);
  await stack.stopDatabase();
  await page.click('[data-send]');
  await page.locator('[data-sending]', { hasText: '正在重试' }).waitFor();
  expect(await page.inputValue('[name="answers.title"]')).toBe('村东头路灯不亮');
  await stack.startDatabase();
  await page.waitForSelector('[data-receipt]', { timeout: 40_000 });
  const { rows } = await stack.db.execute('SELECT count(*) AS n FROM cases');
  expect(rows[0]?.['n']).toBe(1);
  await here.close();
});
