import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { decompress } from 'wawoff2';

const FONT_FILES = join(import.meta.dirname, '../../node_modules/@fontsource-variable/noto-sans-sc/files');
/** A little above regular: thin strokes fade when a phone shows the picture at half its size. */
const WEIGHT = 450;

/** Noto Sans SC (SIL Open Font License 1.1) as the slices npm carries; a code point may be in any of them. */
export async function openFont(): Promise<(codePoint: number) => Font | undefined> {
  const bySign = new Map<number, Font>();
  for (const name of readdirSync(FONT_FILES)) {
    const { font, signs } = await openSlice(name);
    for (const sign of signs) bySign.set(sign, font);
  }
  return (codePoint) => bySign.get(codePoint);
}

// fontkit 2.0.4 ignores the weight of a compressed font (foliojs/fontkit#377), so it gets the plain one.
async function openSlice(name: string): Promise<{ font: Font; signs: number[] }> {
  const plain = create(Buffer.from(await decompress(readFileSync(join(FONT_FILES, name)))));
  if ('fonts' in plain) throw new TypeError(`${name} is a collection of fonts`);
  return { font: plain.getVariation({ wght: WEIGHT }), signs: plain.characterSet };
}
