import { describe, expect, test } from "vitest";
import type { OxidationField } from "../../../src/science/particle/oxidation.js";
import { oxidation } from "../../../src/science/particle/oxidation.js";
import { analyseStacks, fitStacks } from "../../../src/science/xanes/analysis.js";
import { expectedStack } from "../../../src/science/xanes/expected-stack.js";
import { fitElement } from "../../../src/science/xanes/fit-element.js";
import { defaultStackInstrument, idealStackInstrument } from "../../../src/science/xanes/instrument.js";
import { prepare } from "../../../src/science/xanes/prepare.js";
import type { RawStack } from "../../../src/science/xanes/raw.js";
import { exactStack, recordStack } from "../../../src/science/xanes/record.js";
import { illustrativeReferences } from "../../../src/science/xanes/references.js";
import { repeatOxidation } from "../../../src/science/xanes/repeat.js";
import { defaultFitSettings, defaultPrepareSettings } from "../../../src/science/xanes/settings.js";
import { measureStacks } from "../../../src/science/xanes/twin.js";
import { disc, evenMixtures, valenceOf } from "./discs.js";

const instrument = idealStackInstrument(16);
const good = (): RawStack => exactStack(expectedStack("Ni", disc(16, 20e-9), instrument), instrument);
const still = { ...defaultPrepareSettings, binning: 1, register: false };
const ready = (raw = good()) => prepare([raw], still);

describe("raw stacks that cannot be analysed are refused in one sentence", () => {
  test.each<[string, (raw: RawStack) => RawStack, RegExp]>([
    [
      "energies that do not rise",
      (raw) => ({ ...raw, energies: raw.energies.toReversed() }),
      /^invalid energies of the stack of Ni: .*must rise/
    ],
    [
      "an I0 of zero",
      (raw) => ({ ...raw, flats: raw.flats.map(() => 0) }),
      /^invalid flat image of Ni at energy 0 \(848 eV\): 0 counts .* pixel \(0, 0\)/
    ],
    [
      "no light",
      (raw) => ({ ...raw, counts: raw.counts.map(() => 0) }),
      /^invalid image of Ni at energy 0 .*empty/
    ],
    [
      "a count that is none",
      (raw) => ({ ...raw, counts: raw.counts.map((n, i) => (i === 300 ? NaN : n)) }),
      /^invalid counts of Ni at energy 1 .*NaN in pixel \(2, 12\)/
    ],
    [
      "missing images",
      (raw) => ({ ...raw, counts: raw.counts.subarray(256) }),
      /^invalid counts of Ni: .* values; must be/
    ],
    [
      "few energies",
      (raw) => ({ ...raw, energies: raw.energies.subarray(0, 3) }),
      /^missing energies of Ni: 3/
    ],
    ["a pixel without size", (raw) => ({ ...raw, pixelSize: 0 }), /^invalid pixel size of Ni: 0 m/],
    [
      "another dark image",
      (raw) => ({ ...raw, dark: raw.dark.subarray(1) }),
      /^invalid dark image of Ni: 255/
    ]
  ])("%s", (_, spoil, message) => {
    expect(() => ready(spoil(good()))).toThrow(message);
  });

  test("stacks of different sizes, none at all, bins that do not fit", () => {
    const small = exactStack(expectedStack("O", disc(8, 20e-9), idealStackInstrument(8)), instrument);
    expect(() => prepare([good(), small], still)).toThrow(
      /^invalid stack of O: 8 × 8 pixels; must be 16 × 16/
    );
    expect(() => prepare([], still)).toThrow(/^missing stacks/);
    expect(() => prepare([good()], { ...still, binning: 3 })).toThrow(/^invalid binning: 3/);
    expect(() => prepare([good()], { ...still, strayLight: 1 })).toThrow(/^invalid stray light: 1/);
  });
});

describe("fits that cannot be", () => {
  test("energies that do not cover the window, or the edge", () => {
    const cut = (from: number, to: number): RawStack => {
      const raw = good();
      return {
        ...raw,
        energies: raw.energies.slice(from, to),
        counts: raw.counts.slice(from * 256, to * 256),
        flats: raw.flats.slice(from * 256, to * 256)
      };
    };
    expect(() => fitStacks(ready(cut(60, 128)))).toThrow(/^invalid window: 0 energies from 848 to 851 eV/);
    expect(() => fitStacks(ready(cut(0, 60)))).toThrow(/^invalid window: 0 energies from 876 to 880 eV/);
    expect(() => fitStacks(ready(), { ...defaultFitSettings, windows: { Ni: [700, 710] } })).toThrow(
      /^invalid window/
    );
  });

  test("a field without a particle, and a mask without pixels", () => {
    const empty = exactStack(expectedStack("Ni", disc(16, 0), instrument), instrument);
    expect(() => fitStacks(ready(empty))).toThrow(/^missing particle/);
    expect(() => fitElement(ready()[0], defaultFitSettings, new Uint8Array(256))).toThrow(
      /^missing particle: the mask/
    );
    expect(() => fitStacks(ready(), { ...defaultFitSettings, smallestStep: 0 })).toThrow(
      /^invalid smallest edge step: 0/
    );
  });

  test("a sum of one without normalisation; references that do not reach", () => {
    expect(() => fitStacks(ready(), { ...defaultFitSettings, sumToOne: true, normalise: false })).toThrow(
      /^unsupported settings/
    );
    const energies = good().energies.subarray(20, 60);
    const references = { Ni: illustrativeReferences("Ni", energies) };
    expect(() => fitStacks(ready(), { ...defaultFitSettings, references })).toThrow(
      /^invalid range: the reference Ni²⁺/
    );
    const empty = { Ni: { molar: false, spectra: [] } };
    expect(() => fitStacks(ready(), { ...defaultFitSettings, references: empty })).toThrow(
      /^missing references/
    );
  });
});

