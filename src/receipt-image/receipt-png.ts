import { receiptBlocks, type ReceiptImage } from './blocks.ts';
import { openGlyphs } from './glyphs.ts';
import { lettering } from './lettering.ts';
import { PALETTE } from './palette.ts';
import { encodePng } from './png.ts';
import { blankSheet } from './sheet.ts';

export type { ReceiptImage, ReceiptImageLine } from './blocks.ts';

/**
 * The receipt as a PNG to press and keep, for web views that can neither print nor save a page: 720 px wide, as high as
 * its text. The same words and glyph file give the same picture; a sign without a glyph becomes a hollow box.
 * @param glyphs the bytes of `glyphs.bin`, made by `scripts/make-glyphs.ts`
 */
export async function receiptPng(receipt: ReceiptImage, glyphs: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  const letters = lettering(openGlyphs(glyphs));
  const { width, height, draw } = receiptBlocks(receipt, letters);
  const sheet = blankSheet(width, height, letters);
  draw(sheet);
  return encodePng({ ...sheet, palette: PALETTE });
}
