/**
 * Slivers pass: turn a relaxed set of points into a triangulation whose edges hold the boundary and whose smallest
 * angle reaches a goal. Points around a bad triangle move to where the worst angle of their ring is best; where that
 * does not help, one point is taken out or put in. After each round the points are triangulated anew, so edges flip
 * by themselves to the Delaunay choice, which has the largest smallest angle for given points.
 */
import type { TaskOptions } from "../task.js";
import { edgesOf, triangulate, trianglesAround, worstCosine } from "./triangulation.js";
import type { Distance } from "./triangulation.js";

const radians = Math.PI / 180;

export interface RepairOptions extends TaskOptions {
  /** degrees that every angle must reach */
  goal?: number;
  /** degrees up to which triangles are still worth improving */
  wish?: number;
  rounds?: number;
}

/**
 * @param points interleaved coordinates, those of the boundary first
 * @param segments two points a segment of the boundary, the domain to the left
 * @throws RangeError where the boundary cannot be kept or the goal is not reached
 */
export function repair(
  points: Float64Array,
  boundaryCount: number,
  segments: number[],
  distance: Distance,
  { goal = 20, wish = 28, rounds = 24, signal }: RepairOptions = {}
): { points: Float64Array; triangles: Int32Array } {
  let p: Float64Array = points.slice();
  let triangles = triangulate(p, distance);
  for (let round = 0; ; ++round) {
    signal?.throwIfAborted();
    const lost = lostSegments(triangles, segments, p.length / 2);
    const worst = worstAngle(p, triangles);
    if (lost.length === 0 && (worst >= wish || (worst >= goal && round >= rounds / 3)))
      return { points: p, triangles };
    if (round === rounds) {
      if (lost.length)
        throw new RangeError("invalid mesh: an edge of the boundary was lost; choose wider gaps");
      throw new RangeError(
        `invalid mesh: its smallest angle is ${worst.toFixed(1)}°; must be at least ${goal}°; choose wider gaps or a finer resolution`
      );
    }
    if (lost.length) p = cleared(p, boundaryCount, lost);
    else if (round % 3 === 2) p = renewed(p, triangles, boundaryCount, goal, distance);
    else smooth(p, triangles, boundaryCount, wish);
    triangles = triangulate(p, distance);
  }
}

/** Smallest angle of the mesh in degrees. */
export function worstAngle(p: ArrayLike<number>, triangles: Int32Array): number {
  let worst = 0.5;
  for (let k = 0; k < triangles.length; k += 3) {
    const [a, b, c] = [2 * triangles[k], 2 * triangles[k + 1], 2 * triangles[k + 2]];
    worst = Math.max(worst, worstCosine(p[a], p[a + 1], p[b], p[b + 1], p[c], p[c + 1]));
  }
  return Math.acos(worst) / radians;
}

/** Segments that are no edges of exactly one triangle; with them, as pairs, edges of one triangle that are no segments. */
function lostSegments(triangles: Int32Array, segments: number[], pointCount: number): number[] {
  const { ends, triangleCount } = edgesOf(triangles, pointCount);
  const open = new Map<number, number>();
  for (let e = 0; e < triangleCount.length; ++e) {
    if (triangleCount[e] === 1) open.set(ends[2 * e] * pointCount + ends[2 * e + 1], e);
  }
  const lost: number[] = [];
  for (let s = 0; s < segments.length; s += 2) {
    if (!open.delete(segments[s] * pointCount + segments[s + 1])) lost.push(segments[s], segments[s + 1]);
  }
  for (const e of open.values()) lost.push(ends[2 * e], ends[2 * e + 1]);
  return lost;
}

/** Take out the inner points within the circle over each lost segment. */
function cleared(p: Float64Array, boundaryCount: number, lost: number[]): Float64Array {
  const kept: number[] = [];
  for (let i = 0; i < p.length; i += 2) {
    let inside = false;
    for (let s = 0; s < lost.length && !inside; s += 2) {
      const [a, b] = [2 * lost[s], 2 * lost[s + 1]];
      inside =
        i >= 2 * boundaryCount &&
        (p[i] - p[a]) * (p[i] - p[b]) + (p[i + 1] - p[a + 1]) * (p[i + 1] - p[b + 1]) <= 0;
    }
    if (!inside) kept.push(p[i], p[i + 1]);
  }
  return Float64Array.from(kept);
}

