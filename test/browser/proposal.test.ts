import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src/db/database.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { violationsOn } from '../harness/axe.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { bornOf, PROPOSAL, REPLIED_TO } from '../harness/proposal.ts';
import { startRoad } from '../harness/road.ts';
import { enrolByHand } from '../harness/enrol-by-hand.ts';
import { invite, staffToolsOf } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
let tools: StaffTools;
let db: Database;
let deputy: Visit;
let petition: string;
let replied: string;
let published: string;

const newRoad = () => startRoad({ db, client: stack.db, stop: () => Promise.resolve() }, { station: 'gaocun' });
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  tools = staffToolsOf(stack);
  db = openDatabase({ url: stack.databaseUrl, timeoutMs: 8000 });
  const road = await newRoad();
  await road.act('accept');
  petition = `/staff/cases/${road.receipt.toLowerCase()}`;
  const waiting = await bornOf(await newRoad());
  await waiting.walk(...REPLIED_TO);
  replied = `/staff/cases/${waiting.receipt.toLowerCase()}`;
  const done = await bornOf(await newRoad());
  await done.walk(...REPLIED_TO, ['dissatisfied', { note: '没有说什么时候动工。(示例)' }], ...REPLIED_TO.slice(2));
  await done.walk(['feedback', { rating: 'mostly' }], ['close'], ['publish']);
  published = `/wanrong/proposals/${done.receipt}`;
  const reach = { site: 'wanrong', station: 'gaocun', deputy: 'dep-gaocun-1' };
  deputy = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: DESKTOP });
  await enrolByHand(deputy, (await invite(tools, 'deputy', reach)).path);
});
afterAll(async () => {
  db.close();
  tools.db.close();
  await Promise.all([browser.close(), stack.stop()]);
});

test('a deputy makes a suggestion of a petition, the proposer already chosen, and co-signers from a list that scrolls', async () => {
  const { page, open } = deputy;
  await open(petition);
  await page.getByRole('link', { name: '转为代表建议' }).click();
  expect(await page.locator('select').inputValue()).toBe('dep-gaocun-1');
  for (const name of ['title', 'reason', 'problem', 'asks'] as const) {
    await page.locator(`[name="answers.${name}"]`).fill(PROPOSAL[name]);
  }
  await page.locator('.pick label', { hasText: '陶某稳(示例)' }).click();
  await page.getByRole('button', { name: '转为代表建议' }).click();
  await page.getByRole('heading', { name: PROPOSAL.title }).waitFor();
  expect(await page.locator('.relatives').textContent()).toContain('由它转来');
  expect(await page.locator('.brief').textContent()).toContain('陶某稳(示例)');
});

test('a deputy reads the reply and says that it will do', async () => {
  const { page, open } = deputy;
  await open(replied);
  expect(await page.locator('.case-clock').textContent()).toContain('本站承诺, 非法定期限');
  await page.getByRole('link', { name: '代表反馈', exact: true }).click();
  await page.getByText('基本满意').click();
  await page.getByRole('button', { name: '代表反馈' }).click();
  expect(await page.locator('.timeline .now').textContent()).toContain('代表反馈 · 基本满意');
});

test('writing, following and reading a suggestion work for everyone, on a phone and at a desk, in both languages', async () => {
  const { page, open, faults } = deputy;
  const there = await visit(browser, stack);
  for (const [on, path] of [
    [deputy, replied],
    [deputy, petition],
    [there, published],
    [there, '/wanrong/proposals'],
  ] as const) {
    for (const view of ['', '?lang=en', '?elder=1']) {
      await on.open(path + view);
      for (const folded of await on.page.locator('main summary').all()) await folded.click();
      for (const size of [PHONE, DESKTOP]) {
        await on.page.setViewportSize(size);
        const name = `${path}${view} ${size.width}`;
        expect.soft(await violationsOn(on.page), name).toEqual([]);
        expect.soft(await on.page.evaluate('document.documentElement.scrollWidth <= innerWidth'), name).toBe(true);
      }
    }
  }
  const second = await newRoad();
  await second.act('accept');
  for (const view of ['', '?lang=en']) {
    await open(`/staff/cases/${second.receipt.toLowerCase()}/propose${view}`);
    for (const size of [PHONE, DESKTOP]) {
      await page.setViewportSize(size);
      expect.soft(await violationsOn(page), `propose${view} ${size.width}`).toEqual([]);
    }
  }
  expect(faults).toEqual([]);
});
