import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiptToken } from '../../src/routes/public/receipt-token.ts';
import { openKeyRing } from '../../src/lib/sealing/key-ring.ts';
import { startBrowser } from '../harness/browser.ts';
import { readReceipt } from '../harness/receipt-page.ts';
import { sendPetition } from '../harness/send-petition.ts';
import { startStack, TEST_KEYS, type Stack } from '../harness/stack.ts';
import { visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => void ([stack, browser] = await Promise.all([startStack(), startBrowser()])));
afterAll(() => Promise.all([browser.close(), stack.stop()]));

test('the receipt says number, code, what comes next and by which article, and can be copied', async () => {
  const here = await visit(browser, stack, { permissions: ['clipboard-read', 'clipboard-write'] });
  await sendPetition(here);
  const { page } = here;
  const receipt = await readReceipt(page);
  expect(receipt.number).toMatch(/^WR-\w{5}-\w{5}$/);
  expect(receipt.code).toMatch(/^\d{6}$/);
  expect(receipt.next).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/);
  expect(receipt.next).toContain('依据《信访工作条例》第二十三条');
  expect(receipt.mark).toContain('已收到');
  expect(receipt.text).toContain('本回执证明已收到, 不是办理决定');
  await page.click('[data-copy]');
  await expect.poll(() => page.innerText('[data-copied]')).toBe('已复制');
  const copied = await page
    .locator('body')
    .evaluate((body) => body.ownerDocument.defaultView.navigator.clipboard.readText());
  expect(copied).toBe(`编号 ${receipt.number} 查询码 ${receipt.code}`);
  expect(await page.isVisible('[data-print]')).toBe(true);
  expect(here.faults).toEqual([]);
  await here.close();
});

test('the picture to press and keep is a real one from our host', async () => {
  const here = await visit(browser, stack);
  await sendPetition(here);
  const { picture } = await readReceipt(here.page);
  expect(picture.width).toBeGreaterThanOrEqual(360);
  const bytes = await (await stack.fetch(picture.src)).arrayBuffer();
  expect(Buffer.from(bytes).subarray(1, 4).toString()).toBe('PNG');
  await here.close();
});

test('WeChat cannot print, so its users see no button that does nothing', async () => {
  const userAgent = 'Mozilla/5.0 (Linux; Android 10) Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0.30';
  const here = await visit(browser, stack, { userAgent });
  await sendPetition(here);
  expect(await here.page.isVisible('[data-copy]')).toBe(true);
  expect(await here.page.isVisible('[data-print]')).toBe(false);
  await here.close();
});

test('half an hour later the address shows nothing, and says how to look up instead', async () => {
  const ring = openKeyRing(JSON.parse(TEST_KEYS));
  const longAgo = { now: () => Date.now() - 31 * 60_000 };
  const answer = {
    receipt: 'WR-7K3M9-XPT4G',
    code: '482913',
    fingerprint: 'sha256-示例',
    kind: 'petition',
    state: 'received',
    submittedAt: '2026-11-22T14:03:09+08:00',
    due: null,
    statusUrl: `${stack.url}/wanrong/status?receipt=WR-7K3M9-XPT4G`,
  } as const;
  const token = await receiptToken(ring, longAgo, 'wanrong', answer);
  const { page, open, close } = await visit(browser, stack);
  const gone = await page.request.get(`/wanrong/receipt/${token}`);
  expect(gone.status()).toBe(410);
  await open(`/wanrong/receipt/${token}`);
  expect(await page.innerText('main')).toContain('查询码查询');
  expect(await page.innerText('main')).not.toContain('482913');
  await page.click('main .button');
  expect(await page.innerText('h1')).toBe('查询办理情况');
  await close();
});
