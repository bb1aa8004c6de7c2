import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  distanceTransform,
  squaredDistanceTransform
} from "../../../src/science/numerics/distance-transform.js";
import { random } from "../../../src/science/numerics/rng.js";
import type { Shape } from "../../../src/science/numerics/volume-shape.js";

const position = (p: number, [, nb, nc]: Shape) => [
  Math.floor(p / (nb * nc)),
  Math.floor(p / nc) % nb,
  p % nc
];

/** The least over all voxels of the background, and over those just beyond the border where it is background. */
function bruteForce(
  volume: Uint8Array,
  shape: Shape,
  voxel: readonly number[],
  outside: boolean
): Float64Array {
  const background = [...volume.keys()].filter((p) => volume[p] === 0).map((p) => position(p, shape));
  return Float64Array.from(volume, (value, p) => {
    if (value === 0) return 0;
    const at = position(p, shape);
    let least = Infinity;
    for (const other of background)
      least = Math.min(
        least,
        at.reduce((sum, x, axis) => sum + (voxel[axis] * (x - other[axis])) ** 2, 0)
      );
    if (outside)
      at.forEach(
        (x, axis) => (least = Math.min(least, (voxel[axis] * Math.min(x + 1, shape[axis] - x)) ** 2))
      );
    return least;
  });
}

const someVolume = fc
  .record({
    shape: fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 37 })
    ),
    // Few voxels of background give long distances, many give short ones.
    background: fc.constantFrom(0.003, 0.02, 0.1, 0.5),
    seed: fc.nat(),
    outside: fc.boolean()
  })
  .map(({ shape, background, seed, outside }) => {
    const next = random(seed);
    const volume = Uint8Array.from({ length: shape[0] * shape[1] * shape[2] }, () =>
      next() < background ? 0 : 1
    );
    return { shape: shape, volume, outside };
  });

describe("the distance to the background", () => {
  it("squared, in unit voxels, is the whole number found by trying all", () => {
    fc.assert(
      fc.property(someVolume, ({ volume, shape, outside }) => {
        const squared = squaredDistanceTransform(volume, shape, { outsideIsBackground: outside });
        expect(Float64Array.from(squared)).toEqual(bruteForce(volume, shape, [1, 1, 1], outside));
      }),
      { numRuns: 300 }
    );
  });

  it("in voxels of unequal edges is the one found by trying all", () => {
    const edge = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(someVolume, fc.tuple(edge, edge, edge), ({ volume, shape, outside }, voxel) => {
        const distance = distanceTransform(volume, shape, { voxel, outsideIsBackground: outside });
        const expected = bruteForce(volume, shape, voxel, outside);
        const off = distance.findIndex((d, p) => {
          const e = Math.sqrt(expected[p]);
          return d !== e && !(Math.abs(d - e) <= 2e-7 * e);
        });
        expect(off).toBe(-1);
      }),
      { numRuns: 200 }
    );
  });

  it("from one voxel is exact over long lines", () => {
    const shape: Shape = [150, 7, 90];
    const volume = new Uint8Array(150 * 7 * 90).fill(1);
    const centre = [149, 3, 0];
    volume[(centre[0] * 7 + centre[1]) * 90 + centre[2]] = 0;
    const squared = squaredDistanceTransform(volume, shape);
    const off = squared.findIndex((d, p) => {
      const at = position(p, shape);
      return d !== at.reduce((sum, x, axis) => sum + (x - centre[axis]) ** 2, 0);
    });
    expect(off).toBe(-1);
  });

  it("from a few voxels far apart, and from beyond the border, is the one found by trying all", () => {
    const side = fc.integer({ min: 34, max: 90 });
    fc.assert(
      fc.property(
        fc.tuple(side, side, fc.integer({ min: 1, max: 9 })),
        fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        (shape, places, outside) => {
          const volume = new Uint8Array(shape[0] * shape[1] * shape[2]).fill(1);
          for (const place of places) volume[place % volume.length] = 0;
          const squared = squaredDistanceTransform(volume, shape, { outsideIsBackground: outside });
          expect(Float64Array.from(squared)).toEqual(bruteForce(volume, shape, [1, 1, 1], outside));
        }
      ),
      { numRuns: 15 }
    );
    const n = 75;
    const full = new Uint8Array(n ** 3).fill(1);
    const squared = squaredDistanceTransform(full, [n, n, n], { outsideIsBackground: true });
    const off = squared.findIndex(
      (d, p) => d !== Math.min(...position(p, [n, n, n]).map((x) => Math.min(x + 1, n - x))) ** 2
    );
    expect(off).toBe(-1);
  });

  it("within a ball is the depth below its surface, to the size of a voxel's diagonal", () => {
    const n = 51;
    const radius = 22.3;
    const depths = Float64Array.from({ length: n ** 3 }, (_, p) => {
      const [a, b, c] = position(p, [n, n, n]);
      return radius - Math.hypot(a - 25, b - 25, c - 25);
    });
    const distance = distanceTransform(
      Uint8Array.from(depths, (d) => (d > 0 ? 1 : 0)),
      [n, n, n]
    );
    // No background is nearer than the ball's surface, and one lies within a diagonal beyond it.
    const inside = [...depths.keys()].filter((p) => depths[p] > 0);
    expect(Math.min(...inside.map((p) => distance[p] - depths[p]))).toBeGreaterThanOrEqual(-1e-5);
    expect(Math.max(...inside.map((p) => distance[p] - depths[p]))).toBeLessThan(Math.sqrt(3));
  });

  it("is infinite where there is no background, unless that lies beyond the border", () => {
    const full = new Uint8Array(3 * 5 * 4).fill(1);
    expect(distanceTransform(full, [3, 5, 4]).every((d) => d === Infinity)).toBe(true);
    const squared = squaredDistanceTransform(full, [3, 5, 4], { outsideIsBackground: true });
    expect([squared[0], Math.max(...squared)]).toEqual([1, 4]);
    expect(distanceTransform(new Uint8Array(60), [3, 5, 4]).every((d) => d === 0)).toBe(true);
  });

  it("reports its progress, can be stopped, and refuses what it cannot do", () => {
    const volume = new Uint8Array(60).fill(1);
    const fractions: number[] = [];
    distanceTransform(volume, [3, 5, 4], { onProgress: (fraction) => fractions.push(fraction) });
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual([...fractions].sort((x, y) => x - y));
    const signal = AbortSignal.abort(new Error("stopped"));
    expect(() => distanceTransform(volume, [3, 5, 4], { signal })).toThrow("stopped");
    expect(() => distanceTransform(volume, [3, 5, 5])).toThrow("invalid volume: 60 values");
    expect(() => distanceTransform(volume, [3, 5, 4], { voxel: [1, 0, 1] })).toThrow("invalid voxel");
  });
});
