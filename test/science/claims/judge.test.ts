import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim, ComputedClaim, Rule } from "../../../src/science/claims/claim.js";
import { claimOf } from "../../../src/science/claims/claims.js";
import { judge } from "../../../src/science/claims/judge.js";
import {
  atLeast,
  atMost,
  between,
  near,
  notGiven,
  setting,
  within
} from "../../../src/science/claims/rules.js";

const claim = (rule: Rule, value: number | null = 100): Claim => ({
  ...claimOf("C05"),
  id: "X",
  value,
  rule
});
const computed = (value: number | null, rest: Partial<ComputedClaim> = {}): ComputedClaim => ({
  id: "X",
  kind: "predicted",
  value,
  unit: "%",
  error: 0,
  note: "a note",
  ...rest
});
const verdict = (rule: Rule, value: number | null, rest?: Partial<ComputedClaim>) =>
  judge(claim(rule), computed(value, rest)).verdict;

const tenPercent = within(0.1, "x", "%");

describe("a rule and a number", () => {
  it.each<[Rule, number, string]>([
    [tenPercent, 109, "agrees"],
    [tenPercent, 111, "disagrees"],
    [tenPercent, 89, "disagrees"],
    [near(2, "x", "%"), 101.5, "agrees"],
    [near(2, "x", "%"), 97.5, "disagrees"],
    [between(1, 2, "x", "%"), 1, "agrees"],
    [between(1, 2, "x", "%"), 2.1, "disagrees"],
    [atLeast(5, "x", "%"), 5, "agrees"],
    [atLeast(5, "x", "%"), 4.9, "disagrees"],
    [atMost(5, "x", "%"), 4, "agrees"],
    [atMost(5, "x", "%"), 5.1, "disagrees"]
  ])("%j on %d", (rule, value, expected) => expect(verdict(rule, value)).toBe(expected));

  it("is undecidable where the error reaches across the limit, from either side", () => {
    expect(verdict(tenPercent, 109, { error: 2 })).toBe("undecidable");
    expect(verdict(tenPercent, 111, { error: 2 })).toBe("undecidable");
    expect(verdict(tenPercent, 111, { error: 0.5 })).toBe("disagrees");
  });

  it("accepts a negative reported value", () => {
    expect(judge(claim(tenPercent, -10), computed(-10.5)).verdict).toBe("agrees");
  });
});

describe("inputs that are only assumed", () => {
  const span = (min: number, max: number) => ({ span: { min, max, over: "the modulus" } });
  it("decide nothing by their default", () => {
    const { verdict, reason } = judge(claim(tenPercent), computed(12, span(5, 400)));
    expect(verdict).toBe("undecidable");
    expect(reason).toBe("5 to 400 % over the plausible ranges of the modulus, which the study does not give");
    expect(judge(claim(tenPercent), computed(100, span(5, 400))).verdict).toBe("undecidable");
  });
  it("decide where their whole range lies on one side", () => {
    expect(verdict(tenPercent, 12, span(5, 80))).toBe("disagrees");
    expect(verdict(tenPercent, 100, span(95, 105))).toBe("agrees");
  });
});

describe("a calibrated number", () => {
  it("can miss, but never count as reproduced", () => {
    expect(verdict(tenPercent, 100, { kind: "calibrated" })).toBe("undecidable");
    expect(verdict(tenPercent, 200, { kind: "calibrated" })).toBe("disagrees");
  });
});

describe("a rule that cannot fail", () => {
  const baseline = { value: 100, what: "the ratio of the rates" };
  const rule = atLeast(100, "ratio", "%");
  it.each([100, 100 - 1e-11, 99.998, 100.9])("is no test at the baseline: %d", (value) => {
    const result = judge(claim(rule), computed(value, { baseline }));
    expect(result).toEqual({ verdict: "undecidable", reason: "not a test: the ratio of the rates" });
  });
  it("is a test again as soon as the value is off the baseline by more than a hundredth and its error", () => {
    expect(verdict(rule, 140, { baseline, error: 1 })).toBe("agrees");
    expect(verdict(rule, 80, { baseline, error: 1 })).toBe("disagrees");
    expect(verdict(rule, 98, { baseline, error: 0.5 })).toBe("disagrees");
    expect(verdict(rule, 98, { baseline, error: 1.5 })).toBe("undecidable");
    expect(verdict(rule, 98, { baseline, error: null })).toBe("disagrees");
  });
  it("is a test where the baseline itself would fail it", () => {
    expect(verdict(atLeast(150, "ratio", "%"), 100, { baseline })).toBe("disagrees");
  });
  it("holds for claim C24 of a linear model", () => {
    const c24: ComputedClaim = {
      id: "C24",
      kind: "predicted",
      value: 100,
      unit: "",
      error: 0,
      baseline,
      note: ""
    };
    expect(judge(claimOf("C24"), c24).verdict).toBe("undecidable");
    expect(judge(claimOf("C24"), { ...c24, baseline: undefined }).verdict).toBe("agrees");
  });
});

