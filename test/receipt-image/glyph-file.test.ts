import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MAKE_GLYPHS, receiptCharacters } from '../../scripts/glyphs/characters.ts';
import { openGlyphs } from '../../src/receipt-image/glyphs.ts';
import { glyphs } from './a-receipt.ts';

test('every sign of the catalogues, counties, laws and forms can be drawn', () => {
  const set = openGlyphs(glyphs);
  const missing = receiptCharacters().filter((sign) => !set.find(sign));
  expect(String.fromCodePoint(...missing), `these need a glyph; run: ${MAKE_GLYPHS}`).toBe('');
});

test('the glyphs weigh what one asset may and no more', () => {
  expect(gzipSync(new Uint8Array(glyphs)).length).toBeLessThan(105_000);
});

test('a figure is as wide as any other, so that numbers stand in columns', () => {
  const set = openGlyphs(glyphs);
  const widths = Array.from('0123456789', (figure) => set.find(figure.charCodeAt(0))?.advance);
  expect(new Set(widths).size).toBe(1);
});
