// The numbers that the prose of the nanotomograms' page states, held against the tables that the figures are drawn from.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";

const read = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
const prose = readFileSync(read("supplementary/porosity.md"), "utf8");
const file = (name: string) => read(`.observablehq/cache/data/porosity-${name}.arrow`);
const built = ["numbers", "limits"].every((name) => existsSync(file(name)));

type Row = Record<string, string | number | null>;
const rowsOf = (name: string): Row[] =>
  tableFromIPC(readFileSync(file(name)))
    .toArray()
    .map((row: { toJSON: () => Row }) => row.toJSON());

const limit = (state: string, sweep: string, value: number, column: string): number =>
  Number(
    rowsOf("limits").find((row) => row.state === state && row.sweep === sweep && row.value === value)?.[
      column
    ]
  );
const number = (state: string, quantity: string, column = "found"): number =>
  Number(rowsOf("numbers").find((row) => row.state === state && row.quantity === quantity)?.[column]);

describe.skipIf(!built)("the prose of the nanotomograms (needs the tables: npm run data)", () => {
  it("says how much of the void is lost, and what thresholds do to it", () => {
    const porosity = number("0.1C", "porosity");
    const lost = 1 - porosity / number("0.1C", "porosity, pores of any size", "true_value");
    expect(prose).toContain("More than a quarter of the void is not found");
    expect(lost).toBeGreaterThan(0.25);
    expect(lost).toBeLessThan(0.33);
    expect(prose).toContain("move the porosity by another eighth");
    expect(number("0.1C", "porosity", "error") / porosity).toBeCloseTo(1 / 8, 1);
  });

  it("says how connected the pores at 10 C are found, and of how many", () => {
    const share = "share of the void in the largest pore";
    const [found, error] = ["found", "error"].map((column) => number("10C", share, column).toFixed(1));
    expect(prose).toContain(`One pore holds ${found} ± ${error} % of the void`);
    const [count, countError, truth] = ["found", "error", "true_value"].map((c) => number("10C", "pores", c));
    expect(prose).toContain(`a third is found, ${count} ± ${countError.toFixed(0)} pores in all of ${truth}`);
    expect((count - 1) / (truth - 1)).toBeCloseTo(1 / 3, 1);
  });

  it("says which settings undo that", () => {
    const share = (sweep: string, value: number, column = "network_percent") =>
      limit("10C", sweep, value, column).toFixed(0);
    expect(prose).toContain(
      `the largest pore holds ${share("size", 275)} % of the void at 10 C; with four distances, as holotomography usually takes, ${share("distances", 4)} % (${share("distances", 4, "network_at_higher_percent")} % at the higher threshold), with a blur of 2 pixels ${share("cameraBlur", 2)} %, at *λz*/*p*² = 20 ${share("fresnel", 20)} %, and on voxels of 550 nm ${share("size", 550)} %`
    );
    const both = (sweep: string, value: number) =>
      ["0.1C", "10C"].map((state) => limit(state, sweep, value, "pores")).join(" and ");
    expect(prose).toContain(
      `${both("cameraBlur", 2)}, ${both("fresnel", 20)}, ${both("size", 550)} at 0.1 C and 10 C`
    );
  });

  it("says how little the sweeps find to begin with", () => {
    const [slow, fast] = ["0.1C", "10C"].map((state) =>
      ["porosity_percent", "true_porosity_percent"].map((column) =>
        limit(state, "size", 275, column).toFixed(2)
      )
    );
    expect(prose).toContain(
      `${slow[0]} % void of the ${slow[1]} % at 0.1 C, and ${fast[0]} % of the ${fast[1]} % at 10 C`
    );
  });

  it("has an error for every value, but for paths that lead nowhere", () => {
    for (const row of rowsOf("numbers"))
      if (row.found !== null) expect(row.error, `${row.state}: ${row.quantity}`).not.toBeNull();
  });
});
