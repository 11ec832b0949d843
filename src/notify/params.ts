/** What a parameter of a template may hold; its longest value is what a linter counts with. */
interface ParamType {
  pattern: RegExp;
  /** The longest value in either language. */
  longest: { zh: string; en: string };
}

const same = (longest: string) => ({ zh: longest, en: longest });

/** Every parameter a template may name. Nothing here can hold a sentence, and so nothing a resident wrote. */
export const paramTypes: Readonly<Record<string, ParamType>> = {
  number: { pattern: /^[A-Z]{2}-[2-9A-Y]{5}-[2-9A-Y]{5}$/, longest: same('WR-22222-22222') },
  code: { pattern: /^\d{6}$/, longest: same('000000') },
  date: {
    pattern: /^(\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日(\(星期.\))?|([A-Z][a-z]+, )?\d{1,2} [A-Z][a-z]+ \d{4})$/,
    longest: { zh: '2026年12月30日(星期三)', en: 'Wednesday, 30 September 2026' },
  },
  // A fixed line or a service number: suppliers take no mobile number in a text (domain.md §10.1).
  phone: { pattern: /^(0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4}|9\d{4}|12\d{3}|11\d)$/, longest: same('0359-00000000') },
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
    if (URL_LIKE.test(value)) return [{ param, is: 'url' }];
    return type.pattern.test(value) ? [] : [{ param, is: 'malformed' }];
  });
}
