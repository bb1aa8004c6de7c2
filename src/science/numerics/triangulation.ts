/**
 * Delaunay triangulation of a planar domain that need not be convex: the triangulation of the points
 * (delaunator) less the triangles whose centroid lies outside, and the lists made from it.
 */
import Delaunator from "delaunator";

/** Signed distance to the boundary at (x, y): negative inside. It may be a lower bound of the distance near corners. */
export type Distance = (x: number, y: number) => number;
/** Wanted edge length at (x, y). */
export type Size = (x: number, y: number) => number;

/** @returns three point numbers a triangle, counter-clockwise. @param points interleaved x0, y0, x1, y1, … */
export function triangulate(points: Float64Array, distance: Distance): Int32Array {
  const all = new Delaunator(points).triangles;
  const kept = new Int32Array(all.length);
  let n = 0;
  for (let t = 0; t < all.length; t += 3) {
    const a = all[t];
    // delaunator runs clockwise where y points up
    const b = all[t + 2];
    const c = all[t + 1];
    const x = points[2 * a] + points[2 * b] + points[2 * c];
    const y = points[2 * a + 1] + points[2 * b + 1] + points[2 * c + 1];
    if (distance(x / 3, y / 3) >= 0) continue;
    kept[n] = a;
    kept[n + 1] = b;
    kept[n + 2] = c;
    n += 3;
  }
  return kept.slice(0, n);
}

/** Area of the triangle a, b, c; positive where they run counter-clockwise. */
export function signedArea(points: ArrayLike<number>, a: number, b: number, c: number): number {
  const x = points[2 * a];
  const y = points[2 * a + 1];
  return (
    0.5 * ((points[2 * b] - x) * (points[2 * c + 1] - y) - (points[2 * c] - x) * (points[2 * b + 1] - y))
  );
}

/** Each edge of a triangulation once: its two points, in pairs. An edge of the boundary runs with the domain to its left. */
export interface Edges {
  /** two points an edge */
  ends: Int32Array;
  /** three edge numbers a triangle: of its sides 01, 12, 20 */
  ofTriangle: Int32Array;
  /** how many triangles the edge has: 1 on the boundary, 2 inside */
  triangleCount: Uint8Array;
}

/** Number the edges of a triangulation in the order in which its triangles meet them. */
export function edgesOf(triangles: Int32Array, pointCount: number): Edges {
  // edges hang in a chain at their lower point; a chain is as long as that point has neighbours, about three
  const first = new Int32Array(pointCount).fill(-1);
  const next = new Int32Array(triangles.length);
  const ends = new Int32Array(2 * triangles.length);
  const ofTriangle = new Int32Array(triangles.length);
  const triangleCount = new Uint8Array(triangles.length);
  let count = 0;
  for (let k = 0; k < triangles.length; ++k) {
    const a = triangles[k];
    const b = triangles[k % 3 === 2 ? k - 2 : k + 1];
    const low = Math.min(a, b);
    let e = first[low];
    while (e >= 0 && ends[2 * e] + ends[2 * e + 1] !== a + b) e = next[e];
    if (e < 0) {
      e = count++;
      ends[2 * e] = a;
      ends[2 * e + 1] = b;
      next[e] = first[low];
      first[low] = e;
    }
    ++triangleCount[e];
    ofTriangle[k] = e;
  }
  return { ends: ends.slice(0, 2 * count), ofTriangle, triangleCount: triangleCount.slice(0, count) };
}

/** For each point the numbers of the triangles around it, as rows: those of point p are list[start[p]] … list[start[p + 1] - 1]. */
export function trianglesAround(
  triangles: Int32Array,
  pointCount: number
): { start: Int32Array; list: Int32Array } {
  const start = new Int32Array(pointCount + 1);
  for (const p of triangles) ++start[p + 1];
  for (let p = 0; p < pointCount; ++p) start[p + 1] += start[p];
  const fill = start.slice(0, pointCount);
  const list = new Int32Array(triangles.length);
  for (let k = 0; k < triangles.length; ++k) list[fill[triangles[k]]++] = Math.floor(k / 3);
  return { start, list };
}

/** Cosine of the smallest angle of the triangle with these corners (1 where it is degenerate or clockwise): the worse, the larger. */
export function worstCosine(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  if ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay) <= 0) return 1;
  const a2 = (bx - cx) ** 2 + (by - cy) ** 2;
  const b2 = (cx - ax) ** 2 + (cy - ay) ** 2;
  const c2 = (ax - bx) ** 2 + (ay - by) ** 2;
  // the smallest angle is opposite the shortest side
  if (a2 <= b2 && a2 <= c2) return (b2 + c2 - a2) / (2 * Math.sqrt(b2 * c2));
  if (b2 <= c2) return (a2 + c2 - b2) / (2 * Math.sqrt(a2 * c2));
  return (a2 + b2 - c2) / (2 * Math.sqrt(a2 * b2));
}
