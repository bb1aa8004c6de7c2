import { beforeAll, describe, expect, test } from "vitest";
import {
  analyse,
  analysePrepared,
  type CompositionResult,
  metalReferences,
  referenceRatio,
  segment
} from "../../../src/science/composition/analysis.js";
import { compare } from "../../../src/science/composition/compare.js";
import { edgeElements } from "../../../src/science/composition/edge-difference.js";
import { expectedImages } from "../../../src/science/composition/expected-images.js";
import {
  defaultInstrument,
  type Instrument,
  tiltSeries
} from "../../../src/science/composition/instrument.js";
import { prepare } from "../../../src/science/composition/prepare.js";
import { record } from "../../../src/science/composition/record.js";
import type { CompositionSettings } from "../../../src/science/composition/settings.js";
import { truthOn } from "../../../src/science/composition/truth.js";
import { type Fragment, fragment } from "../../../src/science/particle/fragment.js";

const size = 32;
const degree = Math.PI / 180;

/** All tilts of the half circle, no blur, no jitter, and light without end. */
const ideal: Instrument = {
  ...defaultInstrument(size),
  tilts: tiltSeries(89.5 * degree, degree),
  resolution: 0,
  tiltJitter: 0,
  energyJitter: 0,
  readNoise: 0,
  photons: 1e11,
  fullWell: 1e15
};
const exact: Partial<CompositionSettings> = {
  alignment: "none",
  binning: 1,
  smoothing: 0,
  reconstruction: { algorithm: "tv", iterations: 30, weight: 0.3 }
};
const measureIdeal = (sample: Fragment) => record(expectedImages(sample, ideal), ideal, 1);

describe("with an ideal instrument", () => {
  let pristine: CompositionResult;
  beforeAll(() => {
    pristine = analyse(measureIdeal(fragment("pristine", { size })), exact);
  });

  test.each(["pristine", "0.1C-4.8V", "10C-4.8V"])(
    "the shares of %s come back to 0.5 percentage points",
    (id) => {
      const sample = fragment(id, { size });
      const result = analyse(measureIdeal(sample), { ...exact, reference: referenceRatio(pristine) });
      const { shareErrors, trueShares, dice, densityErrors, confusion } = compare(result, sample);
      expect(trueShares.target).toBeLessThan(0.97);
      for (const error of Object.values(shareErrors)) expect(Math.abs(error)).toBeLessThan(0.005);
      expect(dice).toBeGreaterThan(0.99);
      for (const element of edgeElements) expect(densityErrors[element].rms).toBeLessThan(0.03);
      // hardly any voxel is on the wrong side either
      expect(
        (confusion[0] + confusion[4] + confusion[8]) / confusion.reduce((a, b) => a + b)
      ).toBeGreaterThan(0.99);
    }
  );

  test("a sample of one composition is at the target throughout", () => {
    const sample = fragment("uniform", { size });
    const result = analyse(measureIdeal(sample), { ...exact, reference: referenceRatio(pristine) });
    expect(result.proportions).toEqual({ target: 1, oxygenPoor: 0, oxygenRich: 0 });
    expect(compare(result, sample).falseClassification).toBe(0);
  });

  test("its own reference makes a sample's most common composition the target; thresholds need no reconstruction", () => {
    const settings = { ...pristine.settings, reference: referenceRatio(pristine) * 1.2 };
    expect(segment(pristine, settings).proportions.oxygenRich).toBeGreaterThan(0.9);
    const own = segment(pristine, { ...settings, reference: null });
    expect(own.proportions).toEqual(pristine.proportions);
    expect(metalReferences(own).Mn).toBeCloseTo(0.28, 2);
    expect(metalReferences(own).Co).toBeCloseTo(0.04, 2);
  });

  test("without cobalt none is found", () => {
    const sample = fragment("uniform", { size });
    sample.densities.Co.fill(0);
    const result = analyse(measureIdeal(sample), {
      ...exact,
      nonNegative: false,
      reconstruction: { algorithm: "fbp", filter: "ramp" }
    });
    const sum = (volume: Float32Array) => volume.reduce((total, value) => total + value, 0);
    expect(Math.abs(sum(result.densities.Co)) / sum(result.densities.Mn)).toBeLessThan(0.003);
  });
});

