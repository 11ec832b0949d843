import { expect, test } from 'vitest';
import { dateInWords } from '../../src/i18n/dates.ts';
import { receiptNumber } from '../../src/lib/receipt-number.ts';
import { paramFaults, paramTypes } from '../../src/notify/params.ts';
import { paramsOf, templates } from '../../src/notify/templates.ts';
import { sites } from '../../src/sites/index.ts';

const faults = (param: string, value: string) => paramFaults([param], { [param]: value }).map(({ is }) => is);

test('every parameter of every template has a type, and its longest value is one of it', () => {
  for (const template of Object.values(templates)) {
    for (const param of paramsOf(template, 'email')) expect(paramTypes, param).toHaveProperty(param);
  }
  for (const [param, { longest }] of Object.entries(paramTypes)) {
    expect([faults(param, longest.zh), faults(param, longest.en)], param).toEqual([[], []]);
  }
});

test('what the program fills in is of its type: every day of two years, every county’s numbers and telephone', () => {
  for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2028, 0, 1); ms += 86_400_000) {
    const date = new Date(ms).toISOString().slice(0, 10);
    for (const lang of ['zh', 'en'] as const) {
      const words = dateInWords(date, lang);
      expect(faults('date', words), words).toEqual([]);
      expect(words.length).toBeLessThanOrEqual(paramTypes['date']?.longest[lang].length ?? 0);
    }
  }
  for (const { prefix, phone } of sites) {
    for (let value = 0; value < 29; value += 1) {
      expect(
        faults(
          'number',
          receiptNumber(
            prefix,
            Array.from({ length: 9 }, () => value),
          ),
        ),
      ).toEqual([]);
    }
    expect(faults('phone', phone)).toEqual([]);
  }
});

test.each([
  ['code', '12345', 'malformed'],
  ['code', '您好', 'malformed'],
  ['number', 'WR-22222-22222 路灯坏了', 'malformed'],
  ['phone', '15400000001', 'malformed'],
  ['date', '明天', 'malformed'],
  ['date', 'http://a.cn', 'url'],
  ['phone', 'a.example.cn', 'url'],
  ['code', '', 'unset'],
  ['title', '路灯坏了', 'untyped'],
  ['list', '新到 WR-22222-22222 · 路灯坏了', 'malformed'],
  ['list', '新到 WR-22222-22222\n路灯坏了', 'malformed'],
  ['figures', '路灯坏了: 3', 'malformed'],
  ['link', 'https://bad.example/elsewhere', 'malformed'],
  ['link', 'javascript:alert(1)//staff', 'malformed'],
])('%s “%s” is %s', (param, value, is) => {
  expect(faults(param, value)).toEqual([is]);
});