/** Move each inner point of a triangle below the wished angle to the best place near it, in place. */
function smooth(p: Float64Array, triangles: Int32Array, boundaryCount: number, wish: number): void {
  const { start, list } = trianglesAround(triangles, p.length / 2);
  const ringWorst = (i: number, x: number, y: number) => {
    let worst = -1;
    for (let k = start[i]; k < start[i + 1]; ++k) {
      const t = 3 * list[k];
      const j = triangles[t] === i ? 0 : triangles[t + 1] === i ? 1 : 2;
      const b = 2 * triangles[t + ((j + 1) % 3)];
      const c = 2 * triangles[t + ((j + 2) % 3)];
      worst = Math.max(worst, worstCosine(x, y, p[b], p[b + 1], p[c], p[c + 1]));
    }
    return worst;
  };
  const bad = Math.cos(wish * radians);
  for (let pass = 0; pass < 3; ++pass) {
    for (let i = boundaryCount; i < p.length / 2; ++i) {
      let worst = ringWorst(i, p[2 * i], p[2 * i + 1]);
      if (worst < bad) continue;
      const reach = ringRadius(p, triangles, start, list, i);
      for (let step = 0.3 * reach; step > 0.02 * reach; step *= 0.5) {
        const [x, y] = [p[2 * i], p[2 * i + 1]];
        for (let k = 0; k < 8; ++k) {
          const tx = x + step * Math.cos((k * Math.PI) / 4);
          const ty = y + step * Math.sin((k * Math.PI) / 4);
          const trial = ringWorst(i, tx, ty);
          if (trial >= worst) continue;
          worst = trial;
          p[2 * i] = tx;
          p[2 * i + 1] = ty;
        }
      }
    }
  }
}

/** Distance from point i to its nearest neighbour. */
function ringRadius(
  p: Float64Array,
  triangles: Int32Array,
  start: Int32Array,
  list: Int32Array,
  i: number
): number {
  let nearest = Infinity;
  for (let k = start[i]; k < start[i + 1]; ++k) {
    for (let j = 0; j < 3; ++j) {
      const q = triangles[3 * list[k] + j];
      if (q !== i) nearest = Math.min(nearest, Math.hypot(p[2 * q] - p[2 * i], p[2 * q + 1] - p[2 * i + 1]));
    }
  }
  return nearest;
}

/** In each triangle below the goal: take out an end of its shortest edge where that is an inner point, else put a point at its longest edge's middle. */
function renewed(
  p: Float64Array,
  triangles: Int32Array,
  boundaryCount: number,
  goal: number,
  distance: Distance
): Float64Array {
  const drop = new Set<number>();
  const extra: number[] = [];
  for (let k = 0; k < triangles.length; k += 3) {
    const t = triangles.subarray(k, k + 3);
    const [a, b, c] = [2 * t[0], 2 * t[1], 2 * t[2]];
    if (Math.acos(worstCosine(p[a], p[a + 1], p[b], p[b + 1], p[c], p[c + 1])) / radians >= goal) continue;
    const sides = [0, 1, 2].map((j) => [t[j], t[(j + 1) % 3]]).sort((u, v) => span(p, u) - span(p, v));
    const inner = sides[0].filter((q) => q >= boundaryCount);
    if (inner.length) {
      if (!sides[0].some((q) => drop.has(q))) drop.add(Math.max(...inner));
      continue;
    }
    const [u, v] = sides[2];
    const x = 0.5 * (p[2 * u] + p[2 * v]);
    const y = 0.5 * (p[2 * u + 1] + p[2 * v + 1]);
    if (distance(x, y) < -0.25 * Math.sqrt(span(p, sides[2]))) extra.push(x, y);
  }
  const kept: number[] = [];
  for (let i = 0; i < p.length / 2; ++i) if (!drop.has(i)) kept.push(p[2 * i], p[2 * i + 1]);
  return Float64Array.from(kept.concat(extra));
}

function span(p: Float64Array, [a, b]: number[]): number {
  return (p[2 * a] - p[2 * b]) ** 2 + (p[2 * a + 1] - p[2 * b + 1]) ** 2;
}
