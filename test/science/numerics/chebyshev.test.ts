import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { chebyshev, solveDense } from "../../../src/science/numerics/chebyshev.js";

describe("Chebyshev collocation", () => {
  const { points, derivative, interpolate } = chebyshev(24, 0.3, 1.7);

  test("differentiates and interpolates exp to rounding", () => {
    expect([points[24], points[0]]).toEqual([0.3, 1.7]);
    const values = points.map(Math.exp);
    for (let i = 0; i < 25; ++i) {
      let slope = 0;
      for (let j = 0; j < 25; ++j) slope += derivative[25 * i + j] * values[j];
      expect(slope).toBeCloseTo(values[i], 10);
    }
    for (const x of [0.3, 0.31, 1, 1.234, 1.7]) expect(interpolate(values, x)).toBeCloseTo(Math.exp(x), 13);
  });

  test("refuses what makes no points", () => {
    expect(() => chebyshev(0, 0, 1)).toThrow("invalid degree: 0");
    expect(() => chebyshev(4, 1, 1)).toThrow("invalid interval: 1 to 1");
  });
});

describe("dense systems", () => {
  test("A x = f comes back as x, whatever the order of the rows", () => {
    const entry = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 30, maxLength: 30 }), (e) => {
        const x = e.slice(0, 5);
        // rows turned by one: zeros on the diagonal would stop an elimination without pivots
        const A = Float64Array.from({ length: 25 }, (_, k) => {
          const [i, j] = [Math.floor(k / 5), k % 5];
          return (j === (i + 1) % 5 ? 6 : 0) + (i === j ? 0 : e[5 + k]);
        });
        const f = Float64Array.from({ length: 5 }, (_, i) =>
          x.reduce((sum, v, j) => sum + A[5 * i + j] * v, 0)
        );
        const found = solveDense(A.slice(), f);
        for (let i = 0; i < 5; ++i) expect(found[i]).toBeCloseTo(x[i], 10);
      })
    );
  });

  test("a singular one is refused", () => {
    expect(() => solveDense(new Float64Array([1, 2, 2, 4]), new Float64Array(2))).toThrow(
      "invalid matrix: singular at column 1"
    );
  });
});
