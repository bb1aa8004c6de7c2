import { beforeAll, describe, expect, it } from "vitest";
import { analyseSpectra, type EelsResult } from "../../../src/science/eels/analysis.js";
import { edgeIntegral, fitBackground } from "../../../src/science/eels/background.js";
import { compareSpectra } from "../../../src/science/eels/compare.js";
import { quantify } from "../../../src/science/eels/composition.js";
import { eelsCoverage } from "../../../src/science/eels/coverage.js";
import { defaultEelsInstrument } from "../../../src/science/eels/instrument.js";
import { limitsOf, settingsFor } from "../../../src/science/eels/limits.js";
import { fitLithium } from "../../../src/science/eels/lithium-fit.js";
import { fitPrePeak } from "../../../src/science/eels/pre-peak.js";
import {
  eelsSample,
  meanValence,
  pristineSample,
  truePrePeak,
  type EelsSample
} from "../../../src/science/eels/samples.js";
import { defaultEelsSettings } from "../../../src/science/eels/settings.js";
import type { LossSpectrum } from "../../../src/science/eels/spectrum.js";
import { expectedSpectra, measureSpectra } from "../../../src/science/eels/twin.js";
import { fitManganese, whiteLines } from "../../../src/science/eels/white-lines.js";
import { poisson } from "../../../src/science/numerics/poisson.js";
import { random } from "../../../src/science/numerics/rng.js";

const fine = { ...defaultEelsInstrument, resolution: 1 };
const thin: EelsSample = { ...pristineSample, id: "thin", thickness: 5e-9 };

function powerLaw(seed: number | null, edge = 0): LossSpectrum {
  const uniform = seed === null ? null : random(seed);
  const counts = Float64Array.from({ length: 1024 }, (_, i) => {
    const e = 450 + 0.25 * i;
    const n = 4000 * (e / 500) ** -3.1 + (e >= 532 ? edge : 0);
    return uniform ? poisson(n, uniform) : n;
  });
  return { start: 450, step: 0.25, counts, readoutVariance: 0, saturation: Infinity };
}

describe("background", () => {
  it("finds a power law as it was put in", () => {
    const { exponent, at } = fitBackground(powerLaw(null), [460, 520]);
    expect(exponent).toBeCloseTo(3.1, 6);
    expect(at(600)).toBeCloseTo(4000 * 1.2 ** -3.1, 3);
  });

  it("has errors that the scatter of many runs bears out, extrapolated too", () => {
    const runs = Array.from({ length: 200 }, (_, i) =>
      edgeIntegral(powerLaw(i + 1, 200), [470, 520], [532, 582], "O K")
    );
    // 200 counts in each of 200 channels
    const truth = 200 * 200;
    const mean = runs.reduce((sum, r) => sum + r.counts, 0) / runs.length;
    const spread = Math.sqrt(runs.reduce((sum, r) => sum + (r.counts - mean) ** 2, 0) / (runs.length - 1));
    const error = runs.reduce((sum, r) => sum + r.error, 0) / runs.length;
    expect(spread / error).toBeGreaterThan(0.88);
    expect(spread / error).toBeLessThan(1.12);
    expect(Math.abs(mean - truth)).toBeLessThan(4 * (error / Math.sqrt(runs.length)));
    // most of it is the background's, which counting alone would not tell
    expect(runs[0].backgroundError / runs[0].error).toBeGreaterThan(0.7);
  });

  it("says in a sentence what is wrong", () => {
    const s = powerLaw(null);
    expect(() => edgeIntegral({ ...s, start: 540 }, [470, 520], [532, 582], "O K")).toThrow(
      /^unsupported spectrum: it starts at 540\.0 eV, above the beginning of the background of O K \(470 eV\)/
    );
    expect(() => edgeIntegral(s, [470, 540], [532, 582], "O K")).toThrow(
      /^invalid windows: background and signal of O K overlap, 470–540 eV and 532–582 eV/
    );
    expect(() => edgeIntegral(s, [470, 520], [680, 740], "O K")).toThrow(
      /^invalid signal window of O K: 680 to 740 eV, but the spectrum goes from 450\.0 to 705\.8 eV/
    );
    expect(() => fitBackground(s, [500, 500.3])).toThrow(/must hold three or more, widen it$/);
    expect(() => fitBackground({ ...s, counts: s.counts.map(() => 0) }, [460, 520])).toThrow(
      /^missing counts/
    );
  });
});

