// What is computed of the print alone: dimensions, the model's formulae, the balance of the synthesis, oxygen in two instruments.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dimension,
  dimensions,
  product,
  sameDimension,
  sayDimension
} from "../../../src/science/slips/dimensions.js";
import { equationTerms } from "../../../src/science/slips/equations.js";
import { sampledState } from "../../../src/science/particle/states.js";
import { fragmentShares, spreadOf } from "../../../src/science/slips/fragment-spread.js";
import { largestShare, riseFor } from "../../../src/science/slips/oxygen-loss.js";
import { diffusivityRows, printedDiffusivity, volumeRows } from "../../../src/science/slips/printed-model.js";
import {
  carriedAlkali,
  largestKeptShare,
  lithiumOfProduct,
  metalsFromRatio,
  precipitant
} from "../../../src/science/slips/synthesis.js";

describe("dimensions", () => {
  it("multiply as their exponents add, and a power undoes its inverse", () => {
    const any = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(any, any, fc.integer({ min: 1, max: 4 }), (a, b, n) => {
        const both = product([a, n], [b, 1]);
        expect(sameDimension(product([both, 1], [b, -1]), product([a, n]))).toBe(true);
        expect(sameDimension(product([a, 1], [a, -1]), dimension({}))).toBe(true);
      })
    );
  });
  it("are written in base units: volt, joule a mole, pascal", () => {
    expect(sayDimension(product([dimensions.molarEnergy, 1], [dimensions.faraday, -1]))).toBe(
      sayDimension(dimensions.potential)
    );
    expect(sayDimension(dimensions.stress)).toBe("kg m⁻¹ s⁻²");
    expect(sayDimension(dimension({}))).toBe("1");
  });
  it("catch the potential without its gradient and the gravity, and neither the exponential nor the cell", () => {
    const wrong = equationTerms().filter(({ agrees }) => !agrees);
    expect(wrong.map(({ equation, reading }) => `${equation}, ${reading}`)).toEqual([
      "flux J: migration, as printed",
      "what the particle model gives, as printed"
    ]);
  });
});

describe("the printed model", () => {
  it("has no diffusion at 298 K, a negative one below, and agrees nowhere with the exponential", () => {
    expect(printedDiffusivity(298)).toBe(0);
    // 5e-13 · 1200 (1/298 − 1/348)
    expect(printedDiffusivity(348)).toBeCloseTo(5e-13 * 1200 * (50 / (298 * 348)), 20);
    for (const { temperature, printed, read } of diffusivityRows()) {
      expect(Math.sign(printed)).toBe(Math.sign(temperature - 298));
      expect(read).toBeGreaterThan(printed);
    }
  });
  it("gives a cell that is a/c too small, and a density to match", () => {
    for (const { a, c, printed, read, printedDensity, readDensity } of volumeRows()) {
      expect(printed / read).toBeCloseTo(a / c, 12);
      expect(printedDensity / readDensity).toBeCloseTo(c / a, 12);
    }
    // 3 · 85.199 g/mol in 100.379 Å³
    expect(volumeRows()[0]?.readDensity).toBeCloseTo((3 * 85.199) / (0.602214 * 100.379), 2);
  });
});

describe("the synthesis", () => {
  it("has the metals of the formula from 2 : 1 : 7", () => {
    const { Ni, Co, Mn } = metalsFromRatio();
    expect([Ni, Co, Mn].map((v) => +v.toFixed(12))).toEqual([0.16, 0.08, 0.56]);
  });
  it("counts atoms: a batch of 100 mol of metal that keeps 5 % of the liquor's lithium", () => {
    // 200 mol Li in the liquor, 10 of them stay, 150 are added: 160 Li on 100 M
    expect(lithiumOfProduct(0.05)).toBeCloseTo((2 * 160) / 260, 12);
    // 10 mol Na stay beside 150 Li and 100 M
    expect(carriedAlkali("Na", 0.05)).toBeCloseTo((2 * 10) / 260, 12);
    expect(carriedAlkali("Li", 0)).toBeCloseTo(0, 12);
    expect(lithiumOfProduct(largestKeptShare(0.01))).toBeCloseTo(1.21, 12);
  });
  it("needs the mass of a mole of carbonate", () => {
    expect(precipitant("Li").molarMass).toBeCloseTo(73.89, 1);
    expect(precipitant("Na").molarMass).toBeCloseTo(105.99, 1);
  });
});

describe("oxygen in two instruments", () => {
  it("balances: the share that lacks what the rise says lacks the loss of the whole", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.1, noNaN: true }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        (loss, share) => {
          const rise = riseFor(loss, share);
          expect(share * (1 - 1 / (1 + rise))).toBeCloseTo(loss, 12);
        }
      )
    );
    expect(riseFor(0.04, largestShare(0.04, 0.05))).toBeCloseTo(0.05, 12);
  });
});

describe("fragments of one material", () => {
  const seeds = [1, 2, 3, 4, 5, 6];
  it("have the state's share on average, and differ the more the wider the domains", () => {
    const [fine, wide] = [1, 4].map((width) =>
      fragmentShares("10C-4.8V", seeds, { width }).map((f) => f.oxygenRich)
    );
    const share = sampledState("10C-4.8V").shares.oxygenRich.value;
    expect(share).toBeGreaterThan(0.1);
    expect(spreadOf(fine ?? []).mean).toBeCloseTo(share, 3);
    expect(spreadOf(wide ?? []).mean).toBeCloseTo(share, 3);
    // pieces fall with the cube of the width: the spread grows eightfold, within what six fragments tell
    const growth = spreadOf(wide ?? []).deviation / spreadOf(fine ?? []).deviation;
    expect(growth).toBeGreaterThan(3);
    expect(growth).toBeLessThan(20);
  });
  it("tell how many are needed, by the standard error of a mean", () => {
    const { mean, deviation, needed, pieces } = spreadOf([0.1, 0.2, 0.3], 0.05);
    expect([mean, deviation].map((v) => +v.toFixed(12))).toEqual([0.2, 0.1]);
    expect(needed).toBe(4);
    expect(pieces).toBeCloseTo(16, 9);
  });
  it("refuse a width that is none, and stop", () => {
    expect(() => fragmentShares("pristine", [1], { width: 0 })).toThrow(
      "invalid width of the domains: 0; must be positive"
    );
    expect(() => fragmentShares("nowhere", [1])).toThrow("unknown sampled state: nowhere");
    expect(() => fragmentShares("pristine", [1], { signal: AbortSignal.abort() })).toThrow();
  });
});
