import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fourierLog, fourierRatio } from "../../../src/science/eels/deconvolve.js";
import { defaultEelsInstrument } from "../../../src/science/eels/instrument.js";
import { thicknessRatio, zeroLoss } from "../../../src/science/eels/low-loss.js";
import { convolveWith, pluralTransform, unroll } from "../../../src/science/eels/plural.js";
import { eelsSample } from "../../../src/science/eels/samples.js";
import { meanFreePath, plasmon } from "../../../src/science/eels/drude.js";
import type { LossSpectrum } from "../../../src/science/eels/spectrum.js";
import { expectedSpectra } from "../../../src/science/eels/twin.js";

const step = 0.125;

function lowLosses(ratio: number, resolution: number): LossSpectrum {
  const single = plasmon(4096, step, defaultEelsInstrument).map((v) => v * ratio);
  const shares = unroll(pluralTransform(single, step, { resolution, drift: 0 }), -20, step, 2048);
  return { start: -20, step, counts: shares.map((v) => v * 1e7), readoutVariance: 0, saturation: Infinity };
}

describe("plural scattering", () => {
  it("follows Poisson's law: a narrow loss comes back n-fold with e^(−m) mⁿ/n!", () => {
    const single = new Float64Array(1024);
    single[100] = 0.7 / step;
    const p = unroll(pluralTransform(single, step, { resolution: 0.6, drift: 0 }), -10, step, 1024);
    const around = (n: number) => {
      const at = 80 + 100 * n;
      return p.subarray(at - 20, at + 21).reduce((sum, v) => sum + v, 0);
    };
    [1, 0.7, 0.245, 0.7 ** 3 / 6].forEach((share, n) =>
      expect(around(n)).toBeCloseTo(Math.exp(-0.7) * share, 9)
    );
  });

  it("keeps all electrons, and drift widens without moving", () => {
    const single = plasmon(4096, step, defaultEelsInstrument).map((v) => 0.4 * v);
    const p = unroll(pluralTransform(single, step, { resolution: 1, drift: 3 }), -20, step, 4096);
    expect(p.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 9);
    const narrow = unroll(
      pluralTransform(new Float64Array(1024), step, { resolution: 1, drift: 3 }),
      -20,
      step,
      1024
    );
    const mean = narrow.reduce((sum, v, i) => sum + v * (i * step - 20), 0);
    const variance = narrow.reduce((sum, v, i) => sum + v * (i * step - 20 - mean) ** 2, 0);
    expect(mean).toBeCloseTo(0, 9);
    expect(variance).toBeCloseTo((1 / 2.35482) ** 2 + 9 / 12, 4);
  });
});

describe("thickness", () => {
  it("is the logarithm of all electrons over those without loss", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1.5, noNaN: true }),
        fc.constantFrom(0.5, 1, 2),
        (ratio, resolution) => {
          const found = thicknessRatio(lowLosses(ratio, resolution));
          expect(Math.abs(found.ratio - ratio)).toBeLessThan(0.01 + 0.01 * ratio);
          expect(found.zeroLoss.width).toBeCloseTo(resolution, 1);
          expect(Math.abs(found.zeroLoss.energy)).toBeLessThan(0.05);
        }
      ),
      { numRuns: 20, seed: 7 }
    );
  });

  it("has the mean free path of the published formula", () => {
    // Malis, Cheng & Egerton for Z = 8 at 100 kV and 10 mrad, by hand: E_m = 16.07 eV, F = 0.7680
    const oxygen = { Li: 0, O: 1, Mn: 0, Co: 0, Ni: 0 };
    expect(meanFreePath(oxygen, { beamEnergy: 100e3, beta: 10e-3 }) * 1e9).toBeCloseTo(105.0, 0);
  });

  it("says what is missing", () => {
    const s = lowLosses(0.4, 1);
    const late = { ...s, start: 35 };
    expect(() => zeroLoss(late)).toThrow(/^missing zero-loss peak: the spectrum goes from 35\.0/);
    const flat = { ...s, counts: s.counts.map(() => 100) };
    expect(() => zeroLoss(flat)).toThrow(/^missing zero-loss peak: no maximum below 15 eV/);
    const bad = { ...s, counts: s.counts.map((n, i) => (i === 40 ? NaN : n)) };
    expect(() => zeroLoss(bad)).toThrow(/^invalid counts of the low losses: NaN in channel 40 at -15\.0 eV/);
    const full = { ...s, saturation: 1e5 };
    expect(() => zeroLoss(full)).toThrow(/saturated \(100000 electrons\); expose it for a shorter time$/);
  });
});

describe("deconvolution", () => {
  it("by Fourier-log gives the single losses back", () => {
    const ratio = 0.8;
    const s = lowLosses(ratio, 1);
    const single = fourierLog(s);
    const expected = plasmon(2048, step, defaultEelsInstrument);
    const total = 1e7 * Math.exp(-ratio) * ratio * step;
    for (const e of [15, 20, 25, 35, 50, 60])
      expect(single.counts[e / step] / (total * expected[e / step])).toBeCloseTo(1, 1);
    const [from, to] = [5 / step, 120 / step];
    const all = single.counts.subarray(from, to).reduce((sum, v) => sum + v, 0);
    const wanted = expected.subarray(from, to).reduce((sum, v) => sum + v, 0) * total;
    expect(Math.abs(all / wanted - 1)).toBeLessThan(0.02);
  });

  it("by Fourier-ratio takes plural scattering out of an edge, in place", () => {
    const coreStep = 0.25;
    const single = plasmon(2048, coreStep, defaultEelsInstrument).map((v) => 0.8 * v);
    const spread = pluralTransform(single, coreStep, { resolution: 1, drift: 0 });
    const counts = unroll(spread, -20, coreStep, 1024).map((v) => v * 1e7);
    const low = { start: -20, step: coreStep, counts, readoutVariance: 0, saturation: Infinity };
    // a Gaussian edge of 1000 counts at 150 eV of the range
    const edge = Float64Array.from({ length: 1024 }, (_, i) => 1000 * Math.exp(-0.5 * ((i - 300) / 12) ** 2));
    const seen = convolveWith(edge, spread);
    const core = { start: 500, step: coreStep, counts: seen, readoutVariance: 0, saturation: Infinity };
    const found = fourierRatio(core, seen, low);
    const sum = (values: Float64Array) => values.reduce((total, v) => total + v, 0);
    expect(Math.abs(sum(found) / sum(edge) - 1)).toBeLessThan(0.01);
    const mean = found.reduce((total, v, i) => total + v * i, 0) / sum(found);
    expect(mean).toBeCloseTo(300, 0);
    // the plasmons' copy, 100 channels above, is gone
    expect(Math.abs(found[400])).toBeLessThan(0.01 * found[300]);
    expect(seen[400]).toBeGreaterThan(0.05 * seen[300]);
  });

  it("refuses low losses of another step", () => {
    const raw = expectedSpectra(eelsSample("A"), defaultEelsInstrument);
    expect(() => fourierRatio(raw.core, raw.core.counts, raw.lowLoss)).toThrow(
      /^invalid low losses: 0\.125 eV a channel, the core losses 0\.25; must be the same/
    );
  });
});
