import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import {
  choiceField,
  numberField,
  numbersField,
  readLink,
  switchField,
  textField,
  writeLink
} from "../../src/components/url-fields.js";

const fields = {
  rate: numberField({ default: 10, min: 0.01, max: 20, unit: "C" }),
  radius: numberField({ default: 8e-6, min: 1e-6, max: 2e-5, unit: "µm", factor: 1e-6 }),
  pores: numberField({ default: 3, min: 0, max: 8, integer: true }),
  field: choiceField(["c", "hoop", "mises"], "hoop"),
  mesh: switchField(false),
  q: textField("", 20),
  compare: numbersField({ default: [1, 3], min: 0.1, max: 10, maxCount: 4 })
};
const defaults = readLink(fields, "").values;

describe("links", () => {
  it("an empty link gives the defaults, and they give an empty link", () => {
    expect(defaults).toEqual({
      rate: 10,
      radius: 8e-6,
      pores: 3,
      field: "hoop",
      mesh: false,
      q: "",
      compare: [1, 3]
    });
    expect(writeLink(fields, defaults)).toBe("");
  });

  it("brings every state back exactly", () => {
    const state = fc.record({
      rate: fc.double({ min: 0.01, max: 20, noNaN: true }).map((x) => Number(x.toPrecision(6))),
      radius: fc.integer({ min: 1000, max: 20000 }).map((nm) => Number((nm * 1e-9).toPrecision(12))),
      pores: fc.integer({ min: 0, max: 8 }),
      field: fc.constantFrom<"c" | "hoop" | "mises">("c", "hoop", "mises"),
      mesh: fc.boolean(),
      q: fc.string({ maxLength: 20, unit: "binary-ascii" }),
      compare: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 4 })
    });
    fc.assert(
      fc.property(state, (values) => {
        const { values: back, problems } = readLink(fields, writeLink(fields, values));
        expect(problems).toEqual([]);
        expect(back).toEqual(values);
      })
    );
  });

  it("never fails, whatever the link holds, and says what it did not use", () => {
    const names = fc.constantFrom(...Object.keys(fields), "__proto__", "constructor", "foo");
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
        const { values, problems } = readLink(fields, new URLSearchParams(pairs).toString());
        expect(values.rate).toBeGreaterThanOrEqual(0.01);
        expect(values.rate).toBeLessThanOrEqual(20);
        expect(Number.isInteger(values.pores)).toBe(true);
        expect(["c", "hoop", "mises"]).toContain(values.field);
        if (pairs.some(([name]) => !Object.keys(fields).includes(name)))
          expect(problems.join("\n")).toContain("unknown link parameter");
      })
    );
  });

  it("says clearly what is wrong", () => {
    const { values, problems } = readLink(
      fields,
      "?rate=%3Cscript%3E&foo=1&radius=900&pores=2.5&field=x&mesh=yes"
    );
    expect(values).toEqual(defaults);
    expect(problems).toEqual([
      'invalid rate in the link: "<script>"; must be a number from 0.01 to 20 C; the default (10 C) is used',
      'invalid radius in the link: "900"; must be a number from 1 to 20 µm; the default (8 µm) is used',
      'invalid pores in the link: "2.5"; must be a whole number from 0 to 8; the default (3) is used',
      'invalid field in the link: "x"; must be one of c, hoop, mises; the default (hoop) is used',
      'invalid mesh in the link: "yes"; must be 0 or 1; the default (0) is used',
      "unknown link parameter: foo; this page knows rate, radius, pores, field, mesh, q, compare"
    ]);
  });

  it.each(["", " ", "0x1F", "1e999", "NaN", "Infinity", "10C", "-1"])("rate=%s is refused", (text) =>
    expect(readLink(fields, new URLSearchParams({ rate: text }).toString()).problems).toHaveLength(1)
  );

  it("refuses a name given twice, cuts what is long, tolerates what others read, keeps what others wrote", () => {
    expect(readLink(fields, "rate=1&rate=2")).toMatchObject({
      values: { rate: 1 },
      problems: ["ambiguous rate in the link: it stands there 2 times; the first is used"]
    });
    expect(readLink(fields, `rate=${"9".repeat(5000)}`).problems[0]?.length).toBeLessThan(220);
    expect(readLink(fields, "theirs=1", ["theirs"]).problems).toEqual([]);
    expect(writeLink(fields, { ...defaults, rate: 3 }, "theirs=1&rate=5")).toBe("theirs=1&rate=3");
  });
});
