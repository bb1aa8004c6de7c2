import { expect, test } from "vitest";
import { random } from "../../../src/science/numerics/rng.js";

test("the same seed gives the same numbers, another seed others", () => {
  const [a, b, c] = [random(7), random(7), random(8)];
  const first = Array.from({ length: 100 }, a);
  expect(Array.from({ length: 100 }, b)).toEqual(first);
  expect(Array.from({ length: 100 }, c)).not.toEqual(first);
});

test("numbers are uniform in 0 … 1 and neighbours are independent", () => {
  const draw = random(1);
  const count = 1e5;
  const x = Array.from({ length: count }, draw);
  const mean = x.reduce((s, v) => s + v, 0) / count;
  const variance = x.reduce((s, v) => s + (v - mean) ** 2, 0) / count;
  const covariance = x.slice(1).reduce((s, v, i) => s + (v - mean) * (x[i] - mean), 0) / count;
  expect(Math.min(...x.slice(0, 1e4))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...x.slice(0, 1e4))).toBeLessThan(1);
  // five standard errors each
  expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / count));
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / count));
  expect(Math.abs(covariance)).toBeLessThan(5 / 12 / Math.sqrt(count));
  const bins = new Array<number>(64).fill(0);
  for (const v of x) ++bins[Math.floor(64 * v)];
  const chi2 = bins.reduce((s, n) => s + (n - count / 64) ** 2 / (count / 64), 0);
  expect(Math.abs(chi2 - 63)).toBeLessThan(5 * Math.sqrt(2 * 63));
});

test("a seed that is none is refused", () => {
  expect(() => random(0.5)).toThrow("invalid seed: 0.5");
  expect(() => random(-1)).toThrow("invalid seed: -1");
});
