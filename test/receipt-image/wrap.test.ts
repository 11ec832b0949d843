import { expect, test } from 'vitest';
import { wrapText } from '../../src/receipt-image/wrap.ts';

const wrap = (text: string, width: number): string[] =>
  wrapText(text, width, (char) => (char.charCodeAt(0) < 0x80 ? 1 : 2));

test('Chinese text breaks between any two characters', () => {
  expect(wrap('本回执证明已收到', 6)).toEqual(['本回执', '证明已', '收到']);
});

test('no line begins with a comma, a full stop or a closing bracket, and none ends with an opening one', () => {
  expect(wrap('已收到,请等', 6)).toEqual(['已收', '到,请', '等']);
  expect(wrap('已收到，请等。', 6)).toEqual(['已收', '到，请', '等。']);
  expect(wrap('依据《条例》办理', 6)).toEqual(['依据', '《条', '例》办', '理']);
  expect(wrap('已收到, 不是决定', 6)).toEqual(['已收', '到, 不', '是决定']);
});

test('English breaks at blanks, and a word only where it alone is too long', () => {
  expect(wrap('it is not a decision', 9)).toEqual(['it is not', 'a', 'decision']);
  expect(wrap('sha256-abcdefghij', 6)).toEqual(['sha256', '-abcde', 'fghij']);
});

test('a line feed always starts a new line', () => {
  expect(wrap('前\n依据', 20)).toEqual(['前', '依据']);
});

test('paper narrower than a character still gets every character', () => {
  expect(wrap('回执', 1)).toEqual(['回', '执']);
});
