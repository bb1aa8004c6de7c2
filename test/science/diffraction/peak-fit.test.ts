import { describe, expect, it } from "vitest";
import { fitPeak } from "../../../src/science/diffraction/peak-fit.js";
import { copperDoublet } from "../../../src/science/diffraction/operando-instrument.js";
import { braggAngle, braggSpacing, pseudoVoigt } from "../../../src/science/diffraction/x-ray-line.js";
import { poisson } from "../../../src/science/numerics/poisson.js";
import { random } from "../../../src/science/numerics/rng.js";

const axis = Float64Array.from({ length: 101 }, (_, i) => 17.7 + 0.02 * i);
const line = (at: number, area: number, h = 0.13, eta = 0.5) =>
  axis.map((x) => area * pseudoVoigt(x - at, h, eta));
const add = (...parts: Float64Array[]) => axis.map((_, i) => parts.reduce((sum, part) => sum + part[i], 0));
const flat = (level: number, slope = 0) => axis.map((x) => level + slope * (x - 18.7));
const window = [17.7, 19.7] as const;
const noisy = (clean: Float64Array, seed: number) => {
  const uniform = random(seed);
  return clean.map((mean) => poisson(mean, uniform));
};

describe("fitting a line", () => {
  it("gives back a noiseless one exactly", () => {
    const fit = fitPeak(axis, add(line(18.693, 420), flat(250, 12)), { window });
    expect(fit.fault).toBe("");
    expect(fit.positions[0].value).toBeCloseTo(18.693, 7);
    expect(fit.areas[0].value).toBeCloseTo(420, 3);
    expect(fit.width.value).toBeCloseTo(0.13, 6);
    expect(fit.eta.value).toBeCloseTo(0.5, 4);
    expect(fit.background[1]).toBeCloseTo(12, 3);
  });

  it("gives back two that overlap, rising in angle", () => {
    const fit = fitPeak(axis, add(line(18.72, 200), line(18.6, 300), flat(250)), {
      window,
      peaks: 2,
      width: 0.13,
      eta: 0.5
    });
    expect(fit.positions.map(({ value }) => value)[0]).toBeCloseTo(18.6, 6);
    expect(fit.areas[0].value).toBeCloseTo(300, 2);
    expect(fit.areas[1].value).toBeCloseTo(200, 2);
    expect(fit.width.error).toBe(0);
  });

  it("has errors that cover: 400 noisy lines, also of few counts", () => {
    for (const [area, level] of [
      [420, 250],
      [6, 3]
    ]) {
      const clean = add(line(18.693, area), flat(level));
      let [inside, sum] = [0, 0];
      const runs = 400;
      for (let seed = 0; seed < runs; ++seed) {
        const [{ value, error }] = fitPeak(axis, noisy(clean, seed), { window }).positions;
        const pull = (value - 18.693) / error;
        sum += pull;
        if (Math.abs(pull) < 1.96) ++inside;
      }
      // 95 ± 3 standard errors of a share of 400, and a mean of 0
      expect(inside / runs).toBeGreaterThan(0.917);
      expect(inside / runs).toBeLessThan(0.983);
      expect(Math.abs(sum / runs)).toBeLessThan(0.2);
    }
  });

  it("finds the first wavelength's angle of a doublet, and is drawn upwards where it takes it for one line", () => {
    const [{ wavelength: first }, { wavelength: second }] = copperDoublet;
    const at = 18.68;
    const other = braggAngle(second, braggSpacing(first, at));
    const counts = add(line(at, 400, 0.08), line(other, 200, 0.08), flat(200));
    const fit = fitPeak(axis, counts, { window, lines: copperDoublet });
    // the weights there are 2/3 and 1/3 of one area
    expect(fit.positions[0].value).toBeCloseTo(at, 6);
    expect(fit.areas[0].value).toBeCloseTo(600, 2);
    const single = fitPeak(axis, counts, { window }).positions[0].value;
    expect(single).toBeGreaterThan(at + 0.005);
    expect(single).toBeLessThan((2 * at + other) / 3 + 0.01);
  });

  it("says when the window holds too little", () => {
    expect(() => fitPeak(axis, flat(10), { window: [25, 26] })).toThrow(
      /invalid window of a line: 25 to 26° holds 0 points; must hold at least 8/
    );
    expect(() => fitPeak(axis, new Float64Array(axis.length), { window })).toThrow(
      /invalid counts: none between/
    );
  });
});
