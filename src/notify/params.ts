import { noticeLines, staffMessageWords } from '../i18n/staff-messages.ts';
import { watchFigures } from '../i18n/watch.ts';
import type { Words } from '../lib/words.ts';

/** What a parameter of a template may hold; its longest value is what a linter counts with. */
interface ParamType {
  pattern: RegExp;
  /** It is the address of a page: of the console, in e-mail only. */
  link?: true;
  /** The longest value in either language. */
  longest: { zh: string; en: string };
}

const same = (longest: string) => ({ zh: longest, en: longest });

const NUMBER = '[A-Z]{2}-[2-9A-Y]{5}-[2-9A-Y]{5}';
const A_DATE =
  '(\\d{4}-\\d{2}-\\d{2}|\\d{4}年\\d{1,2}月\\d{1,2}日(\\(星期.\\))?|([A-Z][a-z]+, )?\\d{1,2} [A-Z][a-z]+ \\d{4})';
const count: ParamType = { pattern: /^\d{1,4}\+?$/, longest: same('9999') };

/** One of several words of ours in either language, as part of a pattern; `{n}` in them is a number. */
const oneOf = (words: readonly Words[]): string =>
  `(${words
    .flatMap(({ zh, en }) => [zh, en])
    .map((text) => text.replace(/[.*+?^$()[\]\\|]/g, '\\$&').replace('{n}', '\\d+'))
    .join('|')})`;

/** Lines of one shape, and nothing between them. */
const lines = (line: string): RegExp => new RegExp(`^${line}(\\n${line})*$`);
const noticeLine = `(${oneOf(Object.values(noticeLines))} ${NUMBER}( · ${A_DATE})?|${oneOf([staffMessageWords.moreLines])})`;
const figureLine = `${oneOf(Object.values(watchFigures).map(({ label }) => label))}: [^\\n]{1,80}`;

/** Every parameter a template may name. Nothing here can hold a sentence, and so nothing a resident wrote. */
export const paramTypes: Readonly<Record<string, ParamType>> = {
  number: { pattern: new RegExp(`^${NUMBER}$`), longest: same('WR-22222-22222') },
  code: { pattern: /^\d{6}$/, longest: same('000000') },
  date: {
    pattern: new RegExp(`^${A_DATE}$`),
    longest: { zh: '2026年12月30日(星期三)', en: 'Wednesday, 30 September 2026' },
  },
  // A fixed line or a service number: suppliers take no mobile number in a text (domain.md §10.1).
  phone: { pattern: /^(0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4}|9\d{4}|12\d{3}|11\d)$/, longest: same('0359-00000000') },
  // To staff (staff-templates.ts).
  new: count,
  due: count,
  overdue: count,
  today: count,
  waiting: count,
  count,
  list: {
    pattern: lines(noticeLine),
    longest: {
      zh: '已逾期 WR-22222-22222 · 2026年12月30日(星期三)',
      en: 'Overdue WR-22222-22222 · Wednesday, 30 September 2026',
    },
  },
  figures: {
    pattern: lines(figureLine),
    longest: { zh: `${watchFigures.backup.label.zh}: 从来没有`, en: `${watchFigures.backup.label.en}: Never` },
  },
  link: {
    pattern: /^https?:\/\/[a-z0-9.:-]+\/staff[a-z0-9/-]*$/,
    link: true,
    longest: same('https://minyi.example.gov.cn/staff/cases'),
  },
};

export type ParamFault = { param: string; is: 'unset' | 'malformed' | 'untyped' | 'url' };

/** What looks like the address of a page: no supplier takes one in a variable (domain.md §0.3). */
export const URL_LIKE = /https?:|www\.|[a-z0-9-]+\.(?:com|cn|net|org|gov|top|xyz|cc)\b|\/\//i;

/** What is wrong with the values for a template's parameters; empty where a supplier may have them. */
export function paramFaults(names: readonly string[], values: Readonly<Record<string, string>>): ParamFault[] {
  return names.flatMap((param): ParamFault[] => {
    const type = Object.hasOwn(paramTypes, param) ? paramTypes[param] : undefined;
    const value = values[param] ?? '';
    if (!type) return [{ param, is: 'untyped' }];
    if (value === '') return [{ param, is: 'unset' }];
    if (!type.link && URL_LIKE.test(value)) return [{ param, is: 'url' }];
    return type.pattern.test(value) ? [] : [{ param, is: 'malformed' }];
  });
}
