import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  rankTest,
  rotationTest,
  shuffleTest,
  tripleRotationTest
} from "../../../src/science/numerics/permutation-test.js";
import { onPolarGrid, polarGrid } from "../../../src/science/numerics/polar-grid.js";
import { random } from "../../../src/science/numerics/rng.js";

const grid = polarGrid(64, 64, { centre: [31.5, 31.5], radius: 30, rings: 12, angles: 60 });
const points = grid.rings * grid.angles;
const everywhere = new Uint8Array(points).fill(1);
const sector = (from: number, to: number) =>
  Uint8Array.from({ length: points }, (_, p) => (p % 60 >= from && p % 60 < to ? 1 : 0));

describe("areas turned against each other", () => {
  it("overlap as their sectors do", () => {
    // a quarter with itself: 15·60/(15·15) = 4 times chance; half of it: 7·60/(15·15)
    expect(rotationTest(grid, sector(0, 15), sector(0, 15), everywhere).overlap).toBeCloseTo(4, 12);
    expect(rotationTest(grid, sector(0, 15), sector(8, 23), everywhere).overlap).toBeCloseTo(
      (7 * 60) / 225,
      12
    );
    expect(rotationTest(grid, sector(0, 15), sector(30, 45), everywhere).overlap).toBe(0);
  });
  it("count only what both maps have measured", () => {
    // 30 angles measured, turned by 5: 25 left, 10 of both, 15 of the first, 10 of the second
    const test = rotationTest(grid, sector(0, 15), sector(0, 15), sector(0, 30));
    expect(test.overlap).toBeCloseTo(2, 12);
    expect(test.null[5]).toBeCloseTo((10 * 25) / (15 * 10), 12);
  });
  it("overlap as chance has it on the mean of all turns, whatever the areas", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const uniform = random(seed);
        const draw = () => Uint8Array.from(everywhere, () => (uniform() < 0.3 ? 1 : 0));
        const { mean } = rotationTest(grid, draw(), draw(), everywhere);
        // each ring alone averages to its own |A||B|, so that only the rings' shares differ from 1
        expect(mean).toBeGreaterThan(0.9);
        expect(mean).toBeLessThan(1.1);
      }),
      { numRuns: 10 }
    );
  });
  it("keep a dependence on the radius, which is then no reason for an overlap", () => {
    const core = Uint8Array.from({ length: points }, (_, p) => (p < points / 2 ? 1 : 0));
    const { overlap, mean, p } = rotationTest(grid, core, core, everywhere);
    expect(overlap).toBeGreaterThan(3);
    expect(mean).toBeCloseTo(overlap, 12);
    expect(p).toBe(1);
  });
  it("give the least p where only the measured turn overlaps most", () => {
    const spiral = Uint8Array.from({ length: points }, (_, p) => {
      const [k, j] = [Math.floor(p / 60), p % 60];
      return (j + 3 * k) % 60 < 20 ? 1 : 0;
    });
    expect(rotationTest(grid, spiral, spiral, everywhere).p).toBeCloseTo(1 / 120, 12);
  });
  it("are triple where three areas are one", () => {
    const test = tripleRotationTest(
      grid,
      [sector(0, 15), sector(0, 15), sector(0, 15)],
      everywhere,
      random(1),
      99
    );
    expect(test.overlap).toBeCloseTo(16, 12);
    expect(test.p).toBeLessThan(0.05);
  });
  it("cannot be empty", () => {
    expect(() => rotationTest(grid, sector(0, 0), sector(0, 9), everywhere)).toThrow(
      /invalid areas: .*move the threshold/
    );
  });
});

describe("p-values", () => {
  it("are ranks", () => {
    expect(rankTest(Float64Array.of(3, 1, 2, 4)).p).toBe(0.5);
    expect(rankTest(Float64Array.of(3, 3, 3, 3)).p).toBe(1);
  });
  it("of turned smooth fields are even where there is nothing to find, those of shuffled pixels are not", () => {
    const uniform = random(3);
    const smooth = () => {
      const waves = Array.from({ length: 6 }, () => [
        uniform() * 0.4 - 0.2,
        uniform() * 0.4 - 0.2,
        uniform() * 6.3
      ]);
      const image = Uint8Array.from({ length: 64 * 64 }, (_, p) =>
        waves.reduce((sum, [a, b, c]) => sum + Math.cos(a * (p % 64) + b * Math.floor(p / 64) + c), 0) > 0.5
          ? 1
          : 0
      );
      return onPolarGrid(grid, image);
    };
    const found = { turned: [] as number[], shuffled: [] as number[] };
    while (found.turned.length < 200) {
      const [a, b] = [smooth(), smooth()];
      if (!a.includes(1) || !b.includes(1)) continue;
      found.turned.push(rotationTest(grid, a, b, everywhere).p);
      if (found.shuffled.length < 60) found.shuffled.push(shuffleTest(a, b, everywhere, uniform, 39).p);
    }
    const below = (of: number[], p: number) => of.filter((v) => v <= p).length / of.length;
    // three standard errors of 200 draws
    for (const p of [0.05, 0.1, 0.25, 0.5])
      expect(Math.abs(below(found.turned, p) - p)).toBeLessThan(3 * Math.sqrt((p * (1 - p)) / 200) + 0.01);
    expect(below(found.shuffled, 0.05)).toBeGreaterThan(0.2);
  });
});

describe("a polar grid", () => {
  it("takes the pixels of the disc", () => {
    const image = Uint8Array.from({ length: 64 * 64 }, (_, p) => (p % 64 >= 32 ? 1 : 0));
    const polar = onPolarGrid(grid, image);
    const right = polar.reduce((sum, v) => sum + v, 0) / points;
    expect(Math.abs(right - 0.5)).toBeLessThan(0.02);
    expect(() => polarGrid(8, 8, { centre: [4, 4], radius: 0, rings: 1, angles: 4 })).toThrow(
      /invalid polar grid/
    );
  });
});
