import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { GLYPH_FILE, receiptCharacters } from './glyphs/characters.ts';
import { openFont } from './glyphs/font.ts';
import { EM, outlineOf } from './glyphs/outline.ts';
import { packGlyphs } from './glyphs/pack.ts';

/** Writes src/receipt-image/glyphs.bin: the outline of every sign a receipt may show. Run after new words or counties. */
const fontOf = await openFont();
const signs = receiptCharacters();
const drawable = signs.flatMap((sign) => {
  const font = fontOf(sign);
  return font ? [[sign, outlineOf(font, sign)] as const] : [];
});
const file = packGlyphs(EM, drawable);
writeFileSync(GLYPH_FILE, file);

const missing = signs.filter((sign) => !fontOf(sign)).map((sign) => String.fromCodePoint(sign));
if (missing.length > 0) console.warn(`not in the font: ${missing.join(' ')}`);
console.log(`${drawable.length} glyphs, ${file.length} bytes, ${gzipSync(file, { level: 9 }).length} compressed`);
