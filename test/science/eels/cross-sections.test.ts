import { describe, expect, it } from "vitest";
import { edgeAbsorption, edgeCrossSection } from "../../../src/science/material/eels-edge-shapes.js";
import {
  hydrogenicCrossSection,
  oscillatorStrengthK,
  partialCrossSection
} from "../../../src/science/material/eels-hydrogenic.js";
import {
  characteristicAngle,
  dipoleCrossSection,
  kinematics
} from "../../../src/science/material/eels-kinematics.js";
import { emission, ionisationCrossSection } from "../../../src/science/material/x-ray-emission-lines.js";

const barn = 1e28;

describe("kinematics", () => {
  it("gives the textbook numbers at 100 and 300 kV", () => {
    // Egerton (2011), table of relativistic parameters: β² = 0.3005 and 0.6030; T = 76.79 and 154.1 keV
    expect(kinematics(100e3).kinetic).toBeCloseTo(76.79e3, -2);
    expect(kinematics(300e3).kinetic).toBeCloseTo(154.1e3, -2);
    expect(characteristicAngle(532, kinematics(300e3))).toBeCloseTo(1.09e-3, 4);
  });
});

describe("hydrogenic cross-sections", () => {
  // the same published equations (SIGMAK, SIGMAL) by scipy's adaptive quadrature in both integrals, barn
  it.each([
    ["O K", { atomicNumber: 8, shell: "K", onset: 532 }, 50, 10e-3, 300e3, 758.165],
    ["O K", { atomicNumber: 8, shell: "K", onset: 532 }, 100, 10e-3, 300e3, 1300.001],
    ["O K", { atomicNumber: 8, shell: "K", onset: 532 }, 100, 10e-3, 100e3, 1482.344],
    ["C K", { atomicNumber: 6, shell: "K", onset: 284 }, 100, 10e-3, 100e3, 6148.853],
    ["Mn L", { atomicNumber: 25, shell: "L", onset: 641 }, 50, 10e-3, 300e3, 1582.585],
    ["Co L", { atomicNumber: 27, shell: "L", onset: 779 }, 100, 10e-3, 80e3, 1494.242],
    ["Ni L", { atomicNumber: 28, shell: "L", onset: 855 }, 50, 10e-3, 300e3, 695.422]
  ] as const)("%s agrees with an independent quadrature", (_, shell, window, beta, beam, expected) => {
    const found = partialCrossSection(shell, window, beta, beam) * barn;
    expect(Math.abs(found / expected - 1)).toBeLessThan(shell.shell === "K" ? 1e-3 : 8e-3);
  });

  it("holds two electrons' oscillator strength in the K shell of hydrogen-like oxygen", () => {
    // of the sum rule, 0.43 of each electron's strength lies in the continuum of a bare hydrogen atom: 2 × 0.4350
    const edge = 13.605693 * 7.5 ** 2;
    let sum = 0;
    const h = 0.002;
    for (let x = h / 2; x < 6; x += h)
      sum += oscillatorStrengthK(edge * Math.exp(x), 0, 8) * edge * Math.exp(x) * h;
    expect(sum).toBeCloseTo(2 * 0.435, 1);
  });

  it("falls with the angle as the dipole approximation does where the angle is small", () => {
    const k = kinematics(300e3);
    const shell = { atomicNumber: 8, shell: "K", onset: 532 } as const;
    const ratio = (beta: number) =>
      hydrogenicCrossSection(shell, 560, beta, 300e3) / dipoleCrossSection(560, 1, beta, k);
    expect(ratio(4e-3) / ratio(2e-3)).toBeCloseTo(1, 2);
    expect(ratio(20e-3) / ratio(2e-3)).toBeGreaterThan(0.9);
  });

  it("says which atoms it knows", () => {
    expect(() => partialCrossSection({ atomicNumber: 26, shell: "L", onset: 708 }, 50, 0.01, 3e5)).toThrow(
      /^unsupported L shell: atomic number 26; must be one of 22, 25, 27, 28$/
    );
  });
});

describe("cross-sections out of tables of absorption", () => {
  const energies = Float64Array.from({ length: 2000 }, (_, i) => 500 + i * 0.1);

  it("agree with the hydrogenic model for O K to 15 %, being another physics", () => {
    const tables = edgeCrossSection("O K", energies, 10e-3, kinematics(300e3))
      .filter((_, i) => energies[i] < 582)
      .reduce((sum, v) => sum + v * 0.1 * barn, 0);
    expect(Math.abs(tables / 758.165 - 1)).toBeLessThan(0.15);
  });

  it("start at their onset and never go below zero", () => {
    for (const edge of ["O K", "Mn L", "Co L", "Ni L"] as const) {
      const wide = Float64Array.from({ length: 1900 }, (_, i) => 500 + i * 0.25);
      expect(Math.min(...edgeAbsorption(edge, wide))).toBeGreaterThanOrEqual(-1e-9);
    }
    for (const [edge, onset] of [
      ["Li K", 55],
      ["Mn M", 51],
      ["Co M", 59],
      ["Ni M", 68]
    ] as const) {
      const [before, after] = edgeAbsorption(edge, [onset - 12, onset + 3]);
      expect(before).toBeLessThan(0.01 * after);
    }
  });

  it("take the continuum of Li from the table", () => {
    // 3.0868 Mb at 60 eV, 1.3934 at 100: lines are far from the second
    expect(edgeAbsorption("Li K", [100])[0]).toBeCloseTo(1.3934, 3);
  });
});

describe("characteristic X-rays", () => {
  it("has the Bethe cross-section of Mn K at 300 kV near 3 × 10⁻²⁶ m²", () => {
    // by hand: 6.514e-18 · 0.9 · 2/(154.1e3 · 6539) · (ln(0.65 · 154.1e3/6539) + 0.9238 − 0.6030)
    expect(ionisationCrossSection(6539, 2, 300e3) * 1e26).toBeCloseTo(3.532, 1);
  });
  it("keeps the shares of a family's lines", () => {
    const lines = emission("Mn K", 300e3);
    const total = lines.reduce((sum, l) => sum + l.crossSection, 0);
    expect(total).toBeCloseTo(ionisationCrossSection(6539, 2, 300e3) * 0.31918, 32);
  });
});
