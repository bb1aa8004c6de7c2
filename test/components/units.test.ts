import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import {
  formatNumber,
  formatQuantity,
  parseNumber,
  prettyUnit,
  readableUnit
} from "../../src/components/units.js";

describe("readable units", () => {
  it.each([
    [8e-6, "m", "8\u00a0µm"],
    [1.4e11, "Pa", "140\u00a0GPa"],
    [3.17e8, "Pa", "317\u00a0MPa"],
    [7e-15, "m^2/s", "7 × 10⁻¹⁵\u00a0m²/s"],
    [0.3, "", "0.3"],
    [0.3, "1", "0.3"],
    [-2.5e-9, "m", "−2.5\u00a0nm"],
    [Math.PI / 2, "rad", "90\u00a0°"],
    [360, "s", "6\u00a0min"],
    [36000, "s", "10\u00a0h"],
    [48000, "mol/m^3", "48000\u00a0mol/m³"],
    [0, "m", "0\u00a0m"]
  ])("%f %s reads %s", (value, unit, text) => expect(formatQuantity(value, unit)).toBe(text));

  it("typesets exponents only", () => {
    expect(prettyUnit("m2/s")).toBe("m²/s");
    expect(prettyUnit("mol m^-3")).toBe("mol m⁻³");
    expect(prettyUnit("µm")).toBe("µm");
  });

  it("picks a prefix so that 1 ≤ number < 1000 where there is one", () =>
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 9e13, noNaN: true }), (value) => {
        const number = value / readableUnit("Pa", value).factor;
        expect(number).toBeGreaterThan(1 - 1e-9);
        expect(number).toBeLessThan(1000);
      })
    ));
});

describe("numbers", () => {
  it("what is written can be typed in again", () =>
    fc.assert(
      fc.property(fc.double({ min: -1e20, max: 1e20, noNaN: true }), (value) => {
        const back = parseNumber(formatNumber(value, 6));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(1e-5 * Math.abs(value));
      })
    ));
  it.each(["", "abc", "1,5", "0x1F", "1e", "--3", "Infinity", "1 2", "<b>1</b>"])("%s is no number", (text) =>
    expect(parseNumber(text)).toBeNaN()
  );
  it("writes what is not a number too", () =>
    expect([NaN, Infinity, -Infinity, 0].map((x) => formatNumber(x))).toEqual(["–", "∞", "−∞", "0"]));
});
