import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { croftonAreas } from "../../../src/science/numerics/crofton.js";
import { distanceTransform } from "../../../src/science/numerics/distance-transform.js";
import { isosurface } from "../../../src/science/numerics/isosurface.js";
import { connectedComponents } from "../../../src/science/numerics/labels.js";
import { localThickness } from "../../../src/science/numerics/local-thickness.js";
import { siteThreshold, spanningLabels } from "../../../src/science/numerics/percolation.js";
import { random } from "../../../src/science/numerics/rng.js";
import { tortuosity } from "../../../src/science/numerics/tortuosity.js";
import type { Shape } from "../../../src/science/numerics/volume-shape.js";
import { watershed } from "../../../src/science/numerics/watershed.js";
import { ball, voxels } from "./voxel-shapes.js";

const distances = (volume: Uint8Array, shape: Shape) => distanceTransform(volume, shape);

describe("the watershed of a distance map", () => {
  const shape: Shape = [30, 30, 60];
  const two = (gap: number) => {
    const [first, second] = [ball([15, 15, 18], 10), ball([15, 15, 18 + gap], 8)];
    return voxels(shape, (...p) => first(...p) || second(...p));
  };

  it("parts two balls that overlap, at the plane of their neck", () => {
    const volume = two(14);
    const { labels, count, summits } = watershed(distances(volume, shape), shape);
    expect(count).toBe(2);
    expect(summits[1]).toBeGreaterThan(summits[2]);
    // the spheres cut each other at x = (d² + R² − r²)/2d from the larger one's centre
    const plane = 18 + (14 ** 2 + 10 ** 2 - 8 ** 2) / 28;
    let wrong = 0;
    volume.forEach((v, p) => {
      if (v && labels[p] !== (p % 60 < plane ? 1 : 2)) ++wrong;
    });
    expect(wrong / volume.reduce((sum, v) => sum + v, 0)).toBeLessThan(0.04);
  });

  it("leaves one ball whole, and two whole where the pass is nearly as high as the lower summit", () => {
    expect(watershed(distances(voxels(shape, ball([15, 15, 20], 11)), shape), shape).count).toBe(1);
    expect(watershed(distances(two(14), shape), shape, { depth: 6 }).count).toBe(1);
  });

  it("divides every component of any volume without rest, and never joins two", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 343, maxLength: 343, max: 1 }), (volume) => {
        const cube: Shape = [7, 7, 7];
        volume[0] = 0;
        const { labels, count } = watershed(distances(volume, cube), cube);
        const parts = connectedComponents(volume, cube);
        const owner = new Map<number, number>();
        volume.forEach((v, p) => {
          expect(labels[p] > 0).toBe(v === 1);
          if (!v) return;
          expect(owner.get(labels[p]) ?? parts.labels[p]).toBe(parts.labels[p]);
          owner.set(labels[p], parts.labels[p]);
        });
        expect(owner.size).toBe(count);
      }),
      { numRuns: 40 }
    );
  });
});

describe("local thickness", () => {
  it("is the diameter of a ball everywhere within it", () => {
    const shape: Shape = [41, 41, 41];
    const volume = voxels(shape, ball([20, 20, 20], 15.2));
    const thickness = localThickness(distances(volume, shape), shape);
    const own = thickness.filter((_, p) => volume[p] === 1);
    const mean = own.reduce((sum, v) => sum + v, 0) / own.length;
    expect(Math.abs(mean - 30.4)).toBeLessThan(1);
    expect(own.filter((v) => v > 28).length / own.length).toBeGreaterThan(0.93);
  });

  it("is the diameter of a rod and the opening of a slit, to a voxel", () => {
    const shape: Shape = [30, 30, 50];
    const rod = voxels(shape, (a, b) => (a - 15) ** 2 + (b - 15) ** 2 <= 7 ** 2);
    const inRod = localThickness(distances(rod, shape), shape).filter((_, p) => rod[p] === 1);
    expect(Math.abs(inRod.reduce((sum, v) => sum + v, 0) / inRod.length - 14)).toBeLessThan(1);
    for (const opening of [1, 2, 3, 4, 7]) {
      const slit = voxels(shape, (a) => a >= 10 && a < 10 + opening);
      const inSlit = localThickness(distances(slit, shape), shape).filter((_, p) => slit[p] === 1);
      const found = inSlit.reduce((sum, v) => sum + v, 0) / inSlit.length;
      expect(Math.abs(found - opening)).toBeLessThanOrEqual(opening % 2 === 0 ? 1 : 1e-6);
    }
  });

  it("agrees with every ball tried in every voxel", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 216, maxLength: 216, max: 3 }), (raw) => {
        const cube: Shape = [6, 6, 6];
        const volume = raw.map((v) => (v > 0 ? 1 : 0));
        volume[0] = 0;
        const distance = distances(volume, cube);
        const found = localThickness(distance, cube);
        const at = (p: number) => [Math.floor(p / 36), Math.floor(p / 6) % 6, p % 6];
        volume.forEach((v, p) => {
          let best = 0;
          const here = at(p);
          volume.forEach((w, q) => {
            if (!v || !w) return;
            const there = at(q);
            const square = here.reduce((sum, x, k) => sum + (x - there[k]) ** 2, 0);
            if (square < distance[q] ** 2 - 1e-4) best = Math.max(best, 2 * distance[q] - 1);
          });
          expect(found[p]).toBeCloseTo(best, 4);
        });
      }),
      { numRuns: 15 }
    );
  });
});

