import { describe, expect, it } from "vitest";
import { defaultSimsInstrument } from "../../../src/science/sims/instrument.js";
import { detectionRows, planted, sigmas } from "../../../src/science/sims/limits-detection.js";
import { calibrationRows, falseFickianRows, matrixRows } from "../../../src/science/sims/limits.js";
import { measure } from "../../../src/science/sims/twin.js";

describe("the smallest contrast", () => {
  const instrument = defaultSimsInstrument();
  const rows = detectionRows(instrument, [0.4e-6, 1.6e-6], [30, 120]);
  const of = (ion: string, diameter: number, time: number) =>
    rows.find((r) => r.ion === ion && r.diameter === diameter && r.time === time)?.contrast ?? NaN;
  it("falls as the root of time, and by more than the root of area where the beam is not wide against the disc", () => {
    for (const ion of ["Li", "Mn", "O"]) {
      expect(of(ion, 1.6e-6, 30) / of(ion, 1.6e-6, 120)).toBeCloseTo(2, 6);
      expect(of(ion, 0.4e-6, 30) / of(ion, 1.6e-6, 30)).toBeGreaterThan(3.5);
    }
  });
  it("is what counts that are drawn have: a disc at it stands out by so many standard errors", () => {
    const contrast = of("Li", 1.6e-6, 30);
    const section = planted(1.6e-6, { Li: contrast, Mn: 0, O: 0 }, 256);
    const plain = { ...instrument, matrix: 0, matrixNegative: 0, drift: 0 };
    const [width, radius] = [256, 0.8e-6 / section.step];
    const disc = Array.from({ length: width * width }, (_, p) => p).filter(
      (p) => Math.hypot((p % width) - 127.5, Math.floor(p / width) - 127.5) <= radius
    );
    const stands = Array.from({ length: 12 }, (_, seed) => {
      const { Li } = measure(section, plain, seed).counts;
      const sum = (shift: number) => disc.reduce((s, p) => s + Li[p + shift], 0);
      const around = (sum(-50) + sum(50) + sum(-50 * width) + sum(50 * width)) / 4;
      return (sum(0) - around) / Math.sqrt(around);
    });
    const mean = stands.reduce((a, b) => a + b, 0) / stands.length;
    expect(Math.abs(mean - sigmas)).toBeLessThan(1);
  });
});

describe("what makes and breaks the reading", () => {
  it("is the matrix effect: it takes away an overlap of O-rich and Mn-poor areas that is there", () => {
    const rows = matrixRows([0, 3], 2);
    const of = (deficit: boolean, matrix: number) =>
      rows.find((r) => r.deficit === deficit && r.matrix === matrix && r.normalisation === "counts")
        ?.overlap ?? NaN;
    expect(of(true, 0)).toBeGreaterThan(1.5);
    expect(of(true, 3)).toBeLessThan(of(true, 0) - 0.3);
    expect(of(false, 3)).toBeLessThan(1);
  });
  it("is a test that forgets that neighbours are alike", () => {
    const rows = calibrationRows(10);
    const below = (test: string) => {
      const all = rows.filter((r) => r.test === test);
      return all.filter(({ p }) => p <= 0.05).length / all.length;
    };
    expect(below("turns")).toBeLessThan(0.2);
    expect(below("shuffled pixels")).toBeGreaterThan(below("turns"));
  });
  it("is that cracks and oxygen count too: Fickian particles are called not Fickian", () => {
    const [alone, , cracked, domains] = falseFickianRows(3);
    expect(alone.residual).toBeLessThan(0.015);
    // cracks differ from particle to particle, and so does what they leave
    expect(cracked.deviation).toBeGreaterThan(0);
    expect(cracked.deviation).toBeLessThan(0.5 * cracked.residual);
    expect(falseFickianRows(1)[0].deviation).toBeNaN();
    for (const row of [cracked, domains]) {
      expect(row.rate).toBe(1);
      expect(row.residual).toBeGreaterThan(0.02);
    }
  });
  it("can be stopped", () => {
    const signal = AbortSignal.abort(new Error("stopped by the reader"));
    expect(() => calibrationRows(2, { signal })).toThrow("stopped by the reader");
    expect(() => matrixRows([0], 1, { signal })).toThrow("stopped by the reader");
  });
});