describe("with a limited dose", () => {
  const instrument: Instrument = { ...ideal, tilts: tiltSeries(65 * degree, 5 * degree), readNoise: 1 };
  const linear: Partial<CompositionSettings> = {
    ...exact,
    nonNegative: false,
    support: null,
    reconstruction: { algorithm: "fbp", filter: "ramp" }
  };

  test("noise of the densities falls with the root of the dose, and is what was foretold", () => {
    const images = expectedImages(fragment("uniform", { size }), instrument);
    const at = (photons: number) => prepare(record(images, { ...instrument, photons }, 3), linear);
    const rms = (a: Float32Array, b: Float32Array, where: Float32Array, least: number) => {
      let [sum, count] = [0, 0];
      a.forEach((value, p) => {
        if (!(where[p] > least)) return;
        sum += (value - b[p]) ** 2;
        ++count;
      });
      return Math.sqrt(sum / count);
    };
    const [clean, high, low] = [at(1e11), at(1e8), at(1e6)];
    const volumes = [clean, high, low].map((prepared) => analysePrepared(prepared, linear).densities);
    for (const element of edgeElements) {
      const [none, little, much] = volumes.map((densities) => densities[element]);
      const everywhere = none.map(() => 1);
      const ratio = rms(much, none, everywhere, 0) / rms(little, none, everywhere, 0);
      expect(ratio).toBeGreaterThan(9);
      expect(ratio).toBeLessThan(11);
      const projected = (of: typeof clean) => of.projectedDensities[element];
      const seen = rms(
        projected(low),
        projected(clean),
        clean.meanDensity,
        0.2 * Math.max(...clean.meanDensity)
      );
      expect(Math.abs(low.noise[element] / seen - 1)).toBeLessThan(0.2);
    }
  });

  test("progress rises to the end, and the analysis can be stopped", () => {
    const raw = record(
      expectedImages(fragment("uniform", { size: 16 }), { ...instrument, pixelSize: 8 * 9.8e-9 }),
      { ...instrument, photons: 1e6 },
      1
    );
    const fractions: number[] = [];
    const settings: Partial<CompositionSettings> = {
      ...linear,
      reconstruction: { algorithm: "sirt", iterations: 3 }
    };
    analyse(raw, settings, { onProgress: (fraction) => fractions.push(fraction) });
    expect(fractions.every((f, k) => k === 0 || f >= fractions[k - 1] - 1e-12)).toBe(true);
    expect(fractions.at(-1)).toBeCloseTo(1, 6);
    expect(() => analyse(raw, settings, { signal: AbortSignal.abort() })).toThrow(/abort/i);
    expect(() => analyse(raw, { ...settings, binning: 5 })).toThrow(/invalid binning: 5/);
    raw.counts[7] = NaN;
    expect(() => analyse(raw, settings)).toThrow(/^invalid/);
  });
});

test("the truth on another grid is binned and moved by whole voxels", () => {
  const sample = fragment("10C-4.8V", { size });
  const options = { threshold: 0.05, solid: 0.5 };
  const grid = { size: 16, slices: 16, voxel: 2 * sample.voxel };
  const sum = (volume: Float32Array) => volume.reduce((total, value) => total + value, 0);
  const truth = truthOn(grid, sample, options);
  expect((8 * sum(truth.densities.O)) / sum(sample.densities.O)).toBeCloseTo(1, 4);
  const moved = truthOn(grid, sample, options, [2, 0, -2]);
  expect(moved.classes[(5 * 16 + 6) * 16 + 7]).toBe(truth.classes[(4 * 16 + 6) * 16 + 8]);
  expect(() => truthOn({ ...grid, voxel: 1.5 * sample.voxel }, sample, options)).toThrow(/unsupported grid/);
});
