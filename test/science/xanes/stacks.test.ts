import { describe, expect, test } from "vitest";
import { formulaUnitConcentration } from "../../../src/science/material/composition.js";
import { molarAttenuation } from "../../../src/science/material/x-ray-absorption.js";
import { referenceSpectrum, speciesOf } from "../../../src/science/material/xanes-references.js";
import { lagrangeShift } from "../../../src/science/numerics/lagrange-shift.js";
import { normal } from "../../../src/science/numerics/normal.js";
import { random } from "../../../src/science/numerics/rng.js";
import { fragment } from "../../../src/science/particle/fragment.js";
import { oxidation } from "../../../src/science/particle/oxidation.js";
import { type Amounts, projectedAmounts } from "../../../src/science/xanes/amounts.js";
import { fitStacks } from "../../../src/science/xanes/analysis.js";
import { binImages } from "../../../src/science/xanes/bin-images.js";
import { compareMaps, displacement } from "../../../src/science/xanes/compare.js";
import { stackComponents } from "../../../src/science/xanes/components.js";
import { expectedStack } from "../../../src/science/xanes/expected-stack.js";
import {
  defaultStackInstrument,
  idealStackInstrument,
  type StackInstrument,
  stackParameters
} from "../../../src/science/xanes/instrument.js";
import { prepare, varianceKept } from "../../../src/science/xanes/prepare.js";
import { drift, exactStack, recordStack } from "../../../src/science/xanes/record.js";
import {
  defaultFitSettings,
  defaultPrepareSettings,
  type FitSettings
} from "../../../src/science/xanes/settings.js";
import { fitSpectrum } from "../../../src/science/xanes/spectra.js";
import { edgeElements, type EdgeElement, energyGrid } from "../../../src/science/xanes/windows.js";
import { disc, evenMixtures, valenceOf } from "./discs.js";

const nm = 1e-9;
const still = { ...defaultPrepareSettings, binning: 1, register: false, emptyField: false };

const exact = (
  amounts: Amounts,
  instrument: StackInstrument,
  elements: readonly EdgeElement[] = edgeElements
) => elements.map((element) => exactStack(expectedStack(element, amounts, instrument), instrument));
const record = (
  amounts: Amounts,
  instrument: StackInstrument,
  seed: number,
  elements = edgeElements as readonly EdgeElement[]
) => elements.map((element) => recordStack(expectedStack(element, amounts, instrument), instrument, seed));

