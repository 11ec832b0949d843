import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { violationsOn } from '../harness/axe.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { invite, staffToolsOf } from '../harness/staff.ts';
import { enrolByHand } from '../harness/enrol-by-hand.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
let tools: StaffTools;
let auditor: Visit;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  tools = staffToolsOf(stack);
  const { path } = await invite(tools, 'auditor');
  auditor = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: PHONE });
  await enrolByHand(auditor, path);
});
afterAll(async () => {
  tools.db.close();
  await Promise.all([browser.close(), stack.stop()]);
});

test('the page says in words what is not well and leads to it; a tick later the timer is', async () => {
  const { page, open } = auditor;
  await open('/staff/health');
  const timer = page.locator('#cron');
  expect(await timer.locator('.level').textContent()).toBe('要处理');
  expect(await timer.locator('.health-value').textContent()).toBe('从来没有');
  await page.locator('.notice').getByRole('link', { name: '上次定时运行' }).click();
  expect(page.url()).toContain('#cron');
  await stack.scheduled();
  await open('/staff/health');
  expect(await timer.locator('.level').textContent()).toBe('好');
  expect(await timer.locator('.small').textContent()).toBe('到 3 分钟 注意, 到 10 分钟 要处理');
  expect(await page.locator('#backup .health-more').textContent()).toContain('npm run backup');
});

test.each([
  ['a phone', PHONE],
  ['a desk', DESKTOP],
])('on %s nothing runs out of the page, and axe has no objection, in either language', async (_, viewport) => {
  const { page, open } = auditor;
  await page.setViewportSize(viewport);
  for (const lang of ['', '?lang=en']) {
    await open(`/staff/health${lang}`);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await violationsOn(page)).toEqual([]);
  }
});

test('machines read the same list behind the same guard', async () => {
  const { page } = auditor;
  const read = await page.evaluate(
    'fetch("/staff/health.json").then(async (r) => ({ status: r.status, ...(await r.json()) }))',
  );
  expect(read).toMatchObject({
    status: 200,
    level: 'act',
    figures: expect.arrayContaining([
      {
        id: 'backup',
        unit: 'since',
        limits: { watch: 93_600_000, act: 180_000_000 },
        level: 'act',
        readings: [{ value: null, level: 'act' }],
      },
    ]),
  });
  const stranger = await fetch(`${stack.staffUrl}/staff/health.json`, { redirect: 'manual' });
  expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/staff/sign-in']);
});
