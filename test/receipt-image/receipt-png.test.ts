import { expect, test } from 'vitest';
import { receiptPng } from '../../src/receipt-image/receipt-png.ts';
import { aReceipt, count, glyphs, INK, pictureOf, VERMILION } from './a-receipt.ts';

test('a receipt is a picture 720 pixels wide, about as high as a page, and light enough for a weak network', async () => {
  const png = await receiptPng(aReceipt, glyphs);
  const picture = await pictureOf();
  expect(picture.width).toBe(720);
  expect(picture.height).toBeGreaterThan(850);
  expect(picture.height).toBeLessThan(1150);
  expect(png.length).toBeLessThan(40_000);
});

test('it carries dark text, and the date mark is the only thing in vermilion', async () => {
  const picture = await pictureOf();
  const withoutMark = await pictureOf({ mark: { label: '', date: '' } });
  expect(count(picture, INK)).toBeGreaterThan(10_000);
  expect(count(picture, VERMILION)).toBeGreaterThan(count(withoutMark, VERMILION) + 2_000);
  expect(count(picture, VERMILION, 0, picture.height / 2)).toBe(0);
});

test('a number that reads otherwise looks otherwise', async () => {
  const lines = aReceipt.lines.map((line) => ({ ...line, value: line.value.replace('7K3M9', '8K3M9') }));
  const other = await pictureOf({ lines });
  const same = await pictureOf();
  expect(other.height).toBe(same.height);
  expect(other.data.equals(same.data)).toBe(false);
});

test('the same receipt gives the same bytes', async () => {
  expect(await receiptPng(aReceipt, glyphs)).toEqual(await receiptPng(aReceipt, glyphs));
});

test('a long county name takes more lines and stays inside the frame', async () => {
  const long = await pictureOf({ siteName: '河东市人民代表大会常务委员会代表联络站信访接待中心'.repeat(3) });
  expect(long.height).toBeGreaterThan((await pictureOf()).height + 80);
  expect(redOfColumn(long, 710).every((value) => value === 0xff)).toBe(true);
});

test('signs nobody drew become hollow boxes instead of losing the receipt', async () => {
  const picture = await pictureOf({ siteName: '𠮷🙂\u0000龘', note: '\uD800' });
  expect(count(picture, INK)).toBeGreaterThan(10_000);
});

test('empty words leave room, not an error', async () => {
  const picture = await pictureOf({ siteName: '', title: '', lines: [], note: '', fingerprint: '' });
  expect(picture.width).toBe(720);
});

test('a demo receipt carries its band across the top, others do not', async () => {
  const demo = await pictureOf({ band: '演示系统, 不是政府网站' });
  expect(count(demo, INK, 0, 20)).toBeGreaterThan(700 * 8);
  expect(count(await pictureOf(), INK, 0, 20)).toBe(0);
});

test('a damaged glyph file is refused loudly', async () => {
  await expect(receiptPng(aReceipt, glyphs.slice(0, -1))).rejects.toThrow(RangeError);
});

function redOfColumn({ data, width, height }: { data: Buffer; width: number; height: number }, x: number): number[] {
  return Array.from({ length: height }, (_, y) => data[(y * width + x) * 4] ?? 0);
}
