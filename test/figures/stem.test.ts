// The numbers that the prose on the atomic images states, held against the tables that the figures are drawn from.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { bulkColumns } from "../../src/components/stem/found-columns.js";
import { shareBeyond, spreadOf } from "../../src/components/stem/spread.js";
import { distortedLatticeParameters } from "../../src/science/particle/lattice-models-parameters.js";
import { layeredOxide } from "../../src/science/material/structures.js";
import { atomBlock, layeredEdges } from "../../src/science/particle/lattice-models-cell.js";
import { defaultStemInstrument, doseOf, stemParameters } from "../../src/science/stem/instrument.js";
import { angularLimit } from "../../src/science/stem/multislice.js";

const path = (name: string) => fileURLToPath(new URL(`../../src/${name}`, import.meta.url));
const file = (name: string) => path(`.observablehq/cache/data/${name}.arrow`);
const names = ["stem-comparison", "stem-limits", "stem-multislice", "stem-columns"] as const;
const figure = readFileSync(path("figures/fig-1-electrochemistry-and-lattice.md"), "utf8");
const supplement = readFileSync(path("supplementary/electron-microscopy.md"), "utf8");

type Row = Record<string, number | string>;
const read = (name: string): Row[] =>
  existsSync(file(name))
    ? tableFromIPC(readFileSync(file(name)))
        .toArray()
        .map((row: { toJSON: () => Row }) => row.toJSON())
    : [];