describe("analysis of what the twin measures", () => {
  let result: EelsResult;
  beforeAll(() => {
    result = analyseSpectra(measureSpectra(eelsSample("B"), fine, 3), settingsFor(1));
  });

  it("brings back composition, lithium, pre-peak and valence to what a real analysis may hope for", () => {
    const rows = Object.fromEntries(
      compareSpectra(result, eelsSample("B"), fine).map((r) => [r.quantity, r])
    );
    expect(Math.abs(rows.thickness.found / rows.thickness.truth - 1)).toBeLessThan(0.01);
    expect(Math.abs(rows.oxygen.found / rows.oxygen.truth - 1)).toBeLessThan(0.05);
    expect(Math.abs(rows.lithium.found / rows.lithium.truth - 1)).toBeLessThan(0.05);
    expect(Math.abs(rows.prePeakEnergy.found - rows.prePeakEnergy.truth)).toBeLessThan(0.15);
    expect(Math.abs(rows.prePeakArea.found / rows.prePeakArea.truth - 1)).toBeLessThan(0.1);
    expect(Math.abs(rows.valenceFit.pull)).toBeLessThan(4);
    expect(Math.abs(rows.valenceRatio.found - rows.valenceRatio.truth)).toBeLessThan(0.1);
  });

  it("fits to the noise", () => {
    expect(result.lithium.fit.reducedChiSquared).toBeLessThan(1.6);
    expect(result.prePeak.fit.reducedChiSquared).toBeLessThan(1.6);
    expect(result.manganese.fit.reducedChiSquared).toBeLessThan(1.6);
  });

  it("is the same for the same seed", () => {
    const again = measureSpectra(eelsSample("B"), fine, 3);
    expect(again.core.counts).toEqual(measureSpectra(eelsSample("B"), fine, 3).core.counts);
    expect(again.core.counts).not.toEqual(measureSpectra(eelsSample("B"), fine, 4).core.counts);
  });
});

describe("without noise and thin", () => {
  const raw = expectedSpectra(thin, { ...fine, drift: 0 });

  it("composition is exact to the background's curvature", () => {
    const { ratios, amounts } = quantify(raw, { ...defaultEelsSettings, deconvolution: "fourier-ratio" });
    expect(ratios[0].value).toBeCloseTo(2 / 0.56, 1);
    // 14.94 formula units a nm² and nm of thickness: 3 units in 100.38 Å³
    const units = (3 / 0.1004) * 5;
    expect(Math.abs(amounts[0].atoms / (2 * units) - 1)).toBeLessThan(0.02);
  });

  it("lithium and the pre-peak are where they were put", () => {
    const lithium = fitLithium(raw, defaultEelsSettings);
    expect(lithium.ratio.value).toBeCloseTo(1.2 / 0.56, 1);
    const peak = fitPrePeak(raw, settingsFor(1));
    const { energy, area } = truePrePeak(thin);
    expect(Math.abs(peak.energy.value - energy)).toBeLessThan(0.05);
    expect(Math.abs(peak.area.value / (area * 2 * (3 / 0.1004) * 5) - 1)).toBeLessThan(0.05);
  });

  it.each([
    [{ "Mn2+": 1, "Mn3+": 0, "Mn4+": 0 }],
    [{ "Mn2+": 0.5, "Mn3+": 0.5, "Mn4+": 0 }],
    [{ "Mn2+": 0, "Mn3+": 1, "Mn4+": 0 }],
    [{ "Mn2+": 0, "Mn3+": 0.3, "Mn4+": 0.7 }]
  ])("white lines tell the valence of a known mixture %j", (manganese) => {
    const known = { ...thin, manganese };
    const mixed = expectedSpectra(known, { ...fine, drift: 0 });
    expect(Math.abs(whiteLines(mixed, defaultEelsSettings).valence.value - meanValence(known))).toBeLessThan(
      0.05
    );
    expect(
      Math.abs(fitManganese(mixed, defaultEelsSettings).valence.value - meanValence(known))
    ).toBeLessThan(0.02);
  });

  it("a lighter compound of one edge less has none of it", () => {
    const none = expectedSpectra({ ...thin, contents: { ...thin.contents, Li: 0 } }, { ...fine, drift: 0 });
    expect(Math.abs(fitLithium(none, defaultEelsSettings).ratio.value)).toBeLessThan(0.05);
  });
});

