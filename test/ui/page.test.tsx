import { expect, test } from 'vitest';
import { wanrong } from '../../src/sites/wanrong.ts';
import { Page } from '../../src/ui/page.tsx';
import type { View } from '../../src/ui/view.ts';
import { drawn } from './drawn.ts';

const view: View = { site: wanrong, lang: 'zh', elder: false, embed: false, path: '/wanrong/petition' };
const draw = (changes: Partial<View>, title = '有事找代表') =>
  drawn(<Page view={{ ...view, ...changes }} title={title} description="说一次" children="正文" />);

test('a page is a whole document in its language', () => {
  expect(draw({})).toMatch(/^<!doctype html><html lang="zh-CN">/);
  expect(draw({ lang: 'en' })).toContain('<html lang="en">');
  expect(draw({})).toContain('<title>有事找代表 · 万荣县(演示)</title>');
});

test('nothing on a page is style or script written into it', () => {
  const html = draw({});
  expect(html).not.toMatch(/<style|style="|<script(?![^>]*src=)| on\w+="/);
  expect(html).toContain('<script src="/minyi.js" defer="">');
});

test('a demonstration says so on every page, in a frame as well', () => {
  for (const changes of [{}, { embed: true }, { site: undefined }])
    expect(draw(changes)).toContain('演示系统, 不是政府网站');
  expect(draw({ site: { ...wanrong, demo: false } })).not.toContain('演示系统, 不是政府网站</p>');
});

test('in a county page the county is not shown twice, and the height goes to its origins only', () => {
  const html = draw({ embed: true });
  expect(html).not.toContain('class="county"');
  expect(html).toContain(`data-parent="${wanrong.origins.join(' ')}"`);
  expect(draw({})).not.toContain('data-parent');
});

test('county, type size and frame show in the class of the body', () => {
  expect(draw({ elder: true, embed: true })).toContain('<body class="site-wanrong elder embed"');
});

test('who answers for the page, its phone, and the switches stand at the foot', () => {
  const html = draw({ elder: true });
  expect(html).toContain(`href="tel:${wanrong.phone}"`);
  expect(html).toContain('href="/wanrong/privacy?elder=1"');
  expect(html).toContain('href="/wanrong/petition?lang=en&amp;elder=1"');
  expect(html).toContain('href="/wanrong/petition">标准字号');
});

test('a planted tag in a title stays text', () => {
  expect(draw({}, '<script>x</script>')).not.toContain('<script>x');
});