describe("no number to judge", () => {
  it("says what is needed", () => {
    expect(judge(claim(tenPercent), null)).toEqual({ verdict: "not yet computed", reason: "needs x" });
    expect(verdict(tenPercent, null)).toBe("not yet computed");
  });
  it("does not take a repeated reported number for a computation", () => {
    expect(verdict(tenPercent, 100, { kind: "reported" })).toBe("not yet computed");
  });
  it("keeps settings and what the study leaves out apart", () => {
    expect(judge(claim(setting()), null).verdict).toBe("setting");
    expect(judge(claim(setting()), computed(3, { unit: "m" }))).toEqual({
      verdict: "setting",
      reason: "a note"
    });
    expect(judge(claim(notGiven("the curve")), null)).toEqual({
      verdict: "undecidable",
      reason: "cannot be judged: the curve."
    });
  });
});

describe("bad input", () => {
  it.each<[Partial<ComputedClaim>, string]>([
    [{ id: "Y" }, "invalid computed claim: Y; must be X"],
    [{ value: NaN }, "invalid computed value of X: NaN; must be finite"],
    [{ error: -1 }, "invalid error of X: -1; must be a finite number of at least 0"],
    [{ unit: "Pa" }, 'invalid unit of computed X: "Pa"; must be "%"'],
    [{ span: { min: 2, max: 1, over: "" } }, "invalid span of X: 2 to 1; must ascend"]
  ])("%j", (rest, message) => {
    expect(() => judge(claim(tenPercent), computed(1, rest))).toThrow(message);
  });
});

it("never turns agreement into disagreement by a wider error, nor the other way round", () => {
  const error = fc.double({ min: 0, max: 300, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: -300, max: 300, noNaN: true }), error, error, (value, e1, e2) => {
      const narrow = verdict(tenPercent, value, { error: Math.min(e1, e2) });
      const wide = verdict(tenPercent, value, { error: Math.max(e1, e2) });
      expect([narrow, "undecidable"]).toContain(wide);
    })
  );
});

describe("a truth that was set in the sample", () => {
  const set = { value: 100, what: "as reported" };
  const reason = (value: number, error = 0) =>
    judge(claim(tenPercent), computed(value, { kind: "recovered", error, set })).reason;

  it("decides nothing, met or missed", () => {
    expect(verdict(tenPercent, 100, { kind: "recovered", set })).toBe("undecidable");
    expect(verdict(tenPercent, 50, { kind: "recovered", set })).toBe("undecidable");
  });

  it("says what the instrument could have seen", () => {
    expect(reason(101)).toContain("can see it");
    expect(reason(50)).toContain("would have shown another value");
    expect(reason(109, 5)).toContain("cannot tell it for certain");
  });

  it("says so where the sample lacks what is claimed, and what the instrument makes of that", () => {
    const lacking = (value: number, error = 0) =>
      judge(claim(tenPercent), computed(value, { kind: "recovered", error, set: { ...set, value: 50 } }))
        .reason;
    for (const value of [50, 101])
      expect(lacking(value)).toContain("the sample does not have what is claimed");
    expect(lacking(50)).toContain("and such an instrument shows so");
    expect(lacking(101)).toContain("yet such an instrument would have shown it");
    expect(lacking(109, 5)).toContain("and such an instrument cannot tell");
  });

  it("must be finite", () => {
    expect(() => verdict(tenPercent, 100, { set: { value: NaN, what: "" } })).toThrow(/invalid truth of X/);
  });

  it("says what came back with the digits that its width has, and what it is widened to", () => {
    const reason = (rule: Rule, value: number, rest: Partial<ComputedClaim>) =>
      judge(claim(rule), computed(value, { kind: "recovered", ...rest })).reason;
    const pure = { value: 530.547, what: "of the twin" };
    expect(reason(near(1, "x", "%"), 530.53, { error: 0.16, set: pure })).toMatch(
      /^530\.37 to 530\.69 % came back from a sample that holds 530\.55 %/
    );
    expect(
      reason(atLeast(4, "x", "%"), 5, {
        error: 2,
        set: { value: 4.8, what: "" },
        span: { min: -0.07, max: 10.1, over: "what was held" }
      })
    ).toMatch(
      /^3 to 7 % came back, -0\.1 to 10\.1 % over the plausible ranges of what was held, from a sample/
    );
    expect(reason(atLeast(1, "x", "%"), 1.75, { error: 0.49, set: { value: 2.97, what: "" } })).toContain(
      "can see it, though not how much of it there is"
    );
  });
});
