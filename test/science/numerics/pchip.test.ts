import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { pchip } from "../../../src/science/numerics/pchip.js";

test("goes through its knots, and is exact for a straight line", () => {
  const x = [0, 0.5, 2, 3];
  const curve = pchip(x, [1, 4, -2, 7]);
  expect(x.map((v) => curve.value(v))).toEqual([1, 4, -2, 7]);
  const line = pchip(
    x,
    x.map((v) => 3 - 2 * v)
  );
  for (const v of [-1, 0.2, 1.7, 2.9, 5]) {
    expect(line.value(v)).toBeCloseTo(3 - 2 * v, 13);
    expect(line.slope(v)).toBeCloseTo(-2, 13);
  }
});

test("follows a smooth curve to third order", () => {
  const error = (n: number) => {
    const x = Array.from({ length: n + 1 }, (_, k) => k / n);
    const curve = pchip(x, x.map(Math.exp));
    return Math.max(...x.slice(1).map((v) => Math.abs(curve.value(v - 0.3 / n) - Math.exp(v - 0.3 / n))));
  };
  expect(Math.log2(error(10) / error(20))).toBeGreaterThan(2.7);
});

test("never overshoots a monotone table, and its slope is its derivative", () => {
  const steps = fc.array(
    fc.tuple(fc.double({ min: 0.05, max: 2, noNaN: true }), fc.double({ min: 0.001, max: 5, noNaN: true })),
    {
      minLength: 2,
      maxLength: 8
    }
  );
  fc.assert(
    fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), (rows, at) => {
      const [x, y] = [[0], [0]];
      for (const [dx, dy] of rows) {
        x.push(x[x.length - 1] + dx);
        y.push(y[y.length - 1] + dy);
      }
      const curve = pchip(x, y);
      const v = at * curve.to;
      const k = Math.min(x.filter((knot) => knot <= v).length, x.length - 1);
      expect(curve.value(v)).toBeGreaterThanOrEqual(y[k - 1] - 1e-9);
      expect(curve.value(v)).toBeLessThanOrEqual(y[k] + 1e-9);
      expect(curve.slope(v)).toBeGreaterThanOrEqual(-1e-9);
      const h = 1e-6;
      if (x.every((knot) => Math.abs(knot - v) > 2 * h) && v > h && v < curve.to - h) {
        const difference = (curve.value(v + h) - curve.value(v - h)) / (2 * h);
        expect(Math.abs(difference - curve.slope(v))).toBeLessThan(1e-3 * (1 + difference));
      }
    })
  );
});

describe("bad input", () => {
  test("knots that do not ascend, and values that are no numbers", () => {
    expect(() => pchip([0, 1, 1], [0, 1, 2])).toThrow("invalid table: row 3 at 1");
    expect(() => pchip([0, 1, 2], [0, NaN, 2])).toThrow("invalid table: row 2 at 1");
    expect(() => pchip([0], [1])).toThrow("at least two");
  });
});
