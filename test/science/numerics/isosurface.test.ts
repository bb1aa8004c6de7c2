import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edgeCorners, surfaceTable } from "../../../src/science/numerics/isosurface-table.js";
import { isosurface } from "../../../src/science/numerics/isosurface.js";
import { connectedComponents } from "../../../src/science/numerics/labels.js";
import { random } from "../../../src/science/numerics/rng.js";
import type { TriangleSurface } from "../../../src/science/numerics/triangle-surface.js";
import type { Shape } from "../../../src/science/numerics/volume-shape.js";

/** Sums over edges: how many run one way and not the other, or more than once; and how many there are, without direction. */
function edgesOf({ indices }: TriangleSurface): { faults: number; edges: number } {
  const seen = new Map<string, number>();
  for (let t = 0; t < indices.length; t += 3) {
    for (let k = 0; k < 3; ++k) {
      const key = `${indices[t + k]} ${indices[t + ((k + 1) % 3)]}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  let faults = 0;
  for (const [key, times] of seen) {
    const back = seen.get(key.split(" ").reverse().join(" ")) ?? 0;
    if (times !== 1 || back !== 1) ++faults;
  }
  return { faults, edges: seen.size / 2 };
}

function eulerCharacteristic(surface: TriangleSurface): number {
  return surface.positions.length / 3 - edgesOf(surface).edges + surface.indices.length / 3;
}

function sample(shape: Shape, f: (a: number, b: number, c: number) => number): Float32Array {
  const [na, nb, nc] = shape;
  const field = new Float32Array(na * nb * nc);
  for (let a = 0, p = 0; a < na; ++a)
    for (let b = 0; b < nb; ++b) for (let c = 0; c < nc; ++c, ++p) field[p] = f(a, b, c);
  return field;
}

const ballShape = (n: number): Shape => [n, n, n];
const ball = (n: number, radius: number) =>
  sample(ballShape(n), (a, b, c) => radius - Math.hypot(a - (n - 1) / 2, b - (n - 1) / 2, c - (n - 1) / 2));

describe("the table of patterns", () => {
  const { start, edges } = surfaceTable();

  it("uses precisely the edges whose ends differ, each on one loop", () => {
    for (let pattern = 0; pattern < 256; ++pattern) {
      const used = new Set(edges.subarray(start[pattern], start[pattern + 1]));
      const cut = edgeCorners.flatMap(([i, j], e) => (((pattern >> i) ^ (pattern >> j)) & 1 ? [e] : []));
      expect([...used].sort((x, y) => x - y)).toEqual(cut);
    }
  });

  it("has no more than five triangles a cube, and none with a chord along a face", () => {
    const onFace = (e: number, f: number) =>
      [1, 2, 4].some((bit) => {
        const ends = [...edgeCorners[e], ...edgeCorners[f]].map((i) => i & bit);
        return ends.every((x) => x === ends[0]);
      });
    for (let pattern = 0; pattern < 256; ++pattern) {
      const triangles = edges.subarray(start[pattern], start[pattern + 1]);
      expect(triangles.length).toBeLessThanOrEqual(15);
      const directed = new Set<string>();
      for (let t = 0; t < triangles.length; t += 3)
        for (let k = 0; k < 3; ++k) directed.add(`${triangles[t + k]} ${triangles[t + ((k + 1) % 3)]}`);
      expect(directed.size).toBe(triangles.length);
      for (const edge of directed) {
        const [e, f] = edge.split(" ").map(Number);
        if (directed.has(`${f} ${e}`)) expect(onFace(e, f), `pattern ${pattern}, chord ${edge}`).toBe(false);
      }
    }
  });
});

describe("the surface at a level", () => {
  it("of random values in a frame of background has each edge in two triangles, once each way", () => {
    const sides = fc.integer({ min: 3, max: 9 });
    fc.assert(
      fc.property(
        fc.tuple(sides, sides, sides),
        fc.nat(),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (shape, seed, level) => {
          const next = random(seed);
          const border = (i: number, n: number) => i === 0 || i === n - 1;
          const field = sample(shape, (a, b, c) =>
            border(a, shape[0]) || border(b, shape[1]) || border(c, shape[2]) ? -1 : next()
          );
          const surface = isosurface(field, shape, level);
          expect(edgesOf(surface).faults).toBe(0);
          expect(new Set(surface.indices).size).toBe(surface.positions.length / 3);
          expect(surface.volume).toBeGreaterThanOrEqual(0);
          // One closed surface at least around each component, as points inside connect by faces only.
          const solid = Uint8Array.from(field, (v) => (v > level ? 1 : 0));
          if (connectedComponents(solid, shape).count > 0) expect(surface.volume).toBeGreaterThan(0);
        }
      ),
      { numRuns: 150 }
    );
  });

  it("of a ball has its area and volume, with errors that fall with the square of the voxel", () => {
    const errors = [20, 40, 80].map((n) => {
      const radius = 0.37 * n;
      const { area, volume } = isosurface(ball(n, radius), ballShape(n), 0);
      return [1 - area / (4 * Math.PI * radius ** 2), 1 - volume / ((4 / 3) * Math.PI * radius ** 3)];
    });
    for (const what of [0, 1]) {
      expect(Math.abs(errors[2][what])).toBeLessThan(1e-3);
      for (let k = 1; k < 3; ++k) {
        const order = Math.log2(errors[k - 1][what] / errors[k][what]);
        expect(order).toBeGreaterThan(1.8);
        expect(order).toBeLessThan(2.2);
      }
    }
  });

  it("is placed and scaled by the voxel", () => {
    const n = 24;
    const field = sample([n, 2 * n, n], (a, b, c) => 8 - Math.hypot(a - 12, 0.5 * (b - 24), c - 11));
    const { area, volume, positions } = isosurface(field, [n, 2 * n, n], 0, { voxel: [2, 1, 2] });
    expect(area / (4 * Math.PI * 16 ** 2)).toBeCloseTo(1, 1.9);
    expect(volume / ((4 / 3) * Math.PI * 16 ** 3)).toBeCloseTo(1, 1.8);
    for (let p = 0; p < positions.length; p += 3)
      expect(
        Math.abs(Math.hypot(positions[p] - 24, positions[p + 1] - 24, positions[p + 2] - 22) - 16)
      ).toBeLessThan(0.2);
  });

  it("has the Euler characteristic of a sphere, a torus and two of them", () => {
    const n = 40;
    const torus = sample(
      ballShape(n),
      (a, b, c) => 4.2 - Math.hypot(Math.hypot(a - 19.3, b - 19.6) - 11.1, c - 19.4)
    );
    expect(eulerCharacteristic(isosurface(ball(n, 13.3), ballShape(n), 0))).toBe(2);
    const surface = isosurface(torus, ballShape(n), 0);
    expect(eulerCharacteristic(surface)).toBe(0);
    expect(surface.volume / (2 * Math.PI ** 2 * 11.1 * 4.2 ** 2)).toBeCloseTo(1, 1.5);
    const two = sample(ballShape(n), (a, b, c) =>
      Math.max(5 - Math.hypot(a - 9, b - 9, c - 9), 6 - Math.hypot(a - 28, b - 29, c - 27))
    );
    expect(eulerCharacteristic(isosurface(two, ballShape(n), 0))).toBe(4);
  });

  it("parts points inside that touch by an edge or a corner, as components by faces do", () => {
    const near = [
      [2, 2, 2],
      [2, 3, 3],
      [3, 3, 2],
      [3, 2, 3]
    ];
    for (let count = 2; count <= 4; ++count) {
      const field = new Uint8Array(216);
      for (const [a, b, c] of near.slice(0, count)) field[(a * 6 + b) * 6 + c] = 1;
      expect(eulerCharacteristic(isosurface(field, [6, 6, 6], 0.5))).toBe(2 * count);
    }
  });

  it("of a hollow counts its volume out", () => {
    const n = 48;
    const middle = (n - 1) / 2;
    const shell = sample(
      ballShape(n),
      (a, b, c) => 4 - Math.abs(Math.hypot(a - middle, b - middle, c - middle) - 14)
    );
    const { volume } = isosurface(shell, ballShape(n), 0);
    expect(volume / ((4 / 3) * Math.PI * (18 ** 3 - 10 ** 3))).toBeCloseTo(1, 1.9);
  });

  it("of a class takes labels, stays closed on the level itself, and is empty where there is nothing", () => {
    const labels = new Uint8Array(125);
    labels[62] = 1;
    const octahedron = isosurface(labels, [5, 5, 5], 0.5);
    expect([octahedron.positions.length / 3, octahedron.indices.length / 3]).toEqual([6, 8]);
    expect(octahedron.volume).toBeCloseTo(1 / 6, 6);
    expect(octahedron.area).toBeCloseTo(Math.sqrt(3), 6);
    const touching = isosurface(labels, [5, 5, 5], 0);
    expect(edgesOf(touching).faults).toBe(0);
    expect(isosurface(labels, [5, 5, 5], 2).indices).toHaveLength(0);
    expect(isosurface(labels, [1, 25, 5], 0.5).indices).toHaveLength(0);
  });

  it("refuses a field that is no number beside the surface, and a level that is none", () => {
    const field = ball(8, 3);
    field[3 * 64 + 3 * 8 + 2] = NaN;
    expect(() => isosurface(field, ballShape(8), 0)).toThrow("invalid field: ");
    expect(() => isosurface(ball(8, 3), ballShape(8), NaN)).toThrow("invalid level: NaN");
  });
});
