import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalTail } from "../../../src/science/numerics/normal-distribution.js";
import { poisson } from "../../../src/science/numerics/poisson.js";
import { random } from "../../../src/science/numerics/rng.js";
import { crossSection } from "../../../src/science/particle/cross-section.js";
import { madeUpSection, type SectionContent } from "../../../src/science/particle/cross-section-states.js";
import { analyse, analyseDomains, type SimsResult } from "../../../src/science/sims/analysis.js";
import { compare } from "../../../src/science/sims/compare.js";
import { findDomain, richestAndPoorest } from "../../../src/science/sims/domains.js";
import { fickianTest } from "../../../src/science/sims/fickian.js";
import { defaultSimsInstrument } from "../../../src/science/sims/instrument.js";
import { measuredArea } from "../../../src/science/sims/measured-area.js";
import { normalise } from "../../../src/science/sims/normalise.js";
import { checkMaps } from "../../../src/science/sims/raw.js";
import { defaultSimsSettings } from "../../../src/science/sims/settings.js";
import { measure, type MeasuredMaps } from "../../../src/science/sims/twin.js";

const size = 128;
const bright = defaultSimsInstrument({ pixels: size, time: 3000, drift: 0, matrix: 0, matrixNegative: 0 });
const run = (
  id: string,
  content: Partial<SectionContent> = {},
  instrument = bright
): { raw: MeasuredMaps; result: SimsResult; section: ReturnType<typeof crossSection> } => {
  const section = crossSection(id, { size, content });
  const raw = measure(section, instrument, 1);
  return { section, raw, result: analyse(raw) };
};
// strong contrasts, made up: what is asked here is what the analysis does
const fast = run("10C-20cycles", madeUpSection);
/** A Fickian particle, made up. */
const fickian: SectionContent = {
  ...{ ...madeUpSection, lithium: 0.35, lithiumExcess: 0.08, oxygenExcess: 0.02, manganeseDeficit: 0.04 },
  ...{ overlap: 0, gradient: 0.5, pores: 160, poreRadius: 0.18e-6, cracks: 0 }
};
// the aged particle of the pathway model
const aged = run("10C-20cycles");
const agedSlow = run("0.1C-20cycles");

describe("areas and overlaps", () => {
  it("come back where counts are many and no matrix effect is in the way", () => {
    const { overlaps, domains } = compare(fast.result, fast.section, fast.raw);
    // not wholly: what is in excess dilutes the rest, whatever the counts
    for (const ion of ["Li", "Mn"] as const) expect(domains[ion].dice, ion).toBeGreaterThan(0.8);
    expect(overlaps[2].overlap).toBeGreaterThan(2);
    expect(Math.abs(fast.result.overlaps[2].test.overlap - overlaps[2].overlap)).toBeLessThan(0.3);
  });
  it("are lost for oxygen by dilution, unless lithium raises the yield of negative ions", () => {
    const dice = (matrixNegative: number) => {
      const raw = measure(fast.section, { ...bright, matrixNegative }, 1);
      return compare(analyse(raw), fast.section, raw).domains.O.dice;
    };
    expect(dice(0).toFixed(2)).toBe("0.39");
    expect(dice(0.1)).toBeGreaterThan(0.7);
  });
  it("of the aged particle at 10 C are found for Li and Mn, hardly for oxygen, as the page says", () => {
    const { overlaps, domains } = compare(aged.result, aged.section, aged.raw);
    for (const ion of ["Li", "Mn"] as const) expect(domains[ion].dice, ion).toBeGreaterThan(0.8);
    expect(Math.abs(aged.result.overlaps[2].test.overlap - overlaps[2].overlap)).toBeLessThan(0.3);
    expect(domains.O.dice.toFixed(2)).toBe("0.48");
  });
  it("of the aged particle at 0.1 C are those of its pores: it is not Fickian, nor has it domains", () => {
    const { fickian: of, overlaps } = agedSlow.result;
    expect(of.Li.parabola).toBeLessThan(0.02);
    for (const { test } of overlaps.slice(1)) expect(test.overlap).toBeLessThan(1);
    const own = agedSlow.result.correlations.find((c) => c.pair.join("-") === "Li-Mn");
    expect(own?.correlation[0]).toBeGreaterThan(0.9);
  });
  it("take the share of the area that is asked for", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.9, noNaN: true }), fc.boolean(), (share, poor) => {
        const values = Float32Array.from({ length: 900 }, (_, i) =>
          i % 7 === 0 ? NaN : 1 + Math.sin(i * i)
        );
        const measured = values.filter((v) => !Number.isNaN(v)).length;
        const area = findDomain(values, share, poor).area.reduce((n, v) => n + v, 0);
        expect(Math.abs(area / measured - share)).toBeLessThan(0.01);
      })
    );
  });
  it("do not change where a map is only scaled, and do where it is divided by the total", () => {
    const of = (normalisation: "counts" | "maximum" | "median" | "total") =>
      analyseDomains(fast.raw, { normalisation }).overlaps.map(({ test }) => test.overlap);
    const counts = of("counts");
    for (const scaled of ["maximum", "median"] as const)
      of(scaled).forEach((overlap, i) => expect(Math.abs(overlap - counts[i])).toBeLessThan(0.02));
    expect(of("total")[0]).toBeLessThan(0.5 * counts[0]);
  });
});

