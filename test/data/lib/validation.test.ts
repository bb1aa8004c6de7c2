import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromIPC, tableToIPC } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { arrowTable } from "../../../src/data/lib/arrow-table.js";
import { checkRows, outcomeOf, type Outcome } from "../../../src/data/lib/validation/measured.js";
import { rising } from "../../../src/data/lib/validation/manganese.js";
import { passes, textOf, type Check, type Part } from "../../../src/data/lib/validation/part.js";
import { overviewOf, seriesColumns, validationMeta } from "../../../src/data/lib/validation/tables.js";

const check = (own: Partial<Check>): Check => ({
  ...{ what: "a", unit: "", expected: 2, tolerance: 0.5, relation: "within", obtained: 2, against: "others" },
  ...own
});

const part: Part = {
  folder: "rock",
  source: {
    title: "Rock: one",
    source: "A. Nother",
    repository: "a/b",
    licence: "MIT",
    checks: "/figures/fig-2"
  },
  code: ["src/science/numerics/labels.ts"],
  evaluate: (read) => ({
    checks: [check({ obtained: Number(textOf(read("mass.txt"))) })],
    figures: [
      {
        ...{ kind: "curve", id: "validation-rock", title: "t", caption: "c", alt: "a" },
        ...{
          x: { label: "x", unit: "eV" },
          value: { label: "v", unit: "" },
          names: { found: "f", reference: "r" }
        },
        series: [
          { name: "fit", x: [1, 2], found: [3, 4], reference: [3, 5] },
          { name: "part", x: [1], found: [1] }
        ]
      }
    ]
  })
};

async function outcome(text?: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "rock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  if (text !== undefined) writeFileSync(join(folder, "mass.txt"), text);
  return outcomeOf(part, folder);
}

describe("a check", () => {
  it("passes within its tolerance, and by its bound", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40, max: 80 }).map((n) => n / 20),
        (obtained) => {
          expect(passes(check({ obtained }))).toBe(obtained >= 1.5 && obtained <= 2.5);
          expect(passes(check({ obtained, relation: "at most", tolerance: null }))).toBe(obtained <= 2);
          expect(passes(check({ obtained, relation: "at least", tolerance: null }))).toBe(obtained >= 2);
          expect(passes(check({ obtained, tolerance: 0 }))).toBe(obtained === 2);
        }
      )
    );
  });
  it("never passes without a number", () => {
    for (const relation of ["within", "at most", "at least"] as const)
      expect(passes(check({ relation, obtained: NaN }))).toBe(false);
  });
  it("knows whether edges rise", () => {
    expect(passes(rising([1, 2, 4], "a"))).toBe(true);
    expect(rising([1, 2, 4], "a").obtained).toBe(1);
    expect(passes(rising([1, 4, 2], "a"))).toBe(false);
  });
});

describe("a set of measured data", () => {
  it("is evaluated where it is, and else says in one sentence what is missing", async () => {
    expect(await outcome("2.25")).toMatchObject({ checks: [{ obtained: 2.25 }] });
    expect(await outcomeOf(part, undefined)).toMatchObject({
      checks: [],
      problem: "missing folder of measured data: rock"
    });
    const broken = await outcome();
    expect(broken).toMatchObject({
      checks: [],
      problem: "missing file of measured data: rock/mass.txt; fetch the whole folder"
    });
    expect(overviewOf([broken])).toEqual({ present: [], problems: [broken.problem], figures: [] });
  });
  it("does not hide a fault of the analysis", async () => {
    const faulty = {
      ...part,
      evaluate: () => {
        throw new RangeError("no convergence");
      }
    };
    await expect(outcomeOf(faulty, "anywhere")).rejects.toThrow("no convergence");
  });
});

describe("the tables of the checks", () => {
  const meta = (outcomes: Outcome[]) => validationMeta(outcomes, { title: "t", description: "d" });
  it("have one row a check and a point, with source and licence", async () => {
    const outcomes = [await outcome("3"), await outcomeOf({ ...part, folder: "none" }, undefined)];
    expect(checkRows(outcomes)).toMatchObject([{ deviation: 1, passes: false, part: { folder: "rock" } }]);
    expect(overviewOf(outcomes)).toMatchObject({
      present: ["rock"],
      figures: [{ id: "validation-rock", data_set: "rock", licence: "MIT", source: "A. Nother" }]
    });
    const table = arrowTable(meta(outcomes), seriesColumns(outcomes));
    const rows = tableFromIPC(tableToIPC(table))
      .toArray()
      .map((row: { toJSON: () => object }) => ({ ...row.toJSON() }));
    expect(rows).toEqual([
      { figure: "validation-rock", series: "fit", x: 1, y: null, found: 3, reference: 3 },
      { figure: "validation-rock", series: "fit", x: 2, y: null, found: 4, reference: 5 },
      { figure: "validation-rock", series: "part", x: 1, y: null, found: 1, reference: null }
    ]);
    expect(JSON.parse(table.schema.metadata.get("sources") ?? "")).toEqual(["A. Nother; a/b; MIT"]);
  });
  it("have no row, and say so, without the data", async () => {
    const outcomes = [await outcomeOf(part, undefined)];
    const table = arrowTable(meta(outcomes), seriesColumns(outcomes));
    expect(table.numRows).toBe(0);
    expect(table.schema.fields.map(({ name }) => name)).toContain("reference");
    expect(table.schema.metadata.get("method")).toContain("not present");
  });
});
