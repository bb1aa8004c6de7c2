import { describe, expect, it } from "vitest";
import { mostDimensions, sobolSequence } from "../../../src/science/numerics/sobol-sequence.js";

describe("Sobol's sequence", () => {
  it("is that of SciPy 1.17, scipy.stats.qmc.Sobol(16, scramble=False, bits=32), point 77", () => {
    const points = sobolSequence(128, 16);
    expect(Array.from(points.subarray(77 * 16, 78 * 16))).toEqual([
      0.8359375, 0.8359375, 0.0078125, 0.7734375, 0.8359375, 0.5078125, 0.2265625, 0.6484375, 0.1796875,
      0.4296875, 0.1328125, 0.7890625, 0.4921875, 0.3359375, 0.9921875, 0.0703125
    ]);
  });

  it.each([null, 5])(
    "has one point in each of 2^m intervals of every axis, shifted or not (seed %s)",
    (seed) => {
      const count = 256;
      const points = sobolSequence(count, mostDimensions, seed);
      for (let d = 0; d < mostDimensions; ++d) {
        const cells = new Set(
          Array.from({ length: count }, (_, i) => Math.floor(count * points[i * mostDimensions + d]))
        );
        expect(cells.size).toBe(count);
      }
    }
  );

  it("integrates a smooth function of six variables far better than random numbers do", () => {
    const [count, k] = [4096, 6];
    const points = sobolSequence(count, k, 2);
    let sum = 0;
    for (let i = 0; i < count; ++i) {
      let product = 1;
      for (let d = 0; d < k; ++d) product *= 1 + 0.5 * (points[i * k + d] - 0.5);
      sum += product;
    }
    // the standard error of random points would be 6e-3
    expect(Math.abs(sum / count - 1)).toBeLessThan(3e-4);
  });

  it("refuses more dimensions than it has numbers for", () => {
    expect(() => sobolSequence(4, 17)).toThrow("unsupported number of dimensions: 17");
  });
});
