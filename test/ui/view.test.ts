import { expect, test } from 'vitest';
import { keep, telephone } from '../../src/ui/view.ts';

const plain = { lang: 'zh', elder: false, embed: false } as const;

test('language, large print and frame stay on every link', () => {
  expect(keep({ lang: 'en', elder: true, embed: true }, '/wanrong/guide')).toBe(
    '/wanrong/guide?lang=en&elder=1&embed=1',
  );
  expect(keep(plain, '/wanrong/guide')).toBe('/wanrong/guide');
});

test('a query and an anchor of its own are kept beside them', () => {
  expect(keep({ ...plain, elder: true }, '/wanrong/status?receipt=WR-1#top')).toBe(
    '/wanrong/status?receipt=WR-1&elder=1#top',
  );
});

test('a switch changes one thing and leaves the others', () => {
  const view = { ...plain, elder: true, embed: true };
  expect(keep(view, '/wanrong?elder=1&embed=1', { elder: false })).toBe('/wanrong?embed=1');
  expect(keep(view, '/wanrong', { lang: 'en' })).toBe('/wanrong?lang=en&elder=1&embed=1');
});

test('a phone number, another site and an anchor are left alone', () => {
  const view = { ...plain, elder: true };
  for (const href of ['tel:12388', 'https://www.example.cn/a', '//example.cn', '#main', 'mailto:a@example.cn']) {
    expect(keep(view, href)).toBe(href);
  }
});

test('a phone number is dialled without its brackets and blanks', () => {
  expect(telephone('(0359) 000 0001')).toBe('tel:03590000001');
});
