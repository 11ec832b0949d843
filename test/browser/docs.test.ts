import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusOf } from '../../src/errors.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

test('the interface can be read without script, asks no other host and never scrolls sideways', async () => {
  for (const viewport of [PHONE, DESKTOP]) {
    const page = await browser.newPage({ viewport, javaScriptEnabled: false });
    const hosts = new Set<string>();
    const refused: string[] = [];
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    page.on('console', (line) => refused.push(line.text()));
    await page.goto(`${stack.url}/docs`);
    expect([...hosts]).toEqual([stack.url]);
    expect(refused).toEqual([]);
    const box = await page.locator('main').boundingBox();
    expect(box?.width).toBeLessThanOrEqual(viewport.width);
    for (const line of await page.locator('.api-path').all()) {
      const { x = 0, width = 0 } = (await line.boundingBox()) ?? {};
      expect(x + width).toBeLessThanOrEqual(viewport.width);
    }
    await page.close();
  }
});

test('every error code has its place to point to, every link its target', async () => {
  const page = await browser.newPage({ viewport: PHONE });
  await page.goto(`${stack.url}/docs`);
  const ids = new Set(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)));
  for (const code of Object.keys(statusOf)) expect(ids).toContain(code);
  const links = await page.locator('a[href^="#"]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  expect(links.filter((href) => !ids.has(href.slice(1)))).toEqual([]);
});

const read = async (query = ''): Promise<string> => (await stack.fetch(`/docs${query}`)).text();

test('a second look is the same page, in each language its own', async () => {
  expect(await read()).toBe(await read('?unheard=1'));
  expect(await read()).toContain('民意接口说明');
  expect(await read('?lang=en')).toContain('Minyi API');
});
