import { describe, expect, test } from "vitest";
import { normal } from "../../../src/science/numerics/normal.js";
import { random } from "../../../src/science/numerics/rng.js";
import { oxidation } from "../../../src/science/particle/oxidation.js";
import {
  coverage,
  coverageLevels,
  pullMoments,
  pullsOverSeeds
} from "../../../src/science/xanes/coverage.js";
import { defaultStackInstrument } from "../../../src/science/xanes/instrument.js";

const draws = (count: number, scale: number, shift = 0, seed = 1) => {
  const uniform = random(seed);
  return Array.from({ length: count }, () => scale * normal(uniform) + shift);
};

describe("coverage", () => {
  test("of normal pulls is nominal, and of errors that are too small less", () => {
    const seeds = (scale: number) => Array.from({ length: 100 }, (_, k) => draws(50, scale, 0, k + 1));
    for (const { nominal, actual, low, high, intervals } of coverage(seeds(1))) {
      expect(intervals).toBe(5000);
      expect(Math.abs(actual - nominal)).toBeLessThan(4 * Math.sqrt((nominal * (1 - nominal)) / 5000));
      expect(low).toBeLessThan(actual);
      expect(high).toBeGreaterThan(actual);
      expect(high - low).toBeLessThan(0.03);
    }
    // erf(1/(2√2)): an error half as large as it should be holds the truth so often
    const [, one] = coverage(seeds(2));
    expect(Math.abs(one.actual - 0.3829)).toBeLessThan(0.03);
  });

  test("knows levels of a normal distribution", () => {
    const many = draws(400_000, 1);
    for (const { nominal, z } of coverageLevels)
      expect(many.filter((x) => Math.abs(x) < z).length / many.length).toBeCloseTo(nominal, 2);
  });

  test("is less sure where the intervals of a seed go together", () => {
    const together = Array.from({ length: 60 }, (_, k) =>
      new Array<number>(50).fill(draws(1, 1, 0, k + 1)[0])
    );
    const apart = Array.from({ length: 60 }, (_, k) => draws(50, 1, 0, k + 1));
    const width = (of: number[][]) => coverage(of)[1].high - coverage(of)[1].low;
    expect(width(together)).toBeGreaterThan(4 * width(apart));
    // sixty seeds of which all hold it still leave a doubt
    expect(coverage([...together.map(() => [0])])[0]).toMatchObject({ actual: 1, high: 1 });
    expect(coverage(together.map(() => [0]))[0].low).toBeLessThan(0.99);
  });

  test("needs pulls", () => {
    expect(() => coverage([])).toThrow(/^missing pulls/);
  });
});

test("errors from the counts hold what images without noise give, and less often what was put in", () => {
  const usual = defaultStackInstrument(16);
  const instrument = { ...usual, energyStep: 0.5, strayLight: 0.05 };
  const all = pullsOverSeeds(oxidation("0.1C-4.8V", { size: 16 }), {
    ...{ instrument, seeds: Array.from({ length: 24 }, (_, k) => k + 1) },
    prepare: { binning: 1 },
    analyses: [{ name: "default" }, { name: "free", fit: { nonNegative: false } }]
  });
  const pullsOf = (truth: string, element: string, analysis = "default") =>
    all.filter((p) => p.truth === truth && p.element === element && p.analysis === analysis);
  const of = (truth: string, element: string) =>
    coverage(pullsOf(truth, element).map(({ pixels }) => pixels))[1];
  for (const element of ["Mn", "O"])
    expect(Math.abs(of("expectation", element).actual - 0.6827)).toBeLessThan(0.05);
  // stray light fills in the white lines of Mn, which no error of the counts knows of
  expect(of("sample", "Mn").actual).toBeLessThan(0.3);
  // Co is mostly Co⁴⁺: weights that may not be negative lean to one side, and free ones do not
  const lean = (analysis: string) =>
    pullMoments(pullsOf("expectation", "Co", analysis).map((p) => p.zones)).mean;
  expect(lean("default")).toBeLessThan(-1);
  expect(Math.abs(lean("free"))).toBeLessThan(0.5);
  // the same seeds give the same pulls
  const again = pullsOverSeeds(oxidation("0.1C-4.8V", { size: 16 }), {
    ...{ instrument, seeds: [5] },
    prepare: { binning: 1 }
  });
  expect(again[1]).toEqual(pullsOf("expectation", "O").find((p) => p.seed === 5));
}, 30_000);
