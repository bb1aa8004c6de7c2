import { describe, expect, test } from "vitest";
import { molarAttenuation } from "../../../src/science/material/x-ray-absorption.js";
import { species } from "../../../src/science/material/xanes-lines.js";
import {
  areaPerHole,
  continuum,
  megabarn,
  referenceSpectrum,
  speciesOf,
  whiteLineArea
} from "../../../src/science/material/xanes-references.js";

const metals = species.filter(({ element }) => element !== "O");
const grid = (from: number, to: number, step: number) =>
  Float64Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);

describe("reference spectra", () => {
  test.each(species.map((s) => [s.id, s] as const))("%s lies on the tabulated continuum", (_, s) => {
    const { below, above } = {
      Mn: { below: 620, above: 690 },
      Co: { below: 745, above: 835 },
      Ni: { below: 825, above: 898 },
      O: { below: 512, above: 588 }
    }[s.element];
    // what is left there are tails of Lorentzians and arctangents
    const jump = continuum(s.element).above(above) - continuum(s.element).below(above);
    const [low, high] = referenceSpectrum(s, [below, above]);
    expect(Math.abs(low - molarAttenuation(s.element, below))).toBeLessThan(0.05 * jump);
    expect(Math.abs(high - molarAttenuation(s.element, above))).toBeLessThan(0.05 * jump);
  });

  test.each(metals.map((s) => [s.id, s] as const))(
    "%s has the area of its holes, whatever the resolution",
    (_, s) => {
      expect(whiteLineArea(s)).toBe((s.holes ?? 0) * areaPerHole);
      const energies = grid(s.main - 25, s.main + 42, 0.02);
      // two spectra that differ in nothing but the area of the lines give that area
      const twice = referenceSpectrum({ ...s, holes: 2 * (s.holes ?? 0) }, energies);
      const once = referenceSpectrum(s, energies);
      const area = twice.reduce((sum, v, e) => sum + 0.02 * (v - once[e]), 0) / megabarn;
      expect(area / whiteLineArea(s)).toBeGreaterThan(0.97);
      expect(area / whiteLineArea(s)).toBeLessThan(1);
      const blurred = referenceSpectrum(s, energies, { resolution: 1 });
      const difference = once.reduce((sum, v, e) => sum + 0.02 * (v - blurred[e]), 0) / megabarn;
      expect(Math.abs(difference / whiteLineArea(s))).toBeLessThan(0.01);
    }
  );

  test.each(metals.map((s) => [s.id, s] as const))(
    "%s has its highest line at the energy stated",
    (id, s) => {
      const energies = grid(s.main - 8, s.main + 8, 0.02);
      const values = referenceSpectrum(s, energies);
      const top = energies[values.indexOf(Math.max(...values))];
      // of a doublet or a multiplet, the heap of lines may move the top
      const reach = { "Co2+": 1.3, "Ni3+": 0.3, "Mn3+": 0.4, "Mn4+": 0.4 }[id] ?? 0.2;
      expect(Math.abs(top - s.main)).toBeLessThan(reach);
    }
  );

  test("name their sources and assumptions, and rise in energy with the valence", () => {
    for (const s of species) expect(s.sources.length * s.assumptions.length).toBeGreaterThan(0);
    for (const element of ["Mn", "Co", "Ni"] as const) {
      const mains = metals.filter((s) => s.element === element).map((s) => s.main);
      expect(mains).toHaveLength(3);
      expect(mains).toEqual(mains.toSorted((a, b) => a - b));
    }
    expect(() => speciesOf("Fe2+")).toThrow("unknown species: Fe2+; must be one of Mn2+, ");
  });

  test("oxidised oxygen differs from the lattice's at 531 eV", () => {
    const energies = grid(526, 536, 0.05);
    const [lattice, oxidised] = ["O-lattice", "O-oxidised"].map((id) =>
      referenceSpectrum(speciesOf(id), energies)
    );
    const difference = oxidised.map((v, e) => v - lattice[e]);
    expect(energies[difference.indexOf(Math.max(...difference))]).toBeCloseTo(531, 1);
    expect(Math.min(...difference)).toBeGreaterThanOrEqual(0);
  });
});
