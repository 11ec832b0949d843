import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { violationsOn } from '../harness/axe.ts';
import { petitionBody } from '../harness/bodies.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { clientOf } from '../harness/client.ts';
import { dataRequestBody, type Sent } from '../harness/data-request.ts';
import { enrolByHand } from '../harness/enrol-by-hand.ts';
import { invite, staffToolsOf } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
let tools: StaffTools;
let admin: Visit;
const sent: Record<'petition' | 'request', Sent> = {
  petition: { receipt: '', code: '' },
  request: { receipt: '', code: '' },
};

/** As the program writes it (test/stories/codes-paused.test.ts). */
const pause = (id: string, lifted: string): Promise<unknown> =>
  stack.db.execute(`INSERT INTO code_pauses (id, site, paused_at, sent, used, least, lifted_at, lifted_by, lift_reason)
    VALUES ('${id}', 'wanrong', ${Date.now()}, 50, 3, 20, ${lifted})`);

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  tools = staffToolsOf(stack);
  const { path } = await invite(tools, 'administrator');
  // Without script: every page of the console works so.
  admin = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: PHONE, javaScriptEnabled: false });
  await enrolByHand(admin, path);
  const { post } = clientOf(stack);
  for (const [kind, collection, body] of [
    ['petition', 'petitions', petitionBody()],
    ['request', 'data-requests', dataRequestBody()],
  ] as const) {
    const { body: answer } = await post(collection, body);
    sent[kind] = { receipt: String(answer['receipt']), code: String(answer['code']) };
  }
  await pause('1', `${Date.now()}, 'staff:somebody', '号码已经拦下, 请继续观察(示例)'`);
  await pause('2', 'NULL, NULL, NULL');
});
afterAll(async () => {
  tools.db.close();
  await Promise.all([browser.close(), stack.stop()]);
});

/** Axe is a script itself. */
const fits = async ({ page }: Visit, axe = true): Promise<void> => {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  if (axe) expect(await violationsOn(page)).toEqual([]);
};

test.each([
  ['a phone', PHONE],
  ['a desk', DESKTOP],
])(
  'on %s the pages say that codes are paused, nothing runs out of them, and axe has no objection',
  async (_, viewport) => {
    const storageState = await admin.page.context().storageState();
    const staff = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport, storageState });
    for (const path of [
      '/staff/messages',
      '/staff/messages/wanrong',
      '/staff/messages/resume-codes',
      '/staff/health',
    ]) {
      for (const lang of ['', '?lang=en']) {
        await staff.open(`${path}${lang}`);
        const banner = await staff.page.locator('.stop-banner').textContent();
        expect(banner).toContain(lang ? 'codes by SMS stopped by themselves' : '短信码已自动停发');
        await fits(staff);
      }
    }
    await staff.open('/staff/health');
    expect(await staff.page.locator('#codes-paused .level').textContent()).toBe('要处理');
    expect(staff.faults).toEqual([]);
    await staff.close();
  },
);

test.each([
  ['with script', true],
  ['without script', false],
])('%s a resident is told whom to call, and what was typed is still there', async (_, javaScriptEnabled) => {
  const resident = await visit(browser, stack, { javaScriptEnabled });
  const { page, open } = resident;
  await open('/wanrong/status');
  await page.locator('summary').filter({ hasText: '查询码忘了' }).click();
  await page.locator('#lost-receipt').fill(sent.petition.receipt);
  await page.getByRole('button', { name: '给我发新的查询码' }).click();
  await page.getByText('暂时不发查询码和确认码').waitFor();
  expect(await page.locator('main .notice').textContent()).toContain('0359-0000101');
  expect(await page.locator('#receipt').inputValue()).toBe(sent.petition.receipt);
  await fits(resident, javaScriptEnabled);

  await open(`/wanrong/status?receipt=${sent.request.receipt}`);
  await page.locator('#code').fill(sent.request.code);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await page.getByRole('button', { name: '确认是我本人' }).click();
  await page.getByRole('button', { name: '发送确认码' }).click();
  await page.getByText('暂时不发查询码和确认码').waitFor();
  expect(await page.locator('main .notice').textContent()).toContain('0359-0000101');
  await fits(resident, javaScriptEnabled);
  expect(resident.faults).toEqual([]);
  await resident.close();
});

test('by hand, without script: from the list to the reason, and residents get codes again', async () => {
  const { page, faults, open } = admin;
  await open('/staff/messages');
  expect(await page.locator('#wanrong [data-channel=codes]').textContent()).toContain('最近 50 个里填回 3 个');
  expect(await page.locator('#wenxi [data-channel=codes]').count()).toBe(0);
  await page.getByRole('link', { name: '恢复短信码: 万荣县(演示)' }).click();
  expect(await page.getByRole('radio', { name: '万荣县(演示)' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: '恢复发送' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('请填写');
  await page.getByLabel('为什么').fill('刷码的号码已经拦下(示例)');
  await page.getByRole('button', { name: '恢复发送' }).click();
  await page.waitForURL('**/staff/messages');
  expect(await page.locator('.stop-banner').count()).toBe(0);
  await open('/staff/messages/wanrong');
  expect(await page.locator('[data-pause=lifted]').count()).toBe(2);
  expect((await clientOf(stack).post('status/new-code', { receipt: sent.petition.receipt })).status).toBe(202);
  expect(faults).toEqual([]);
});
