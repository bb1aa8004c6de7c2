import { describe, expect, it } from "vitest";
import { overlap } from "../../../src/data/lib/oxidation-overlap.js";
import { random } from "../../../src/science/numerics/rng.js";

const all = Array.from({ length: 400 }, (_, i) => i);

describe("the overlap of two maps", () => {
  it("is that of the second moments where both are the same, by hand", () => {
    // half zeros, half ones: mean of the product ½, product of the means ¼
    const map = all.map((i) => i % 2);
    const { ratio, deviation } = overlap(map, map, all);
    expect(ratio).toBeCloseTo(2, 12);
    // hypergeometric: the number of meetings of 200 in 400 has the variance 200·½·½·200/399
    expect(deviation).toBeGreaterThan((0.8 * Math.sqrt((50 * 200) / 399)) / 100);
    expect(deviation).toBeLessThan((1.2 * Math.sqrt((50 * 200) / 399)) / 100);
  });

  it("is 1 within the shuffles' deviation where they know nothing of each other", () => {
    const [one, other] = [random(3), random(4)];
    const [a, b] = [all.map(() => one()), all.map(() => other())];
    const { ratio, deviation } = overlap(a, b, all);
    expect(Math.abs(ratio - 1)).toBeLessThan(4 * deviation);
  });

  it("leaves out what is no number, and refuses what is then too little", () => {
    expect(overlap([NaN, 1, 1], [1, 1, 1], [0, 1, 2]).ratio).toBeCloseTo(1, 12);
    expect(() => overlap([NaN, 1], [1, 1], [0, 1])).toThrow("missing pixels");
  });
});
