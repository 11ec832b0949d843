import { expect, test } from 'vitest';
import { calendar } from '../../src/workflow/calendar/index.ts';
import { cite, citeInFull } from '../../src/workflow/citation.ts';
import { dueOf } from '../../src/workflow/due.ts';
import { explain, happensNext } from '../../src/workflow/explain.ts';
import { firstNotice } from '../../src/workflow/limits.ts';

test('a people’s congress station owes a written notice within fifteen days, by article 23', () => {
  const { due, explanation } = dueOf(firstNotice['other-organ'], '2026-11-22', calendar);
  expect(due).toEqual({
    date: '2026-12-07',
    what: 'notify-or-accept',
    kind: 'law',
    basis: '信访工作条例 第二十三条',
    provisional: false,
  });
  expect(explanation.basis).toEqual({ instrument: '信访工作条例', article: 23, paragraph: 2 });
  expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
});

test('a petition office registers and passes on within fifteen days, by article 22', () => {
  expect(dueOf(firstNotice['petition-office'], '2026-12-17', calendar).due).toEqual({
    date: '2027-01-01',
    what: 'register-and-forward',
    kind: 'law',
    basis: '信访工作条例 第二十二条',
    provisional: true,
  });
});

test('a promise of the site says that it is no legal limit', () => {
  const promise = { what: 'notify-or-accept', kind: 'promise', count: 5, unit: 'workday' } as const;
  const { due, explanation } = dueOf(promise, '2026-11-22', calendar);
  expect(due).toMatchObject({ date: '2026-11-27', kind: 'promise', basis: '本站承诺, 非法定期限' });
  expect(explanation.basis).toBeNull();
});

test('articles are cited in Chinese numerals, for staff with the paragraph', () => {
  const rolling = { instrument: '民法典', article: 203, paragraph: 1 } as const;
  expect(cite(rolling, 'zh')).toBe('民法典 第二百零三条');
  expect(citeInFull(rolling, 'zh')).toBe('民法典 第二百零三条第一款');
  expect(citeInFull(rolling, 'en')).toBe('Civil Code (民法典), Article 203, paragraph 1');
  expect(citeInFull({ instrument: '民法典', article: 202 }, 'zh')).toBe('民法典 第二百零二条');
});

test('a resident reads what happens next and by when', () => {
  const { due } = dueOf(firstNotice['other-organ'], '2026-11-22', calendar);
  expect(happensNext(due, 'zh')).toBe(
    '我们最迟在 2026年12月7日(星期一) 书面告诉您: 由我们怎样办理, 或者转到了哪里, 或者应向哪个单位提出。',
  );
  expect(happensNext(null, 'en')).toBe('Please keep number and code: with both you can look it up at any time.');
});

test('the reckoning names every day skipped and says that the rules of counting are borrowed', () => {
  const { explanation } = dueOf(firstNotice['other-organ'], '2026-09-20', calendar);
  expect(explain(explanation, 'zh', 'staff')).toEqual([
    '依据: 信访工作条例 第二十三条第二款',
    '从2026年9月20日(星期日)起 15 日, 到2026年10月5日(星期一)',
    '开始的当天不算 (参照民法典 第二百零一条第一款)',
    '最后一天放假, 顺延到上班的第一天 (参照民法典 第二百零三条第一款)',
    '不算2026年10月5日(星期一)至2026年10月7日(星期三): 国庆节',
    '到期日: 2026年10月8日(星期四)',
    '以上算法借用民法典, 是我们的推断, 期限所依据的规定没有写明怎样计算',
    '请在2026年9月30日(星期三)或之前办好',
  ]);
});

test('a provisional date says what it waits for, to staff also how the open days were taken', () => {
  const { explanation } = dueOf(firstNotice['other-organ'], '2026-12-17', calendar);
  expect(explain(explanation, 'en')).toEqual([
    'Under: Regulations on Petition Work (信访工作条例), Article 23, paragraph 2',
    '15 calendar days from Thursday, 17 December 2026: Friday, 1 January 2027',
    'the first day is not counted (by analogy with Civil Code (民法典), Article 201, paragraph 1)',
    'Due, provisionally: Friday, 1 January 2027',
    'The holidays of 2027 are not published yet. This date may change once they are',
    'These ways of counting are borrowed from the Civil Code. This is our inference: the rule that sets the limit does not say how to count',
  ]);
  expect(explain(explanation, 'zh', 'staff')).toContain('没有公布的日子暂按周一至周五上班推算, 法律写明日期的节日除外');
});
