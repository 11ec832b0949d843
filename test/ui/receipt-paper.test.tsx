import { expect, test } from 'vitest';
import { ReceiptPaper, type Receipt } from '../../src/ui/receipt-paper.tsx';
import { Timeline } from '../../src/ui/timeline.tsx';
import { drawn } from './drawn.ts';

const receipt: Receipt = {
  receipt: 'WR-7K3M9-XPT4G',
  code: '482913',
  submittedAt: '2026-11-22T14:03:09+08:00',
  fingerprint: 'sha256-abc.def',
  due: { date: '2026-12-07', kind: 'law', basis: '信访工作条例 第二十三条', provisional: false },
};
const draw = (changes: Partial<Receipt> = {}, lang: 'zh' | 'en' = 'zh') =>
  drawn(
    ReceiptPaper({ receipt: { ...receipt, ...changes }, title: '诉求建议', next: '联络站会告诉您是否受理。', lang }),
  );
const read = (html: string) => html.replace(/<[^>]+>/g, '');

test('number and code stand in groups, and copy as they are', () => {
  expect(draw()).toContain('<span>WR-</span><span>7K3M9-</span><span>XPT4G</span>');
  expect(draw()).toContain('<span>482</span><span>913</span>');
  expect(draw()).toContain('data-copy="编号 WR-7K3M9-XPT4G 查询码 482913"');
});

test('what happens next has its date and its article', () => {
  expect(read(draw())).toContain('最迟 2026年12月7日(星期一)');
  expect(read(draw())).toContain('依据《信访工作条例》第二十三条');
  expect(read(draw({}, 'en'))).toContain('by Monday, 7 December 2026');
});

test('a promise is not called law, no date is said as such, a date that may move too', () => {
  const due = { date: '2026-12-07', kind: 'promise', basis: '', provisional: true } as const;
  expect(draw({ due })).toContain('本站承诺, 非法定期限');
  expect(draw({ due })).toContain('可能顺延');
  expect(draw({ due: null })).toContain('都没有规定办理日期');
});

test('the mark carries the day and nothing official, and says what it is not', () => {
  const mark = /<p class="mark">(.*?)<\/p>/s.exec(draw())?.[1] ?? '';
  expect(read(mark)).toBe('已收到2026.11.22');
  expect(draw()).toContain('本回执证明已收到, 不是办理决定');
});

test('buttons that need script are not there without it', () => {
  expect(draw()).toMatch(/<button[^>]*hidden=""[^>]*data-copy/);
  expect(draw()).toMatch(/<button[^>]*hidden=""[^>]*data-print/);
});

test('a timeline says its state in words, not by colour alone', () => {
  const html = drawn(
    Timeline({
      lang: 'zh',
      entries: [
        { state: 'to-come', label: '答复您', at: '2026-12-07' },
        { state: 'now', label: '正在看', at: '2026-11-23T09:10:00+08:00', note: '<b>' },
        { state: 'done', label: '已收到' },
      ],
    }),
  );
  expect(read(html)).toContain('还没到: 答复您2026年12月7日(星期一)');
  expect(read(html)).toContain('现在: 正在看2026年11月23日(星期一) 09:10');
  expect(html).toContain('aria-current="step"');
  expect(html).toContain('&lt;b&gt;');
});
