import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classify, proportions, proportionsAt } from "../../../src/science/composition/classes.js";
import { confusionOf } from "../../../src/science/composition/compare.js";
import { elementDeviation } from "../../../src/science/composition/element-deviation.js";
import { depthBelowSurface, depthProfile } from "../../../src/science/composition/profiles.js";
import { metalToOxygen } from "../../../src/science/composition/segment.js";
import { smoothWithin } from "../../../src/science/composition/smooth-within.js";
import { dilate, fillVoids, largestPiece } from "../../../src/science/composition/support.js";

const ratios = fc.float32Array({ min: 0.5, max: 1.5, minLength: 1, maxLength: 200, noNaN: true });

describe("classes", () => {
  test("by 5 % to both sides; outside stays outside", () => {
    const classes = classify(Float32Array.of(1, 1.049, 1.051, 0.951, 0.949, NaN), 0.05);
    expect(Array.from(classes)).toEqual([1, 1, 2, 1, 3, 0]);
    expect(proportions(classes)).toEqual({ target: 0.6, oxygenPoor: 0.2, oxygenRich: 0.2 });
  });

  test("the share at the target never falls as the threshold rises, the others never rise", () => {
    fc.assert(
      fc.property(ratios, (ratio) => {
        const found = proportionsAt(ratio, [0.01, 0.02, 0.05, 0.1, 0.15]);
        found.slice(1).forEach((p, k) => {
          expect(p.target).toBeGreaterThanOrEqual(found[k].target);
          expect(p.oxygenPoor).toBeLessThanOrEqual(found[k].oxygenPoor);
          expect(p.oxygenRich).toBeLessThanOrEqual(found[k].oxygenRich);
          expect(p.target + p.oxygenPoor + p.oxygenRich).toBeCloseTo(1, 12);
        });
      })
    );
  });

  test("the confusion of a volume with itself is diagonal", () => {
    fc.assert(
      fc.property(ratios, (ratio) => {
        const classes = classify(ratio, 0.05);
        const confusion = confusionOf(classes, classes);
        confusion.forEach((count, k) => k % 4 !== 0 && expect(count).toBe(0));
        expect(confusion[0] + confusion[4] + confusion[8]).toBe(ratio.length);
      })
    );
  });

  test("what no class fits, and thresholds that make none, get a sentence", () => {
    expect(() => proportions(new Uint8Array(8))).toThrow(/missing classes: no voxel has metal and oxygen/);
    expect(() => classify(Float32Array.of(1), 0)).toThrow(/invalid threshold: 0/);
  });
});

describe("ratio", () => {
  const shape = [4, 4, 4] as const;
  const fill = (value: number) => new Float32Array(64).fill(value);
  const everywhere = new Uint8Array(64).fill(1);

  test("is that of the sums, NaN outside and without oxygen", () => {
    const densities = { O: fill(2), Mn: fill(0.56), Co: fill(0.08), Ni: fill(0.16) };
    densities.O[5] = 0;
    const mask = everywhere.slice();
    mask[6] = 0;
    const ratio = metalToOxygen(densities, mask, shape, 0);
    expect(ratio[0]).toBeCloseTo(0.4, 6);
    expect(ratio[5]).toBeNaN();
    expect(ratio[6]).toBeNaN();
  });

  test("smoothing within a mask leaves a constant alone and takes nothing from outside", () => {
    const volume = Float32Array.from({ length: 64 }, (_, v) => (v < 32 ? 3 : 1000));
    const mask = Uint8Array.from(volume, (value) => (value === 3 ? 1 : 0));
    const smooth = smoothWithin(volume, mask, shape, 0.8);
    smooth.forEach((value, v) => expect(value).toBeCloseTo(mask[v] ? 3 : 0, 4));
  });

  test("which metal deviates: manganese down a tenth in an eighth of the voxels", () => {
    const densities = { O: fill(2), Mn: fill(0.56), Co: fill(0.08), Ni: fill(0.16) };
    densities.Mn.fill(0.504, 0, 8);
    const found = elementDeviation(densities, everywhere, shape, { sigma: 0, threshold: 0.05 });
    expect(found.references.Mn).toBeCloseTo(0.28, 6);
    expect(found.below).toEqual({ Mn: 1 / 8, Co: 0, Ni: 0 });
    expect(found.above).toEqual({ Mn: 0, Co: 0, Ni: 0 });
    expect(found.ratios.Mn[0]).toBeCloseTo(0.9, 6);
  });
});

describe("support and depth", () => {
  const n = 17;
  const shape = [n, n, n] as const;
  const ball = (radius: number) =>
    Uint8Array.from({ length: n ** 3 }, (_, v) =>
      Math.hypot((v % n) - 8, (Math.floor(v / n) % n) - 8, Math.floor(v / n / n) - 8) <= radius ? 1 : 0
    );

  test("the largest piece, its closed voids filled, grown by faces", () => {
    const whole = ball(5);
    const broken = whole.slice();
    broken[(8 * n + 8) * n + 8] = 0; // a void in the middle
    broken[0] = 1; // a speck in the corner
    expect(fillVoids(largestPiece(broken, shape), shape)).toEqual(whole);
    const grown = dilate(
      Uint8Array.from(whole.keys(), (v) => (v === (8 * n + 8) * n + 8 ? 1 : 0)),
      shape,
      2
    );
    expect(grown.reduce((sum, inside) => sum + inside, 0)).toBe(25); // octahedron of radius 2
  });

  test("a shell of another class shows at its depth", () => {
    const inside = ball(7);
    const depth = depthBelowSurface(inside, { size: n, slices: n, voxel: 2 });
    expect(depth[(8 * n + 8) * n + 8]).toBeCloseTo(2 * (Math.hypot(7, 1) - 0.5), 4);
    const ratio = Float32Array.from(inside, (yes, v) => (yes ? (depth[v] < 4 ? 1.2 : 1) : NaN));
    const profile = depthProfile(classify(ratio, 0.05), ratio, depth, 4);
    expect(profile.oxygenPoor[0]).toBe(1);
    expect(profile.target[1]).toBe(1);
    expect(profile.ratio[0]).toBeCloseTo(1.2, 6);
    expect(profile.voxels.reduce((sum, count) => sum + count, 0)).toBe(inside.reduce((s, i) => s + i, 0));
  });
});
