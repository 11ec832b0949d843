import { expect, test } from 'vitest';
import { describeProblems, problemSentence } from '../../src/i18n/problems.ts';
import * as fields from '../../src/lib/fields/index.ts';

const title = { zh: '标题', en: 'Title' };
const controls: fields.Control[] = [
  'text',
  'longtext',
  'choice',
  'choices',
  'yesno',
  'tick',
  'integer',
  'money',
  'phone',
  'email',
  'identifier',
];
const codes = ['field.required', 'field.too-short', 'field.too-long', 'field.invalid', 'key.unknown'] as const;

test('every refusal of every kind of question has a whole sentence in both languages', () => {
  for (const control of [undefined, ...controls]) {
    for (const code of codes) {
      const problem = { path: 'a', code, min: 10, max: 20 };
      const [zh, en] = [problemSentence(problem, title, 'zh', control), problemSentence(problem, title, 'en', control)];
      expect(zh).toContain('标题');
      expect(zh).not.toMatch(/[{}]/);
      expect(en).toContain('Title');
      expect(en).not.toMatch(/[{}\u4e00-\u9fff]/);
    }
  }
});

const say = (code: (typeof codes)[number], control?: fields.Control) =>
  problemSentence({ path: 'a', code, min: 10, max: 2000 }, title, 'zh', control);

test('the sentences say what to do, in plain words', () => {
  expect(say('field.required')).toBe('请填写“标题”');
  expect(say('field.too-short')).toBe('“标题”太短了, 至少写 10 个字');
  expect(say('field.too-long')).toBe('“标题”太长了, 最多写 2000 个字');
  expect(say('field.required', 'choice')).toBe('请选择“标题”');
  expect(say('field.invalid', 'money')).toBe('“标题”请填 0.1 到 20 元之间的金额');
});

test("a question's own sentence comes before the general one", () => {
  const words = { zh: '请填 11 位手机号', en: 'Eleven digits' };
  expect(problemSentence({ path: 'a', code: 'field.invalid', words }, title, 'zh')).toBe('请填 11 位手机号');
});

test('an unknown key is named, and a nameless item has words', () => {
  expect(problemSentence({ path: 'hack', code: 'key.unknown' }, undefined, 'zh')).toContain('“hack”');
  expect(problemSentence({ path: 'a', code: 'field.invalid' }, undefined, 'en')).toContain('this item');
});

test('problems are described by the question their path leads to, lists and groups included', () => {
  const reason = fields.text({ label: { zh: '理由', en: 'Reason' }, max: 20 });
  const tree = { answers: fields.group({ also: fields.list({ reason }, 2, { zh: '其他条', en: 'Other articles' }) }) };
  const read = fields.readGroup(tree, { answers: { also: [{}] } });
  expect(describeProblems(read.problems, tree, 'zh')).toEqual([
    { path: 'answers.also.0.reason', code: 'field.required', message: '请填写“理由”' },
  ]);
  const many = fields.readGroup(tree, { answers: { also: [{}, {}, {}] } });
  expect(describeProblems(many.problems, tree, 'zh')[0]?.message).toBe('“其他条”最多 2 项');
});
