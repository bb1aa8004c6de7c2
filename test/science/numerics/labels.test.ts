import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faceCount } from "../../../src/science/numerics/face-count.js";
import { connectedComponents, type Neighbours } from "../../../src/science/numerics/labels.js";
import { random } from "../../../src/science/numerics/rng.js";
import {
  classesByZone,
  equalVolumeShells,
  zonesByDistance
} from "../../../src/science/numerics/surface-zones.js";
import type { Shape } from "../../../src/science/numerics/volume-shape.js";

/** By flooding from each voxel not yet reached, in the order of the volume. */
function flood(volume: Uint8Array, [na, nb, nc]: Shape, neighbours: Neighbours): Int32Array {
  const labels = new Int32Array(volume.length);
  const steps = [-1, 0, 1].flatMap((a) => [-1, 0, 1].flatMap((b) => [-1, 0, 1].map((c) => [a, b, c])));
  const near = steps.filter((s) => s.reduce((sum, x) => sum + Math.abs(x), 0) <= (neighbours === 6 ? 1 : 3));
  let count = 0;
  for (let seed = 0; seed < volume.length; ++seed) {
    if (volume[seed] === 0 || labels[seed] !== 0) continue;
    labels[seed] = ++count;
    for (const stack = [seed]; stack.length > 0;) {
      const p = stack.pop() ?? 0;
      const [a, b, c] = [Math.floor(p / (nb * nc)), Math.floor(p / nc) % nb, p % nc];
      for (const [da, db, dc] of near) {
        const [i, j, k] = [a + da, b + db, c + dc];
        if (i < 0 || j < 0 || k < 0 || i >= na || j >= nb || k >= nc) continue;
        const q = (i * nb + j) * nc + k;
        if (volume[q] !== volume[p] || labels[q] !== 0) continue;
        labels[q] = count;
        stack.push(q);
      }
    }
  }
  return labels;
}

const someVolume = fc
  .record({
    shape: fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 37 })
    ),
    classes: fc.integer({ min: 1, max: 3 }),
    share: fc.double({ min: 0.05, max: 1, noNaN: true }),
    seed: fc.nat(),
    shift: fc.integer({ min: 0, max: 3 })
  })
  .map(({ shape, classes, share, seed, shift }) => {
    const next = random(seed);
    // Some of the arrays do not begin on a word.
    const volume = new Uint8Array(shift + shape[0] * shape[1] * shape[2]).subarray(shift);
    for (let p = 0; p < volume.length; ++p) volume[p] = next() < share ? 1 + Math.floor(classes * next()) : 0;
    return { shape: shape, volume };
  });
const either = fc.constantFrom<Neighbours>(6, 26);

/** The volume seen in a mirror along one index. */
function mirror(volume: Uint8Array, [na, nb, nc]: Shape, axis: number): Uint8Array {
  return volume.map((_, p) => {
    const at = [Math.floor(p / (nb * nc)), Math.floor(p / nc) % nb, p % nc];
    at[axis] = [na, nb, nc][axis] - 1 - at[axis];
    return volume[(at[0] * nb + at[1]) * nc + at[2]];
  });
}

describe("connected components", () => {
  it("are those found by flooding, in the order of first voxels, with their sizes", () => {
    fc.assert(
      fc.property(someVolume, either, ({ volume, shape }, neighbours) => {
        const { labels, count, sizes } = connectedComponents(volume, shape, { neighbours });
        const expected = flood(volume, shape, neighbours);
        expect(labels).toEqual(expected);
        expect(count).toBe(expected.reduce((most, label) => Math.max(most, label), 0));
        const counted = new Float64Array(count + 1);
        for (const label of expected) ++counted[label];
        expect(sizes).toEqual(counted);
      }),
      { numRuns: 400 }
    );
  });

  it("are as many, and as large, in a mirror", () => {
    fc.assert(
      fc.property(someVolume, either, fc.nat({ max: 2 }), ({ volume, shape }, neighbours, axis) => {
        const sorted = (v: Uint8Array) => connectedComponents(v, shape, { neighbours }).sizes.slice(1).sort();
        expect(sorted(mirror(volume, shape, axis))).toEqual(sorted(volume));
      })
    );
  });

  it("span a volume of random sites above the percolation threshold, 0.3116, and not below", () => {
    const n = 96;
    const largestShare = (share: number) => {
      const next = random(5);
      const volume = Uint8Array.from({ length: n ** 3 }, () => (next() < share ? 1 : 0));
      const { sizes } = connectedComponents(volume, [n, n, n]);
      return sizes.subarray(1).reduce((most, size) => Math.max(most, size), 0) / (share * n ** 3);
    };
    expect(largestShare(0.28)).toBeLessThan(0.02);
    expect(largestShare(0.34)).toBeGreaterThan(0.6);
  });

  it("in an image are joined diagonally with 26 neighbours only", () => {
    const image = Uint8Array.from([1, 0, 0, 1]);
    expect(connectedComponents(image, [1, 2, 2]).count).toBe(2);
    expect(connectedComponents(image, [1, 2, 2], { neighbours: 26 }).count).toBe(1);
  });

  it("refuse a volume that its shape does not fit", () => {
    expect(() => connectedComponents(new Uint8Array(7), [2, 2, 2])).toThrow("invalid volume: 7 values");
    expect(() => connectedComponents(new Uint8Array(0), [0, 2, 2])).toThrow("invalid shape of volume");
  });
});

