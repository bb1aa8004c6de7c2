import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type atomicMass, composition, molarMass } from "../../../src/science/material/composition.js";
import {
  linearAttenuation,
  massAttenuation,
  molarAttenuation
} from "../../../src/science/material/x-ray-absorption.js";

// Read off the tables of xraydb 4.4.7 at the energies of the twin, cm²/g: Chantler, Elam.
const tabulated = [
  [520, "O", 1189, 1319],
  [526, "O", 1199, 1287],
  [526, "Mn", 3227, 3180],
  [526, "Li", 1399, 1774],
  [545, "O", 19346, 18500],
  [545, "Ni", 4283, 4483],
  [635, "Mn", 2320, 2356],
  [660, "Mn", 18400, 13213],
  [680, "Mn", 17154, 15600],
  [660, "Co", 2486, 2430],
  [770, "Co", 1896, 2474],
  [770, "Mn", 13696, 13475],
  [805, "Co", 14271, 12031],
  [805, "Li", 399, 507],
  [845, "Ni", 1823, 2460],
  [880, "Ni", 13243, 10490],
  [880, "O", 6163, 6278],
  [900, "Ni", 12556, 11486]
] as const;

describe("x-ray absorption", () => {
  test.each(tabulated)(
    "at %d eV that of %s is the tabulated one to 0.25 %%",
    (energy, element, chantler, elam) => {
      expect((10 * massAttenuation(element, energy, "chantler")) / chantler).toBeCloseTo(1, 2.3);
      expect((10 * massAttenuation(element, energy, "elam")) / elam).toBeCloseTo(1, 2.3);
    }
  );

  test("edges are steps: the value at an edge is the one above it", () => {
    expect(massAttenuation("O", 543.09, "elam")).toBeLessThan(125);
    expect(massAttenuation("O", 543.1, "elam")).toBeGreaterThan(1850);
    expect(massAttenuation("Mn", 638.69, "elam")).toBeLessThan(240);
    expect(massAttenuation("Mn", 638.7, "elam")).toBeGreaterThan(770);
  });

  test("a mole absorbs its mass, and a compound the sum of its elements", () => {
    expect(molarAttenuation("O", 545)).toBeCloseTo(massAttenuation("O", 545) * 15.999e-3, 9);
    // 1/e length of the oxide above the oxygen edge: 0.26 µm at 4.23 g/cm³
    const units = 4230 / (molarMass * 1e-3);
    const densities = Object.fromEntries(Object.entries(composition).map(([e, n]) => [e, n * units]));
    expect(1e6 / linearAttenuation(densities, 545)).toBeCloseTo(0.26, 2);
    expect(1e6 / linearAttenuation(densities, 526)).toBeCloseTo(0.95, 2);
    // from one energy to the other, over 500 nm
    const step = (from: number, to: number, element: keyof typeof atomicMass) =>
      500e-9 * (densities[element] ?? 0) * (molarAttenuation(element, to) - molarAttenuation(element, from));
    expect(step(526, 545, "O")).toBeCloseTo(1.43, 1);
    expect(step(635, 660, "Mn")).toBeCloseTo(1.23, 1);
  });

  test("the ends are held and what lies beyond is refused", () => {
    expect(massAttenuation("Ni", 900)).toBeGreaterThan(1000);
    expect(massAttenuation("O", 500)).toBeGreaterThan(100);
    expect(() => massAttenuation("O", 499)).toThrow("invalid photon energy: 499 eV");
    expect(() => massAttenuation("O", 901)).toThrow("invalid photon energy: 901 eV");
    expect(() => massAttenuation("O", NaN)).toThrow("invalid photon energy");
  });

  const folder = `${process.env.LRTMO_REAL_DATA ?? "../shared/data"}/optical-constants`;
  const present = existsSync(`${folder}/expected.json`);
  if (!present) console.log("skipped: no tables of optical constants in LRTMO_REAL_DATA");

  test.skipIf(!present)("every tabulated eV comes back to 0.25 %, and so does the compound's sum", () => {
    const [header = "", ...lines] = readFileSync(`${folder}/soft_xray_400_1000eV.csv`, "utf8")
      .trim()
      .split("\n");
    const names = header.split(",");
    let worst = 0;
    for (const line of lines) {
      const cells = line.split(",").map(Number);
      const [energy = NaN] = cells;
      if (energy < 500 || energy > 900) continue;
      for (const element of ["Li", "O", "Mn", "Co", "Ni"] as const)
        for (const table of ["chantler", "elam"] as const) {
          const value = cells[names.indexOf(`mu_${table}_${element}_cm2_g`)] ?? NaN;
          worst = Math.max(worst, Math.abs((10 * massAttenuation(element, energy, table)) / value - 1));
        }
    }
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThan(0.0025);
    const expected = JSON.parse(readFileSync(`${folder}/expected.json`, "utf8")) as {
      density_g_cm3: number;
      mu_elam_per_cm: Record<string, number>;
    };
    const units = (expected.density_g_cm3 * 1000) / (molarMass * 1e-3);
    const densities = Object.fromEntries(Object.entries(composition).map(([e, n]) => [e, n * units]));
    const inRange = Object.entries(expected.mu_elam_per_cm).filter(([energy]) => Number(energy) <= 900);
    expect(inRange.length).toBe(9);
    for (const [energy, perCm] of inRange)
      expect(linearAttenuation(densities, Number(energy), "elam") / 100 / perCm).toBeCloseTo(1, 2.3);
  });
});