it("the richest and the poorest place leave out what is not measured", () => {
  expect(richestAndPoorest(Float32Array.of(NaN, 2, 5, NaN, 1))).toEqual([2, 4]);
  expect(richestAndPoorest(Float32Array.of(NaN))).toEqual([-1, -1]);
});

describe("normalisation", () => {
  const { mask } = measuredArea(fast.raw, defaultSimsSettings.margin);
  it("does what its name says", () => {
    const maps = (normalisation: "total" | "maximum" | "median") =>
      normalise(fast.raw, mask, { normalisation, smoothing: 0.3e-6 });
    const total = maps("total");
    mask.forEach((m, p) => {
      const sum = total.Li[p] + total.Mn[p] + total.O[p];
      if (m) expect(Math.abs(sum - 1)).toBeLessThan(1e-5);
      else expect(sum).toBeNaN();
    });
    const most = maps("maximum").O.reduce((high, v) => (v > high ? v : high), 0);
    expect(most).toBeCloseTo(1, 6);
    const sorted = maps("median")
      .Mn.filter((v) => !Number.isNaN(v))
      .sort();
    expect(sorted[sorted.length >> 1]).toBeCloseTo(1, 6);
  });
  it("smooths within the mask only: a flat map stays flat to its edge", () => {
    const flat = { ...fast.raw, counts: { ...fast.raw.counts, Li: new Float32Array(size * size).fill(7) } };
    const { Li } = normalise(flat, mask, { normalisation: "counts", smoothing: 0.8e-6 });
    mask.forEach((m, p) => m && expect(Math.abs(Li[p] - 7)).toBeLessThan(1e-4));
  });
});

