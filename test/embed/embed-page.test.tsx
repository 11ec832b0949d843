import { expect, test } from 'vitest';
import { draftsOn } from '../../demo/seed-drafts.ts';
import { formsOf } from '../../src/forms/index.ts';
import { EmbedPage } from '../../src/routes/public/embed-page.tsx';
import { openPages } from '../../src/routes/public/open-pages.ts';
import { sites } from '../../src/sites/index.ts';
import { hedong } from '../../src/sites/hedong.ts';
import { wanrong } from '../../src/sites/wanrong.ts';
import { wenxi } from '../../src/sites/wenxi.ts';
import { stationsOf } from '../../src/liaison/index.ts';
import type { Site } from '../../src/sites/site.ts';
import { drawn } from '../ui/drawn.ts';

const base = 'https://minyi.example.gov.cn';
const today = '2026-11-22';
const openAt = (site: Site) => openPages({ site, today, drafts: draftsOn(today) });
const draw = (site: Site, lang: 'zh' | 'en' = 'zh') => {
  const view = { site, lang, elder: false, embed: false, path: `/${site.id}/embed` };
  return drawn(<EmbedPage view={view} site={site} base={base} open={openAt(site)} />);
};

test.each(sites)('$id offers each of its open forms, and looking up', (site) => {
  const segments = [...formsOf(site).map(({ page }) => page.segment), 'status'];
  expect(openAt(site).map(({ segment }) => segment)).toEqual(segments);
  const html = draw(site);
  for (const segment of segments) {
    for (const way of ['script', 'iframe', 'link']) expect(html).toContain(`id="tag-${segment}-${way}"`);
    expect(html).toContain(`href="/${site.id}/embed/poster/${segment}"`);
  }
});

test('a form that asks for the station has a poster for each of them', () => {
  expect(openAt(wanrong)[0]?.stations).toEqual(stationsOf('wanrong'));
  expect(draw(wanrong)).toContain('href="/wanrong/embed/poster/petition?station=gaocun"');
});

test('a tag or a poster can be for one measure, or for one draft that is open', () => {
  expect(openAt(wenxi)[0]?.subjects.map(({ id }) => id)).toEqual(wenxi.measures);
  expect(openAt(hedong)[0]?.subjects.map(({ id }) => id)).toEqual(['hd-waste-2026', 'hd-fire-2026']);
  const html = draw(wenxi);
  expect(html).toContain('data-form=&quot;subsidies&quot; data-id=&quot;hire-reward&quot; async');
  expect(html).toContain('href="/wenxi/embed/poster/subsidies?id=hire-reward"');
});

test('an editor sees which origins are listed, and whom to call when theirs is not', () => {
  const html = draw(wanrong);
  expect(html).toContain('<code>https://www.wanrong.example</code>');
  expect(html).toContain(`电话 ${wanrong.phone}`);
  expect(draw({ ...wanrong, origins: [] }, 'en')).toContain('No site is on the list yet.');
});

test('nothing in the tags shown becomes markup of our own page', () => {
  expect(draw(wanrong)).toContain('&lt;script src=&quot;https://minyi.example.gov.cn/embed.js&quot;');
  expect(draw(wanrong)).not.toContain('<iframe');
});