describe("faces of a class", () => {
  it("are those of a box of voxels", () => {
    const volume = new Uint8Array(7 * 8 * 9);
    for (let a = 2; a < 4; ++a)
      for (let b = 2; b < 5; ++b) for (let c = 2; c < 7; ++c) volume[(a * 8 + b) * 9 + c] = 2;
    expect(faceCount(volume, [7, 8, 9], 2)).toEqual({ total: 62, across: [30, 20, 12] });
    expect(faceCount(volume, [7, 8, 9], 0).total).toBe(62);
    expect(faceCount(volume, [7, 8, 9], 1).total).toBe(0);
  });

  it("between all pairs of neighbours, by class, count each interface twice", () => {
    fc.assert(
      fc.property(someVolume, ({ volume, shape: [na, nb, nc] }) => {
        let unlike = 0;
        for (let p = 0; p < volume.length; ++p) {
          if ((p + 1) % nc !== 0 && volume[p] !== volume[p + 1]) ++unlike;
          if (Math.floor(p / nc) % nb < nb - 1 && volume[p] !== volume[p + nc]) ++unlike;
          if (p + nb * nc < volume.length && volume[p] !== volume[p + nb * nc]) ++unlike;
        }
        const sum = [0, 1, 2, 3].reduce((all, k) => all + faceCount(volume, [na, nb, nc], k).total, 0);
        expect(sum).toBe(2 * unlike);
      })
    );
  });
});

describe("zones by distance from the surface", () => {
  const n = 41;
  const middle = (n - 1) / 2;
  const radius = 18;
  const depth = Float32Array.from({ length: n ** 3 }, (_, p) => {
    const [a, b, c] = [Math.floor(p / n / n), Math.floor(p / n) % n, p % n];
    return radius - Math.hypot(a - middle, b - middle, c - middle);
  });
  const ball = Uint8Array.from(depth, (d) => (d > 0 ? 1 : 0));

  it("of equal volume in a ball end at the radii of the shells", () => {
    const { zones, edges, voxels } = equalVolumeShells(depth, ball, 4);
    const total = ball.reduce((sum, v) => sum + v, 0);
    for (let k = 1; k <= 4; ++k) expect(voxels[k] / total).toBeCloseTo(0.25, 1.9);
    for (let k = 1; k < 4; ++k) expect(edges[k]).toBeCloseTo(radius * (1 - Math.cbrt(1 - k / 4)), 0);
    expect(zones.every((zone, p) => (zone === 0) === (ball[p] === 0))).toBe(true);
    expect(voxels.reduce((sum, v) => sum + v, 0)).toBe(n ** 3);
  });

  it("keep voxels at the same distance together, and refuse more shells than distances", () => {
    const distance = Float32Array.from([1, 1, 1, 1, 1, 2, 2, 3, 9]);
    const support = Uint8Array.from([1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect([...equalVolumeShells(distance, support, 2).zones]).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 0]);
    expect(() => equalVolumeShells(distance, support, 4)).toThrow("invalid number of shells: 4 of 8 voxels");
  });

  it("between edges hold their upper edge, and nothing beyond", () => {
    const distance = Float32Array.from([0.5, 1, 1.5, 2, 3]);
    const support = Uint8Array.from([1, 1, 1, 1, 1]);
    const { zones, voxels } = zonesByDistance(distance, support, [0.5, 1, 2]);
    expect([...zones]).toEqual([0, 1, 2, 2, 0]);
    expect([...voxels]).toEqual([2, 1, 2]);
    expect(() => zonesByDistance(distance, support, [1, 1])).toThrow("invalid edges: 1 then 1");
  });

  it("count the classes of their voxels", () => {
    const classes = Uint8Array.from([1, 2, 2, 1, 0]);
    expect([...classesByZone(classes, 3, Uint8Array.from([1, 1, 2, 2, 0]), 2)]).toEqual([0, 1, 1, 0, 1, 1]);
    expect(() => classesByZone(classes, 2, Uint8Array.from([1, 1, 2, 2, 0]), 2)).toThrow("unknown class: 2");
  });
});
