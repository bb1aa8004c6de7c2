import { describe, expect, test } from "vitest";
import { absorbedDose } from "../../../src/science/composition/dose.js";
import {
  defaultInstrument,
  microscopeParameters,
  photonEnergies,
  tiltSeries
} from "../../../src/science/composition/instrument.js";
import {
  composition,
  formulaUnitConcentration,
  xRayDensity
} from "../../../src/science/material/composition.js";
import { linearAttenuation, molarAttenuation } from "../../../src/science/material/x-ray-absorption.js";
import { fieldOfView } from "../../../src/science/particle/fragment.js";

describe("instrument", () => {
  test("the study's settings: 131 tilts of 1° to both sides of 65°, pixels of 9.8 nm, 25 nm zones, two energies each", () => {
    const { tilts, pixelSize, resolution, energies } = defaultInstrument();
    expect(tilts.length).toBe(131);
    expect((tilts[0] * 180) / Math.PI).toBeCloseTo(-65, 9);
    expect((tilts[130] * 180) / Math.PI).toBeCloseTo(65, 9);
    expect(tilts[65]).toBe(0);
    expect(pixelSize).toBeCloseTo(9.8e-9, 15);
    expect(resolution).toBeCloseTo(25e-9, 15);
    expect(energies.map(({ element }) => element)).toEqual(["O", "Mn", "Co", "Ni"]);
  });

  test("pixels follow the sample's voxels, and the photons per area stay", () => {
    for (const size of [32, 64, 128, 256]) {
      const { pixelSize, samplesPerPixel, photons } = defaultInstrument(size);
      expect(pixelSize).toBeCloseTo((samplesPerPixel * fieldOfView) / size, 15);
      expect(photons / pixelSize ** 2 / (microscopeParameters.photons.value / 9.8e-9 ** 2)).toBeCloseTo(1, 6);
    }
    expect(defaultInstrument(256).samplesPerPixel).toBe(2);
  });

  test("every parameter lies in its range and says where it comes from", () => {
    for (const { value, min, max, source, label } of Object.values(microscopeParameters)) {
      expect(value, label).toBeGreaterThanOrEqual(min);
      expect(value, label).toBeLessThanOrEqual(max);
      expect(source.length, label).toBeGreaterThan(4);
    }
  });

  test("each pair of energies straddles the edge of its own element and of no other, in both tables", () => {
    for (const { element, pre, post } of photonEnergies)
      for (const table of ["chantler", "elam"] as const)
        for (const other of ["O", "Mn", "Co", "Ni"] as const) {
          const step = molarAttenuation(other, post, table) / molarAttenuation(other, pre, table);
          if (other === element) expect(step).toBeGreaterThan(4);
          else expect(step).toBeLessThan(1.05);
        }
  });

  test("tilts to any limit are even and symmetric", () => {
    const tilts = tiltSeries(1, 0.3);
    expect(Array.from(tilts, (tilt) => Number(tilt.toFixed(9)))).toEqual([
      -0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9
    ]);
  });
});

test("the dose is what a thin layer absorbs, per its mass, and grows with photons and tilts", () => {
  const instrument = defaultInstrument();
  const { perImage, total } = absorbedDose(instrument);
  const units = formulaUnitConcentration();
  const densities = Object.fromEntries(Object.entries(composition).map(([e, n]) => [e, n * units]));
  const thickness = 1e-10;
  const absorbed = -Math.expm1(-linearAttenuation(densities, 545) * thickness);
  const energy = ((5000 / 0.08) * 545 * 1.602176634e-19 * absorbed) / 9.8e-9 ** 2;
  expect(perImage[1] / (energy / (xRayDensity() * thickness))).toBeCloseTo(1, 3);
  expect(total / (131 * perImage.reduce((sum, dose) => sum + dose, 0))).toBeCloseTo(1, 9);
  const tenfold = absorbedDose({ ...instrument, photons: 50_000 });
  expect(tenfold.total / total).toBeCloseTo(10, 9);
});
