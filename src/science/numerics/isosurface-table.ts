// The triangles of marching cubes for each of the 256 patterns of inside and outside corners, built from one rule.
// Lorensen & Cline, SIGGRAPH Comput. Graph. 21(4), 163 (1987), https://doi.org/10.1145/37402.37422, list 14 cases and
// leave holes where a face's inside corners are diagonal. Here each face is cut by its own four corners alone, inside
// corners on a diagonal kept apart, so that two cubes always cut their common face alike; the cuts of the six faces join
// to closed loops, and the loops are divided into triangles without a chord along a face, so that none can meet a
// neighbour's. Made from the rule, not copied.
//
// Corner i lies at a = i >> 2, b = (i >> 1) & 1, c = i & 1, and bit i of a pattern says that it is inside. Edges 0 … 3 run
// along c, 4 … 7 along b, 8 … 11 along a, from the corners with that index 0 in ascending order.

export interface SurfaceTable {
  /** triangles of pattern p: three edges each, edges[start[p]] … edges[start[p + 1] − 1], anticlockwise seen from outside */
  start: Uint16Array;
  edges: Uint8Array;
}

const bits = [1, 2, 4];

/** The two corners of each edge. */
export const edgeCorners: readonly (readonly [number, number])[] = bits.flatMap((bit) =>
  [0, 1, 2, 3, 4, 5, 6, 7].filter((i) => (i & bit) === 0).map((i) => [i, i | bit] as const)
);

const edgeBetween = (i: number, j: number) =>
  edgeCorners.findIndex(([from, to]) => from === Math.min(i, j) && to === Math.max(i, j));

/** The corners of each face, anticlockwise seen from outside the cube (a, b, c right-handed). */
const faces: readonly (readonly number[])[] = bits.flatMap((bit, axis) => {
  // Axis 0 is c, 1 is b, 2 is a, so that the cyclic order a, b, c runs downwards.
  const u = bits[(axis + 2) % 3];
  const v = bits[(axis + 1) % 3];
  const low = [0, v, u | v, u];
  return [low, [...low].reverse().map((i) => i | bit)];
});

/** For each edge cut by the surface, the edge that follows on its loop; −1 where not cut. */
function loopSuccessors(pattern: number): Int8Array {
  const inside = (i: number) => ((pattern >> i) & 1) === 1;
  const next = new Int8Array(12).fill(-1);
  for (const face of faces) {
    for (let k = 0; k < 4; ++k) {
      const corner = face[k];
      const before = face[(k + 3) % 4];
      if (!inside(corner) || inside(before)) continue;
      // A row of inside corners begins here: the cut goes round its end.
      let m = k;
      while (inside(face[(m + 1) % 4])) ++m;
      next[edgeBetween(before, corner)] = edgeBetween(face[m % 4], face[(m + 1) % 4]);
    }
  }
  return next;
}

const shareFace = (e: number, f: number) =>
  faces.some((face) => [...edgeCorners[e], ...edgeCorners[f]].every((i) => face.includes(i)));

/** Divides a loop into triangles with as few chords along a face as can be: by the best of the polygons between i and j. */
function divide(loop: readonly number[]): number[] {
  const n = loop.length;
  const cost = loop.map(() => new Float64Array(n));
  const apex = loop.map(() => new Int8Array(n));
  for (let width = 2; width < n; ++width) {
    for (let i = 0; i + width < n; ++i) {
      const j = i + width;
      cost[i][j] = Infinity;
      for (let k = i + 1; k < j; ++k) {
        if (cost[i][k] + cost[k][j] >= cost[i][j]) continue;
        cost[i][j] = cost[i][k] + cost[k][j];
        apex[i][j] = k;
      }
      if (width < n - 1 && shareFace(loop[i], loop[j])) cost[i][j] += 1;
    }
  }
  const triangles = (i: number, j: number): number[] =>
    j - i < 2
      ? []
      : [loop[i], loop[apex[i][j]], loop[j], ...triangles(i, apex[i][j]), ...triangles(apex[i][j], j)];
  return triangles(0, n - 1);
}

function trianglesOf(pattern: number): number[] {
  const next = loopSuccessors(pattern);
  const triangles: number[] = [];
  for (let first = 0; first < 12; ++first) {
    const loop: number[] = [];
    for (let e = first; next[e] >= 0;) {
      loop.push(e);
      const after = next[e];
      next[e] = -1;
      e = after;
    }
    if (loop.length > 0) triangles.push(...divide(loop));
  }
  return triangles;
}

/** Builds the table; a few milliseconds. */
export function surfaceTable(): SurfaceTable {
  const patterns = Array.from({ length: 256 }, (_, pattern) => trianglesOf(pattern));
  const start = new Uint16Array(257);
  patterns.forEach((triangles, pattern) => (start[pattern + 1] = start[pattern] + triangles.length));
  return { start, edges: Uint8Array.from(patterns.flat()) };
}
