import { describe, expect, it } from "vitest";
import { sobolIndices } from "../../../src/science/numerics/sobol-indices.js";

describe("Sobol's indices", () => {
  it("are those of the Ishigami function in closed form (a = 7, b = 0.1)", () => {
    const [a, b] = [7, 0.1];
    const ishigami = (u: Float64Array) => {
      const [x, y, z] = Array.from(u, (v) => Math.PI * (2 * v - 1));
      return Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x);
    };
    const variance = a ** 2 / 8 + (b * Math.PI ** 4) / 5 + (b ** 2 * Math.PI ** 8) / 18 + 0.5;
    const first = [0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2, a ** 2 / 8, 0];
    const shared = (8 * b ** 2 * Math.PI ** 8) / 225;
    const total = [first[0] + shared, first[1], shared];
    const result = sobolIndices(ishigami, 3, { count: 4096, seed: 3 });
    expect(result.evaluations).toBe(4096 * 5);
    expect(Math.abs(result.variance / variance - 1)).toBeLessThan(0.01);
    result.indices.forEach((index, i) => {
      expect(Math.abs(index.first - first[i] / variance)).toBeLessThan(0.01);
      expect(Math.abs(index.total - total[i] / variance)).toBeLessThan(0.01);
      expect(index.firstLow).toBeLessThan(first[i] / variance + 1e-12);
      expect(index.firstHigh).toBeGreaterThan(first[i] / variance - 1e-12);
      expect(index.totalLow).toBeLessThan(total[i] / variance + 1e-12);
      expect(index.totalHigh).toBeGreaterThan(total[i] / variance - 1e-12);
    });
  });

  it("of a linear function are the shares of its squared coefficients, first-order and total alike", () => {
    const c = [1, 2, 3, 4, 0];
    const square = c.reduce((s, v) => s + v * v, 0);
    const result = sobolIndices((u) => c.reduce((s, v, i) => s + v * u[i], 10), 5, { count: 2048 });
    result.indices.forEach(({ first, total }, i) => {
      expect(first).toBeCloseTo(c[i] ** 2 / square, 2);
      expect(total).toBeCloseTo(c[i] ** 2 / square, 2);
    });
    expect(result.indices[4].total).toBe(0);
    expect(result.mean).toBeCloseTo(15, 2);
    expect(result.sample).toHaveLength(4096);
  });

  it("shows in the total what two inputs do only together", () => {
    const result = sobolIndices((u) => (u[0] - 0.5) * (u[1] - 0.5), 2, { count: 2048 });
    for (const { first, total } of result.indices) {
      expect(Math.abs(first)).toBeLessThan(0.03);
      expect(Math.abs(total - 1)).toBeLessThan(0.03);
    }
  });

  it("refuses what is no number and what does not vary", () => {
    expect(() => sobolIndices(() => NaN, 2)).toThrow("invalid result: NaN");
    expect(() => sobolIndices(() => 1, 2)).toThrow("does not vary");
  });
});
