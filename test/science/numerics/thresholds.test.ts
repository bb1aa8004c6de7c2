import { describe, expect, it } from "vitest";
import { normal } from "../../../src/science/numerics/normal.js";
import { random } from "../../../src/science/numerics/rng.js";
import {
  histogram,
  hysteresis,
  modesAbout,
  otsuThreshold
} from "../../../src/science/numerics/thresholds.js";

describe("the threshold of Otsu", () => {
  it("stands halfway between two values, however many of each there are", () => {
    const values = Float32Array.from({ length: 1000 }, (_, i) => (i % 10 === 0 ? 0.8 : 0.2));
    expect(otsuThreshold(histogram(values, { min: 0, max: 1, bins: 100 }))).toBeCloseTo(0.5, 1);
  });

  it("is the edge that makes the variance between classes greatest, by trying all of them", () => {
    const uniform = random(3);
    const values = Float32Array.from({ length: 4000 }, (_, i) => (i % 3 ? 1 : 0.1) + 0.2 * normal(uniform));
    const bins = 64;
    const of = histogram(values, { min: -1, max: 2, bins });
    const mean = (list: number[]) => list.reduce((sum, v) => sum + v, 0) / list.length;
    const binned = Array.from(of.counts).flatMap((n, k) => Array.from({ length: n }, () => k));
    const scores = Array.from({ length: bins - 1 }, (_, k) => {
      const [low, high] = [binned.filter((v) => v <= k), binned.filter((v) => v > k)];
      return low.length && high.length ? low.length * high.length * (mean(low) - mean(high)) ** 2 : 0;
    });
    const best = scores.indexOf(Math.max(...scores));
    expect(otsuThreshold(of)).toBeCloseTo(-1 + ((best + 1) * 3) / bins, 9);
    const { low, high, middle } = modesAbout(of, otsuThreshold(of));
    expect(Math.abs(low - 0.1)).toBeLessThan(0.12);
    expect(Math.abs(high - 1)).toBeLessThan(0.12);
    expect(middle).toBeCloseTo((low + high) / 2);
  });

  it("refuses a volume of one class", () => {
    const of = histogram(new Float32Array(64).fill(1), { min: 0, max: 2, bins: 16 });
    expect(() => otsuThreshold(of)).toThrow(
      "invalid volume: all its grey values are alike; a threshold needs two classes"
    );
  });
});

it("hysteresis keeps what hangs together with something strict, and that alone", () => {
  const loose = Uint8Array.of(1, 1, 0, 1, 1, 0, 0, 1);
  const strict = Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 1);
  expect([...hysteresis(loose, strict, [1, 1, 8])]).toEqual([1, 1, 0, 0, 0, 0, 0, 1]);
});
