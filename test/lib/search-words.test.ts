import { expect, test } from 'vitest';
import { excerpt, marked } from '../../src/lib/marked.ts';
import { fold, termsOf, wantedBy, wordsOf } from '../../src/lib/search-words.ts';

test('a Chinese text is found by each pair of neighbouring characters, letters and digits by whole words', () => {
  expect(wordsOf('村东头路灯不亮')).toEqual(['村东', '东头', '头路', '路灯', '灯不', '不亮']);
  expect(wordsOf('LED灯坏了, 第15天')).toEqual(['led', '灯坏', '坏了', '15']);
  expect(wordsOf('灯')).toEqual([]);
});

test('full width, capitals and compatibility forms are one', () => {
  expect(wordsOf('ＬＥＤ')).toEqual(['led']);
  expect(termsOf('　ＬＥＤ灯，路灯 ')).toEqual(['led灯', '路灯']);
});

test('characters beyond the first plane are characters too', () => {
  expect(wordsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
  expect(fold('𠮷A').at).toEqual([0, 0, 2]);
});

test('a long word asks for all its pairs, the last letters typed for a beginning, one character for nothing', () => {
  expect(wantedBy('村东头')).toEqual([
    { word: '村东', beginning: false },
    { word: '东头', beginning: false },
  ]);
  expect(wantedBy('led灯')).toEqual([{ word: 'led', beginning: false }]);
  expect(wantedBy('灯led')).toEqual([{ word: 'led', beginning: true }]);
  expect([wantedBy('灯'), wantedBy('a')]).toEqual([[], []]);
});

test('what was found is marked where it stands, as it was written', () => {
  expect(marked('村里ＬＥＤ灯坏了', termsOf('led灯'))).toEqual([
    { text: '村里', found: false },
    { text: 'ＬＥＤ灯', found: true },
    { text: '坏了', found: false },
  ]);
  expect(marked('路灯路灯', ['路灯', '灯路'])).toEqual([
    { text: '路灯', found: true },
    { text: '路灯', found: true },
  ]);
});

test('an excerpt is short, and shows what was found', () => {
  const text = `${'前'.repeat(40)}路灯${'后'.repeat(200)}`;
  const pieces = excerpt(text, ['路灯']) ?? [];
  expect(pieces.find(({ found }) => found)?.text).toBe('路灯');
  const whole = pieces.map((piece) => piece.text).join('');
  expect(whole).toBe(`…${'前'.repeat(16)}路灯${'后'.repeat(78)}…`);
  expect(excerpt('别的', ['路灯'])).toBeNull();
});