describe("the twin", () => {
  test("takes the light that Beer and Lambert say", () => {
    const thickness = 30 * nm;
    const amounts = disc(16, thickness);
    const instrument = { ...idealStackInstrument(16), strayLight: 0.02 };
    const { transmission, columns, rows } = expectedStack("Ni", amounts, instrument);
    const energies = energyGrid("Ni");
    const e = 30;
    const units = thickness * formulaUnitConcentration();
    const nickel = ["Ni2+", "Ni3+", "Ni4+"].reduce(
      (sum, id, k) => sum + 0.16 * evenMixtures.Ni[k] * referenceSpectrum(speciesOf(id), energies)[e],
      0
    );
    const others = { Li: 1.2, O: 2, Mn: 0.56, Co: 0.08 };
    const rest = Object.entries(others).reduce(
      (sum, [element, atoms]) => sum + atoms * molarAttenuation(element as "Li", energies[e], "chantler"),
      0
    );
    const middle = e * columns * rows + 8 * rows + 8;
    expect(transmission[middle]).toBeCloseTo(0.98 * Math.exp(-units * (nickel + rest)) + 0.02, 5);
    expect(transmission[e * columns * rows]).toBeCloseTo(1, 6);
  });

  test("counts photons: Poisson's variance, the dark level on top, the same bytes from the same seed", () => {
    const instrument = { ...idealStackInstrument(32), photons: 900 };
    const images = expectedStack("O", disc(32, 0), instrument);
    const { counts, flats } = recordStack(images, instrument, 4);
    const n = counts.length;
    const mean = counts.reduce((sum, c) => sum + c, 0) / n;
    const variance = counts.reduce((sum, c) => sum + (c - mean) ** 2, 0) / n;
    expect(Math.abs(mean - 1000)).toBeLessThan(5 * Math.sqrt(900 / n));
    expect(Math.abs(variance / 900 - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
    const flatVariance = flats.reduce((sum, c) => sum + (c - 1000) ** 2, 0) / n;
    expect(Math.abs(flatVariance / 90 - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
    expect(recordStack(images, instrument, 4).counts).toEqual(counts);
    expect(recordStack(images, instrument, 5).counts).not.toEqual(counts);
  });

  test("refuses a sample that does not fit its pixels", () => {
    expect(() => expectedStack("O", disc(64, 10 * nm), defaultStackInstrument(32))).toThrow(
      /^invalid pixel: 39.20 nm/
    );
    expect(() => projectedAmounts(oxidation("uniform", { size: 16 }), 0)).toThrow(/^invalid thickness: 0;/);
  });

  test("has every number within its range, with a source", () => {
    for (const { value, min, max, source } of Object.values(stackParameters)) {
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
      expect(source.length).toBeGreaterThan(10);
    }
  });
});

describe("without noise and unsaturated", () => {
  test("the maps are the truth to 1e-3, for every element", () => {
    const worstOf = (id: string, composition: string) => {
      const instrument = { ...idealStackInstrument(32), thickness: 0.3 };
      const sample = oxidation(id, { size: 32 }, fragment(composition, { size: 32 }));
      const amounts = projectedAmounts(sample, instrument.thickness);
      const settings = { ...defaultFitSettings, nonNegative: false };
      const maps = fitStacks(prepare(exact(amounts, instrument), still), settings);
      return compareMaps(maps, amounts).map(({ truth, pixels }, k) => {
        expect(pixels).toBeGreaterThan(100);
        return maps.elements[k].valence.reduce(
          (worst, v, p) => (Number.isNaN(v) ? worst : Math.max(worst, Math.abs(v - truth[p]))),
          0
        );
      });
    };
    for (const id of ["0.1C-4.8V", "0.1C-discharged"]) {
      expect(Math.max(...worstOf(id, "uniform"))).toBeLessThan(1e-3);
      // where lithium and oxygen are missing, the continuum below the lines is not quite that of the nominal compound
      expect(Math.max(...worstOf(id, id))).toBeLessThan(3e-3);
    }
  });

  test.each<[string, Partial<FitSettings>]>([
    ["all energies", { windows: "full" }],
    ["weights that add to one", { sumToOne: true }],
    ["no normalisation", { normalise: false }],
    ["equal weights", { weighting: "equal" }],
    ["the background from below the edge", { background: { shape: "tabulated", from: "pre-edge" } }],
    ["a free line", { background: { shape: "line", from: "window" } }]
  ])("a known mixture comes back with %s", (_, change) => {
    const stacks = prepare(exact(disc(16, 20 * nm), idealStackInstrument(16)), still);
    const maps = fitStacks(stacks, { ...defaultFitSettings, ...change });
    for (const { valence, model } of maps.elements) {
      const wanted = valenceOf(model.element, evenMixtures[model.element]);
      expect(Math.abs(valence[8 * 16 + 8] - wanted)).toBeLessThan(
        change.sumToOne || change.background?.shape === "line" ? 0.02 : 1e-3
      );
    }
  });

  test("stray light and thickness pull the valence of Mn, and χ² tells", () => {
    const error = (thickness: number, strayLight: number, known = 0) => {
      const instrument = { ...idealStackInstrument(16), strayLight };
      const stacks = prepare(exact(disc(16, thickness), instrument, ["Mn"]), { ...still, strayLight: known });
      const [maps] = fitStacks(stacks).elements;
      const at = 8 * 16 + 8;
      return {
        valence: Math.abs(maps.valence[at] - valenceOf("Mn", evenMixtures.Mn)),
        chiSquared: maps.reducedChiSquared[at]
      };
    };
    expect(error(20 * nm, 0.01).valence).toBeLessThan(0.01);
    expect(error(600 * nm, 0.01).valence).toBeGreaterThan(0.05);
    expect(error(600 * nm, 0.01).chiSquared).toBeGreaterThan(20);
    // where some light is left, knowing its share mends it
    expect(error(150 * nm, 0.02).valence).toBeGreaterThan(10 * error(150 * nm, 0.02, 0.02).valence);
  });
});

describe("errors", () => {
  test("cover known mixtures as often as they say, weights and valences alike", () => {
    for (const sumToOne of [false, true]) {
      const instrument = { ...idealStackInstrument(32), photons: 4e6 };
      const amounts = disc(32, 60 * nm);
      const settings = { ...defaultFitSettings, sumToOne, nonNegative: false };
      // what a fit without noise makes of the mixture: its bias is another test's
      const ideal = fitStacks(prepare(exact(amounts, instrument), still), settings).elements;
      const inside = new Map<EdgeElement, { one: number; three: number; n: number; weight: number }>();
      for (let seed = 1; seed <= 4; ++seed) {
        const stacks = prepare(record(amounts, instrument, seed), still);
        const { elements } = fitStacks(stacks, settings);
        for (const { model, valence, valenceError, weights, errors, mask } of elements) {
          const { valence: wanted, weights: wantedWeights } = ideal[edgeElements.indexOf(model.element)];
          const tally = inside.get(model.element) ?? { one: 0, three: 0, n: 0, weight: 0 };
          mask.forEach((m, p) => {
            if (!m) return;
            const pull = Math.abs(valence[p] - wanted[p]) / valenceError[p];
            ++tally.n;
            if (pull < 1) ++tally.one;
            if (pull < 3) ++tally.three;
            if (Math.abs(weights[p] - wantedWeights[p]) < errors[p]) ++tally.weight;
          });
          inside.set(model.element, tally);
        }
      }
      for (const { one, three, n, weight } of inside.values()) {
        expect(n).toBeGreaterThan(1000);
        expect(Math.abs(one / n - 0.683)).toBeLessThan(0.04);
        expect(three / n).toBeGreaterThan(0.99);
        expect(Math.abs(weight / n - 0.683)).toBeLessThan(0.04);
      }
    }
  });

  test("of the optical density are those of repeated recordings, moved and binned ones too", () => {
    const instrument = { ...idealStackInstrument(32), photons: 3000, readNoise: 3 };
    const images = expectedStack("O", disc(32, 100 * nm, evenMixtures, 12, 2), instrument);
    const settings = { ...still, binning: 2 };
    const runs = Array.from(
      { length: 60 },
      (_, seed) => prepare([recordStack(images, instrument, seed)], settings)[0]
    );
    const ratio = (p: number) => {
      let [observed, stated] = [0, 0];
      for (let e = 0; e < images.energies.length; ++e) {
        const values = runs.map(({ opticalDensity }) => opticalDensity[e * 256 + p]);
        const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
        observed += values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
        stated += runs[0].variance[e * 256 + p];
      }
      return observed / stated;
    };
    for (const p of [0, 8 * 16 + 8, 8 * 16 + 3]) expect(Math.abs(ratio(p) - 1)).toBeLessThan(0.08);
  });

  test("know what a move between pixels does to noise", () => {
    expect(varianceKept(0, 2)).toBe(1);
    expect(varianceKept(3, 1)).toBe(1);
    const uniform = random(3);
    const size = { columns: 64, rows: 64 };
    let [before, after] = [0, 0];
    for (let run = 0; run < 60; ++run) {
      const noise = Float32Array.from({ length: 4096 }, () => normal(uniform));
      const bins = (image: Float32Array) =>
        binImages(image, size, 2).reduce(
          // what comes in at the border repeats itself
          (sum, v, p) => (Math.min(p >> 5, p % 32) < 4 || Math.max(p >> 5, p % 32) > 27 ? sum : sum + v * v),
          0
        );
      before += bins(noise);
      after += bins(lagrangeShift(noise, size, 0.37, -1.2));
    }
    expect(Math.abs(after / before - varianceKept(0.37, 2) * varianceKept(-1.2, 2))).toBeLessThan(0.02);
  });
});

describe("registration", () => {
  test("recovers the drift to 0.05 pixels rms and 0.15 at worst, white lines included", () => {
    const instrument = defaultStackInstrument(128);
    const amounts = projectedAmounts(oxidation("0.1C-4.8V", { size: 128 }), instrument.thickness);
    const images = edgeElements.map((element) => expectedStack(element, amounts, instrument));
    const stacks = prepare(
      images.map((image) => recordStack(image, instrument, 2)),
      defaultPrepareSettings
    );
    const offset = [0, 1].map((axis) => {
      const all = stacks.flatMap(({ places }, k) => {
        const truth = drift(images[k], instrument, 2);
        return Array.from(stacks[k].energies, (_, e) => places[2 * e + axis] - truth[2 * e + axis]);
      });
      return all.reduce((sum, d) => sum + d, 0) / all.length;
    });
    stacks.forEach(({ places, energies }, k) => {
      const truth = drift(images[k], instrument, 2);
      let squares = 0;
      for (let i = 0; i < places.length; ++i) squares += (places[i] - truth[i] - offset[i % 2]) ** 2;
      expect(Math.sqrt(squares / places.length)).toBeLessThan(0.05);
      for (let e = 0; e < energies.length; ++e)
        for (const axis of [0, 1])
          expect(Math.abs(places[2 * e + axis] - truth[2 * e + axis] - offset[axis])).toBeLessThan(0.15);
    });
    // the frame is that of one image: the comparison finds it, and the maps agree with the truth there
    const maps = fitStacks(stacks);
    const [x, y] = displacement(maps, amounts);
    expect(2 * x).toBeCloseTo(-offset[0], 0);
    expect(2 * y).toBeCloseTo(-offset[1], 0);
    for (const { bias, element, within3 } of compareMaps(maps, amounts)) {
      expect(Math.abs(bias)).toBeLessThan(0.03);
      if (element === "O") expect(within3).toBeGreaterThan(0.98);
    }
    // without registration the maps are worse
    const blurred = prepare(
      images.map((image) => recordStack(image, instrument, 2)),
      {
        ...defaultPrepareSettings,
        register: false
      }
    );
    const rms = (of: typeof maps) => compareMaps(of, amounts).map((c) => c.rms);
    const [with_, without] = [rms(maps), rms(fitStacks(blurred))];
    expect(without[1]).toBeGreaterThan(2 * with_[1]);
    // one element has three species, which components see above the noise
    expect(stackComponents(stacks[1], maps.particle).components).toBeGreaterThanOrEqual(3);
  });
});

describe("spectra behind the maps", () => {
  test("of a pixel are those of the map", () => {
    const instrument = idealStackInstrument(16);
    const stacks = prepare(record(disc(16, 20 * nm), instrument, 1), still);
    const maps = fitStacks(stacks);
    maps.elements.forEach((element, k) => {
      const p = 8 * 16 + 7;
      const fit = fitSpectrum(stacks[k], element, [p]);
      expect(fit.valence).toBeCloseTo(element.valence[p], 4);
      expect(fit.valenceError).toBeCloseTo(element.valenceError[p], 4);
      expect(fit.reducedChiSquared).toBeCloseTo(element.reducedChiSquared[p], 3);
      expect(fit.shares.reduce((sum, s) => sum + s, 0)).toBeCloseTo(1, 9);
      fit.data.forEach((d, i) => expect(fit.fitted[i] + fit.residual[i]).toBeCloseTo(d, 9));
    });
  });

  test("of a region have smaller errors, and its mixture", () => {
    const instrument = idealStackInstrument(16);
    const stacks = prepare(record(disc(16, 20 * nm), instrument, 1), still);
    const [oxygen] = fitStacks(stacks).elements;
    const region = Array.from(oxygen.mask.keys()).filter((p) => oxygen.mask[p]);
    const fit = fitSpectrum(stacks[0], oxygen, region);
    expect(Math.abs(fit.valence - valenceOf("O", evenMixtures.O))).toBeLessThan(4 * fit.valenceError);
    expect(fit.valenceError * Math.sqrt(region.length)).toBeLessThan(1.2 * oxygen.valenceError[8 * 16 + 8]);
    expect(() => fitSpectrum(stacks[0], oxygen, [])).toThrow(/^missing pixels/);
    expect(() => fitSpectrum(stacks[0], oxygen, [999])).toThrow(/^unknown pixel: 999/);
  });
});
