import { describe, expect, it } from "vitest";
import { claimOf, claims } from "../../../src/science/claims/claims.js";
import { accepted } from "../../../src/science/claims/rules.js";

const ids = [
  ...Array.from({ length: 49 }, (_, i) => `C${String(i + 1).padStart(2, "0")}`),
  ...Array.from({ length: 11 }, (_, i) => `Q${i + 1}`)
];

describe("the table of claims", () => {
  it("holds C01 to C49 and Q1 to Q11, once each and in order", () => {
    expect(claims.map(({ id }) => id)).toEqual(ids);
  });

  it("says in full sentences what is claimed and how it is judged", () => {
    for (const { id, statement, rule, where, condition, reported } of claims) {
      expect(statement, id).toMatch(/^[A-Z0-9].{20,}\.$/);
      expect(rule.sentence, id).toMatch(/^[A-Z].{15,}\.$/);
      expect(where && condition && reported, id).toBeTruthy();
    }
  });

  it("has a usable rule for every claim that is neither an input nor left out by the study", () => {
    for (const claim of claims) {
      const range = accepted(claim);
      if (claim.rule.type === "setting" || claim.rule.type === "notGiven") expect(range, claim.id).toBeNull();
      else {
        expect(range?.[0], claim.id).toBeLessThan(range?.[1] ?? NaN);
        expect(claim.rule.quantity, claim.id).not.toBe("");
      }
    }
  });

  it("compares with a reported number in that number's own unit", () => {
    for (const { id, rule, unit } of claims)
      if (rule.type === "within" || rule.type === "near") expect(rule.unit, id).toBe(unit);
  });

  it("never tests an input or a definition", () => {
    for (const { id, type, rule } of claims)
      if (type === "setting" || type === "definition") expect(rule.type, id).toBe("setting");
  });

  it("keeps the printed numbers of the stress claims", () => {
    expect(claimOf("C23").value).toBe(3.17e8);
    expect(accepted(claimOf("C23"))).toEqual([expect.closeTo(2.853e8, -3), expect.closeTo(3.487e8, -3)]);
    expect(accepted(claimOf("C24"))).toEqual([100, Infinity]);
    expect(claimOf("C48").value).toBe(5e-13);
  });

  it("names an id that does not exist", () => {
    expect(() => claimOf("C50")).toThrow("unknown claim: C50; must be C01 to C49 or Q1 to Q11");
  });
});
