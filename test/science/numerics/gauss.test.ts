import { expect, test } from "vitest";
import fc from "fast-check";
import { gaussLegendre, integrate } from "../../../src/science/numerics/gauss.js";

test("integrates powers up to 2n − 1 exactly", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.nat({ max: 39 }), (count, power) => {
      fc.pre(power <= 2 * count - 1);
      const value = integrate((x) => x ** power, 0, 2, gaussLegendre(count));
      expect(value / (2 ** (power + 1) / (power + 1))).toBeCloseTo(1, 12);
    })
  );
});

test("is not exact beyond", () => {
  const rule = gaussLegendre(3);
  expect(Math.abs(integrate((x) => x ** 6, -1, 1, rule) - 2 / 7)).toBeGreaterThan(1e-3);
});

test("refuses a number of points that is none", () => {
  expect(() => gaussLegendre(0)).toThrow("invalid number of Gauss points: 0; must be a positive integer");
});
