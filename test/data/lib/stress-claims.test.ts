import { describe, expect, it } from "vitest";
import {
  computeStressClaims,
  hoopByFiniteElements,
  type HoopAtA
} from "../../../src/data/lib/stress-claims.js";
import type { ComputedClaim } from "../../../src/science/claims/claim.js";
import { claimOf } from "../../../src/science/claims/claims.js";
import { capacityPerLithium } from "../../../src/science/material/composition.js";
import { judge } from "../../../src/science/claims/judge.js";
import {
  defaultStressParameters,
  stressParameters,
  type StressParameters
} from "../../../src/science/mechanics/parameters.js";

/** A stand-in for the solver: stress in proportion to rate, modulus and volume change, less over a wide gap. */
const linear: HoopAtA = ({ rate, youngsModulus, volumeChange, gap }, resolution) =>
  Promise.resolve((1e-3 * rate * youngsModulus * volumeChange * (1 + 1e-7 / gap)) / (1 + 0.01 / resolution));

const verdicts = (computed: ComputedClaim[]) =>
  Object.fromEntries(computed.map((c) => [c.id, judge(claimOf(c.id), c).verdict]));

describe("claims of a linear model", () => {
  it("are undecidable, for want of inputs and for want of a test", async () => {
    expect(verdicts(await computeStressClaims(linear))).toEqual({
      C23: "undecidable",
      C24: "undecidable",
      C25: "setting",
      C48: "setting",
      C49: "undecidable"
    });
  });

  it("span the unknown inputs, with the default inside", async () => {
    const [c23] = await computeStressClaims(linear);
    const at = (youngsModulus: number, volumeChange: number, g: number) =>
      linear({ ...defaultStressParameters(), rate: 10, youngsModulus, volumeChange, gap: g }, 1);
    // 78–375 GPa, 1.6 % a lithium to the largest volume change of the model, gaps of 0.5 and 0.05 µm
    const least = (0.016 * defaultStressParameters().capacity) / capacityPerLithium();
    expect(c23?.span?.min).toBeCloseTo(await at(78e9, least, 0.5e-6), 0);
    expect(c23?.span?.max).toBeCloseTo(await at(375e9, stressParameters.volumeChange.max, 0.05e-6), 0);
    expect(c23?.span?.min).toBeLessThan(c23?.value ?? NaN);
    expect(c23?.span?.max).toBeGreaterThan(c23?.value ?? NaN);
    expect(c23?.error).toBeCloseTo((c23?.value ?? NaN) * (1 - 1.01 / (1 + 0.01 / 0.7)), -3);
  });

  it("has no test in C24, for the ratio of the rates is 100", async () => {
    const c24 = (await computeStressClaims(linear))[1];
    expect(c24?.baseline?.value).toBe(100);
    expect(judge(claimOf("C24"), c24 ?? null).reason).toMatch(/^not a test: /);
  });
});

describe("claims of a model that is not linear in the rate", () => {
  const power =
    (exponent: number): HoopAtA =>
    (p, resolution) =>
      linear({ ...p, rate: p.rate ** exponent }, resolution);
  it("are tested", async () => {
    expect(verdicts(await computeStressClaims(power(1.2)))["C24"]).toBe("agrees");
    expect(verdicts(await computeStressClaims(power(0.8)))["C24"]).toBe("disagrees");
  });
});

it("repeats the printed geometry and diffusivity from the model's own parameters", async () => {
  const computed = await computeStressClaims(linear);
  expect(computed.find(({ id }) => id === "C25")?.text).toBe(claimOf("C25").reported);
  expect(computed.find(({ id }) => id === "C48")?.value).toBe(claimOf("C48").value);
});

it("takes the finite elements' stress in proportion to the modulus, positive at the bridge on discharge", async () => {
  const hoop = hoopByFiniteElements();
  const base: StressParameters = { ...defaultStressParameters(), rate: 10 };
  const one = await hoop(base, 0.5);
  expect(one).toBeGreaterThan(1e7);
  expect((await hoop({ ...base, youngsModulus: 2 * base.youngsModulus }, 0.5)) / one).toBeCloseTo(2, 4);
});
