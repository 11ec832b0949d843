import { expect, test } from 'vitest';
import { dateInWords, momentInWords, receptionDays } from '../../src/i18n/dates.ts';

test('a date is written out with its weekday', () => {
  expect(dateInWords('2026-12-07', 'zh')).toBe('2026年12月7日(星期一)');
  expect(dateInWords('2026-12-07', 'en')).toBe('Monday, 7 December 2026');
});

test('a moment keeps the hour the contract gives it', () => {
  expect(momentInWords('2026-11-22T00:03:09+08:00', 'zh')).toBe('2026年11月22日(星期日) 00:03');
});

test('reception days read as on a door plate', () => {
  expect(receptionDays([1, 2, 3, 4, 5], 'zh')).toBe('周一至周五');
  expect(receptionDays([2], 'zh')).toBe('周二');
  expect(receptionDays([1, 4], 'zh')).toBe('周一、周四');
  expect(receptionDays([6, 7], 'en')).toBe('Saturday, Sunday');
});
