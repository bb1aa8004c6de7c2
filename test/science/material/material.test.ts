import { describe, expect, test } from "vitest";
import {
  capacityPerLithium,
  composition,
  formulaUnitConcentration,
  molarMass,
  xRayDensity
} from "../../../src/science/material/composition.js";
import { diffusivity } from "../../../src/science/material/diffusivity.js";
import { elasticCandidates, lame } from "../../../src/science/material/elasticity.js";
import {
  freeStretch,
  linearStrain,
  volumeSlopes,
  volumeTables
} from "../../../src/science/material/volume-change.js";

describe("composition", () => {
  test("charges balance with Mn4+, Ni2+, Co3+", () => {
    const { Li, Mn, Ni, Co, O } = composition;
    expect(Li + 4 * Mn + 2 * Ni + 3 * Co - 2 * O).toBeCloseTo(0, 12);
  });

  test("mass, density, concentration and capacity agree with those tabulated for the compound", () => {
    expect(molarMass).toBeCloseTo(85.2, 1);
    expect(xRayDensity() / 1000).toBeCloseTo(4.23, 2);
    expect(formulaUnitConcentration() / 49_630).toBeCloseTo(1, 3);
    expect((composition.Li * formulaUnitConcentration()) / 59_550).toBeCloseTo(1, 3);
    expect(capacityPerLithium()).toBeCloseTo(314.6, 1);
    expect(composition.Li * capacityPerLithium()).toBeCloseTo(377.5, 1);
    // what 250 mAh/g moves at 4240 kg/m³
    expect((250 / capacityPerLithium()) * formulaUnitConcentration(4240)).toBeCloseTo(39_550, -2);
  });
});

describe("diffusivity", () => {
  test("is the reference at 298 K, rises with temperature, and is held outside the window", () => {
    expect(diffusivity(298)).toBe(5e-13);
    expect(diffusivity(293)).toBeCloseTo(4.67e-13, 15);
    expect(diffusivity(333)).toBeCloseTo(7.63e-13, 15);
    expect(diffusivity(500)).toBe(diffusivity(393.15));
    expect(diffusivity(100)).toBe(diffusivity(223.15));
    expect(diffusivity(333, 1e-15) / 1e-15).toBeCloseTo(diffusivity(333) / 5e-13, 12);
  });
});

test("Lamé's constants give back the modulus and the ratio", () => {
  for (const { youngsModulus, poissonRatio } of elasticCandidates) {
    const { lambda, mu } = lame(youngsModulus, poissonRatio);
    expect((mu * (3 * lambda + 2 * mu)) / (lambda + mu) / youngsModulus).toBeCloseTo(1, 12);
    expect(lambda / (2 * (lambda + mu))).toBeCloseTo(poissonRatio, 12);
  }
});

describe("volume change", () => {
  test("the linear strain is the small-strain limit of the free stretch", () => {
    expect(freeStretch(0.03, 1) ** 3).toBeCloseTo(1.03, 12);
    expect(linearStrain(1e-5, 0.5)).toBeCloseTo(freeStretch(1e-5, 0.5) - 1, 10);
  });

  test("NMC811 changes by 8–18 % per lithium around x = 0.3, by 27–29 % below", () => {
    const slopes = volumeSlopes(volumeTables[0]);
    expect(slopes[0]).toBeCloseTo(0.016, 3);
    expect(slopes[4]).toBeCloseTo(0.275, 3);
    expect(slopes.slice(2).every((s) => s > 0.05 && s < 0.29)).toBe(true);
  });
});
