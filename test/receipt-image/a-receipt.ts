import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { GLYPH_FILE } from '../../scripts/glyphs/characters.ts';
import { receiptPng, type ReceiptImage } from '../../src/receipt-image/receipt-png.ts';

export const glyphs: ArrayBuffer = new Uint8Array(readFileSync(GLYPH_FILE)).buffer;

export const aReceipt: ReceiptImage = {
  siteName: '河东市(虚构)',
  title: '回执',
  lines: [
    { label: '编号', value: 'HD-7K3M9-XPT4G', size: 'number' },
    { label: '查询码', value: '482913', size: 'code' },
    { label: '提交时间', value: '2026年11月22日(星期日) 14:03' },
    { label: '接下来', value: '最迟 2026年12月7日(星期一)\n依据《信访工作条例》第二十三条' },
  ],
  mark: { label: '已收到', date: '2026年11月22日' },
  note: '本回执证明已收到, 不是办理决定',
  fingerprint: `sha256-${'aB3_'.repeat(11)}.${'-xY9'.repeat(21)}`,
};

export type Rgb = readonly [red: number, green: number, blue: number];
export const VERMILION: Rgb = [0xb3, 0x26, 0x1e];
export const INK: Rgb = [0x1b, 0x1f, 0x23];

/** The picture of a receipt, read back by another decoder. */
export async function pictureOf(changes: Partial<ReceiptImage> = {}): Promise<PNG> {
  return PNG.sync.read(Buffer.from(await receiptPng({ ...aReceipt, ...changes }, glyphs)));
}

/** How many pixels have exactly a colour, between two rows of the picture. */
export function count(picture: PNG, [red, green, blue]: Rgb, from = 0, to = picture.height): number {
  let found = 0;
  for (let at = from * picture.width * 4; at < to * picture.width * 4; at += 4) {
    if (picture.data[at] === red && picture.data[at + 1] === green && picture.data[at + 2] === blue) found += 1;
  }
  return found;
}