describe("what the spectrometer could have seen", () => {
  it("errors fall with the root of the dose, and the pre-peak is better placed at 1 than at 4.7 eV", () => {
    const at = (resolution: number, dose: number) =>
      limitsOf(
        eelsSample("A"),
        { ...defaultEelsInstrument, resolution, coreTime: 100 * dose, lowTime: 0.05 * dose, readout: 0 },
        {},
        (raw) => raw,
        ["prePeak"]
      );
    const [one, hundred, wide] = [at(1, 1), at(1, 100), at(4.7, 1)].map((l) => l[0].error);
    expect(one / hundred).toBeCloseTo(10, 1);
    expect(wide / one).toBeGreaterThan(1.5);
  });

  it("a power law under Li K is far off and does not fit, a plasmon is right", () => {
    const { contents } = eelsSample("A");
    const raw = expectedSpectra(eelsSample("A"), fine);
    const law = fitLithium(raw, { ...defaultEelsSettings, tail: "power law" });
    expect(law.ratio.value).toBeLessThan(0.6 * (contents.Li / contents.Mn));
    expect(law.fit.reducedChiSquared).toBeGreaterThan(50);
    expect(fitLithium(raw, defaultEelsSettings).fit.reducedChiSquared).toBeLessThan(3);
  });

  it("covers: the spread of seeds agrees with the errors", () => {
    const rows = eelsCoverage(thin, fine, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    // of a standard deviation from 12 runs, 99.9 % lie within 0.4 and 1.7
    for (const { quantity, spread, error, runs } of rows) {
      expect(runs, quantity).toBe(12);
      expect(spread / error, quantity).toBeGreaterThan(0.35);
      expect(spread / error, quantity).toBeLessThan(1.75);
    }
    const average = rows.reduce((sum, r) => sum + r.noiseWithinTwo, 0) / rows.length;
    expect(average).toBeGreaterThan(0.88);
  });

  it("says what is wrong with spectra and samples", () => {
    const raw = expectedSpectra(eelsSample("A"), fine);
    const cut = { ...raw, core: { ...raw.core, start: 540 } };
    expect(() => quantify(cut, defaultEelsSettings)).toThrow(/^unsupported spectrum: it starts at 540\.0 eV/);
    expect(() =>
      fitPrePeak(raw, {
        ...defaultEelsSettings,
        windows: { ...defaultEelsSettings.windows, prePeak: [530, 556] }
      })
    ).toThrow(/^unsupported window of the pre-peak/);
    expect(() =>
      fitLithium(
        {
          ...raw,
          lithium: { ...raw.lithium, counts: raw.lithium.counts.map((n, i) => (i === 100 ? NaN : n)) }
        },
        defaultEelsSettings
      )
    ).toThrow(/^invalid counts of the range of the Li K edge: NaN in channel 100 at 47\.5 eV/);
    expect(() => analyseSpectra({ ...raw, lowLoss: { ...raw.lowLoss, start: 10 } })).toThrow(
      /^missing zero-loss peak/
    );
    expect(() => eelsSample("C")).toThrow(/^unknown sample: C; must be one of A, B, void, around, pristine$/);
    expect(() => measureSpectra({ ...thin, thickness: -1 }, fine, 1)).toThrow(/^invalid thickness of thin/);
    expect(() => measureSpectra(thin, { ...fine, resolution: 0 }, 1)).toThrow(/must be positive$/);
  });
});
