import { edgesOf, type Edges, type OutlinePoint } from './outline.ts';

export interface Glyph {
  /** How far the pen moves, in units. */
  advance: number;
  edges: Edges;
}

export interface GlyphSet {
  /** Units to the em; y grows upwards from the baseline. */
  em: number;
  /** The outline of a code point; undefined where the file has none. */
  find(codePoint: number): Glyph | undefined;
}

/** One byte a point. A `start` opens a contour and carries both deltas, as does a bare `on` or `off`. */
export const POINT = { on: 0, level: 1, upright: 2, off: 4, start: 8, end: 15 } as const;

/** Byte counts at the head of the file: em, glyphs, point kinds, x deltas, y deltas. */
export const HEADER_FIELDS = 5;

const hasX = (kind: number): boolean => kind === POINT.start || (kind & POINT.upright) === 0;
const hasY = (kind: number): boolean => kind === POINT.start || (kind & POINT.level) === 0;

/**
 * Reads the file of `scripts/make-glyphs.ts`: five little-endian u32 counts, code points (u16, ascending), advances (u8),
 * then point kinds, x deltas and y deltas (i8) as three streams, because like beside like compresses best.
 * @throws RangeError when the counts and the size of the file disagree.
 */
export function openGlyphs(file: ArrayBuffer): GlyphSet {
  const header = new DataView(file);
  const [em = 0, count = 0, kindBytes = 0, xBytes = 0, yBytes = 0] = Array.from({ length: HEADER_FIELDS }, (_, field) =>
    header.getUint32(field * 4, true),
  );
  const codesAt = HEADER_FIELDS * 4;
  const advancesAt = codesAt + count * 2;
  const kindsAt = advancesAt + count;
  if (file.byteLength !== kindsAt + kindBytes + xBytes + yBytes) throw new RangeError('glyph file is cut or damaged');
  const advances = new Uint8Array(file, advancesAt, count);
  const kinds = new Uint8Array(file, kindsAt, kindBytes);
  const xs = new Int8Array(file, kindsAt + kindBytes, xBytes);
  const ys = new Int8Array(file, kindsAt + kindBytes + xBytes, yBytes);
  const starts = glyphStarts(kinds, count);
  const indexOf = new Map(Array.from({ length: count }, (_, i) => [header.getUint16(codesAt + i * 2, true), i]));

  const edgesAt = (index: number): Edges => {
    const contours: OutlinePoint[][] = [];
    let at = starts[index * 3] ?? 0;
    let xAt = starts[index * 3 + 1] ?? 0;
    let yAt = starts[index * 3 + 2] ?? 0;
    let x = 0;
    let y = 0;
    for (let kind = kinds[at] ?? POINT.end; kind !== POINT.end; kind = kinds[++at] ?? POINT.end) {
      if (hasX(kind)) x += xs[xAt++] ?? 0;
      if (hasY(kind)) y += ys[yAt++] ?? 0;
      if (kind === POINT.start) contours.push([]);
      contours.at(-1)?.push({ x, y, on: (kind & POINT.off) === 0 });
    }
    return edgesOf(contours);
  };
  const read = new Map<number, Glyph>();
  const find = (codePoint: number): Glyph | undefined => {
    const index = indexOf.get(codePoint);
    if (index === undefined) return undefined;
    const glyph = read.get(index) ?? { advance: advances[index] ?? em, edges: edgesAt(index) };
    read.set(index, glyph);
    return glyph;
  };
  return { em, find };
}

/** Where each glyph begins in the three streams, in threes. Offsets in the file would not compress; counting is quick. */
function glyphStarts(kinds: Uint8Array, count: number): Uint32Array {
  const starts = new Uint32Array(count * 3);
  let glyph = 1;
  let xAt = 0;
  let yAt = 0;
  kinds.forEach((kind, at) => {
    if (kind !== POINT.end) {
      if (hasX(kind)) xAt += 1;
      if (hasY(kind)) yAt += 1;
    } else if (glyph < count) {
      starts.set([at + 1, xAt, yAt], glyph * 3);
      glyph += 1;
    }
  });
  return starts;
}
