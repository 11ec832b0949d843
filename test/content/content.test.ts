import { describe, expect, test } from 'vitest';
import { accessibilityOf } from '../../src/content/accessibility.ts';
import { guideOf } from '../../src/content/guide.ts';
import { privacyOf, privacyVersion } from '../../src/content/privacy.ts';
import { reportingOf } from '../../src/content/reporting.ts';
import type { Content } from '../../src/content/content.ts';
import { formsOf } from '../../src/forms/index.ts';
import type { Words } from '../../src/lib/words.ts';
import { siteById, sites } from '../../src/sites/index.ts';
import type { Site } from '../../src/sites/site.ts';

const kindsOf = (county: Site) => formsOf(county).map(({ kind, label, content }) => ({ kind, label, ...content }));
const guide = (county: Site): Content => guideOf(county, kindsOf(county));
const privacy = (county: Site): Content => privacyOf(county, kindsOf(county));
const pages = { guide, privacy, accessibility: accessibilityOf, reporting: reportingOf };

const wordsOf = ({ title, sections }: Content): Words[] => [
  title,
  ...sections.flatMap(({ heading, paragraphs, list = [] }) => [heading, ...paragraphs, ...list]),
];
const chinese = (content: Content): string =>
  wordsOf(content)
    .map(({ zh }) => zh)
    .join('\n');

function site(id: string): Site {
  const found = siteById(id);
  if (!found) throw new Error(`no site ${id}`);
  return found;
}

const guideText = (id: string): string => chinese(guide(site(id)));

describe.each(sites.map((each) => [each.id, each] as const))('what %s publishes', (_, county) => {
  test.each(Object.entries(pages))('the %s has every sentence in both languages and no gap to fill', (_name, page) => {
    const content = page(county);
    expect(content.version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(content.sections.length).toBeGreaterThan(0);
    for (const { paragraphs, list = [] } of content.sections) {
      expect(paragraphs.length + list.length).toBeGreaterThan(0);
    }
    for (const { zh, en } of wordsOf(content)) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/[A-Za-z]/);
      expect(en).not.toMatch(/[\u4e00-\u9fff]/);
      expect(zh + en).not.toMatch(/[{}<>]/);
    }
  });

  test('the guide names office, address, phone and hours, and how to follow a matter', () => {
    const text = chinese(guide(county));
    for (const fact of [county.office.zh, county.address.zh, county.phone, county.hours.zh, '查询码']) {
      expect(text).toContain(fact);
    }
  });

  test('the guide and the notice have a word on every form that is open', () => {
    const collected = privacy(county).sections.find(({ heading }) => heading.zh === '收集哪些信息')?.list ?? [];
    expect(collected).toHaveLength(formsOf(county).length);
    expect(guide(county).sections.length).toBeGreaterThanOrEqual(2 + formsOf(county).length);
  });

  test('the privacy notice says who, what for, which kinds, how, how long, which rights, and what holds for children', () => {
    const headings = privacy(county).sections.map(({ heading }) => heading.zh);
    for (const heading of [
      '谁在处理您的信息',
      '用来做什么',
      '收集哪些信息',
      '怎么保护',
      '保存多久',
      '您的权利',
      '不满14周岁',
    ]) {
      expect(headings).toContain(heading);
    }
    expect(headings.includes('敏感个人信息')).toBe(formsOf(county).some(({ kind }) => kind === 'application'));
    expect(privacy(county).version).toBe(privacyVersion);
  });

  test('whoever wants to report someone finds 12388 and the place to hand it in', () => {
    const text = chinese(reportingOf(county));
    expect(text).toContain('12388');
    expect(text).toContain(county.discipline.name.zh);
    expect(text).toContain(county.discipline.address.zh);
  });
});

test('the first step is article 22 in Wenxi, where a petition office receives, and article 23 in Wanrong', () => {
  expect(guideText('wenxi')).toContain('(第二十二条)');
  expect(guideText('wenxi')).not.toContain('(第二十三条)');
  expect(guideText('wanrong')).toContain('(第二十三条)');
  expect(guideText('wanrong')).not.toContain('(第二十二条)');
});

test('a city that only collects comments says nothing of the sixty days', () => {
  expect(chinese(guide(site('hedong')))).not.toContain('60 日');
});

test('a site that only shows the way says that nothing is sent', () => {
  expect(chinese(reportingOf(site('pinglu')))).toContain('什么也不发送');
  expect(chinese(reportingOf(site('wanrong')))).toContain('只有专人可见');
});

test('the accessibility statement admits its gaps', () => {
  const gaps = accessibilityOf(site('wanrong')).sections.find(({ heading }) => heading.zh === '还没做到的');
  expect(gaps?.list?.length).toBeGreaterThan(3);
});
