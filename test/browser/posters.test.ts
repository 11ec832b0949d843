import readCode from 'jsqr';
import { PNG } from 'pngjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

/** What a phone reads from the page as it stands on the screen. */
async function scanned(path: string, viewport = DESKTOP): Promise<string | undefined> {
  const page = await browser.newPage({ viewport });
  await page.goto(stack.url + path);
  const { data, width, height } = PNG.sync.read(await page.screenshot({ fullPage: true }));
  await page.close();
  return readCode(new Uint8ClampedArray(data), width, height)?.data;
}

test('a station’s poster leads to the form with that station chosen', async () => {
  const address = await scanned('/wanrong/embed/poster/petition?station=gaocun');
  expect(address).toBe(`${stack.url}/wanrong/petition?answers.station=gaocun`);
  const page = await browser.newPage();
  await page.goto(address ?? '');
  expect(await page.locator('[name="answers.station"]').inputValue()).toBe('gaocun');
  await page.close();
});

test('posters read on a small screen and in English as well', async () => {
  expect(await scanned('/wanrong/embed/poster/petition', PHONE)).toBe(`${stack.url}/wanrong/petition`);
  expect(await scanned('/wanrong/embed/poster/status?lang=en')).toBe(`${stack.url}/wanrong/status?lang=en`);
});

test('a poster prints on one sheet of A4 and says who can be called', async () => {
  const page = await browser.newPage();
  await page.goto(`${stack.url}/wanrong/embed/poster/petition?station=gaocun`);
  const text = await page.locator('.poster').innerText();
  for (const words of ['万荣县(演示)', '高村镇人大代表联络站', '0359-0000106', `${stack.url}/wanrong/petition`])
    expect(text).toContain(words);
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  expect(sheets).toHaveLength(1);
  await page.close();
});

test('the editor’s page copies exactly the tag it shows', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${stack.url}/wanrong/embed`);
  const shown = await page.locator('#tag-petition-script').inputValue();
  await page.getByRole('button', { name: '复制: 说说您的事, 脚本标签 (推荐)' }).click();
  await page.locator('#petition .copied').first().getByText('已复制').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(shown);
  await context.close();
});
