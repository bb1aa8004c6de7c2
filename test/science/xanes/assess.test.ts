import { describe, expect, test } from "vitest";
import { fitStacks, stepsOf } from "../../../src/science/xanes/analysis.js";
import { amountsInFrame, compareMaps } from "../../../src/science/xanes/compare.js";
import { expectedStack } from "../../../src/science/xanes/expected-stack.js";
import { fitElement } from "../../../src/science/xanes/fit-element.js";
import { idealStackInstrument } from "../../../src/science/xanes/instrument.js";
import { prepare } from "../../../src/science/xanes/prepare.js";
import { recordStack } from "../../../src/science/xanes/record.js";
import {
  defaultFitSettings,
  defaultPrepareSettings,
  type FitSettings
} from "../../../src/science/xanes/settings.js";
import { fitSpectrum } from "../../../src/science/xanes/spectra.js";
import { edgeElements } from "../../../src/science/xanes/windows.js";
import { disc } from "./discs.js";

const instrument = idealStackInstrument(16);
const amounts = disc(16, 20e-9);
const still = { ...defaultPrepareSettings, binning: 1, register: false, emptyField: false };
const stacks = prepare(
  edgeElements.map((element) => recordStack(expectedStack(element, amounts, instrument), instrument, 1)),
  still
);

describe("standard errors", () => {
  // what each density does to the result is found by changing it: no formula of the code enters
  test.each<[string, Partial<FitSettings>]>([
    ["the defaults", {}],
    ["all energies, which holds those of the edge step", { windows: "full" }],
    ["weights that add to one", { sumToOne: true, windows: "full" }],
    ["no normalisation", { normalise: false }],
    ["the background from below the edge", { background: { shape: "tabulated", from: "pre-edge" } }],
    ["a free line", { background: { shape: "line", from: "window" } }]
  ])("are the noise times the slope of the result, with %s", (_, settingsOfCase) => {
    const settings: FitSettings = { ...defaultFitSettings, nonNegative: false, ...settingsOfCase };
    const p = 8 * 16 + 7;
    for (const stack of stacks) {
      const maps = fitElement(stack, settings);
      const h = 1e-3;
      let squares = 0;
      const ofWeights = maps.model.ids.map(() => 0);
      for (let e = 0; e < stack.energies.length; ++e) {
        const [less, more] = [-h, h].map((step) => {
          const moved = stack.opticalDensity.slice();
          moved[e * 256 + p] += step;
          return fitted(moved);
        });
        const variance = stack.variance[e * 256 + p] / (2 * h) ** 2;
        squares += (more.valence - less.valence) ** 2 * variance;
        more.weights.forEach((w, k) => (ofWeights[k] += (w - less.weights[k]) ** 2 * variance));
      }
      const stated = fitSpectrum(stack, maps, [p]);
      expect(stated.valenceError / Math.sqrt(squares)).toBeCloseTo(1, 2);
      expect(maps.valenceError[p] / stated.valenceError).toBeCloseTo(1, 4);
      stated.parts.forEach(({ error }, k) => {
        expect(error / Math.sqrt(ofWeights[k])).toBeCloseTo(1, 2);
        expect(maps.errors[k * 256 + p] / error).toBeCloseTo(1, 4);
      });

      function fitted(opticalDensity: Float32Array) {
        const { parts, valence: v } = fitSpectrum({ ...stack, opticalDensity }, maps, [p]);
        return { weights: parts.map(({ weight }) => weight), valence: v };
      }
    }
  });

  test("can be left out, and nothing else changes", () => {
    const all = fitStacks(stacks).elements;
    const valenceOnly = fitStacks(stacks, { ...defaultFitSettings, errors: "valence" }).elements;
    const none = fitStacks(stacks, { ...defaultFitSettings, errors: "none" }).elements;
    all.forEach((maps, k) => {
      for (const other of [valenceOnly[k], none[k]]) {
        expect(other.valence).toEqual(maps.valence);
        expect(other.weights).toEqual(maps.weights);
        expect(other.errors.every(Number.isNaN)).toBe(true);
      }
      expect(valenceOnly[k].valenceError).toEqual(maps.valenceError);
      expect(none[k].reducedChiSquared.every(Number.isNaN)).toBe(true);
    });
  });
});

test("a fit with edge steps known beforehand is the same", () => {
  const settings = {
    ...defaultFitSettings,
    windows: "full",
    background: { shape: "line", from: "window" }
  } as const;
  expect(fitStacks(stacks, settings, stepsOf(stacks)).elements.map(({ valence }) => valence)).toEqual(
    fitStacks(stacks, settings).elements.map(({ valence }) => valence)
  );
});

test("a comparison with the sample's amounts in the frame of the maps is the same for any fit of the stacks", () => {
  const maps = fitStacks(stacks);
  const frame = amountsInFrame(maps, amounts);
  const wide = fitStacks(stacks, { ...defaultFitSettings, windows: "full" });
  expect(compareMaps(wide, amounts, frame)).toEqual(compareMaps(wide, amounts));
});
