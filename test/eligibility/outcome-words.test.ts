import { expect, test } from 'vitest';
import type { CountyTerms } from '../../src/eligibility/county-terms.ts';
import { evaluate } from '../../src/eligibility/evaluate.ts';
import { outcomeSentence } from '../../src/eligibility/outcome-words.ts';
import { amountInWords, stillPending } from '../../src/eligibility/published.ts';
import type { Facts } from '../../src/eligibility/rule.ts';
import { measureIds, passing, today, type MeasureId } from './example-facts.ts';

function sentence(id: MeasureId, changed: Facts = {}, terms?: Partial<CountyTerms>, lang: 'zh' | 'en' = 'zh') {
  const version = today(id);
  const settled = terms && { measure: id, effectiveFrom: '2026-01-01', ...terms };
  const trace = evaluate(version, { ...passing[id], ...changed }, { lang, terms: settled });
  return outcomeSentence({ version, trace, lang, terms: settled });
}

test.each(measureIds)(
  '%s: a good result says that it is an estimate by the published conditions, no approval',
  (id) => {
    expect(sentence(id)).toMatch(/^初步符合公开条件。.*这是测算, 不是批准, 以审核为准。$/);
    expect(sentence(id, {}, {}, 'en')).toMatch(/^You appear to meet .*This is an estimate, not an approval/);
  },
);

test('a known sum is told with how it is made up', () => {
  expect(sentence('hire-reward')).toContain(
    '可申请 8000 元: 全日制硕士研究生 2 人 × 3000 元 = 6000 元; 全日制本科生 1 人 × 2000 元 = 2000 元。',
  );
  expect(sentence('hire-reward', {}, {}, 'en')).toContain('8,000 yuan: Full-time masters: 2 × 3000 yuan = 6,000 yuan');
});

test('an unpublished sum is said to be unpublished, with all else that is', () => {
  expect(sentence('settling-in')).toContain('县里尚未公开: 金额、学历起点、服务年限、材料、办理时限。');
});

test('a sum the county has set is told and no longer pending', () => {
  const terms = { measure: 'settling-in', effectiveFrom: '2026-01-01', amountFen: 2_000_000 };
  expect(sentence('settling-in', {}, terms)).toContain('可申请 2 万元: 一次性安家费 = 2 万元');
  expect(stillPending(today('settling-in'), terms).map(({ zh }) => zh)).not.toContain('金额');
  expect(amountInWords(today('settling-in'), 'zh', terms)).toBe('2 万元');
  expect(amountInWords(today('settling-in'), 'zh')).toBe('待定 (公开报道未写金额)');
});

test('a ceiling counts what was given before, until the county says otherwise', () => {
  const results = { stage: 'results' };
  expect(sentence('station-funding', results)).toContain('最高 100 万元 (含此前已给的经费)');
  expect(sentence('station-funding', results, { ceilingCountsEarlier: false })).toContain('(不含此前已给的经费)');
  expect(sentence('talent-enclave')).toContain('由县里评定, 最高 50 万元。');
});

test('what is still to be answered is listed by its question', () => {
  expect(sentence('settling-in', { onShortageList: undefined })).toBe(
    '还差 1 项没有填: “您应聘的岗位在闻喜急需紧缺人才要求之内吗?”。补上后就能测算。',
  );
});

test('a refusal says why, what else there is, and that one may still apply', () => {
  expect(sentence('settling-in', { field: 'other' })).toBe(
    '这一项只给学前教育类、医疗类毕业生。您选的是“其他”。您可以看看引才单位能否申请“引才伯乐奖”。' +
      '这是按公开条件的测算, 不是决定。您仍可提交, 由工作人员审核。',
  );
});

test('an enterprise that hired only doctors is told whom to ask', () => {
  expect(sentence('hire-reward', { masters: 0, bachelors: 0 })).toContain('引进的是博士的, 请打电话问县人才工作机构。');
  expect(today('hire-reward').facts['masters']?.hint?.zh).toContain('公开内容没有写博士的标准');
});
