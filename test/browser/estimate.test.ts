import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../harness/browser.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => void ([stack, browser] = await Promise.all([startStack(), startBrowser()])));
afterAll(() => Promise.all([browser.close(), stack.stop()]));

test('the estimate comes by itself once all is answered, follows a change, and is seen again before sending', async () => {
  const { page, faults, open, close } = await visit(browser, stack);
  await open('/wenxi/subsidies/hire-reward');
  const answer = page.locator('#estimate');
  const yes = (name: string) => page.locator(`label[for="answers-facts-${name}"]`).click();
  await yes('enterpriseInCounty');
  await page.fill('[name="answers.facts.masters"]', '2');
  await page.fill('[name="answers.facts.bachelors"]', '1');
  expect(await answer.innerText()).toBe('');
  await yes('fullTime');
  await answer.getByText('可申请 8000 元').waitFor();
  await page.fill('[name="answers.facts.masters"]', '3');
  await answer.getByText('可申请 11000 元').waitFor();

  const next = page.getByRole('button', { name: '下一步' });
  await next.click();
  await page.fill('[name="contact.organisation.name"]', '闻喜示例新材料有限公司');
  await page.fill('[name="contact.organisation.uscc"]', '91990000DEM0000145');
  await next.click();
  await page.fill('[name="contact.name"]', '郭某(示例)');
  await page.fill('[name="contact.phone"]', '15400000002');
  await next.click();
  // The account may come later: its step lets one pass.
  await next.click();
  await page.locator('label[for="consent-privacy"]').click();
  await next.click();
  expect(await page.locator('[data-answers]').innerText()).toContain('可申请 11000 元');
  expect(faults).toEqual([]);
  await close();
});

test('who does not know everything asks what is missing; a lost network says so and keeps the answers', async () => {
  const { page, open, close } = await visit(browser, stack);
  await open('/wenxi/subsidies/settling-in');
  const look = page.getByRole('button', { name: '先测算' });
  await page.getByText('医疗类', { exact: true }).click();
  await look.click();
  const answer = page.locator('#estimate');
  await answer.getByText('还差 5 项没有填').waitFor();
  expect(await answer.locator('.check.missing').count()).toBe(5);
  await page.context().setOffline(true);
  await look.click();
  await answer.getByText('网络不稳').waitFor();
  await page.context().setOffline(false);
  await look.click();
  await answer.getByText('还差 5 项没有填').waitFor();
  await close();
});
