/** A point of a contour in units, y upwards from the baseline; `on` is false for a quadratic control point. */
export interface OutlinePoint {
  x: number;
  y: number;
  on: boolean;
}

export type Contour = readonly OutlinePoint[];

/** Straight edges of a shape, four numbers each: from x, y to x, y. */
export type Edges = Float32Array;

/** Straight pieces a curve is cut into: at 60 px the error stays below a tenth of a pixel. */
const CURVE_PIECES = 4;

/** Closed contours as straight edges. Two control points in a row imply a point half-way between them (TrueType). */
export function edgesOf(contours: readonly Contour[]): Edges {
  return new Float32Array(contours.flatMap(contourEdges));
}

function contourEdges(contour: Contour): number[] {
  const edges: number[] = [];
  const first = contour[0];
  if (!first) return edges;
  let { x, y } = first;
  let control: OutlinePoint | undefined;
  const lineTo = (endX: number, endY: number): void => {
    edges.push(x, y, endX, endY);
    x = endX;
    y = endY;
  };
  const curveTo = (via: OutlinePoint, endX: number, endY: number): void => {
    const startX = x;
    const startY = y;
    for (let piece = 1; piece <= CURVE_PIECES; piece += 1) {
      const t = piece / CURVE_PIECES;
      const u = 1 - t;
      lineTo(u * u * startX + 2 * u * t * via.x + t * t * endX, u * u * startY + 2 * u * t * via.y + t * t * endY);
    }
  };
  for (const point of [...contour.slice(1), first]) {
    if (!point.on) {
      if (control) curveTo(control, (control.x + point.x) / 2, (control.y + point.y) / 2);
      control = point;
    } else if (control) {
      curveTo(control, point.x, point.y);
      control = undefined;
    } else {
      lineTo(point.x, point.y);
    }
  }
  return edges;
}
