import { expect, test } from "vitest";
import fc from "fast-check";
import {
  butlerVolmer,
  lithiumExchangeCurrent,
  overpotential,
  thermalFactor
} from "../../../src/science/material/kinetics.js";
import {
  electrolyteConductivity,
  separatorResistance,
  valoenReimersConductivity
} from "../../../src/science/material/electrolyte.js";

const symmetric = { exchangeCurrent: 10, anodicTransfer: 0.5, cathodicTransfer: 0.5 };

test("for α = 0.5 the overpotential is (2RT/F) asinh(i/2i0)", () => {
  for (const i of [-300, -28.3, -1e-6, 0, 1e-6, 28.3, 1e5]) {
    const exact = ((2 * 8.31446261815324 * 298) / 96485.33212) * Math.asinh(i / 20);
    expect(overpotential(symmetric, i, 298)).toBeCloseTo(exact, 14);
  }
  // the survey of parameters: 28.3 A/m² at i0 = 10, 5, 2, 1 A/m²
  const eta = [10, 5, 2, 1].map(
    (i0) => overpotential({ ...symmetric, exchangeCurrent: i0 }, 28.3, 298) * 1e3
  );
  [59, 90, 136, 172].forEach((mV, k) => expect(Math.abs(eta[k] - mV)).toBeLessThan(1));
});

test("the inverse undoes Butler–Volmer for any transfer coefficients, currents and temperatures", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      fc.double({ min: -6, max: 6, noNaN: true }),
      fc.boolean(),
      fc.double({ min: 223, max: 393, noNaN: true }),
      (anodicTransfer, cathodicTransfer, power, negative, temperature) => {
        const k = { exchangeCurrent: 3, anodicTransfer, cathodicTransfer };
        const i = (negative ? -1 : 1) * 10 ** power;
        const eta = overpotential(k, i, temperature);
        expect(Math.abs(butlerVolmer(k, eta, temperature) / i - 1)).toBeLessThan(1e-8);
      }
    )
  );
});

test("f = F/RT is 1/25.7 mV at 298.15 K, and lithium metal depends on the salt as its power", () => {
  expect(1e3 / thermalFactor(298.15)).toBeCloseTo(25.693, 3);
  expect(lithiumExchangeCurrent(100, 1000, 1000, 0.5)).toBe(100);
  expect(lithiumExchangeCurrent(100, 4000, 1000, 0.5)).toBeCloseTo(200, 12);
});

test("Valøen and Reimers' formula gives the constant in use, and a separator its resistance", () => {
  expect(electrolyteConductivity(1000, 298.15)).toBeCloseTo(valoenReimersConductivity, 3);
  expect(separatorResistance(30e-6, 1, 1.194)).toBeCloseTo(30e-6 / 1.194, 15);
  expect(separatorResistance(30e-6, 0.25, 1.194)).toBeCloseTo((8 * 30e-6) / 1.194, 15);
});
