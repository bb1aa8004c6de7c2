import { describe, expect, test } from "vitest";
import { weightedLeastSquares } from "../../../src/science/numerics/weighted-least-squares.js";

describe("weightedLeastSquares", () => {
  const x = [0, 1, 2, 3, 4];
  const design = Float64Array.from(x.flatMap((v) => [1, v]));

  test("fits a line as the textbook does", () => {
    const fit = weightedLeastSquares(design, 2, [1, 3, 2, 5, 4]);
    // slope Σ(x − x̄)(y − ȳ)/Σ(x − x̄)² = 8/10, intercept ȳ − slope x̄ = 3 − 1.6
    expect([...fit.coefficients]).toEqual([expect.closeTo(1.4, 12), expect.closeTo(0.8, 12)]);
    expect(fit.residualSumOfSquares).toBeCloseTo(3.6, 12);
    expect(fit.degreesOfFreedom).toBe(3);
    // variances 1/n + x̄²/S and 1/S, covariance −x̄/S
    [0.6, -0.2, -0.2, 0.1].forEach((c, i) => expect(fit.covariance[i]).toBeCloseTo(c, 12));
  });

  test("leaves out points of no weight, and counts a weight of two as two points", () => {
    const fit = weightedLeastSquares(design, 2, [1, NaN, 2, 5, 4], [1, 0, 2, 1, 1]);
    const twice = weightedLeastSquares(Float64Array.of(1, 0, 1, 2, 1, 2, 1, 3, 1, 4), 2, [1, 2, 2, 5, 4]);
    fit.coefficients.forEach((c, k) => expect(c).toBeCloseTo(twice.coefficients[k], 12));
    expect(fit.residualSumOfSquares).toBeCloseTo(twice.residualSumOfSquares, 12);
  });

  test("says what cannot be fitted", () => {
    expect(() => weightedLeastSquares(Float64Array.of(1, 1), 2, [1])).toThrow(
      "missing points: 1 for 2 unknowns"
    );
    expect(() => weightedLeastSquares(Float64Array.of(1, 2, 1, 2), 2, [1, 1])).toThrow("ambiguous fit");
    expect(() => weightedLeastSquares(design, 2, [1, 2])).toThrow("invalid design: 10 values");
  });
});
