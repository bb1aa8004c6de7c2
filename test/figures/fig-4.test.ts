// The numbers that the prose on the ion maps states, held against the tables that the figures are drawn from.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";

const read = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
const folder = process.env["LRTMO_SIMS_TABLES"] ?? read(".observablehq/cache/data");
const names = ["overlaps", "fickian", "matrix", "calibration", "detection", "false-fickian"] as const;
const fileOf = (name: string) => `${folder}/sims-${name}.arrow`;
const prose = readFileSync(read("figures/fig-4-sims-and-spectra.md"), "utf8");
const first = readFileSync(read("supplementary/sims.md"), "utf8");

type Row = Record<string, string | number | null>;

describe.skipIf(!names.every((name) => existsSync(fileOf(name))))(
  "the prose on the ion maps (needs the tables: npm run data)",
  () => {
    const rows = (name: (typeof names)[number], where: Row): Row[] =>
      tableFromIPC(readFileSync(fileOf(name)))
        .toArray()
        .map((row: { toJSON: () => Row }) => row.toJSON())
        .filter((row: Row) => Object.entries(where).every(([key, value]) => row[key] === value));
    const value = (name: (typeof names)[number], where: Row, column: string): number => {
      const [row] = rows(name, where);
      if (!row) throw new Error(`missing row of ${name}: ${JSON.stringify(where)}`);
      return Number(row[column]);
    };
    const overlap = (state: string, pair: string, column: string, normalisation = "counts") =>
      value("overlaps", { state, pair, normalisation }, column);
    const said = (text: string, part: string) => expect(text.replaceAll(/\s+/g, " ")).toContain(part);

    it("states the overlaps at 10 C, found and true, and that no turned map does as much", () => {
      const of = (pair: string, column: string) => overlap("10C-20cycles", pair, column).toFixed(2);
      said(
        prose,
        `overlap ${of("Li–O", "overlap")} times as much as chance would have it, O-rich and Mn-poor ones ${of("O–Mn", "overlap")} times (${of("Li–O", "true_overlap")} and ${of("O–Mn", "true_overlap")} in the sample)`
      );
      for (const pair of ["Li–O", "O–Mn"]) expect(overlap("10C-20cycles", pair, "p") * 360).toBeCloseTo(1, 6);
    });

    it("states what the total of the three ions makes of it", () => {
      const found = overlap("10C-20cycles", "Li–O", "overlap", "total").toFixed(2);
      said(prose, `Li-rich and O-rich then overlap ${found} times`);
    });

    it("states what the matrix effect and dilution do", () => {
      const of = (sample: string, matrix_exponent: number, column: string) =>
        value("matrix", { sample, matrix_exponent, normalisation: "counts" }, column);
      said(
        prose,
        `falls from ${of("Mn lacks", 0, "overlap").toFixed(2)} to ${of("Mn lacks", 3, "overlap").toFixed(2)}`
      );
      said(
        prose,
        `Without a matrix effect ${(100 * of("Mn does not lack", 0, "rate")).toFixed(0)} % of the particles`
      );
      expect(of("Mn does not lack", 3, "overlap")).toBeLessThan(1);
    });

    it("states what a gradient feigns, and which test is deceived", () => {
      const of = (column: string) => overlap("0.1C-20cycles", "Li–Mn", column).toFixed(2);
      said(prose, `overlap ${of("overlap")} times although they do so ${of("true_overlap")} times`);
      said(prose, `Turned maps keep the gradient and give ${of("chance")}`);
      const below = (test: string) => {
        const all = rows("calibration", { test });
        return all.filter(({ p }) => Number(p) <= 0.05).length / all.length;
      };
      said(prose, `they call ${(100 * below("shuffled pixels")).toFixed(0)} % related`);
      expect(below("turns")).toBeLessThan(0.1);
    });

    it("states how weak the map of oxygen is", () => {
      const of = (column: string) =>
        (100 * value("fickian", { state: "10C-20cycles", ion: "O" }, column)).toFixed(1);
      said(
        prose,
        `of a contrast of ${of("true_contrast")} % between its areas ${of("contrast")} % come back`
      );
      const need = (diameter: number) => {
        const row = rows("detection", { ion: "O", time_s: 30 }).find(
          (r) => Math.abs(Number(r["diameter_um"]) - diameter) < 1e-9
        );
        return (100 * Number(row?.["contrast"])).toFixed(0);
      };
      said(prose, `a domain of 0.4 µm would need ${need(0.4)} % more oxygen, one of 2 µm ${need(2)} %`);
    });

    it("states what a parabola explains and leaves in the first cycle", () => {
      const of = (state: string, column: string, digits: number) =>
        (100 * value("fickian", { state, ion: "Li" }, column)).toFixed(digits);
      const [fast, slow] = ["10C-first", "0.1C-first"];
      said(
        first,
        `explains ${of(fast, "parabola", 0)} % at 10 C, where ${of(fast, "true_parabola", 0)} % was put in, and ${of(slow, "parabola", 0)} % at 0.1 C, where it was ${of(slow, "true_parabola", 0)} %`
      );
      said(
        first,
        `is ${of(fast, "residual", 1)} % of the mean at 10 C and ${of(slow, "residual", 1)} % at 0.1 C`
      );
      for (const row of rows("fickian", { ion: "Li" })) expect(row["p"]).toBeLessThan(1e-22);
      const cracked = 100 * value("false-fickian", { sample: "and cracks" }, "residual");
      said(first, `have cracks leave ${cracked.toFixed(1)} % over`);
    });

    it("states what is not to be seen in the first cycle", () => {
      const of = (column: string) => overlap("10C-first", "O–Mn", column).toFixed(2);
      said(
        first,
        `overlap ${of("true_overlap")} times in the sample, but ${of("overlap")} times in the maps, with p = ${of("p")}`
      );
      const contrast = (ion: string) => 100 * value("fickian", { state: "10C-first", ion }, "true_contrast");
      expect(Math.abs(contrast("O"))).toBeLessThan(8);
      expect(Math.abs(contrast("Mn"))).toBeLessThan(8);
    });
  }
);
