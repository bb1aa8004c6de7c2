import { expect, test } from "vitest";
import { energyAtHeight } from "../../../src/science/xanes/edge-energy.js";
import { energyGrid } from "../../../src/science/xanes/windows.js";
import {
  hardEdges,
  type HardElement,
  hardGrid,
  hardSpectrum,
  softSpectrum
} from "../../../src/science/xanes/xas.js";
import { referenceSpectrum, speciesOf } from "../../../src/science/material/xanes-references.js";

test("hard edges move with the valence by the shift stated, as an analysis finds it", () => {
  for (const element of ["Mn", "Co", "Ni"] as HardElement[]) {
    const energies = hardGrid(element);
    const edge = (valence: number) => energyAtHeight(energies, hardSpectrum(element, valence, energies));
    expect(edge(3.5) - edge(2.5)).toBeCloseTo(hardEdges[element].shift.value, 1);
    const spectrum = hardSpectrum(element, 3, energies);
    expect(spectrum[0]).toBeLessThan(0.05);
    expect(spectrum[spectrum.length - 1]).toBeCloseTo(1, 1);
    expect(() => hardSpectrum(element, 5, energies)).toThrow(/^invalid valence/);
  }
});

test("soft spectra are mixtures of the species next to the valence", () => {
  const energies = energyGrid("Ni");
  const [three, four] = ["Ni3+", "Ni4+"].map((id) =>
    referenceSpectrum(speciesOf(id), energies, { resolution: 0.15 })
  );
  softSpectrum("Ni", 3.25, energies).forEach((value, e) =>
    expect(value).toBeCloseTo(0.75 * three[e] + 0.25 * four[e], 9)
  );
  expect(Array.from(softSpectrum("Ni", 4, energies))).toEqual(Array.from(four, (v) => 0 * v + v));
  expect(() => softSpectrum("O", 2, energies)).toThrow(/^invalid valence of O: 2/);
});
