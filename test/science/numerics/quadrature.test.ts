import { expect, test } from "vitest";
import {
  triangleDegree2,
  triangleDegree5,
  triangleDegree6
} from "../../../src/science/numerics/quadrature.js";

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

for (const rule of [triangleDegree2, triangleDegree5, triangleDegree6]) {
  test(`rule of degree ${rule.degree} is exact up to that degree and no further`, () => {
    let beyond = 0;
    for (let i = 0; i <= rule.degree + 1; ++i) {
      for (let j = 0; i + j <= rule.degree + 1; ++j) {
        let sum = 0;
        for (let q = 0; q < rule.count; ++q) sum += rule.weights[q] * rule.xi[q] ** i * rule.eta[q] ** j;
        const exact = (factorial(i) * factorial(j)) / factorial(i + j + 2);
        if (i + j <= rule.degree) expect(sum).toBeCloseTo(exact, 13);
        else beyond = Math.max(beyond, Math.abs(sum - exact));
      }
    }
    expect(beyond).toBeGreaterThan(1e-7);
  });
}
