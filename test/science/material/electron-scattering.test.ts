import { describe, expect, it } from "vitest";
import {
  atomicNumber,
  interactionConstant,
  potentialPerFactor,
  relativisticFactor,
  ringCrossSection,
  type ScatteringElement,
  scatteringFactor,
  wavelength
} from "../../../src/science/material/electron-scattering.js";

const elements = Object.keys(atomicNumber) as ScatteringElement[];
/** Å */
const bohrRadius = 0.529177210903;

describe("fast electrons", () => {
  it("have the tabulated wavelength and interaction", () => {
    // Kirkland (2010), table 2.2 and section 4.3
    expect(wavelength(300)).toBeCloseTo(0.0196875, 6);
    expect(wavelength(100)).toBeCloseTo(0.0370144, 6);
    expect(relativisticFactor(300)).toBeCloseTo(1.587, 3);
    expect(interactionConstant(300) * 1e4).toBeCloseTo(6.526, 2);
    expect(interactionConstant(100) * 1e4).toBeCloseTo(9.244, 2);
  });
});

describe("scattering factors", () => {
  it("tend to those of the bare nucleus, Z/(2π² a₀ g²)", () => {
    for (const element of elements) {
      const bare = atomicNumber[element] / (2 * Math.PI ** 2 * bohrRadius);
      expect((scatteringFactor(element, 60) * 3600) / bare).toBeGreaterThan(0.985);
      expect((scatteringFactor(element, 60) * 3600) / bare).toBeLessThan(1.005);
    }
  });

  it("agree at small angles with those tabulated from Hartree–Fock atoms", () => {
    // f_e(0) in Å, Peng et al., Acta Cryst. A52 (1996) 257: sums of five Gaussians
    const peng = { Li: 3.286, O: 1.983, Mn: 7.506, Co: 6.854, Ni: 6.569 };
    for (const element of elements) expect(scatteringFactor(element, 0) / peng[element]).toBeCloseTo(1, 1);
  });

  it("give a mean inner potential of a size that is measured", () => {
    // NiO: 4 formula units in 4.177³ Å³; independent atoms give some 25 V, more than the 20 V of bonded ones
    const sum = 4 * (scatteringFactor("Ni", 0) + scatteringFactor("O", 0));
    const volts = (potentialPerFactor * sum) / 4.177 ** 3;
    expect(volts).toBeGreaterThan(20);
    expect(volts).toBeLessThan(26);
  });
});

describe("scattering into the dark-field ring", () => {
  it("is Rutherford's far out", () => {
    // ∫ (γ Z/(2π² a₀))² λ⁴ 2π dθ/θ³ between 300 and 310 mrad, sin θ dθ exactly: small-angle terms are 3 %
    const [inner, outer] = [0.3, 0.31];
    const amplitude = (relativisticFactor(300) * 25 * wavelength(300) ** 2) / (2 * Math.PI ** 2 * bohrRadius);
    const rutherford = amplitude ** 2 * Math.PI * (1 / inner ** 2 - 1 / outer ** 2);
    expect(ringCrossSection("Mn", 300, inner, outer) / rutherford).toBeCloseTo(1, 1);
  });

  it("grows between Z^1.6 and Z² at 62 to 200 mrad", () => {
    const ring = (element: ScatteringElement) => ringCrossSection(element, 300, 0.062, 0.2);
    const exponent = Math.log(ring("Mn") / ring("O")) / Math.log(25 / 8);
    expect(exponent).toBeGreaterThan(1.6);
    expect(exponent).toBeLessThan(2);
    expect(() => ringCrossSection("O", 300, 0.2, 0.1)).toThrow("the outer edge must be above the inner one");
  });
});
