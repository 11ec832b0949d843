import type { Lang, Words } from '../lib/words.ts';
import { say } from '../lib/words.ts';
import type { Site } from '../sites/site.ts';
import { forbiddenIn } from './lint-phrases.ts';
import type { Channel } from './message.ts';
import { paramFaults, paramTypes, URL_LIKE } from './params.ts';
import { paramsOf, type Template } from './templates.ts';

/** What a linter knows of a template; wider than the type of ours, so that one not yet taken in can be looked at. */
type Draft = Pick<Template, 'params' | 'sms' | 'email'>;

type Place = Pick<Site, 'signature' | 'phone' | 'topics'>;

/** What is wrong, as whoever writes templates reads it; each names where the rule is from. */
const rules = {
  'param.unknown': { zh: '用了没有列出的参数', en: 'names a parameter that is not listed' },
  'param.unused': { zh: '列出的参数没有用到', en: 'a listed parameter is used nowhere' },
  'param.untyped': {
    zh: '参数没有类型: 可能带进居民写的话',
    en: 'the parameter has no type and could hold what a resident wrote',
  },
  // ALI-5, TX-5.
  'param.adjacent': { zh: '两个变量紧挨着', en: 'two variables stand side by side' },
  'param.only': { zh: '全是变量, 没有固定文字', en: 'nothing but variables' },
  'sms.brackets': { zh: '正文里不能有【】, 签名由供应商加', en: 'no 【】 in the text: suppliers add the signature' },
  'sms.mobile': { zh: '正文里不能有手机号', en: 'no mobile number in the text' },
  'sms.contacts': { zh: '联系方式超过两个', en: 'more than two ways to get in touch' },
  'sms.too-long': { zh: '超过 500 字', en: 'longer than 500 characters' },
  'sms.parts': { zh: '参数最长时超过三条', en: 'more than three parts with the longest parameters' },
  // ALI-2.
  signature: {
    zh: '签名应为 2 至 12 个汉字、字母或数字, 不能是“测试”',
    en: 'a signature is 2 to 12 characters, no symbols, not a test',
  },
  'site.phone': {
    zh: '问询电话须是固定电话或服务号码',
    en: 'the phone for questions must be a fixed line or a service number',
  },
  // domain.md §0.3: no addresses of pages.
  url: { zh: '不能有网址', en: 'no address of a page' },
  phrase: {
    zh: '供应商不收的字眼, 或透露了事由',
    en: 'a phrase that suppliers refuse, or that tells what it is about',
  },
  topic: { zh: '出现了事项类别的名称', en: 'names a topic' },
  'email.subject-lines': { zh: '主题须为一行', en: 'a subject is one line' },
  'email.subject-code': {
    zh: '主题里不能有查询码: 锁屏也看得到',
    en: 'no code in the subject: a locked screen shows it',
  },
} as const satisfies Record<string, Words>;

export type LintRule = keyof typeof rules;

export interface LintFinding {
  rule: LintRule;
  about: Words;
  /** What was found; a name or a phrase of the template. */
  found: string;
}

export interface Lint {
  findings: readonly LintFinding[];
  /** Characters of the longest SMS with its signature, and the parts it is charged as; 0 for an e-mail. */
  length: number;
  parts: number;
}

const ONE_PART = 70;
const EACH_PART = 67;

/** How many SMS a text is charged as: one up to 70 characters, above that one for each 67 begun (ALI-5). */
export const smsParts = (length: number): number => (length <= ONE_PART ? 1 : Math.ceil(length / EACH_PART));

const named = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

const longest = (names: readonly string[], lang: Lang): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, paramTypes[name]?.longest[lang] ?? '']));

/** Looks at a template in one channel and language as it would go out for one site. Pure. */
export function lintTemplate(draft: Draft, channel: Channel, lang: Lang, site: Place): Lint {
  const findings: LintFinding[] = [];
  const found = (rule: LintRule, what: string) => void findings.push({ rule, about: rules[rule], found: what });
  const texts = channel === 'sms' ? [draft.sms[lang]] : [draft.email.subject[lang], draft.email.text[lang]];
  const whole = texts.join('\n');
  const params = paramsOf(draft, channel);

  for (const name of new Set(named(whole))) if (!params.includes(name)) found('param.unknown', name);
  for (const name of params) {
    if (!named(whole).includes(name)) found('param.unused', name);
    if (!Object.hasOwn(paramTypes, name)) found('param.untyped', name);
  }
  for (const text of texts) {
    const pair = /\{\w+\}\s*\{\w+\}/.exec(text);
    if (pair) found('param.adjacent', pair[0]);
    if (text.replace(/\{\w+\}|[\s\p{P}]/gu, '') === '') found('param.only', text);
  }
  const url = URL_LIKE.exec(whole);
  if (url) found('url', url[0]);
  const phrase = forbiddenIn(whole);
  if (phrase) found('phrase', `${phrase.phrase} (${phrase.source})`);
  const topic = site.topics.find(({ label }) => label[lang] !== '' && whole.includes(label[lang]));
  if (topic) found('topic', topic.label[lang]);
  if (draft.params.includes('phone') && paramFaults(['phone'], { phone: site.phone }).length > 0) {
    found('site.phone', site.phone);
  }
  if (channel === 'email') {
    const subject = draft.email.subject[lang];
    if (/[\r\n]/.test(subject)) found('email.subject-lines', subject);
    if (named(subject).includes('code')) found('email.subject-code', 'code');
    return { findings, length: 0, parts: 0 };
  }
  return { findings: [...findings, ...lintSms(draft, lang, site)], ...measured(draft, lang, site) };
}

function measured(draft: Draft, lang: Lang, site: Place): { length: number; parts: number } {
  const { length } = `【${site.signature}】${say(draft.sms, lang, longest(draft.params, lang))}`;
  return { length, parts: smsParts(length) };
}

function lintSms(draft: Draft, lang: Lang, site: Place): LintFinding[] {
  const findings: LintFinding[] = [];
  const found = (rule: LintRule, what: string) => void findings.push({ rule, about: rules[rule], found: what });
  const text = draft.sms[lang];
  const { length, parts } = measured(draft, lang, site);
  const contacts = [...named(text).filter((name) => name === 'phone'), ...(text.match(/\d[\d-]{5,}/g) ?? [])];
  const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/.exec(text);
  if (/[【】]/.test(text)) found('sms.brackets', text);
  if (mobile) found('sms.mobile', mobile[0]);
  if (contacts.length > 2) found('sms.contacts', contacts.join(' '));
  if (length > 500) found('sms.too-long', String(length));
  if (parts > 3) found('sms.parts', String(parts));
  if (!/^[\p{Script=Han}A-Za-z0-9]{2,12}$/u.test(site.signature) || /^(测试|test)$/i.test(site.signature)) {
    found('signature', site.signature);
  }
  return findings;
}
