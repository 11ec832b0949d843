import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOf, tidyIdentifier, tidyText } from '../../src/lib/text.ts';

const anything = fc.string({ unit: 'binary' });
const broken = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

test('letters and accents typed apart are kept as one', () => {
  expect(tidyText('cafe\u0301')).toBe('caf\u00e9');
});

test('Chinese punctuation, full width and rare characters stay as typed', () => {
  const words = '您好，（第１条）：“赞成”！㈠ 𠮷 👨‍👩‍👧';
  expect(tidyText(words)).toBe(words);
});

test('lines end alike, tabs stay, blanks around go', () => {
  expect(tidyText('\u3000一\r\n二\r三\n\t四 \n')).toBe('一\n二\n三\n\t四');
});

test('half an emoji is dropped, a whole one is not', () => {
  expect(tidyText('a\ud83d')).toBe('a');
  expect(tidyText('\ude00b')).toBe('b');
  expect(tidyText('\ud83d\ud83d\ude00\ude00')).toBe('\u{1f600}');
});

test('control characters are dropped', () => {
  expect(tidyText('a\u0000b\u0007c\u000bd\u001be\u007ff\u0085g\ufffeh\uffffi')).toBe('abcdefghi');
});

test('whatever is typed comes out well formed and without controls', () => {
  fc.assert(
    fc.property(fc.oneof(anything, broken), (raw) => {
      const tidy = tidyText(raw);
      expect(tidy.isWellFormed()).toBe(true);
      // oxlint-disable-next-line no-control-regex
      expect(tidy).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    }),
  );
});

test('tidying twice changes nothing', () => {
  fc.assert(fc.property(fc.oneof(anything, broken), (raw) => tidyText(tidyText(raw)) === tidyText(raw)));
});

test('an identifier loses width, blanks and every kind of dash', () => {
  expect(tidyIdentifier(' ＡＢ－１２\u00a03\u30004\t5\n6 ')).toBe('AB123456');
  expect(tidyIdentifier('1-2\u20103\u20114\u20125\u20136\u20147\u20158\u22129')).toBe('123456789');
});

test('case is left to whoever knows the identifier', () => {
  expect(tidyIdentifier('11010519491231002x')).toBe('11010519491231002x');
});

test('length is what a person would count: code points', () => {
  expect(lengthOf('')).toBe(0);
  expect(lengthOf('万荣县')).toBe(3);
  expect(lengthOf('𠮷a😀')).toBe(3);
  fc.assert(fc.property(anything, (words) => lengthOf(words) === Array.from(words).length));
});
