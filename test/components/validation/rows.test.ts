import { describe, expect, it } from "vitest";
import { say } from "../../../src/components/validation/numbers.js";
import { setsOf, used, type CheckRow } from "../../../src/components/validation/rows.js";

const row = (own: Partial<CheckRow>): CheckRow => ({
  ...{
    data_set: "a",
    data: "A: of rock",
    what: "w",
    unit: "",
    relation: "within",
    expected: 4,
    tolerance: 2
  },
  ...{
    obtained: 5,
    deviation: 1,
    passes: true,
    against: "",
    source: "s",
    repository: "r",
    licence: "l",
    page: "/p"
  },
  ...own
});

describe("the share of a tolerance", () => {
  it("is that of the deviation, of the bound, or none", () => {
    expect(used(row({}))).toBe(0.5);
    expect(used(row({ deviation: -3 }))).toBe(1.5);
    expect(used(row({ relation: "at most", tolerance: null, obtained: 3 }))).toBe(0.75);
    expect(used(row({ relation: "at least", tolerance: null }))).toBeNull();
    expect(used(row({ tolerance: 0, deviation: 0 }))).toBe(0);
    expect(used(row({ tolerance: 0, deviation: 1e-9 }))).toBe(Infinity);
  });
});

it("gathers checks by their set", () => {
  const sets = setsOf([row({}), row({ data_set: "b" }), row({ deviation: 2.5, passes: false })]);
  expect(sets).toMatchObject([
    { data_set: "a", checks: 2, passed: 1, nearest: 1.25 },
    { data_set: "b", checks: 1, passed: 1, nearest: 0.5 }
  ]);
  expect(setsOf([])).toEqual([]);
});

it.each([
  [0, "0"],
  [0.40054882, "0.40054882"],
  [-2.5, "−2.5"],
  [3473055, "3473055"],
  [1.4e-7, "1.4 × 10⁻⁷"],
  [-0.0004, "−4.0 × 10⁻⁴"],
  [null, "–"]
])("says %s as %s", (value, text) => {
  expect(say(value)).toBe(text);
  expect(say(value === null ? null : 1.25, "eV")).toBe(value === null ? "–" : "1.25 eV");
});
