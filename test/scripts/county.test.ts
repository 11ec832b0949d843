import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Server } from 'node:http';
import { startCounty } from '../../scripts/county.ts';
import { freePort } from '../../scripts/ports.ts';
import { sites } from '../../src/sites/index.ts';

const product = 'http://127.0.0.1:8787';
let server: Server;
let county: string;

beforeAll(async () => {
  const port = await freePort();
  server = await startCounty({ port, product });
  county = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function page(query: string): Promise<string> {
  return (await fetch(`${county}/${query}`)).text();
}

test.each(sites.map(({ id }) => id))('%s has a stand-in page that says it is no government site', async (site) => {
  const html = await page(`?site=${site}`);
  expect(html).toContain('演示系统,不是政府网站');
  expect(html).toContain(`data-site="${site}"`);
  expect(html).not.toMatch(/\{\{|undefined/);
});

test('each of the three tags is shown as a web editor would paste it', async () => {
  const query = '?site=wenxi&form=subsidies&id=hire-reward';
  expect(await page(query)).toContain(
    `<script src="${product}/embed.js" data-site="wenxi" data-form="subsidies" data-id="hire-reward" async></script>`,
  );
  expect(await page(`${query}&tag=iframe`)).toContain(`<iframe src="${product}/wenxi/subsidies/hire-reward?embed=1"`);
  expect(await page(`${query}&tag=link`)).toContain(`<a href="${product}/wenxi/subsidies/hire-reward">`);
});

test('a county offers on its page what is open there, and looking up', async () => {
  const html = await page('?site=pinglu');
  const offered = [...html.matchAll(/href="\?site=pinglu&amp;form=([\w-]+)&amp;tag=script"[^>]*>([^<]+)</g)];
  expect(offered.map(([, form, title]) => [form, title])).toEqual(
    expect.arrayContaining([
      ['petition', '反映诉求'],
      ['data-request', '查阅、更正、删除信息'],
      ['status', '查询办理情况'],
    ]),
  );
  expect(offered.map(([, form]) => form)).not.toContain('pledge');
  expect(await page('?site=pinglu&form=pledge')).toContain('data-form="petition"');
});

test('what somebody types into the address never becomes markup', async () => {
  const html = await page('?site=wanrong&form=%3Cscript%3E&tag=__proto__&id=%22%3E%3Cb%3E');
  expect(html).toContain('data-form="petition" async');
  expect((await fetch(`${county}/?site=nowhere`)).status).toBe(404);
});
