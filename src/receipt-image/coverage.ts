import type { Edges } from './outline.ts';

/** How much of each pixel a shape covers, 0 to 1, row by row, with its top left corner on the sheet. */
export interface Coverage {
  left: number;
  top: number;
  width: number;
  height: number;
  cells: Float32Array;
}

/** Where a shape stands: pen and baseline in pixels, pixels to the unit, and how far a bolder copy is shifted. */
export interface Placement {
  x: number;
  baseline: number;
  scale: number;
  bolder: number;
}

/** Exact area coverage of a shape; undefined for one without ink (a blank). Overlapping contours add up to one. */
export function coverShape(edges: Edges, { x, baseline, scale, bolder }: Placement): Coverage | undefined {
  if (edges.length === 0) return undefined;
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < edges.length; i += 2) {
    minX = Math.min(minX, edges[i] ?? 0);
    maxX = Math.max(maxX, edges[i] ?? 0);
    minY = Math.min(minY, edges[i + 1] ?? 0);
    maxY = Math.max(maxY, edges[i + 1] ?? 0);
  }
  const left = Math.floor(x + minX * scale);
  const top = Math.floor(baseline - maxY * scale);
  const width = Math.ceil(x + maxX * scale + bolder) - left + 2;
  const height = Math.ceil(baseline - minY * scale) - top + 1;
  const cells = new Float32Array(width * height);
  const originY = baseline - top;
  for (const originX of bolder > 0 ? [x - left, x - left + bolder] : [x - left]) {
    for (let i = 0; i < edges.length; i += 4) {
      const x0 = originX + (edges[i] ?? 0) * scale;
      const y0 = originY - (edges[i + 1] ?? 0) * scale;
      const x1 = originX + (edges[i + 2] ?? 0) * scale;
      const y1 = originY - (edges[i + 3] ?? 0) * scale;
      if (y0 < y1) addEdge(cells, width, x0, y0, x1, y1, 1);
      else if (y1 < y0) addEdge(cells, width, x1, y1, x0, y0, -1);
    }
  }
  sumAlongRows(cells, width);
  return { left, top, width, height, cells };
}

/** Adds the signed area right of one downward edge to the cells it crosses; the sum along each row is the coverage. */
function addEdge(
  cells: Float32Array,
  width: number,
  topX: number,
  topY: number,
  bottomX: number,
  bottomY: number,
  sign: 1 | -1,
): void {
  const slope = (bottomX - topX) / (bottomY - topY);
  let x = topX;
  for (let row = Math.floor(topY); row < bottomY; row += 1) {
    const height = Math.min(row + 1, bottomY) - Math.max(row, topY);
    const nextX = x + slope * height;
    addRow(cells, row * width, height * sign, Math.min(x, nextX), Math.max(x, nextX));
    x = nextX;
  }
}

/** One row's share of an edge between `from` and `to`: each cell gets what it adds to the area right of the edge. */
function addRow(cells: Float32Array, rowAt: number, area: number, from: number, to: number): void {
  const last = Math.floor(to);
  let before = 0;
  let areaBefore = 0;
  for (let cell = Math.floor(from); cell <= last; cell += 1) {
    const areaAfter = areaRightOf(cell + 1, from, to);
    const share = areaAfter - areaBefore;
    cells[rowAt + cell] = (cells[rowAt + cell] ?? 0) + area * (share - before);
    before = share;
    areaBefore = areaAfter;
  }
  cells[rowAt + last + 1] = (cells[rowAt + last + 1] ?? 0) + area * (1 - before);
}

/** Mean distance from the edge to `x`, counting only the part of the edge left of `x`. */
function areaRightOf(x: number, from: number, to: number): number {
  return x < to ? (x - from) ** 2 / (2 * (to - from)) : x - (from + to) / 2;
}

function sumAlongRows(cells: Float32Array, width: number): void {
  for (let row = 0; row < cells.length; row += width) {
    let sum = 0;
    for (let at = row; at < row + width; at += 1) {
      sum += cells[at] ?? 0;
      cells[at] = Math.min(1, Math.abs(sum));
    }
  }
}
