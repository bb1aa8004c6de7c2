// The numbers that the prose on the ion maps states, held against the tables that the figures are drawn from.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { analyseSpectra } from "../../src/science/eels/analysis.js";
import { compareSpectra } from "../../src/science/eels/compare.js";
import { defaultEelsInstrument } from "../../src/science/eels/instrument.js";
import { settingsFor } from "../../src/science/eels/limits.js";
import { eelsSample } from "../../src/science/eels/samples.js";
import { expectedSpectra } from "../../src/science/eels/twin.js";
import { sectionState } from "../../src/science/particle/cross-section-states.js";

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

    it("states what the model gives the domains at 10 C", () => {
      const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
      const aged = sectionState("10C-20cycles").content;
      said(
        prose,
        `take ${percent(aged.coverage)} of the cut, hold ${percent(aged.lithiumExcess)} more lithium than the rest and lack ${percent(aged.manganeseDeficit)} of their manganese`
      );
      const charged = sectionState("10C-first").content;
      said(
        first,
        `hold ${percent(charged.lithiumExcess)} more lithium than the rest, and diffusion with the printed diffusivity leaves a fall of ${percent(charged.gradient)}`
      );
      const slow = (id: string) => (100 * sectionState(id).content.gradient).toFixed(1);
      said(first, `At 0.1 C it leaves one of ${slow("0.1C-first")} %`);
      said(prose, `leaves a gradient of ${slow("0.1C-20cycles")} % of the mean`);
    });

    it("states the overlaps at 10 C, found and true, and that no turned map does as much", () => {
      const of = (pair: string, column: string) => overlap("10C-20cycles", pair, column).toFixed(2);
      said(
        prose,
        `overlap ${of("Li–O", "overlap")} times as much as chance would have it, O-rich and Mn-poor ones ${of("O–Mn", "overlap")} times (${of("Li–O", "true_overlap")} and ${of("O–Mn", "true_overlap")} in the sample)`
      );
      for (const pair of ["Li–O", "O–Mn"]) expect(overlap("10C-20cycles", pair, "p") * 360).toBeCloseTo(1, 6);
    });

    it("states what the total of the three ions takes away and feigns", () => {
      const found = overlap("10C-20cycles", "Li–O", "overlap", "total").toFixed(2);
      said(prose, `Li-rich and O-rich then overlap ${found} times`);
      const of = (column: string, digits: number) =>
        overlap("0.1C-20cycles", "O–Mn", column, "total").toFixed(digits);
      said(
        prose,
        `(${of("true_overlap", 2)} times in the sample), they then overlap ${of("overlap", 2)} times, with p = ${of("p", 3)}`
      );
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
        `without a matrix effect ${(100 * of("Mn does not lack", 0, "rate")).toFixed(0)} % of those in which no Mn lacks`
      );
      expect(of("Mn does not lack", 3, "overlap")).toBeLessThan(1);
    });

    it("states that nothing is to be seen at 0.1 C, and which test is deceived", () => {
      const of = (column: string) =>
        ["Li–O", "O–Mn", "Li–Mn"].map((pair) => overlap("0.1C-20cycles", pair, column));
      const [a, b, c] = of("overlap").map((value) => value.toFixed(2));
      said(prose, `overlaps are ${a}, ${b} and ${c}, with p of ${Math.min(...of("p")).toFixed(2)} and more`);
      const below = (test: string) => {
        const all = rows("calibration", { test });
        return all.filter(({ p }) => Number(p) <= 0.05).length / all.length;
      };
      said(prose, `they call ${(100 * below("shuffled pixels")).toFixed(0)} % related`);
      expect(below("turns")).toBeLessThan(0.1);
    });

    it("states how weak the map of oxygen is", () => {
      const of = (state: string, column: string) =>
        (100 * value("fickian", { state, ion: "O" }, column)).toFixed(1);
      const [aged, pristine] = ["10C-20cycles", "pristine"];
      said(
        prose,
        `stand out by ${of(aged, "contrast")} %, where the sample’s oxygen has ${of(aged, "true_contrast")} %, and in the pristine particle, where it has ${of(pristine, "true_contrast")} %, by ${of(pristine, "contrast")} %`
      );
      const need = (diameter: number) => {
        const row = rows("detection", { ion: "O", time_s: 30 }).find(
          (r) => Math.abs(Number(r["diameter_um"]) - diameter) < 1e-9
        );
        return (100 * Number(row?.["contrast"])).toFixed(0);
      };
      said(prose, `A domain of 0.4 µm would need ${need(0.4)} % more oxygen, one of 2 µm ${need(2)} %`);
    });

    it("states what a parabola explains and leaves in the first cycle", () => {
      const of = (state: string, column: string, digits: number) =>
        (100 * value("fickian", { state, ion: "Li" }, column)).toFixed(digits);
      const [fast, slow] = ["10C-first", "0.1C-first"];
      said(
        first,
        `explains ${of(fast, "parabola", 0)} %, where it is ${of(fast, "true_parabola", 0)} % in the sample; what it leaves is ${of(fast, "residual", 1)} % of the mean (${of(fast, "true_residual", 1)} % in the sample)`
      );
      said(
        first,
        `leaves ${of(slow, "residual", 1)} %, in the pristine particle ${of("pristine", "residual", 1)} %, where the assumed unevenness of both is ${of(slow, "true_residual", 1)} %`
      );
      expect(of("pristine", "true_residual", 1)).toBe(of(slow, "true_residual", 1));
      expect(value("fickian", { state: slow, ion: "Li" }, "parabola")).toBeLessThan(0.01);
      for (const row of rows("fickian", { ion: "Li" })) expect(row["p"]).toBeLessThan(1e-8);
      const cracked = (column: string) =>
        (100 * value("false-fickian", { sample: "and cracks" }, column)).toFixed(1);
      said(
        first,
        `have cracks leave ${cracked("residual")} % over, give or take ${cracked("residual_deviation")} % between them, where the model’s domains leave ${of(fast, "residual", 1)} %`
      );
      said(first, "That is little more than two such deviations away");
      const away = Number(of(fast, "residual", 3)) - Number(cracked("residual"));
      expect(away / Number(cracked("residual_deviation"))).toBeGreaterThan(2);
      expect(away / Number(cracked("residual_deviation"))).toBeLessThan(2.6);
    });

    it("states what is not to be seen in the first cycle", () => {
      const of = (pair: string, column: string) => overlap("10C-first", pair, column).toFixed(2);
      said(
        first,
        `Li-rich and Mn-poor areas overlap ${of("Li–Mn", "overlap")} times in the maps and ${of("Li–Mn", "true_overlap")} times in the sample`
      );
      said(
        first,
        `overlap ${of("O–Mn", "true_overlap")} times in the sample, but ${of("O–Mn", "overlap")} times in the maps, with p = ${of("O–Mn", "p")}`
      );
      const contrast = (ion: string, digits: number) =>
        Math.abs(100 * value("fickian", { state: "10C-first", ion }, "true_contrast")).toFixed(digits);
      said(
        first,
        `manganese differs by ${contrast("Mn", 0)} % between the areas and oxygen by ${contrast("O", 1)} %`
      );
    });
  }
);

