import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCounty } from '../../scripts/county.ts';
import { freePort } from '../../scripts/ports.ts';
import { formsOf } from '../../src/forms/index.ts';
import { sites } from '../../src/sites/index.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let browser: Browser;
const servers: Server[] = [];
/** Two county pages: one whose origin the sites list, one whose they do not. */
let listed = '';
let unlisted = '';

beforeAll(async () => {
  const [port, other] = [await freePort(), await freePort()];
  listed = `http://127.0.0.1:${port}`;
  unlisted = `http://127.0.0.1:${other}`;
  stack = await startStack({ vars: { EXTRA_ORIGINS: listed } });
  for (const each of [port, other]) servers.push(await startCounty({ port: each, product: stack.url }));
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  await stack.stop();
});

async function open(url: string, { script = true, viewport = PHONE } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport, javaScriptEnabled: script });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Height of the frame as the county's page gives it, and of what is in it. */
async function heights(page: Page): Promise<{ frame: number; content: number }> {
  const frame = await page.locator('iframe').evaluate((element) => element.clientHeight);
  const content = await page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body) => body.scrollHeight);
  return { frame, content };
}

const fits = async (page: Page): Promise<boolean> => {
  const { frame, content } = await heights(page);
  return Math.abs(frame - content) <= 1;
};

test('where the tag stands the form appears, as high as its content and no wider than a phone', async () => {
  const page = await open(`${listed}/?site=wanrong`);
  const frame = page.locator('.place > script + iframe');
  await frame.waitFor();
  expect(await frame.getAttribute('title')).toBe('反映诉求');
  expect(await frame.getAttribute('sandbox')).toBe(
    'allow-scripts allow-forms allow-same-origin allow-popups allow-downloads allow-modals',
  );
  expect(await frame.getAttribute('allow')).toBe('clipboard-write');
  await expect.poll(() => fits(page), { timeout: 30_000 }).toBe(true);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
  await page.context().close();
});

test('a petition is written and sent inside the county’s page, up to the receipt', async () => {
  const page = await open(`${listed}/?site=wanrong`);
  const form = page.frameLocator('iframe');
  const next = () => form.getByRole('button', { name: '下一步' }).click();
  await form.getByLabel('我有意见建议').check();
  await form.locator('[name="answers.topic"]').selectOption('roads');
  await next();
  await form.getByLabel('标题').fill('村东头路灯不亮');
  await form.getByLabel('详细说说').fill('村东头三盏路灯灭了快一个月,晚上老人出门看不见。');
  await next();
  await expect.poll(() => fits(page), { timeout: 30_000 }).toBe(true);
  await next();
  await form.locator('[name="contact.name"]').fill('李某芳(示例)');
  await form.locator('[name="contact.phone"]').fill('15400000001');
  await next();
  const popup = page.waitForEvent('popup');
  await form.getByRole('link', { name: '阅读个人信息处理告知' }).click();
  await (await popup).getByRole('heading', { level: 1 }).waitFor();
  await (await popup).close();
  await form.locator('[name="consent.privacy"]').check();
  await next();
  await form.getByRole('button', { name: '提交诉求' }).click();
  await form.locator('[data-receipt]').waitFor();
  expect(await form.locator('.paper').innerText()).toMatch(/WR-[2-9A-Z]{5}-[2-9A-Z]{5}/);
  expect(await form.locator('.head').count()).toBe(0);
  await expect.poll(() => fits(page), { timeout: 30_000 }).toBe(true);
  await page.context().close();
});

test('looking up works in the frame as well', async () => {
  const page = await open(`${listed}/?site=wanrong&form=status`, { viewport: DESKTOP });
  const form = page.frameLocator('iframe[title="查询办理情况"]');
  await form.locator('#receipt').fill('WR-22222-22222');
  await form.locator('#code').fill('000000');
  await form.getByRole('button', { name: '查询' }).first().click();
  await form.locator('.notice.bad').waitFor();
  await expect.poll(() => fits(page), { timeout: 30_000 }).toBe(true);
  await page.context().close();
});

test.each(sites.flatMap((site) => formsOf(site).map(({ page }) => [site.id, page.segment] as const)))(
  'the county page of %s shows %s in its frame, whole',
  async (site, segment) => {
    const page = await open(`${listed}/?site=${site}&form=${segment}`);
    await page.frameLocator('iframe').locator('main h1').waitFor();
    await expect.poll(() => fits(page), { timeout: 30_000 }).toBe(true);
    await page.context().close();
  },
);

test('words from anybody but the frame do not change its height', async () => {
  const page = await open(`${listed}/?site=wanrong`);
  await expect.poll(() => fits(page), { timeout: 30_000 }).toBe(true);
  await page.evaluate(`window.postMessage({ minyi: 1, height: 29000 }, '*')`);
  await page.waitForTimeout(300);
  expect(await fits(page)).toBe(true);
  await page.context().close();
});

test('a page that is not listed shows a link after six seconds, and the operator learns its address', async () => {
  const page = await open(`${unlisted}/?site=wanrong`);
  await page.locator('iframe').waitFor();
  const link = page.getByRole('link', { name: '表单没有显示出来, 请点这里打开: 反映诉求' });
  await link.waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  expect(stack.logs().filter((line) => line.includes(`"origin":"${unlisted}","site":"wanrong"`))).not.toEqual([]);
  expect(stack.logs().filter((line) => line.includes(listed))).toEqual([]);
  await link.click();
  await page.getByRole('heading', { name: '说说您的事' }).waitFor();
  await page.context().close();
});

test('a plain iframe shows the form where scripts may not be pasted', async () => {
  const page = await open(`${listed}/?site=wanrong&tag=iframe`, { viewport: DESKTOP });
  await page.frameLocator('iframe').getByRole('heading', { name: '说说您的事' }).waitFor();
  expect((await heights(page)).frame).toBe(900);
  await page.context().close();
});

test('without script the tag is a link to the form', async () => {
  const page = await open(`${listed}/?site=wanrong`, { script: false });
  await page.locator('.place').getByRole('link', { name: '反映诉求' }).click();
  expect(page.url()).toBe(`${stack.url}/wanrong/petition`);
  await page.context().close();
});

test('two tags on one page each get their own frame', async () => {
  const page = await open(`${listed}/?site=wanrong`);
  await page.evaluate(`{
    const tag = document.createElement('script');
    Object.assign(tag.dataset, { site: 'wanrong', form: 'status', lang: 'en', elder: '1' });
    tag.src = '${stack.url}/embed.js';
    document.querySelector('aside').append(tag);
  }`);
  const second = page.frameLocator('aside iframe[title="Look up how it is going"]');
  await second.locator('body.elder.embed').waitFor();
  await page.frameLocator('main iframe').getByRole('heading', { name: '说说您的事' }).waitFor();
  await page.context().close();
});
