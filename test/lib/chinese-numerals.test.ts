import { expect, test } from 'vitest';
import { fromChineseNumeral, toChineseNumeral } from '../../src/lib/chinese-numerals.ts';

test.each([
  [1, '一'],
  [10, '十'],
  [17, '十七'],
  [20, '二十'],
  [28, '二十八'],
  [101, '一百零一'],
  [110, '一百一十'],
  [115, '一百一十五'],
  [1005, '一千零五'],
  [1260, '一千二百六十'],
])('article %i is numbered 第%s条', (n, text) => {
  expect(toChineseNumeral(n)).toBe(text);
  expect(fromChineseNumeral(text)).toBe(n);
});

test('every number up to 9999 is read back as it was written', () => {
  for (let n = 1; n <= 9999; n += 1) expect(fromChineseNumeral(toChineseNumeral(n))).toBe(n);
});

test('〇 is read as 零', () => {
  expect(fromChineseNumeral('一百〇一')).toBe(101);
});

test.each(['', '零', '17', '条', '一十七', '十十', '二一', '一百一', '百'])('%j is no article number', (text) => {
  expect(fromChineseNumeral(text)).toBeUndefined();
});

test.each([0, -1, 1.5, 10_000])('%d has no numeral', (n) => {
  expect(() => toChineseNumeral(n)).toThrow(RangeError);
});
