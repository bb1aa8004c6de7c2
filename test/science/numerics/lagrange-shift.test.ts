import { describe, expect, test } from "vitest";
import { lagrangeWeights, lagrangeShift } from "../../../src/science/numerics/lagrange-shift.js";

const shape = { columns: 40, rows: 36 };
const image = (f: (x: number, y: number) => number) =>
  Float32Array.from({ length: shape.columns * shape.rows }, (_, i) =>
    f(Math.floor(i / shape.rows), i % shape.rows)
  );

describe("lagrangeShift", () => {
  test("whole pixels move exactly", () => {
    const point = image((x, y) => (x === 10 && y === 20 ? 1 : 0));
    expect(lagrangeShift(point, shape, 3, -4)).toEqual(image((x, y) => (x === 13 && y === 16 ? 1 : 0)));
  });

  test("a polynomial of degree 5 moves exactly away from the edge", () => {
    const f = (x: number, y: number) => ((x - 20) / 10) ** 5 - ((x - 20) / 10) ** 2 + ((y - 18) / 9) ** 4;
    const moved = lagrangeShift(image(f), shape, 1.37, -0.61);
    for (let x = 6; x < 32; ++x)
      for (let y = 6; y < 30; ++y) expect(moved[x * shape.rows + y]).toBeCloseTo(f(x - 1.37, y + 0.61), 4);
  });

  test("a point as wide as the microscope's point spread keeps its shape to 2 % of its height, half a pixel off both ways", () => {
    const sigma = 25 / 9.8 / 2.3548;
    const f = (x: number, y: number) => Math.exp(-0.5 * (((x - 18) / sigma) ** 2 + ((y - 17) / sigma) ** 2));
    const moved = lagrangeShift(image(f), shape, 0.5, 2.5);
    const worst = moved.reduce(
      (most, value, i) =>
        Math.max(most, Math.abs(value - f(Math.floor(i / shape.rows) - 0.5, (i % shape.rows) - 2.5))),
      0
    );
    expect(worst).toBeLessThan(0.02);
  });

  test("the edge is repeated, weights sum to one, and what does not fit is refused", () => {
    const ramp = lagrangeShift(
      image((x) => x),
      shape,
      5,
      0
    );
    expect(ramp[0]).toBe(0);
    expect(
      lagrangeShift(
        image(() => 2),
        shape,
        -7.3,
        90.1
      ).every((value) => Math.abs(value - 2) < 1e-5)
    ).toBe(true);
    expect(lagrangeWeights(0.3).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(() => lagrangeShift(new Float32Array(3), shape, 0, 0)).toThrow("invalid image: 3 values");
    expect(() =>
      lagrangeShift(
        image(() => 0),
        shape,
        NaN,
        0
      )
    ).toThrow("invalid shift");
  });
});
