import { HEADER_FIELDS, POINT } from '../../src/receipt-image/glyphs.ts';
import type { GlyphOutline } from './outline.ts';

/** The bytes `openGlyphs` reads; glyphs in ascending order of code point. */
export function packGlyphs(em: number, glyphs: readonly (readonly [codePoint: number, glyph: GlyphOutline])[]): Buffer {
  const kinds: number[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, glyph] of glyphs) {
    let [x, y] = [0, 0];
    for (const contour of glyph.contours) {
      for (const [i, point] of contour.entries()) {
        const [dx, dy] = [point.x - x, point.y - y];
        const along = dy === 0 ? POINT.level : dx === 0 ? POINT.upright : POINT.on;
        const kind = i === 0 ? POINT.start : along | (point.on ? POINT.on : POINT.off);
        kinds.push(kind);
        if (i === 0 || along !== POINT.upright) xs.push(dx);
        if (i === 0 || along !== POINT.level) ys.push(dy);
        [x, y] = [point.x, point.y];
      }
    }
    kinds.push(POINT.end);
  }
  const file = Buffer.alloc(HEADER_FIELDS * 4 + glyphs.length * 3 + kinds.length + xs.length + ys.length);
  let at = 0;
  for (const count of [em, glyphs.length, kinds.length, xs.length, ys.length]) at = file.writeUInt32LE(count, at);
  for (const [codePoint] of glyphs) at = file.writeUInt16LE(codePoint, at);
  for (const [, glyph] of glyphs) at = file.writeUInt8(glyph.advance, at);
  for (const kind of kinds) at = file.writeUInt8(kind, at);
  for (const delta of [...xs, ...ys]) at = file.writeInt8(delta, at);
  return file;
}
