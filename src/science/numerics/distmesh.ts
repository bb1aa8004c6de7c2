/**
 * Triangle mesh by relaxing a truss: each edge of a Delaunay triangulation is a spring that only pushes, with the
 * rest length F h(x), F = 1.2 √(mean (L/h)²); points move by Δt Σ max(F h − L, 0) until they rest.
 * After P.-O. Persson and G. Strang, "A simple mesh generator in MATLAB", SIAM Review 46 (2004) 329,
 * doi:10.1137/S0036144503429121. Two departures: the points of the boundary are placed beforehand and stay, and the
 * first points come from a front that already follows h, so that some twenty steps are enough.
 */
import type { TaskOptions } from "../task.js";
import { edgesOf, triangulate } from "./triangulation.js";
import type { Distance, Size } from "./triangulation.js";

const pressure = 1.2;
const timeStep = 0.2;
/** No point moves further in one step than this share of h: the triangulation stays close to valid. */
const longestStep = 0.25;
/** Share of h that a point keeps from the boundary. */
const clearance = 0.45;

export interface RelaxOptions extends TaskOptions {
  steps?: number;
  /** stop once no point moves more than this share of h in a step */
  rest?: number;
}

/**
 * @param points interleaved coordinates, those of the boundary first; they are not changed
 * @param boundaryCount number of points that stay where they are
 * @returns the relaxed points; where the truss was crowded or sparse, some were taken out or put in
 */
export function relax(
  points: Float64Array,
  boundaryCount: number,
  distance: Distance,
  size: Size,
  { steps = 24, rest = 0.01, signal, onProgress }: RelaxOptions = {}
): Float64Array {
  let p: Float64Array = points.slice();
  for (let step = 0; step < steps; ++step) {
    signal?.throwIfAborted();
    onProgress?.(step / steps, "relaxing the mesh");
    const triangles = triangulate(p, distance);
    const { ends } = edgesOf(triangles, p.length / 2);
    const sizes = sizesAt(p, size);
    const moved = push(p, ends, sizes, boundaryCount, distance);
    if (moved < rest) break;
    if (step === 4 || step === 10) p = thinned(p, ends, sizes, boundaryCount);
  }
  return p;
}

function sizesAt(p: Float64Array, size: Size): Float64Array {
  const h = new Float64Array(p.length / 2);
  for (let i = 0; i < h.length; ++i) h[i] = size(p[2 * i], p[2 * i + 1]);
  return h;
}

/** One step of the truss, in place. @returns the furthest move as a share of h */
function push(
  p: Float64Array,
  ends: Int32Array,
  h: Float64Array,
  boundaryCount: number,
  distance: Distance
): number {
  let sum = 0;
  for (let e = 0; e < ends.length; e += 2) {
    const [a, b] = [ends[e], ends[e + 1]];
    sum += ((p[2 * a] - p[2 * b]) ** 2 + (p[2 * a + 1] - p[2 * b + 1]) ** 2) / (0.5 * (h[a] + h[b])) ** 2;
  }
  const stretch = pressure * Math.sqrt((2 * sum) / ends.length);
  const force = new Float64Array(p.length);
  for (let e = 0; e < ends.length; e += 2) {
    const [a, b] = [ends[e], ends[e + 1]];
    const dx = p[2 * a] - p[2 * b];
    const dy = p[2 * a + 1] - p[2 * b + 1];
    const length = Math.sqrt(dx * dx + dy * dy);
    const f = (stretch * 0.5 * (h[a] + h[b])) / length - 1;
    if (f <= 0) continue;
    force[2 * a] += f * dx;
    force[2 * a + 1] += f * dy;
    force[2 * b] -= f * dx;
    force[2 * b + 1] -= f * dy;
  }
  let furthest = 0;
  for (let i = boundaryCount; i < h.length; ++i) {
    let dx = timeStep * force[2 * i];
    let dy = timeStep * force[2 * i + 1];
    const move = Math.hypot(dx, dy) / h[i];
    if (move > longestStep) {
      dx *= longestStep / move;
      dy *= longestStep / move;
    }
    furthest = Math.max(furthest, Math.min(move, longestStep));
    p[2 * i] += dx;
    p[2 * i + 1] += dy;
    keepClear(p, i, clearance * h[i], distance);
  }
  return furthest;
}

/** Bring a point that came too near the boundary back along the gradient of the distance. */
export function keepClear(p: Float64Array, i: number, least: number, distance: Distance): void {
  const [x, y] = [p[2 * i], p[2 * i + 1]];
  const d = distance(x, y);
  if (d <= -least) return;
  const step = 1e-6 * least;
  const gx = (distance(x + step, y) - d) / step;
  const gy = (distance(x, y + step) - d) / step;
  const norm = gx * gx + gy * gy;
  if (norm === 0) return;
  p[2 * i] -= ((d + least) * gx) / norm;
  p[2 * i + 1] -= ((d + least) * gy) / norm;
}

/** Take out one inner point of each edge much shorter than h and put one in the middle of each much longer. */
function thinned(p: Float64Array, ends: Int32Array, h: Float64Array, boundaryCount: number): Float64Array {
  const touched = new Uint8Array(h.length);
  const drop = new Uint8Array(h.length);
  const extra: number[] = [];
  for (let e = 0; e < ends.length; e += 2) {
    const [a, b] = [ends[e], ends[e + 1]];
    if (touched[a] || touched[b] || Math.max(a, b) < boundaryCount) continue;
    const ratio = Math.hypot(p[2 * a] - p[2 * b], p[2 * a + 1] - p[2 * b + 1]) / (0.5 * (h[a] + h[b]));
    if (ratio < 0.6) drop[Math.max(a, b)] = 1;
    else if (ratio > 1.55) extra.push(0.5 * (p[2 * a] + p[2 * b]), 0.5 * (p[2 * a + 1] + p[2 * b + 1]));
    else continue;
    touched[a] = touched[b] = 1;
  }
  const kept: number[] = [];
  for (let i = 0; i < h.length; ++i) if (!drop[i]) kept.push(p[2 * i], p[2 * i + 1]);
  return Float64Array.from(kept.concat(extra));
}