describe("surface areas of balls", () => {
  const shape: Shape = [48, 48, 48];
  it.each([6, 10, 16, 20])(
    "of radius %i voxels: Crofton within two percent, marching cubes on bytes four to eleven too large",
    (radius) => {
      const volume = voxels(shape, ball([23.4, 23.7, 23.2], radius));
      const exact = 4 * Math.PI * radius ** 2;
      expect(Math.abs(croftonAreas(volume, shape, 1)[1] / exact - 1)).toBeLessThan(0.02);
      const cubes = isosurface(volume, shape, 0.5).area / exact;
      expect(cubes).toBeGreaterThan(1.04);
      expect(cubes).toBeLessThan(1.11);
    }
  );

  it("of grey values: marching cubes within 0.5 %, as the surface then lies between the voxels", () => {
    const field = new Float32Array(48 ** 3);
    for (let a = 0, p = 0; a < 48; ++a)
      for (let b = 0; b < 48; ++b)
        for (let c = 0; c < 48; ++c, ++p) field[p] = 15 - Math.hypot(a - 23.4, b - 23.7, c - 23.2);
    expect(Math.abs(isosurface(field, shape, 0).area / (4 * Math.PI * 225) - 1)).toBeLessThan(0.005);
  });

  it("of two regions that touch: each has the interface", () => {
    const labels = Int32Array.from(
      voxels(shape, (a) => a > 23),
      (v) => v + 1
    );
    const [, first, second] = croftonAreas(labels, shape, 2);
    expect(first).toBe(second);
    // 13 directions give 0.927 of a plane across an axis, the worst case; at the border diagonals lead out of the volume
    expect(first / 48 ** 2).toBeGreaterThan(0.9);
    expect(first / 48 ** 2).toBeLessThan(0.927);
  });
});

describe("percolation", () => {
  it("of random sites on the cubic lattice begins at 0.3116", () => {
    const uniform = random(20);
    const runs = Array.from({ length: 24 }, () => siteThreshold(40, uniform));
    const mean = runs.reduce((sum, v) => sum + v, 0) / runs.length;
    const error = Math.sqrt(runs.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (23 * 24));
    // a lattice of finite size shifts it by about 0.3·n^(−1/0.88) at most
    expect(Math.abs(mean - 0.3116077)).toBeLessThan(3 * error + 0.3 * 40 ** (-1 / 0.8762));
  });

  it("tells what spans, and which way", () => {
    const shape: Shape = [5, 6, 7];
    const volume = voxels(shape, (a, b) => (b === 2 && a < 4) || (a === 0 && b < 6));
    const { labels } = connectedComponents(volume, shape);
    expect(spanningLabels(labels, shape)).toEqual([[], [1], [1]]);
  });
});

describe("tortuosity", () => {
  it("of straight channels is 1, and their diffusivity their share of the face", () => {
    const shape: Shape = [20, 12, 12];
    const channels = voxels(shape, (_, b, c) => b % 4 < 2 && c % 3 === 0);
    const { factor, relativeDiffusivity, share } = tortuosity(channels, shape, { tolerance: 1e-6 });
    expect(factor).toBeCloseTo(1, 5);
    expect(relativeDiffusivity).toBeCloseTo(share, 5);
  });

  it("is without end where nothing leads through, and asks for a phase", () => {
    const shape: Shape = [8, 8, 8];
    expect(
      tortuosity(
        voxels(shape, (a) => a !== 4),
        shape
      ).factor
    ).toBe(Infinity);
    expect(() => tortuosity(new Uint8Array(512), shape)).toThrow("missing phase");
  });

  it("of a solid with a few balls cut out is Maxwell's (3 − φ)/2 of its share φ", () => {
    const errorOf = (n: number) => {
      const [middle, outside] = [(n - 1) / 2, ball([(n - 1) / 2, (n - 1) / 2, (n - 1) / 2], n / 4)];
      const solid = voxels([n, n, n], (a, b, c) => middle > 0 && !outside(a, b, c));
      const { factor, share } = tortuosity(solid, [n, n, n], { tolerance: 1e-5 });
      expect(Math.abs(share - (1 - (4 / 3) * Math.PI * 0.25 ** 3))).toBeLessThan(0.004);
      return factor - (3 - share) / 2;
    };
    // walls in steps hinder more than smooth ones, the less the finer they are
    const [coarse, fine] = [errorOf(20), errorOf(60)];
    expect(Math.abs(fine)).toBeLessThan(0.006);
    expect(Math.abs(fine)).toBeLessThan(0.6 * Math.abs(coarse));
  });

  it("is the same along each axis of a volume that is turned", () => {
    const shape: Shape = [10, 12, 14];
    const uniform = random(8);
    const volume = Uint8Array.from({ length: 1680 }, () => (uniform() < 0.7 ? 1 : 0));
    const turned = new Uint8Array(1680);
    for (let a = 0, p = 0; a < 10; ++a)
      for (let b = 0; b < 12; ++b)
        for (let c = 0; c < 14; ++c, ++p) turned[(c * 10 + a) * 12 + b] = volume[p];
    const straight = tortuosity(volume, shape, { axis: 2, tolerance: 1e-6 });
    const first = tortuosity(turned, [14, 10, 12], { axis: 0, tolerance: 1e-6 });
    expect(straight.factor).toBeCloseTo(first.factor, 6);
    expect(straight.factor).toBeGreaterThan(1);
  });

  it("of three layers that each conduct in part is that of resistances in series", () => {
    // one column of 3 × 1 × 1 voxels: from face to face 3 resistances of 1
    const { relativeDiffusivity } = tortuosity(new Uint8Array(3).fill(1), [3, 1, 1], { tolerance: 1e-9 });
    expect(relativeDiffusivity).toBeCloseTo(1, 8);
  });
});
