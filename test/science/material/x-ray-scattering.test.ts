import { describe, expect, it } from "vitest";
import { dispersion, energyOf } from "../../../src/science/material/x-ray-anomalous.js";
import { formFactor, tabulatedScatterers } from "../../../src/science/material/x-ray-form-factors.js";

/** electrons of a neutral atom, and what an ion lacks or has more */
const atomicNumber: Record<string, number> = { Li: 3, Be: 4, C: 6, O: 8, Al: 13, Mn: 25, Co: 27, Ni: 28 };
function electrons(scatterer: string): number {
  const [, element, charge, sign] = /^([A-Z][a-z]?)(\d?)([+-]?)$/.exec(scatterer) ?? [];
  return atomicNumber[element] - (sign === "-" ? -1 : 1) * Number(charge || 0);
}

describe("X-ray form factors", () => {
  it.each(tabulatedScatterers)("%s scatters with all its electrons forward", (scatterer) => {
    expect(Math.abs(formFactor(scatterer, 0) - electrons(scatterer))).toBeLessThan(0.01);
  });

  it("has the values of an independent program (xraydb 4.4.7)", () => {
    const values: [string, [number, number, number]][] = [
      ["Mn4+", [20.21828852907059, 15.540175821451948, 9.249898111746637]],
      ["O2-", [8.536531458723456, 4.059277907305825, 1.9395962402063147]],
      ["Ni", [25.81097323082797, 18.69924232294778, 10.916867273140095]],
      ["Li1+", [1.9361473860716818, 1.5232873724547207, 0.8151938333359185]]
    ];
    for (const [scatterer, expected] of values)
      [0.1, 0.3, 0.6].forEach((s, i) => expect(formFactor(scatterer, s)).toBeCloseTo(expected[i], 10));
  });

  it("names what is tabulated", () => {
    expect(() => formFactor("Xx", 0.1)).toThrow(/unknown scatterer: Xx; .*tabulated for Li, Li1\+/);
  });
});

describe("dispersion corrections", () => {
  it("f″ rises where an edge is passed: nickel's lies between copper and gallium radiation, those of Mn and Co below", () => {
    const [copper, gallium] = [energyOf(1.54186), energyOf(1.3418)];
    expect(dispersion("Ni", gallium)[1]).toBeGreaterThan(6 * dispersion("Ni", copper)[1]);
    expect(dispersion("Mn", gallium)[1]).toBeLessThan(dispersion("Mn", copper)[1]);
    expect(dispersion("Co", gallium)[1]).toBeLessThan(dispersion("Co", copper)[1]);
  });

  it("refuses energies and elements that are not tabulated", () => {
    expect(() => dispersion("Mn", 6540)).toThrow(/unsupported photon energy: 6540 eV; .*8041.21 and 9240 eV/);
    expect(() => dispersion("Xx", 9240)).toThrow(/unknown element: Xx/);
  });
});
