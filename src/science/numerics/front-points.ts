/**
 * First points inside a domain for a mesh of varying edge length h(x, y): a front that grows from the boundary.
 * Each segment proposes the third corner of an equilateral triangle, each accepted point its six neighbours in a
 * hexagon; a proposal stands if no earlier point is nearer than a fixed share of h. No chance is involved, and
 * where h is constant the hexagonal lattice comes out that DistMesh starts from.
 */
import type { Distance, Size } from "./triangulation.js";

/** Share of h within which a point tolerates no other; the lattice's holes close while the mesh relaxes. */
const exclusion = 0.76;
/** Share of h that a point keeps from the boundary. */
const clearance = 0.5;

/**
 * @param boundary interleaved coordinates of the boundary's points
 * @param segments two points a segment, the domain to the left
 * @param limit most points that may be made, the boundary's included
 * @returns interleaved coordinates: the boundary's points, then those inside
 * @throws RangeError where there would be more than `limit` points
 */
export function frontPoints(
  boundary: number[],
  segments: number[],
  distance: Distance,
  size: Size,
  limit: number
): Float64Array {
  let capacity = 4096;
  let points: Float64Array = new Float64Array(2 * capacity);
  let sizes: Float64Array = new Float64Array(capacity);
  let next = new Int32Array(capacity);
  let heading: Float64Array = new Float64Array(capacity);
  const buckets = new Int32Array(1 << 16).fill(-1);
  let count = 0;

  // a point lives in a bucket of the grid whose cells are 2^level wide, with 2^level ≥ h > 2^(level - 1)
  const levelOf = (h: number) => Math.ceil(Math.log2(h));
  const bucket = (level: number, i: number, j: number) =>
    (Math.imul(i, 73856093) ^ Math.imul(j, 19349663) ^ Math.imul(level, 83492791)) & 0xffff;

  const add = (x: number, y: number, h: number, angle: number) => {
    if (count >= limit)
      throw new RangeError(
        `unsupported mesh: it needs more than ${limit} points; enlarge the smallest sizes and gaps`
      );
    if (count === capacity) {
      capacity *= 2;
      points = grown(points, 2 * capacity);
      sizes = grown(sizes, capacity);
      heading = grown(heading, capacity);
      const old = next;
      next = new Int32Array(capacity);
      next.set(old);
    }
    points[2 * count] = x;
    points[2 * count + 1] = y;
    sizes[count] = h;
    heading[count] = angle;
    const level = levelOf(h);
    const cell = 2 ** level;
    const b = bucket(level, Math.floor(x / cell), Math.floor(y / cell));
    next[count] = buckets[b];
    buckets[b] = count++;
  };

  const isFree = (x: number, y: number, h: number) => {
    const top = levelOf(h) + 1;
    for (let level = top - 2; level <= top; ++level) {
      const cell = 2 ** level;
      const reach = exclusion * h;
      const i1 = Math.floor((x + reach) / cell);
      const j1 = Math.floor((y + reach) / cell);
      for (let i = Math.floor((x - reach) / cell); i <= i1; ++i) {
        for (let j = Math.floor((y - reach) / cell); j <= j1; ++j) {
          for (let p = buckets[bucket(level, i, j)]; p >= 0; p = next[p]) {
            const least = exclusion * 0.5 * (h + sizes[p]);
            if ((points[2 * p] - x) ** 2 + (points[2 * p + 1] - y) ** 2 < least * least) return false;
          }
        }
      }
    }
    return true;
  };

  const propose = (x: number, y: number, angle: number) => {
    const h = size(x, y);
    if (distance(x, y) < -clearance * h && isFree(x, y, h)) add(x, y, h, angle);
  };

  for (let p = 0; p < boundary.length; p += 2)
    add(boundary[p], boundary[p + 1], size(boundary[p], boundary[p + 1]), 0);
  const boundaryCount = count;
  for (let s = 0; s < segments.length; s += 2) {
    const [a, b] = [2 * segments[s], 2 * segments[s + 1]];
    const [ux, uy] = [points[b] - points[a], points[b + 1] - points[a + 1]];
    const rise = Math.sqrt(3) / 2;
    propose(
      0.5 * (points[a] + points[b]) - rise * uy,
      0.5 * (points[a + 1] + points[b + 1]) + rise * ux,
      Math.atan2(uy, ux)
    );
  }
  for (let p = boundaryCount; p < count; ++p) {
    for (let k = 0; k < 6; ++k) {
      const angle = heading[p] + (k * Math.PI) / 3;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const [x, y, h] = [points[2 * p], points[2 * p + 1], sizes[p]];
      const step = 0.5 * (h + size(x + h * c, y + h * s));
      propose(x + step * c, y + step * s, angle);
    }
  }
  return points.slice(0, 2 * count);
}

function grown(array: Float64Array, length: number): Float64Array {
  const result = new Float64Array(length);
  result.set(array);
  return result;
}
