import { expect, test } from "vitest";
import {
  defaultFullParameters,
  kineticParameters,
  checkFullParameters
} from "../../../src/science/mechanics/full-parameters.js";
import { cellLosses, cellVoltage } from "../../../src/science/material/half-cell.js";

const p = defaultFullParameters();

test("losses are those of Ohm and of asinh, and lower the voltage of discharge", () => {
  // 10 C of 250 mAh/g at 2 mg/cm²
  const losses = cellLosses(p, -2500);
  expect(losses.electrodeCurrent).toBeCloseTo(-50, 12);
  expect(losses.ohmicDrop).toBeCloseTo((-50 * 30e-6) / (1.194 * 0.4 ** 1.5), 12);
  const thermal = (2 * 8.31446261815324 * 298) / 96485.33212;
  expect(losses.counterOverpotential).toBeCloseTo(thermal * Math.asinh(50 / 200), 12);
  expect(cellVoltage(4, losses)).toBeLessThan(4);
  const charge = cellLosses(p, 2500);
  expect(cellVoltage(4, charge) - 4).toBeCloseTo(4 - cellVoltage(4, losses), 12);
});

test("the parameters pass, name their sources, and are refused outside their ranges", () => {
  expect(() => checkFullParameters(p)).not.toThrow();
  for (const { value, min, max, source } of Object.values(kineticParameters)) {
    expect(value).toBeGreaterThanOrEqual(min);
    expect(value).toBeLessThanOrEqual(max);
    expect(source.length).toBeGreaterThan(10);
  }
  expect(() => checkFullParameters({ ...p, exchangeCurrent: 0 })).toThrow(
    "invalid exchange current density of the cathode: 0 A/m²; must be from 0.1 A/m² to 10000 A/m²"
  );
  expect(() => checkFullParameters({ ...p, rate: NaN })).toThrow("invalid rate: NaN");
});
