import { describe, expect, it } from "vitest";
import { porosityClaims, type PorosityRow } from "../../../src/data/lib/porosity-claims.js";
import { claimOf } from "../../../src/science/claims/claims.js";
import { judge } from "../../../src/science/claims/judge.js";

/** Rows as the table of numbers has them, the porosities found as given, and the count of the pores at 0.1 C. */
function rows(slow: number, fast: number, error = 0.05, slowCount = 700): PorosityRow[] {
  const state = (
    name: string,
    porosity: number,
    truth: number,
    share: number,
    [count, trueCount]: readonly [number, number]
  ): PorosityRow[] => [
    { state: name, quantity: "porosity", found: porosity, error: error * porosity, truth },
    { state: name, quantity: "porosity, pores of any size", found: porosity, error: 0, truth },
    { state: name, quantity: "pores", found: count, error: 0.01 * count, truth: trueCount },
    {
      state: name,
      quantity: "mean volume of a pore",
      found: 50 / count,
      error: 0.1 / count,
      truth: 80 / trueCount
    },
    { state: name, quantity: "share of the void in the largest pore", found: share, error: 1, truth: share }
  ];
  return [...state("0.1C", slow, 3.2, 5, [slowCount, 1200]), ...state("10C", fast, 1.9, 98, [20, 60])];
}

const verdictOf = (given: PorosityRow[]) => {
  const claim = claimOf("Q7");
  const computed = porosityClaims(given).find(({ id }) => id === "Q7");
  if (!computed) throw new Error("missing Q7");
  return { ...judge(claim, computed), computed };
};

describe("the claim on void at both rates", () => {
  it("is undecidable, as the samples were set so, and says what such an instrument would have shown", () => {
    const { verdict, reason, computed } = verdictOf(rows(2.4, 1.75));
    expect(verdict).toBe("undecidable");
    expect(reason).toContain("can see it");
    expect(computed.value).toBeCloseTo(2.4 / 1.75, 12);
    expect(computed.error).toBeCloseTo((2.4 / 1.75) * 0.05 * Math.SQRT2, 12);
    expect(computed.set?.value).toBeCloseTo(3.2 / 1.9, 12);
    expect(computed.note).toContain("at 10 C 20 pores, the largest 98 % of the void");
  });

  it("could not be told where the errors reach across one, and would be turned round by a blurred tomograph", () => {
    expect(verdictOf(rows(2, 1.9, 0.1)).reason).toContain("cannot tell it for certain");
    expect(verdictOf(rows(0.7, 1.17)).reason).toContain("would have shown another value");
  });

  it("is about fewer, larger and connected pores as well: the smallest of the four ratios is judged", () => {
    const { reason, computed } = verdictOf(rows(2.4, 1.75, 0.05, 12));
    expect(computed.value).toBeCloseTo(12 / 20, 12);
    expect(computed.error).toBeCloseTo(0.6 * 0.01 * Math.SQRT2, 12);
    // the truth is the smallest of the true ones, whichever was found so
    expect(computed.set?.value).toBeCloseTo(3.2 / 1.9, 12);
    expect(reason).toContain("would have shown another value");
    expect(verdictOf(rows(2.4, 1.75)).computed.note).toContain("count 35.0 ±");
    expect(verdictOf(rows(2.4, 1.75)).computed.note).toContain("share of the largest 19.6 ±");
  });

  it("asks for the table's rows, and takes the study's settings as they are", () => {
    expect(() => porosityClaims(rows(2, 1).filter(({ state }) => state === "0.1C"))).toThrow(
      "missing porosity of 10C"
    );
    const setting = porosityClaims(rows(2, 1)).find(({ id }) => id === "C38");
    expect(setting?.value).toBeCloseTo(20, 9);
    expect(judge(claimOf("C38"), setting ?? null).verdict).toBe("setting");
  });
});
