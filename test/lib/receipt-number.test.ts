import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  RECEIPT_ALPHABET,
  checkReceipt,
  drawCode,
  drawReceiptBody,
  parseReceipt,
  receiptNumber,
} from '../../src/lib/receipt-number.ts';

const characters = Array.from(RECEIPT_ALPHABET);
const values = fc.array(fc.integer({ min: 0, max: 28 }), { minLength: 9, maxLength: 9 });
const bodyOf = (drawn: number[]): string => receiptNumber('WR', drawn).slice(3).replace('-', '');

test('the number printed in the contract keeps its own rule', () => {
  expect(receiptNumber('WR', [5, 17, 1, 19, 7, 27, 21, 24, 2])).toBe('WR-7K3M9-XPT4G');
  expect(checkReceipt('7K3M9XPT4G')).toBe(true);
});

test('every number made is written alike, reads back and has a right check', () => {
  fc.assert(
    fc.property(values, (drawn) => {
      const number = receiptNumber('WX', drawn);
      expect(number).toMatch(/^WX-[2-9A-HJ-NPRSTV-Y]{5}-[2-9A-HJ-NPRSTV-Y]{5}$/);
      const parsed = parseReceipt(number);
      expect(parsed?.canonical).toBe(number);
      expect(checkReceipt(parsed?.body ?? '')).toBe(true);
    }),
  );
});

test('each single wrong character and each swap of neighbours is caught, in thousands of numbers', () => {
  const missed: string[] = [];
  const note = (right: string, typed: string) => {
    if (typed !== right && checkReceipt(typed)) missed.push(`${right} ${typed}`);
  };
  for (const right of fc.sample(values, { numRuns: 3000, seed: 20261122 }).map(bodyOf)) {
    for (let i = 0; i < right.length; i += 1) {
      for (const wrong of characters) note(right, right.slice(0, i) + wrong + right.slice(i + 1));
      if (i > 0) note(right, right.slice(0, i - 1) + right.charAt(i) + right.charAt(i - 1) + right.slice(i + 1));
    }
  }
  expect(missed).toEqual([]);
});

test.each(['wr-7k3m9-xpt4g', 'WR7K3M9XPT4G', ' wr 7k3m9 xpt4g ', 'ＷＲ－７Ｋ３Ｍ９－ＸＰＴ４Ｇ', 'WR—7K3M9—XPT4G'])(
  '%s is read as the number it means',
  (typed) => {
    expect(parseReceipt(typed)).toEqual({ prefix: 'WR', body: '7K3M9XPT4G', canonical: 'WR-7K3M9-XPT4G' });
  },
);

test.each(['', 'WR', '7K3M9-XPT4G', 'W2-7K3M9-XPT4G', 'WR-7K3M9-XPT4', 'WR-7K3M9-XPT4GG', 'WR-7K3M9-XPT4O'])(
  '%j is no receipt number',
  (typed) => {
    expect(parseReceipt(typed)).toBeNull();
  },
);

test('a wrong check character is still read, so that its tries can be counted', () => {
  const parsed = parseReceipt('WR-7K3M9-XPT4H');
  expect(parsed?.canonical).toBe('WR-7K3M9-XPT4H');
  expect(checkReceipt(parsed?.body ?? '')).toBe(false);
});

test('a number is never made of fewer than nine values', () => {
  expect(() => receiptNumber('WR', [1, 2, 3])).toThrow(RangeError);
});

test('bytes that would favour small values are passed over', () => {
  expect(drawReceiptBody(Uint8Array.of(0, 28, 29, 232, 255, 231, 57, 58, 1, 2, 3, 4))).toEqual([
    0, 28, 0, 28, 28, 0, 1, 2, 3,
  ]);
  expect(drawCode(Uint8Array.of(4, 18, 250, 255, 22, 249, 31, 3, 7))).toBe('482913');
});

test('too few bytes are said, not filled up', () => {
  expect(drawReceiptBody(new Uint8Array(8))).toBeNull();
  expect(drawReceiptBody(new Uint8Array(40).fill(232))).toBeNull();
  expect(drawCode(new Uint8Array(5))).toBeNull();
  expect(drawCode(new Uint8Array(6))).toBe('000000');
});

test('over all bytes each character and each digit comes equally often', () => {
  const drawn = Array.from({ length: 256 }, (_, byte) => drawReceiptBody(new Uint8Array(9).fill(byte))?.[0]);
  const digits = Array.from({ length: 256 }, (_, byte) => drawCode(new Uint8Array(6).fill(byte))?.[0]);
  expect(characters.map((_, value) => drawn.filter((v) => v === value).length)).toEqual(Array(29).fill(8));
  expect(Array.from('0123456789').map((digit) => digits.filter((d) => d === digit).length)).toEqual(Array(10).fill(25));
});
