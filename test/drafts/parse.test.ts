import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Article } from '../../src/drafts/draft.ts';
import { parseDraft } from '../../src/drafts/parse.ts';

const waste = readFileSync(join(import.meta.dirname, '../../demo/drafts/hd-waste-2026.txt'), 'utf8');

function articlesOf(text: string): Article[] {
  const parsed = parseDraft(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

test('the waste draft has twenty-eight articles in six chapters', () => {
  const articles = articlesOf(waste);
  expect(articles.map(({ id }) => id)).toEqual(Array.from({ length: 28 }, (_, i) => `a${i + 1}`));
  expect([...new Set(articles.flatMap(({ path }) => path))]).toEqual([
    '第一章 总则',
    '第二章 设施',
    '第三章 投放',
    '第四章 收运与处理',
    '第五章 保障与监督',
    '第六章 附则',
  ]);
});

test('article seventeen is found under its chapter, without its number in the text', () => {
  expect(articlesOf(waste)[16]).toEqual({
    id: 'a17',
    number: '第十七条',
    path: ['第四章 收运与处理'],
    text: '收集点出现满溢的,村民可以拨打公示电话反映;收运单位应当在四十八小时内清运。',
  });
});

test('paragraphs and items keep their lines', () => {
  const articles = articlesOf(waste);
  const linesOf = (place: number): string[] => articles[place - 1]?.text.split('\n') ?? [];
  expect(linesOf(2)).toHaveLength(3);
  expect(
    linesOf(8)
      .slice(1)
      .map((item) => item.slice(0, 3)),
  ).toEqual(['(一)', '(二)', '(三)', '(四)']);
  expect(linesOf(12)).toHaveLength(6);
  expect(linesOf(12).at(-1)).toBe('县级人民政府可以根据本地实际简化分类类别。');
});

test('no word of the draft is lost', () => {
  const printed = waste.replace(/\s/g, '');
  const chapters = new Set<string>();
  const again = articlesOf(waste).map(({ number, path, text }) => {
    const heading = path.filter((title) => !chapters.has(title)).join('');
    for (const title of path) chapters.add(title);
    return heading + number + text;
  });
  expect(again.join('').replace(/\s/g, '')).toBe(printed);
});

test('a reference at the start of a paragraph is no new article', () => {
  const [first, second] = articlesOf('第一条 甲。\n第二条规定的期限不变。\n第二条 乙。');
  expect(first?.text).toBe('甲。\n第二条规定的期限不变。');
  expect(second?.text).toBe('乙。');
});

test('a section ends with its chapter, and full-width blanks, CRLF and empty lines do not matter', () => {
  const text =
    '\r\n第一章 总则\r\n第一节 一般\r\n\r\n\u3000\u3000第一条\u3000甲。\r\n第二章\u3000附则\r\n第二条\r\n乙。\r\n';
  expect(articlesOf(text).map(({ path, text }) => [path, text])).toEqual([
    [['第一章 总则', '第一节 一般'], '甲。'],
    [['第二章 附则'], '乙。'],
  ]);
});

test('a number that comes twice and one that is missing are both reported', () => {
  expect(parseDraft('第一条 甲。\n第二条 乙。\n第二条 丙。\n第五条 丁。')).toEqual({
    ok: false,
    error: [
      { reason: 'duplicate', number: '第二条', line: 3 },
      { reason: 'missing', number: '第三条' },
      { reason: 'missing', number: '第四条' },
    ],
  });
});

test('an article in the wrong place is reported', () => {
  expect(parseDraft('第二条 乙。\n第一条 甲。')).toEqual({
    ok: false,
    error: [{ reason: 'out-of-order', number: '第一条', line: 2 }],
  });
});

test('words before the first article, an article without words and an empty text are refused', () => {
  expect(parseDraft('\n某条例\n第一条')).toEqual({
    ok: false,
    error: [
      { reason: 'before-first-article', line: 2 },
      { reason: 'article-without-text', number: '第一条', line: 3 },
    ],
  });
  expect(parseDraft('  \n')).toEqual({ ok: false, error: [{ reason: 'empty' }] });
});
