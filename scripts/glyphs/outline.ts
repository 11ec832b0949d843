import type { Font } from 'fontkit';
import type { Contour, OutlinePoint } from '../../src/receipt-image/outline.ts';

/** Units to the em in the file: at 30 px one unit is a quarter of a pixel, and deltas fit one byte. */
export const EM = 128;

export interface GlyphOutline {
  /** How far the pen moves, in units. */
  advance: number;
  contours: readonly Contour[];
}

/** A glyph of the font on the coarse grid of the file, with no point more than it needs. */
export function outlineOf(font: Font, codePoint: number): GlyphOutline {
  const glyph = font.glyphForCodePoint(codePoint);
  const onGrid = (value: number): number => Math.round((value * EM) / font.unitsPerEm);
  const contours: OutlinePoint[][] = [];
  for (const { command, args } of glyph.path.commands) {
    if (command === 'bezierCurveTo') throw new TypeError('quadratic outlines only');
    if (command === 'moveTo') contours.push([]);
    for (let i = 0; i < args.length; i += 2) {
      const on = i === args.length - 2;
      contours.at(-1)?.push({ x: onGrid(args[i] ?? 0), y: onGrid(args[i + 1] ?? 0), on });
    }
  }
  return {
    advance: onGrid(glyph.advanceWidth),
    contours: contours
      .map(thinned)
      .filter((contour) => contour.length > 2)
      .map(halved),
  };
}

/** Cuts the straight edges no signed byte can hold: those of `|`. */
function halved(contour: Contour): OutlinePoint[] {
  return contour.flatMap((point, i) => {
    const before = contour[i - 1] ?? point;
    if (Math.max(Math.abs(point.x - before.x), Math.abs(point.y - before.y)) <= 127) return [point];
    return [{ x: (before.x + point.x) >> 1, y: (before.y + point.y) >> 1, on: true }, point];
  });
}

/** Drops, one after the other, the points a reader puts back by itself or nobody can see. The first one stays. */
function thinned(contour: Contour): OutlinePoint[] {
  const points = [...contour];
  for (let i = points.length - 1; i > 0; i -= 1) {
    const [before, point, after] = [points[i - 1], points[i], points[(i + 1) % points.length]];
    if (before && point && after && isSpare(before, point, after)) {
      points.splice(i, 1);
      i = Math.min(i + 1, points.length);
    }
  }
  return points;
}

function isSpare(before: OutlinePoint, point: OutlinePoint, after: OutlinePoint): boolean {
  if (before.on && after.on) return distanceToChord(before, point, after) <= (point.on ? 0.5 : 0.7);
  const implied = point.on && !before.on && !after.on;
  return implied && Math.abs(2 * point.x - before.x - after.x) <= 2 && Math.abs(2 * point.y - before.y - after.y) <= 2;
}

/** In units; a point beyond the chord's ends is far from it, however straight it lies. */
function distanceToChord(from: OutlinePoint, point: OutlinePoint, to: OutlinePoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(point.x - from.x, point.y - from.y);
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  if (along < 0 || along > length) return Infinity;
  return Math.abs((point.x - from.x) * dy - (point.y - from.y) * dx) / length;
}
