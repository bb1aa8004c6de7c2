// The numbers and the words of comparison in the prose on the slips, held against the tables that its figures are drawn from.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { spreadOf } from "../../src/science/slips/fragment-spread.js";
import { microscopeParameters } from "../../src/science/composition/instrument.js";

const read = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
const folder = process.env["LRTMO_SLIPS_TABLES"] ?? read(".observablehq/cache/data");
const fileOf = (name: string) => `${folder}/${name}.arrow`;
const names = [
  ...["slips", "slips-transient", "slips-volume", "slips-voxels", "slips-direction", "slips-resolution"],
  ...["slips-relaxation", "slips-maps", "slips-fragments", "slips-oxygen", "slips-absorption"]
];
const prose = readFileSync(read("supplementary/slips.md"), "utf8");

type Row = Record<string, string | number | null>;

describe.skipIf(!names.every((name) => existsSync(fileOf(name))))(
  "the prose on the slips (needs the tables: npm run data)",
  () => {
    const rows = (name: string, where: Row = {}): Row[] =>
      tableFromIPC(readFileSync(fileOf(name)))
        .toArray()
        .map((row: { toJSON: () => Row }) => row.toJSON())
        .filter((row: Row) => Object.entries(where).every(([key, value]) => row[key] === value));
    const values = (name: string, column: string, where: Row = {}) =>
      rows(name, where).map((row) => Number(row[column]));

    it("has ten slips in fifteen rows, each on the page with its section and its verdict", () => {
      const all = rows("slips");
      expect([...new Set(all.map((row) => row["slip"]))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(all).toHaveLength(15);
      for (const row of all) {
        expect(prose).toContain(`<h2 id="slip-${row["slip"]}">`);
        expect(prose).toMatch(new RegExp(`slipVerdict\\(slips,[^)]*"${row["id"]}"`));
        expect(String(row["verdict"])).not.toMatch(/NaN|undefined|no number|∞/);
      }
      expect(all.map((row) => row["consequence"])).toEqual([
        ...["cannot be meant", "cannot be meant", "cannot be meant", "cannot be meant"],
        ...["no effect", "cannot be decided", "changes the number", "cannot be decided", "no effect"],
        ...["cannot be decided", "changes the sign", "limits the claim", "limits the claim"],
        ...["limits the claim", "cannot be decided"]
      ]);
    });

    it("says that the volume's error cancels between the ends, and not where c grows", () => {
      const [, slope, charged, discharged] = rows("slips-volume");
      const swing = (column: string) => Number(discharged?.[column]) - Number(charged?.[column]);
      expect(Math.abs(swing("change_printed_percent") / swing("change_percent") - 1)).toBeLessThan(0.1);
      expect(Number(slope?.["change_printed_percent"])).toBeLessThan(-1);
      expect(Math.abs(Number(slope?.["change_percent"]))).toBeLessThan(0.1);
    });

    it("says that the transient is there within a tenth of the discharge, and not at its start", () => {
      const at = (reading: string) => rows("slips-transient", { reading });
      const ratio = (depth: number) => {
        const [own, steady] = ["transient", "steady profile"].map((reading) =>
          at(reading).find((row) => Math.abs(Number(row["depth_percent"]) - depth) < 1e-6)
        );
        return Number(own?.["hoop_stress_MPa"]) / Number(steady?.["hoop_stress_MPa"]);
      };
      expect(ratio(10)).toBeGreaterThan(0.98);
      expect(ratio(1)).toBeLessThan(0.5);
    });

    it("says that a cube of 25 nm³ is smaller than the pixel, and that the larger one alone is not enough either", () => {
      const width = (reading: string) => values("slips-voxels", "width_nm", { reading })[0] ?? NaN;
      expect(width("25 nm³") * 1e-9).toBeLessThan(microscopeParameters.pixel.value);
      expect(values("slips-voxels", "on_target_percent", { reading: "(25 nm)³" })[0]).toBeLessThan(85);
      // what smoothing makes of it stands in the table of the shares
      const shares = fileOf("composition-shares");
      if (!existsSync(shares)) return;
      const found = values("composition-shares", "recovered_percent", {
        ...{ state: "pristine", class: "target", threshold_percent: 5 }
      });
      for (const share of found) expect(Math.abs(share - 93.6)).toBeLessThan(1.5);
    });

    it("says that both directions have one size, and that detail goes between 1.5 and 2 eV while amounts stay", () => {
      const at = (phase: string) => values("slips-direction", "hoop_at_A_MPa", { phase }).at(-1) ?? NaN;
      expect(at("charge") / at("discharge")).toBeCloseTo(-1, 6);
      const maxima = (eV: number) => values("slips-resolution", "pre_peak_maxima", { resolution_eV: eV })[0];
      expect([maxima(1.5), maxima(2)]).toEqual([2, 1]);
      const least = values("slips-resolution", "smallest_lithium_percent");
      expect((least.at(-1) ?? NaN) / (least[0] ?? NaN)).toBeLessThan(2);
    });

    it("says that a power law under Li K brings back less than a third of the lithium", () => {
      if (!existsSync(fileOf("eels-limits"))) return;
      const [row] = rows("eels-limits", {
        ...{ resolution_eV: 4.7, quantity: "lithium", variant: "power law under Li K" }
      });
      const share = Number(row?.["recovered"]) / Number(row?.["true_value"]);
      expect(share).toBeGreaterThan(1 / 4);
      expect(share).toBeLessThan(1 / 3);
    });

    it("says that the gradient is flat within twenty seconds, and that the uneven particle leaves far more over", () => {
      const span = (rest: number) => {
        const own = values("slips-relaxation", "lithium", { rest_s: rest });
        return Math.max(...own) - Math.min(...own);
      };
      expect(span(20)).toBeLessThan(0.06 * span(0));
      const [stopped, later, set] = rows("slips-maps");
      expect(later?.["parabola_percent"]).toBeNull();
      expect(Number(set?.["residual_percent"])).toBeGreaterThan(10 * Number(stopped?.["residual_percent"]));
    });

    it("says that one fragment speaks to within a point, and that the spread grows with the power of three halves", () => {
      const spread = (state: string, width: number, column: string) =>
        spreadOf(values("slips-fragments", column, { state, width })).deviation;
      for (const [state, column] of [
        ["pristine", "target_percent"],
        ["10C-4.8V", "oxygen_rich_percent"]
      ] as const) {
        expect(spread(state, 1, column)).toBeLessThan(1);
        const growth = spread(state, 4, column) / spread(state, 1, column);
        expect(Math.log(growth) / Math.log(4)).toBeCloseTo(1.5, 0);
        expect(spreadOf(values("slips-fragments", column, { state, width: 1 })).mean).toBeCloseTo(
          state === "pristine" ? 93.6 : 17,
          0
        );
      }
    });
  }
);
