import { describe, expect, test } from "vitest";
import { normal } from "../../../src/science/numerics/normal.js";
import { random } from "../../../src/science/numerics/rng.js";
import { domainLevels } from "../../../src/science/particle/domain-levels.js";

const uniform = random(3);
const field = Float64Array.from({ length: 100_000 }, () => normal(uniform));
const moments = (values: Float64Array) => {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
};

describe("two kinds of domain", () => {
  test.each([
    ["in the middle", 3, 0.3],
    ["close below the upper limit, few and far below", 3.89, 0.277],
    ["close above the lower limit", 2.1, 0.2]
  ])("%s keep mean and spread but for the walls, and the limits", (_, mean, spread) => {
    const levels = domainLevels(mean, spread, [2, 4]);
    const values = field.map((n) => mean + spread * levels(n));
    const found = moments(values);
    expect(Math.abs(found.mean - mean)).toBeLessThan(0.05 * spread);
    expect(Math.abs(found.deviation / spread - 1)).toBeLessThan(0.1);
    for (const v of [-9, 9].map((n) => mean + spread * levels(n))) {
      expect(v).toBeGreaterThan(2 - 1e-9);
      expect(v).toBeLessThan(4 + 1e-9);
    }
  });

  test("rise with the field, take even shares where there is room, and are none without a spread", () => {
    const even = domainLevels(3, 0.1, [2, 4]);
    expect(even(9)).toBeCloseTo(1, 9);
    expect(even(-9)).toBeCloseTo(-1, 9);
    expect(even(0)).toBeCloseTo(0, 9);
    // (4 − 3.89)/0.277 squared is 0.158: a share of 0.136 at −2.52, the others at 0.397
    const few = domainLevels(3.89, 0.277, [2, 4]);
    expect(few(-9)).toBeCloseTo(-1 / 0.3971, 2);
    expect(few(9)).toBeCloseTo(0.3971, 3);
    expect(domainLevels(4, 0, [2, 4])(1)).toBe(0);
    // a spread that the limits leave no room for: the least share
    expect(domainLevels(4, 0.1, [2, 4])(-9)).toBeCloseTo(-Math.sqrt(19), 9);
  });
});