describe.skipIf(!names.every((name) => existsSync(file(name))))(
  "the prose on the atomic images (needs the tables: npm run data)",
  () => {
    const [comparison, limits, multislice] = names.map(read);
    const of = (scene: string, quantity: string, value = "found") => {
      const row = comparison.find((r) => r["scene"] === scene && r["quantity"] === quantity);
      return Number(row?.[value]);
    };
    const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
    const nm = (value: number) => (value / 10).toFixed(1);
    const limit = (sweep: string, x: number, signal: string, quantity: string) =>
      Number(
        limits.find(
          (r) => r["sweep"] === sweep && r["x"] === x && r["signal"] === signal && r["quantity"] === quantity
        )?.["value"]
      );

    it("states the dose of the instrument", () => {
      const dose = doseOf(defaultStemInstrument());
      expect(figure).toContain(`60 s are assumed, ${dose.toLocaleString("en-GB")} e/Å²`);
      expect(figure).toContain(`along [010] at ${dose.toLocaleString("en-GB")} e/Å²`);
    });

    it("states the order and the thickness of the surface's layers", () => {
      expect(figure).toContain(`On ${percent(of("slow", "lines in order"))} of the lines`);
      const [rock, spinel, sum] = ["rock salt layer", "spinel layer", "transformed layer"];
      const pair = (quantity: string) =>
        [nm(of("slow", quantity)), nm(of("slow", quantity, "truth"))] as const;
      expect(figure).toContain(`measures ${pair(sum)[0]} nm where there are ${pair(sum)[1]}`);
      expect(figure).toContain(
        `${pair(rock)[0]} nm for ${pair(rock)[1]} and ${pair(spinel)[0]} for ${pair(spinel)[1]}`
      );
      expect(figure).toContain(
        `At 10 C it is ${nm(of("fast-surface", sum))} nm for ${nm(of("fast-surface", sum, "truth"))}`
      );
    });

    it("states how much of each domain is found, and that little else is put into it", () => {
      expect(figure).toContain(
        `in voids ${percent(of("slow", "void columns found"))} are found as such, and ${percent(of("slow", "columns of the void region that are"))} of those`
      );
      expect(figure).toContain(`lack ${percent(distortedLatticeParameters.deficit.value)} of their metal`);
      expect(figure).toContain(
        `columns of such a domain ${percent(of("fast", "metal-deficient columns found"))} are found`
      );
      expect(figure).toContain(
        `twisted domain’s ${percent(of("fast", "twisted columns found"))}, as its rim`
      );
      for (const name of ["metal-deficient", "twisted"])
        expect(of("fast", `columns of the ${name} region that are`), name).toBeGreaterThan(0.95);
    });

    it("states how exactly columns are placed, and how well lithium is seen", () => {
      const [rms, jitter] = [
        of("pristine", "position of columns", "rms"),
        of("pristine", "position of columns", "truth")
      ];
      expect(figure).toContain(
        `placed to ${rms.toFixed(2)} Å, of which the scan’s jitter makes ${jitter.toFixed(2)}`
      );
      const [full, third] = [2100, 700].map((dose) => limit("dose", dose, "idpc", "lithium").toFixed(1));
      expect(figure).toContain(
        `stands ${full} standard deviations above nothing in the phase contrast, and ${third}`
      );
      expect(supplement).toContain(
        `stands ${full} standard deviations above nothing in the phase contrast, at a third of it ${third}`
      );
    });

    it("states how many columns are turned, found and truly", () => {
      const columns = tableFromIPC(readFileSync(file("stem-columns")));
      const share = (scene: string, limit: number) =>
        (["rotation", "trueRotation"] as const).map((name) =>
          (
            100 *
            shareBeyond(
              bulkColumns(columns, scene).map((c) => c[name]),
              limit
            )
          ).toFixed(0)
        );
      const [one, three] = [share("fast", 1), share("fast", 3)];
      expect(supplement).toContain(
        `${one[0]} % of the columns are turned by more than 1° and ${three[0]} % by more than 3°; ${one[1]} and ${three[1]} % truly are`
      );
      for (const scene of ["pristine", "slow"]) {
        expect(share(scene, 1), scene).toEqual(["0", "0"]);
        expect(spreadOf(bulkColumns(columns, scene).map((c) => c.rotation)).toFixed(1), scene).toBe("0.2");
      }
    });

    it("states what the maps of strain see and miss", () => {
      const strain = ["exx", "eyy", "exy"];
      const range = (values: number[], digits: number) =>
        `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
      expect(supplement).toContain(
        `slopes of ${range(
          [...strain, "rotation"].map((name) => of("fast", name, "slope")),
          2
        )}`
      );
      const rms = (scene: string) =>
        range(
          strain.map((name) => 100 * of(scene, name, "rms")),
          1
        );
      const turn = (scene: string) => ((of(scene, "rotation", "rms") * 180) / Math.PI).toFixed(2);
      expect(supplement).toContain(`off by ${rms("fast")} % and in rotation by ${turn("fast")}°`);
      expect(supplement).toContain(`it is ${rms("pristine")} % and ${turn("pristine")}°`);
      expect(supplement).toContain(`the ${(100 * of("slow", "exx")).toFixed(1)} % of mean`);
    });

    it("states the false strain of scan, surface and wedge", () => {
      const found = (sweep: string, x: number) => 100 * limit(sweep, x, "haadf", "strain");
      expect(supplement).toContain(`of 0.1 Å makes ${found("slow distortion", 0.1).toFixed(1)} %`);
      expect(supplement).toContain(`jitter by 0.04 Å make ${found("line jitter", 0.04).toFixed(1)} %`);
      expect(supplement).toContain(`within 3 Å of it ${found("surface", 0).toFixed(1)} %`);
      for (const depth of [9, 12, 16]) expect(found("surface", depth)).toBeLessThan(0.05);
      for (const wedge of [0.3, 0.6, 0.9]) expect(found("wedge", wedge)).toBeLessThan(0.02);
      for (const drift of [0.5, 1, 2, 4]) expect(found("drift", drift)).toBeLessThan(0.02);
    });

    it("states what multislice gives over the quick model at the lithium and the oxygen column", () => {
      const deepest = multislice.filter((r) => r["kind"] === "depth" && Number(r["depth_A"]) > 490);
      const ratio = (place: number) => {
        const row = deepest.find((r) => Math.abs(Number(r["place_A"]) - place) < 0.05);
        return (Number(row?.["haadf"]) / Number(row?.["haadf_model"])).toFixed(1);
      };
      expect(supplement).toContain(
        `gives ${ratio(7.12)} times the quick model’s dark field at the lithium column`
      );
      expect(supplement).toContain(`at oxygen it is ${ratio(3.68)} times`);
    });

    it("states how far other stacks of slices lie from it, and where the cell and the grid end", () => {
      const others = (place: number) => {
        const ratios = multislice
          .filter((r) => r["kind"] === "other stack" && Math.abs(Number(r["place_A"]) - place) < 0.05)
          .map((r) => Number(r["haadf"]) / Number(r["haadf_model"]));
        expect(ratios).toHaveLength(3);
        return `${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}`;
      };
      expect(supplement).toContain(
        `three others give ${others(7.12)} and ${others(3.68)} times, and ${others(0)} at the metal`
      );
      expect(stemParameters.attenuation.source).toContain(`(in three others 500 Å give ${others(0)} times`);
      const { kilovolt, haadfOuter, convergence } = defaultStemInstrument();
      const [width, height] = atomBlock(layeredOxide(), layeredEdges, [2, 1, 1]).size;
      expect(supplement).toContain(`cell is ${width.toFixed(1)} by ${height.toFixed(1)} Å`);
      // the cone's full width, of its two half-angles, in Å
      const cone = (depth: number) => 2e-3 * convergence * depth;
      expect(supplement).toContain(
        `from ${(0.1 * (width / cone(1))).toFixed(0)} nm on (${cone(500)} Å at 50 nm)`
      );
      const limit = angularLimit({ width, height, columns: 256, rows: 256 }, kilovolt);
      expect(supplement).toContain(`ring ends at ${Math.floor(limit)} mrad, not at ${haadfOuter}`);
    });

    it("states on which depth lithium in the phase contrast rests", () => {
      const line = (column: string) => {
        const deepest = multislice.filter((r) => r["kind"] === "line" && Number(r["depth_A"]) > 45);
        const past = deepest.filter((r) => Number(r["place_A"]) > 3.7).map((r) => Number(r[column]));
        return { rise: past[past.length - 1] - Math.min(...past), depth: Number(deepest[0]?.["depth_A"]) };
      };
      const { coherentDepth } = defaultStemInstrument();
      const [wave, quick] = ["idpc_rad", "idpc_model_rad"].map(line);
      const assumed = (quick.rise * coherentDepth) / quick.depth;
      const scaled = (limit("dose", 2100, "idpc", "lithium") * wave.rise) / assumed;
      for (const [page, at] of [
        [figure, "By multislice at"],
        [supplement, "by multislice at"]
      ]) {
        expect(page).toContain(`${assumed.toFixed(2)} rad over what is beside it`);
        expect(page).toContain(`${at} ${wave.depth.toFixed(0)} Å it is ${wave.rise.toFixed(3)} rad`);
        expect(page).toContain(`3.8 becomes ${scaled.toFixed(1)}`);
        expect(page).toContain(`depth of ${coherentDepth} Å`);
      }
    });

    it("calls calibrated what its own curves set", () =>
      expect(stemParameters.attenuation.status).toBe("calibrated"));
  }
);
