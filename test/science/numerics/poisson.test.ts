import { describe, expect, test } from "vitest";
import { normal } from "../../../src/science/numerics/normal.js";
import { poisson } from "../../../src/science/numerics/poisson.js";
import { random } from "../../../src/science/numerics/rng.js";

/** χ² of observed against expected numbers in cells of at least 20 expected, with its degrees of freedom. */
function chiSquare(observed: number[], expected: number[]): { chi2: number; freedom: number } {
  let [chi2, cells, o, e] = [0, 0, 0, 0];
  expected.forEach((value, k) => {
    o += observed[k] ?? 0;
    e += value;
    if (e < 20) return;
    chi2 += (o - e) ** 2 / e;
    ++cells;
    o = e = 0;
  });
  return { chi2, freedom: cells - 1 };
}

/** Bound that χ² exceeds once in a million draws (Wilson–Hilferty). */
const bound = (freedom: number) =>
  freedom * (1 - 2 / (9 * freedom) + 4.75 * Math.sqrt(2 / (9 * freedom))) ** 3;

describe("poisson", () => {
  test.each([0.5, 5, 9.99, 10, 30, 1e4])(
    "counts of mean %d have that mean, variance and distribution",
    (mean) => {
      const draws = 200_000;
      const uniform = random(7);
      const first = Math.max(0, Math.floor(mean - 8 * Math.sqrt(mean)));
      const observed: number[] = new Array<number>(Math.ceil(16 * Math.sqrt(mean) + 20)).fill(0);
      let [sum, squares] = [0, 0];
      for (let k = 0; k < draws; ++k) {
        const count = poisson(mean, uniform);
        sum += count - mean;
        squares += (count - mean) ** 2;
        const cell = Math.min(observed.length - 1, Math.max(0, count - first));
        observed[cell] = (observed[cell] ?? 0) + 1;
      }
      expect(Math.abs(sum / draws)).toBeLessThan(4.5 * Math.sqrt(mean / draws));
      // the variance of a sample's variance: (2 + 1/λ) λ²/draws
      expect(Math.abs(squares / draws - mean)).toBeLessThan(4.5 * mean * Math.sqrt((2 + 1 / mean) / draws));
      // ln P by a plain sum of logarithms
      let logFactorial = 0;
      for (let k = 2; k <= first; ++k) logFactorial += Math.log(k);
      const expected = observed.map((_, k) => {
        if (k > 0) logFactorial += Math.log(first + k);
        return draws * Math.exp((first + k) * Math.log(mean) - mean - logFactorial);
      });
      const { chi2, freedom } = chiSquare(observed, expected);
      expect(freedom).toBeGreaterThan(1);
      expect(chi2).toBeLessThan(bound(freedom));
    }
  );

  test("a mean of 0 gives 0, and one below it is refused", () => {
    expect(poisson(0, random(1))).toBe(0);
    expect(() => poisson(-1, random(1))).toThrow("invalid mean of counts: -1");
    expect(() => poisson(NaN, random(1))).toThrow("invalid mean of counts");
  });
});

/** Φ by the power series, good to 1e-12 for |x| < 5. */
function cumulative(x: number): number {
  let [sum, term] = [x, x];
  for (let k = 1; k < 200; ++k) sum += term *= (x * x) / (2 * k + 1);
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

test("normal deviates have the distribution of Gauss, tails included", () => {
  const draws = 1_000_000;
  const uniform = random(3);
  const [from, step] = [-4.5, 0.1];
  const observed: number[] = new Array<number>(90).fill(0);
  for (let k = 0; k < draws; ++k) {
    const cell = Math.min(89, Math.max(0, Math.floor((normal(uniform) - from) / step)));
    observed[cell] = (observed[cell] ?? 0) + 1;
  }
  const expected = observed.map(
    (_, k) =>
      draws *
      ((k === 89 ? 1 : cumulative(from + (k + 1) * step)) - (k === 0 ? 0 : cumulative(from + k * step)))
  );
  const { chi2, freedom } = chiSquare(observed, expected);
  expect(freedom).toBeGreaterThan(70);
  expect(chi2).toBeLessThan(bound(freedom));
});
