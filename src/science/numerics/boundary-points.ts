/**
 * Points along the boundary of a domain, so far apart as a size field wants: on a curve of arc length s they
 * lie at equal steps of ∫ ds / h(s), so that neighbours differ in spacing no more than the field does.
 */
import type { Size } from "./triangulation.js";

/** A piece of the boundary, with the domain to its left. */
export type Curve = {
  tag: number;
  /** fewest segments it may be cut into */
  leastSegments: number;
} & (
  | { kind: "line"; from: [number, number]; to: [number, number] }
  | {
      kind: "arc";
      centre: [number, number];
      radius: number;
      /** angles of its ends in radians from the x axis; a clockwise arc has to < from; a whole circle is 2π apart */
      from: number;
      to: number;
    }
);

export interface BoundaryPoints {
  /** interleaved x0, y0, x1, y1, … */
  points: number[];
  /** two point numbers a segment, the domain to the left */
  segments: number[];
  /** number of the curve that each segment lies on */
  curveOf: number[];
  /** fraction of the curve's length at each segment's middle */
  fractions: number[];
}

/** Point of a curve at the fraction t of its length. */
export function pointOn(curve: Curve, t: number): [number, number] {
  if (curve.kind === "line") {
    const { from, to } = curve;
    return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
  }
  const angle = curve.from + t * (curve.to - curve.from);
  return [curve.centre[0] + curve.radius * Math.cos(angle), curve.centre[1] + curve.radius * Math.sin(angle)];
}

export function lengthOf(curve: Curve): number {
  if (curve.kind === "line") return Math.hypot(curve.to[0] - curve.from[0], curve.to[1] - curve.from[1]);
  return curve.radius * Math.abs(curve.to - curve.from);
}

/** Fractions 0 = t0 < t1 < … < tn = 1 of the curve's length at equal steps of ∫ ds / h. */
export function placeAlong(curve: Curve, size: Size): number[] {
  const length = lengthOf(curve);
  const h = (t: number) => size(...pointOn(curve, t)) / length;
  // march in steps of a tenth of the local size: the integral is then good to far less than a segment
  const ts = [0];
  const sums = [0];
  for (let t = 0, sum = 0; t < 1;) {
    let step = Math.min(0.1 * h(t), 0.05);
    if (t + 1.5 * step > 1) step = 1 - t;
    sum += step / h(t + 0.5 * step);
    t = t + step;
    ts.push(t);
    sums.push(sum);
  }
  const total = sums[sums.length - 1];
  const n = Math.max(curve.leastSegments, Math.round(total));
  const result = [0];
  for (let i = 1, k = 0; i < n; ++i) {
    const wanted = (total * i) / n;
    while (sums[k + 1] < wanted) ++k;
    result.push(ts[k] + ((wanted - sums[k]) / (sums[k + 1] - sums[k])) * (ts[k + 1] - ts[k]));
  }
  result.push(1);
  return result;
}

/**
 * Cut the curves into segments. Ends of curves that lie within `tolerance` of each other become one point.
 * @param curves in any order; together they are the whole boundary
 */
export function boundaryPoints(curves: Curve[], size: Size, tolerance: number): BoundaryPoints {
  const points: number[] = [];
  const segments: number[] = [];
  const curveOf: number[] = [];
  const fractions: number[] = [];
  const corners: number[] = [];
  const add = (x: number, y: number) => points.push(x, y) / 2 - 1;
  const corner = ([x, y]: [number, number]) => {
    const found = corners.find((p) => Math.hypot(points[2 * p] - x, points[2 * p + 1] - y) <= tolerance);
    if (found !== undefined) return found;
    const p = add(x, y);
    corners.push(p);
    return p;
  };
  // lines first: their ends are exact, those of arcs carry the rounding of sine and cosine
  const order = curves
    .map((_, i) => i)
    .sort((i, j) => +(curves[i].kind === "arc") - +(curves[j].kind === "arc"));
  for (const i of order) {
    const curve = curves[i];
    const ts = placeAlong(curve, size);
    let previous = corner(pointOn(curve, 0));
    for (let k = 1; k < ts.length; ++k) {
      const at = pointOn(curve, ts[k]);
      const p = k === ts.length - 1 ? corner(at) : add(...at);
      segments.push(previous, p);
      curveOf.push(i);
      fractions.push(0.5 * (ts[k - 1] + ts[k]));
      previous = p;
    }
  }
  return { points, segments, curveOf, fractions };
}
