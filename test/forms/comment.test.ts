import { expect, test } from 'vitest';
import { draftsOn } from '../../demo/seed-drafts.ts';
import type { FormContext, Json } from '../../src/forms/define.ts';
import { refusalWords } from '../../src/errors.ts';
import { comment } from '../../src/forms/comment/index.ts';
import { nodeAt, readGroup } from '../../src/lib/fields/index.ts';
import { siteById } from '../../src/sites/index.ts';
import { drawn } from '../ui/drawn.ts';

const TODAY = '2026-11-22';

function at(id: string, today = TODAY): FormContext {
  const site = siteById(id);
  if (!site) throw new Error(`no site ${id}`);
  return { site, today, drafts: draftsOn(TODAY) };
}

const answersOf = (more: Json = {}): Json => ({
  draft: 'hd-waste-2026',
  article: 'a17',
  stance: 'amend',
  suggestedText: '将「四十八小时」改为「二十四小时」',
  reason: '夏天垃圾放两天就臭,四十八小时太长。',
  role: 'resident',
  ...more,
});

const body = (more: Json = {}): Json => ({
  contact: { name: '李某芳(示例)', phone: '15400000001' },
  answers: answersOf(more),
  consent: { privacy: true },
});

function problems(context: FormContext, raw: Json): string[] {
  const { problems: found } = readGroup(comment.fields(context, raw), raw);
  return found.map(({ path, code }) => `${path} ${code}`);
}

test('a comment on one article, or on the whole draft, is in order', () => {
  expect(problems(at('wanrong'), body())).toEqual([]);
  expect(problems(at('wanrong'), body({ article: undefined, station: 'gaocun' }))).toEqual([]);
  expect(problems(at('hedong'), body())).toEqual([]);
});

test('an unknown draft is named once: its articles cannot be judged', () => {
  expect(problems(at('wanrong'), body({ draft: 'hd-moon-2026' }))).toEqual(['answers.draft field.invalid']);
  expect(problems(at('wanrong'), body({ draft: undefined }))).toEqual(['answers.draft field.required']);
});

test('a draft is unknown where the site does not gather comments on it', () => {
  expect(problems(at('wenxi'), body())).toEqual(['answers.draft field.invalid']);
});

test('an article of another draft is refused', () => {
  expect(problems(at('wanrong'), body({ draft: 'hd-fire-2026', article: 'a3' }))).toEqual([
    'answers.article field.invalid',
  ]);
});

test('a station is one of the site, and none where it has none', () => {
  expect(problems(at('wanrong'), body({ station: 'moon' }))).toEqual(['answers.station field.invalid']);
  expect(problems(at('hedong'), body({ station: 'gaocun' }))).toEqual(['answers.station field.invalid']);
  expect(comment.page.steps(at('hedong'), {}).flatMap(({ paths }) => paths)).not.toContain('answers.station');
});

test('further points are read item by item, twenty at most', () => {
  const point = { article: 'a8', stance: 'support', reason: '这样好。' };
  const also = [point, { stance: 'shout', reason: '好', extra: 1 }, { ...point, article: 'a99' }];
  expect(problems(at('wanrong'), body({ also }))).toEqual([
    'answers.also.1.extra key.unknown',
    'answers.also.1.article field.required',
    'answers.also.1.stance field.invalid',
    'answers.also.1.reason field.too-short',
    'answers.also.2.article field.invalid',
  ]);
  const points = (length: number) => Array.from({ length }, () => point);
  expect(problems(at('wanrong'), body({ also: points(20) }))).toEqual([]);
  expect(problems(at('wanrong'), body({ also: points(21) }))).toEqual(['answers.also field.too-long']);
});

test('suggestion and reasons hold 2000 characters', () => {
  const full = '𠮷'.repeat(2000);
  expect(problems(at('wanrong'), body({ suggestedText: full, reason: full }))).toEqual([]);
  expect(problems(at('wanrong'), body({ suggestedText: `${full}长`, reason: `${full}长` }))).toEqual([
    'answers.reason field.too-long',
    'answers.suggestedText field.too-long',
  ]);
});

test('lists know it by the draft and the numbers of its articles', () => {
  const also = [{ article: 'a8' }, { article: 'a17' }];
  expect(comment.index(body({ also, station: 'gaocun' }), at('wanrong'))).toEqual({
    title: '河东市(虚构)农村生活垃圾治理条例(草案征求意见稿·示例) 第十七条、第八条',
    subject: 'hd-waste-2026',
    station: 'gaocun',
  });
  expect(comment.index(body({ article: undefined }), at('wanrong')).title).toMatch(/ 整部草案$/);
});

const on = (today: string) => comment.window?.(body(), at('wanrong', today)) ?? null;

test('it counts from the first day to the whole of the last, and a refusal names both', () => {
  expect(on('2026-11-10')).toBeNull();
  expect(on('2026-12-10')).toBeNull();
  expect(on('2026-11-09')?.code).toBe('window.closed');
  const late = on('2026-12-11');
  expect(late && refusalWords(late, 'zh').detail).toBe(
    '这件草案的征求意见时间是 2026年11月10日(星期二) 至 2026年12月10日(星期四), 现在不能提交意见。',
  );
  expect(late && refusalWords(late, 'en').detail).toContain('Tuesday, 10 November 2026 to Thursday, 10 December 2026');
});

test('no law sets a date for the answer to one comment', () => {
  expect(comment.limit(body(), at('wanrong'))).toBeNull();
});

test('the article is chosen from all of the draft, leaving it out means the whole', () => {
  const field = nodeAt(comment.fields(at('wanrong'), body()), 'answers.article');
  expect(field).toMatchObject({ is: 'field', required: false, blank: { zh: '整部草案' } });
  const options = field?.is === 'field' ? (field.options ?? []) : [];
  expect(options).toHaveLength(28);
  expect(options[16]?.label.zh).toBe('第十七条 收集点出现满溢的,村民可…');
});

test('staff read each point under the article as printed', () => {
  const answers = answersOf({ article: undefined, also: [{ article: 'a8', stance: 'support', reason: '这样好。' }] });
  const html = drawn(comment.Brief({ answers, context: at('wanrong') }));
  expect(html).toMatch(/<h3>整部草案<\/h3>.*四十八小时太长.*<h3>第八条<\/h3><blockquote>收集点的设置.*这样好。/s);
});