test("a single pixel is fitted, and only its zones are refused", () => {
  const raw = good();
  const one = (values: Float32Array) =>
    Float32Array.from(raw.energies, (_, e) => values[e * 256 + 8 * 16 + 8]);
  const single = {
    ...raw,
    columns: 1,
    rows: 1,
    counts: one(raw.counts),
    flats: one(raw.flats),
    dark: raw.dark.slice(0, 1)
  };
  const stacks = prepare([single], { ...defaultPrepareSettings, binning: 1 });
  const maps = fitElement(stacks[0], defaultFitSettings);
  expect(Math.abs(maps.valence[0] - valenceOf("Ni", evenMixtures.Ni))).toBeLessThan(1e-3);
  expect(() => fitStacks(stacks)).toThrow(/^missing particle: 1 pixels in the mask; 5 zones/);
});

test("densities below zero, where the beam grew stronger after the flat image, are mended by the empty field or refused", () => {
  const raw = good();
  const brighter = { ...raw, counts: raw.counts.map((n) => 1.5 * n) };
  const [stack] = prepare([brighter], { ...still, emptyField: false });
  expect(Math.min(...stack.opticalDensity)).toBeLessThan(-0.3);
  expect(() => fitElement(stack, defaultFitSettings)).toThrow(
    /^missing particle: the largest edge step of Ni is -/
  );
  const mended = fitElement(prepare([brighter], still)[0], defaultFitSettings);
  expect(Math.abs(mended.valence[8 * 16 + 8] - valenceOf("Ni", evenMixtures.Ni))).toBeLessThan(1e-3);
});

describe("a user's own references", () => {
  test("of any unit and energies give the valence that the project's give", () => {
    const stacks = ready();
    const own = illustrativeReferences(
      "Ni",
      Float64Array.from({ length: 401 }, (_, i) => 845 + i * 0.1)
    );
    const spectra = own.spectra.map((s, k) => ({
      ...s,
      values: s.values.map((v) => v * (k + 2) * 1e-3 + 1e-4)
    }));
    const references = { Ni: { molar: false, spectra } };
    const at = 8 * 16 + 8;
    const [given] = fitStacks(stacks, { ...defaultFitSettings, references }).elements;
    const [usual] = fitStacks(stacks).elements;
    expect(Math.abs(given.valence[at] - usual.valence[at])).toBeLessThan(0.02);
  });
});

describe("repeats", () => {
  let sample: OxidationField | undefined;
  const particle = () => (sample ??= oxidation("0.1C-4.8V", { size: 32 }));
  const small = { ...defaultStackInstrument(32), elements: ["O", "Ni"] as const };

  test("have a row for each instrument, seed, analysis and element, the same as one run by hand", () => {
    const rows = repeatOxidation(particle(), {
      instruments: [
        { name: "default", instrument: small },
        { name: "bright", instrument: { ...small, photons: 1e7 } }
      ],
      seeds: [1, 2],
      analyses: [
        { name: "study", prepare: { binning: 1 } },
        { name: "impossible", prepare: { binning: 5 } }
      ]
    });
    expect(rows.length).toBe(16);
    const faults = rows.filter(({ fault }) => fault !== null);
    expect(faults.length).toBe(8);
    expect(faults[0].fault).toMatch(/^invalid binning: 5/);
    const [row] = rows;
    const maps = analyseStacks(measureStacks(particle(), small, 1), { prepare: { binning: 1 } });
    expect(row.zoneFound).toEqual(maps.zoneMeans[0].map(({ mean }) => mean));
    const noise = (name: string) =>
      rows.find((r) => r.instrument === name && r.element === "Ni")?.medianError ?? NaN;
    expect(noise("bright")).toBeLessThan(0.5 * noise("default"));
  });

  test("stop when told", () => {
    const task = { instruments: [{ name: "default", instrument: small }], seeds: [1] };
    expect(() => repeatOxidation(particle(), task, { signal: AbortSignal.abort() })).toThrow();
  });
});

test("recording is the same however the images were made", () => {
  const images = expectedStack("O", disc(16, 20e-9), instrument);
  expect(recordStack(images, instrument, 9)).toEqual(
    recordStack(images, { ...instrument, thickness: 0.5 }, 9)
  );
});
