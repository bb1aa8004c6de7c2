import { describe, expect, it } from "vitest";
import {
  chiSquaredTail,
  normalQuantile,
  normalTail
} from "../../../src/science/numerics/normal-distribution.js";

describe("the normal distribution", () => {
  it("has the tabulated tails and quantiles", () => {
    for (const [z, p] of [
      [0, 0.5],
      [1, 0.15865525393145707],
      [1.959963984540054, 0.025],
      [-1, 0.8413447460685429],
      [6, 9.865876450376981e-10]
    ] as const) {
      expect(Math.abs(normalTail(z) / p - 1)).toBeLessThan(3e-7);
      expect(normalQuantile(1 - p)).toBeCloseTo(z, 6);
    }
    expect(() => normalQuantile(1)).toThrow(/invalid probability: 1; must be between 0 and 1/);
  });
  it("gives the tail of χ² to half a hundredth of the probability", () => {
    // scipy.stats.chi2.sf
    for (const [x, k, p] of [
      [50, 40, 0.1335748340856504],
      [1100, 1000, 0.014614408126295192],
      [30, 40, 0.8752187849674751],
      [67.5048, 50, 0.05]
    ] as const)
      expect(Math.abs(chiSquaredTail(x, k) / p - 1)).toBeLessThan(0.005);
    expect(() => chiSquaredTail(1, 0)).toThrow(/invalid χ²/);
  });
});
