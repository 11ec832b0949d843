import { expect, test } from 'vitest';
import { bigramsOf, inCommon } from '../../src/lib/bigrams.ts';

test('a text is the pairs of its neighbouring characters, each once, and none reaches over punctuation', () => {
  expect([...bigramsOf('渠塌了,渠塌了。水')]).toEqual(['渠塌', '塌了']);
  expect([...bigramsOf('')]).toEqual([]);
  expect([...bigramsOf(',。 !')]).toEqual([]);
});

test('full width, capitals and characters beyond the first plane are read alike', () => {
  expect([...bigramsOf('ＡＢ号')]).toEqual([...bigramsOf('ab号')]);
  expect([...bigramsOf('𠮷村口')]).toEqual(['𠮷村', '村口']);
});

test('what two texts share is counted once', () => {
  expect(inCommon(bigramsOf('渠塌了'), bigramsOf('支渠塌了一段'))).toBe(2);
});
