import { expect, test } from "vitest";
import {
  chebyshevPoints,
  interpolateRows,
  lagrangeWeights
} from "../../../src/science/numerics/tensor-interpolation.js";

test("weights reproduce polynomials of their degree, and values at the nodes", () => {
  const nodes = chebyshevPoints(5, -1, 3);
  expect([nodes[0], nodes[4]]).toEqual([-1, 3]);
  const f = (x: number) => 2 - x + 3 * x ** 2 - 0.5 * x ** 4;
  for (const x of [-0.9, 0.1, 2.2, nodes[2]]) {
    const sum = lagrangeWeights(nodes, x).reduce((s, w, i) => s + w * f(nodes[i]), 0);
    expect(sum).toBeCloseTo(f(x), 11);
  }
});

test("rows of a table in three variables come back", () => {
  const axes = [chebyshevPoints(3, 0, 1), chebyshevPoints(4, 1, 2), chebyshevPoints(1, 5, 5)];
  const f = (x: number, y: number, c: number) => (1 + x * x) * (y ** 3 - y) + c;
  const values = axes[0].flatMap((x) => axes[1].flatMap((y) => [f(x, y, 0), f(x, y, 1)]));
  const row = interpolateRows(axes, values, 2, [0.3, 1.7, 5]);
  expect(row[0]).toBeCloseTo(f(0.3, 1.7, 0), 12);
  expect(row[1]).toBeCloseTo(f(0.3, 1.7, 1), 12);
});

test("the error for an analytic function falls fast with the number of nodes", () => {
  const error = (count: number) => {
    const nodes = chebyshevPoints(count, 0, 2);
    const at = (x: number) => lagrangeWeights(nodes, x).reduce((s, w, i) => s + w * Math.exp(nodes[i]), 0);
    return Math.max(...[0.13, 0.77, 1.41, 1.93].map((x) => Math.abs(at(x) - Math.exp(x))));
  };
  expect(error(8)).toBeLessThan(1e-4 * error(4));
});
