import { coverShape } from './coverage.ts';
import type { Lettering, Type } from './lettering.ts';
import { indexOf, type Pen } from './palette.ts';

/** Paper to draw on, in pixels from its top left corner; what falls outside is cut off. */
export interface Sheet {
  width: number;
  height: number;
  /** One palette index a pixel. */
  pixels: Uint8Array;
  fill(x: number, y: number, width: number, height: number, pen: Pen): void;
  /** The outline of a rectangle, drawn inside its edges. */
  frame(x: number, y: number, width: number, height: number, thickness: number, pen: Pen): void;
  /** One line of text whose em box has its top left corner at x, y. */
  write(text: string, x: number, y: number, type: Type): void;
}

/** Noto Sans SC: how far the em box of a Chinese character reaches above the baseline. */
const ABOVE_BASELINE = 0.88;
/** Fainter edges than this would not reach the first step of the palette. */
const FAINTEST = 0.08;

export function blankSheet(width: number, height: number, letters: Lettering): Sheet {
  const pixels = new Uint8Array(width * height);

  const fill: Sheet['fill'] = (x, y, w, h, pen) => {
    for (let row = Math.max(0, y); row < Math.min(height, y + h); row += 1) {
      pixels.fill(indexOf[pen](1), row * width + Math.max(0, x), row * width + Math.min(width, x + w));
    }
  };

  const frame: Sheet['frame'] = (x, y, w, h, thickness, pen) => {
    fill(x, y, w, thickness, pen);
    fill(x, y + h - thickness, w, thickness, pen);
    fill(x, y, thickness, h, pen);
    fill(x + w - thickness, y, thickness, h, pen);
  };

  const stamp = (char: string, x: number, baseline: number, type: Type): void => {
    const scale = type.size / letters.em;
    const shape = coverShape(letters.glyphOf(char).edges, { x, baseline, scale, bolder: type.bolder ?? 0 });
    if (!shape) return;
    const index = indexOf[type.pen];
    const lastColumn = Math.min(width, shape.left + shape.width);
    for (let row = Math.max(0, shape.top); row < Math.min(height, shape.top + shape.height); row += 1) {
      for (let column = Math.max(0, shape.left); column < lastColumn; column += 1) {
        const coverage = shape.cells[(row - shape.top) * shape.width + column - shape.left] ?? 0;
        if (coverage >= FAINTEST) pixels[row * width + column] = index(coverage);
      }
    }
  };

  const write: Sheet['write'] = (text, x, y, type) => {
    let at = x;
    for (const char of text) {
      stamp(char, at, y + type.size * ABOVE_BASELINE, type);
      at += letters.advanceOf(char, type);
    }
  };

  return { width, height, pixels, fill, frame, write };
}