describe("the Fickian test", () => {
  const n = 120;
  const radial = Float32Array.from(
    { length: n * n },
    (_, p) => Math.hypot((p % n) - 59.5, Math.floor(p / n) - 59.5) / 60
  );
  const mask = Uint8Array.from(radial, (r) => (r < 0.97 ? 1 : 0));
  const draw = (seed: number, mean: (p: number) => number) => {
    const uniform = random(seed);
    return Float32Array.from(radial, (_, p) => poisson(mean(p), uniform));
  };
  const parabola = (p: number) => 20 * (1 + 0.4 * (0.5 - radial[p] ** 2));
  it("has even p-values where the parabola is true", () => {
    const p = Array.from(
      { length: 120 },
      (_, seed) => fickianTest(draw(seed, parabola), mask, radial, n, n).p
    );
    for (const level of [0.05, 0.25, 0.5, 0.75]) {
      const share = p.filter((v) => v <= level).length / p.length;
      expect(Math.abs(share - level)).toBeLessThan(3 * Math.sqrt((level * (1 - level)) / p.length));
    }
  });
  it("gives back fall, and shares of the variance that were put in", () => {
    const fick = fickianTest(draw(1, parabola), mask, radial, n, n);
    expect(fick.fall).toBeCloseTo(0.4, 1);
    expect(fick.parabola).toBeGreaterThan(0.9);
    const ridges = (p: number) => 20 * (1 + 0.3 * Math.cos((2 * Math.PI * (p % n)) / 40));
    const not = fickianTest(draw(1, ridges), mask, radial, n, n);
    expect(not.parabola).toBeLessThan(0.1);
    // the mean over a block of 6 pixels takes 4 % of a wave of 40
    expect(Math.abs(not.residual - (0.3 / Math.SQRT2) * 0.964)).toBeLessThan(0.02);
    expect(not.p).toBeLessThan(1e-6);
    const ring = (p: number) => 20 * (1 + 0.3 * Math.cos(4 * Math.PI * radial[p]));
    const shell = fickianTest(draw(1, ring), mask, radial, n, n);
    expect(shell.anyProfile).toBeGreaterThan(0.85);
    expect(shell.parabola).toBeLessThan(0.3);
  });
  it("shares out nothing where there is only counting noise", () => {
    const {
      parabola: share,
      residual,
      p
    } = fickianTest(
      draw(2, () => 20),
      mask,
      radial,
      n,
      n
    );
    expect(share).toBeNaN();
    expect(residual).toBeLessThan(0.02);
    expect(p).toBeGreaterThan(normalTail(3));
  });
});

describe("profiles and correlations", () => {
  it("of a Fickian particle fall outwards and follow the sample", () => {
    const { result, section, raw } = run("0.1C-20cycles", fickian);
    const truth = compare(result, section, raw).profiles.Li;
    const scale = truth[0].mean / result.profiles.Li[0].mean;
    result.profiles.Li.slice(0, -1).forEach(({ mean }, k) =>
      expect(Math.abs((mean * scale) / truth[k].mean - 1)).toBeLessThan(0.05)
    );
    // 160 pores on pixels of 134 nm take their part
    expect(result.fickian.Li.parabola).toBeGreaterThan(0.75);
    expect(fast.result.fickian.Li.parabola).toBeLessThan(0.2);
  });
  it("are 1 with itself at no distance, and those of Li and Mn are opposite at 10 C", () => {
    const of = (pair: string) =>
      fast.result.correlations.find((c) => c.pair.join("-") === pair)?.correlation[0] ?? NaN;
    expect(of("Li-Li")).toBeCloseTo(1, 6);
    expect(of("Li-Mn")).toBeLessThan(-0.5);
  });
});

describe("maps that cannot be analysed", () => {
  const { raw } = fast;
  const map = raw.counts.Li;
  it.each([
    [
      { ...raw, counts: { ...raw.counts, O: new Float32Array(100).fill(1) } },
      /map of ¹⁶O: 100 pixels; must be 128 × 128 as the others/
    ],
    [
      { ...raw, counts: { ...raw.counts, Mn: map.map(() => 0) } },
      /map of ⁵⁵Mn: not one count; choose another peak or polarity/
    ],
    [
      { ...raw, counts: { ...raw.counts, Li: map.map((v, p) => (p === 130 ? -1 : v)) } },
      /map of ⁷Li: -1 at pixel \(2, 1\); must be 0 or more/
    ],
    [{ ...raw, pixel: 0 }, /invalid pixel of the maps: 0 m/],
    [{ ...raw, width: 5 }, /invalid size of the maps: 5 × 128/]
  ])("are refused in a sentence, %#", (bad, sentence) => {
    expect(() => checkMaps(bad)).toThrow(sentence);
    expect(() => analyseDomains(bad)).toThrow(sentence);
  });
  it("or settings that make no sense", () => {
    expect(() => analyseDomains(raw, { share: 1 })).toThrow(/invalid share of rich area: 1/);
    expect(() => analyseDomains(raw, { margin: 1 })).toThrow(/choose a smaller margin/);
    // from a link or a file that may say anything
    const unknown = { normalisation: "mean" } as unknown as { normalisation: "counts" };
    expect(() => analyseDomains(raw, unknown)).toThrow(/unknown normalisation: mean; there are counts/);
  });
});
