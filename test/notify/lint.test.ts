import { describe, expect, test } from 'vitest';
import { lintTemplate, smsParts, type LintRule } from '../../src/notify/lint.ts';
import { renderEmail, templates, type TemplateId } from '../../src/notify/templates.ts';
import type { Template } from '../../src/notify/templates.ts';
import { sites } from '../../src/sites/index.ts';

const ids = Object.keys(templates) as TemplateId[];
const channels = ['sms', 'email'] as const;
const langs = ['zh', 'en'] as const;

describe.each(sites)('$id', (site) => {
  test.each(ids)('%s may go out on every channel and in both languages', (id) => {
    for (const channel of channels) {
      for (const lang of langs) {
        const { findings, parts } = lintTemplate(templates[id], channel, lang, site);
        expect(findings, `${channel} ${lang}`).toEqual([]);
        if (channel === 'sms' && lang === 'zh') expect(parts).toBeLessThanOrEqual(2);
      }
    }
  });
});

const site = {
  signature: '万荣人大',
  phone: '0359-0000101',
  topics: [{ id: 'roads', label: { zh: '道路与照明', en: 'Roads and lights' }, hint: { zh: '', en: '' }, lead: '' }],
};
const good = templates.answered;

/** What the linter says of a Chinese SMS in place of the good one. */
const rulesOf = (sms: string, params: readonly string[] = [], place = site): LintRule[] =>
  lintTemplate({ ...good, params, sms: { zh: sms, en: '' } }, 'sms', 'zh', place).findings.map(({ rule }) => rule);

test.each<[string, readonly string[], LintRule]>([
  ['您的事项{number}已有答复,请{what}。', ['number'], 'param.unknown'],
  ['您的事项已有答复。', ['number'], 'param.unused'],
  ['您反映的“{title}”已有答复。', ['title'], 'param.untyped'],
  ['编号{number}{code}请保存。', ['number', 'code'], 'param.adjacent'],
  ['{number}, {code}。', ['number', 'code'], 'param.only'],
  ['【万荣】您的事项已有答复。', [], 'sms.brackets'],
  ['您的事项已有答复,请致电15400000001。', [], 'sms.mobile'],
  ['请致电{phone}、0359-0000102或0359-0000103。', ['phone'], 'sms.contacts'],
  ['您的事项已有答复。'.repeat(60), [], 'sms.too-long'],
  ['您的事项已有答复。'.repeat(24), [], 'sms.parts'],
  ['您的事项已有答复,请看 www.example.cn。', [], 'url'],
  ['您的事项已有答复: https://example.gov.cn/a', [], 'url'],
  ['您的信访事项已有答复。', [], 'phrase'],
  ['县政府已答复您的事项。', [], 'phrase'],
  ['请填写满意度问卷。', [], 'phrase'],
  ['您关于道路与照明的事项已有答复。', [], 'topic'],
])('“%s” is found out', (sms, params, rule) => {
  expect(rulesOf(sms, params)).toContain(rule);
});

test('a signature with symbols, of one character or named “test” is found out, and so is a mobile phone for questions', () => {
  for (const signature of ['万荣·人大', '万', '测试', 'TEST', '万荣县人民代表大会常务委员']) {
    expect(rulesOf(good.sms.zh, good.params, { ...site, signature }), signature).toEqual(['signature']);
  }
  expect(rulesOf('问询{phone}。', ['phone'], { ...site, phone: '15400000001' })).toEqual(['site.phone']);
});

test('an e-mail’s subject is one line and shows no code on a locked screen', () => {
  const subject = { zh: '查询码{code}\n编号{number}', en: '' };
  const draft: Pick<Template, 'params' | 'sms' | 'email'> = {
    params: ['code', 'number'],
    sms: good.sms,
    email: { subject, text: { zh: '您好。', en: '' } },
  };
  const { findings } = lintTemplate(draft, 'email', 'zh', site);
  expect(findings.map(({ rule }) => rule)).toEqual(['email.subject-lines', 'email.subject-code']);
});

const inEnglish = (en: string) =>
  lintTemplate({ ...good, params: [], sms: { zh: '', en } }, 'sms', 'en', site).findings;

test('English is looked at by whole words', () => {
  expect(inEnglish('There is an answer to your petition.').map(({ rule }) => rule)).toEqual(['phrase']);
  expect(inEnglish('There is an answer. Third parties cannot see it.').map(({ rule }) => rule)).toEqual([]);
});

test('an SMS of 70 characters is one part, of 71 two, of 134 two, of 135 three', () => {
  expect([1, 70, 71, 134, 135, 201, 202].map(smsParts)).toEqual([1, 1, 2, 2, 3, 3, 4]);
});

test('the length counts the signature and the longest parameters', () => {
  const draft = { ...good, params: ['number'], sms: { zh: '编号{number}。', en: '' } };
  expect(lintTemplate(draft, 'sms', 'zh', site)).toMatchObject({ length: 6 + 2 + 14 + 1, parts: 1 });
});

test('no e-mail fetches anything from outside', () => {
  const head = { signature: '万荣人大', siteName: { zh: '万荣县', en: 'Wanrong' }, demo: false };
  for (const id of ids) {
    const params = Object.fromEntries(templates[id].params.map((name) => [name, 'https://example.cn/<img src=x>']));
    expect(renderEmail(id, head, 'zh', params).html).not.toMatch(/<(img|link|script|iframe|a)\b|url\(/i);
  }
});