const eels = read(".observablehq/cache/data/eels-results.arrow");
const choices = read(".observablehq/cache/data/eels-limits.arrow");
const microscopy = readFileSync(read("supplementary/electron-microscopy.md"), "utf8");

describe.skipIf(!existsSync(eels) || !existsSync(choices))(
  "the prose on the electron spectra (needs the tables: npm run data)",
  () => {
    const all = (path: string): Row[] =>
      tableFromIPC(readFileSync(path))
        .toArray()
        .map((row: { toJSON: () => Row }) => row.toJSON());
    const of = (region: string, quantity: string, column: string) => {
      const row = all(eels).find(
        (r) =>
          r["region"] === region && r["resolution_eV"] === 4.7 && String(r["quantity"]).includes(quantity)
      );
      if (!row) throw new Error(`missing ${quantity} of ${region}`);
      return Number(row[column]);
    };
    const pair = (region: string, quantity: string, digits: number) =>
      `${of(region, quantity, "recovered").toFixed(digits)} ± ${of(region, quantity, "standard_error").toFixed(digits)}`;

    /** O over Mn of the electrons that are expected, without noise. */
    const noiseless = (region: string) => {
      const sample = eelsSample(region);
      const { resolution } = defaultEelsInstrument;
      const result = analyseSpectra(expectedSpectra(sample, defaultEelsInstrument), settingsFor(resolution));
      const row = compareSpectra(result, sample, defaultEelsInstrument).find(({ label }) =>
        label.startsWith("O over Mn")
      );
      if (!row) throw new Error(`missing O over Mn of ${region}`);
      return row;
    };

    it("states how the regions part by their metal and not by their pre-peaks", () => {
      const truth = (region: string) => of(region, "O over Mn", "true_value").toFixed(2);
      expect(prose).toContain(
        `O/Mn is ${pair("A", "O over Mn", 2)} in A and ${pair("B", "O over Mn", 2)} in B (${truth("A")} and ${truth("B")} in the sample), Li/Mn ${of("A", "Li over Mn", "recovered").toFixed(2)} and ${of("B", "Li over Mn", "recovered").toFixed(2)}`
      );
      const pull = (region: string) => Math.abs(of(region, "O over Mn", "pull")).toFixed(1);
      expect(prose).toContain(`too low, by ${pull("A")} and ${pull("B")} of these errors`);
      const low = (region: string) => {
        const { found, truth } = noiseless(region);
        return (100 * (1 - found / truth)).toFixed(1);
      };
      expect(prose).toContain(`without noise they would still be ${low("A")} and ${low("B")} % low`);
      const share = (region: string) => (100 * eelsSample(region).oxidised).toFixed(0);
      expect(prose).toContain(`${share("A")} and ${share("B")} % of it`);
      const area = (region: string) =>
        `${Math.round(of(region, "area of the pre-peak", "recovered")).toLocaleString("en-GB")} ± ${of(region, "area of the pre-peak", "standard_error").toFixed(0)}`;
      expect(prose).toContain(`${area("A")} and ${area("B")} per nm²`);
    });

    it("states the pre-peak at 4.7 eV and what a power law makes of lithium", () => {
      expect(prose).toContain(
        `at ${of("A", "place of the pre-peak", "true_value").toFixed(2)} eV in region A and found at ${pair("A", "place of the pre-peak", 2)} eV`
      );
      const law = all(choices)
        .filter((r) => r["variant"] === "power law under Li K" && r["quantity"] === "lithium")
        .map((r) => Number(r["recovered"]));
      expect(law).toHaveLength(3);
      expect(prose).toContain(
        `Li/Mn comes out at ${Math.min(...law).toFixed(2)} to ${Math.max(...law).toFixed(2)} in place of ${of("A", "Li over Mn", "true_value").toFixed(2)}`
      );
    });

    it("states the oxygen through the void and beside it", () => {
      const truth = (region: string) => of(region, "O over Mn", "true_value").toFixed(2);
      expect(microscopy).toContain(
        `comes out as ${pair("void", "O over Mn", 2)} where there is ${truth("void")}, beside it as ${pair("around", "O over Mn", 2)} where it is ${truth("around")}`
      );
      const by = (column: string) => of("around", "O over Mn", column) - of("void", "O over Mn", column);
      const error = Math.hypot(
        of("around", "O over Mn", "standard_error"),
        of("void", "O over Mn", "standard_error")
      );
      expect(microscopy).toContain(
        `The difference is ${(by("recovered") / error).toFixed(1)} standard errors`
      );
      const [inside, beside] = ["void", "around"].map(noiseless);
      const [found, set] = [beside.found - inside.found, beside.truth - inside.truth];
      expect(microscopy).toContain(
        `too small, without noise by a third (${found.toFixed(2)} for ${set.toFixed(2)})`
      );
      expect(Math.abs(1 - found / set - 1 / 3)).toBeLessThan(0.03);
    });
  }
);
