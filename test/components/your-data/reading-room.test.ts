import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { exampleHints, type ExampleName } from "../../../src/components/your-data/example-names.js";
import { crossSection, sectionField } from "../../../src/science/particle/cross-section.js";
import { poreNetwork } from "../../../src/science/particle/pore-network.js";
import { readingRoom } from "../../../src/components/your-data/reading-room.js";
import { mapsIn } from "../../../src/components/your-data/guess-use.js";

const ionSettings = {
  pixel: exampleHints.ions.pixel,
  binning: 1,
  normalisation: "counts",
  smoothing: 400,
  margin: 200,
  share: 0.3
} as const;
const threeImages = { Li: { index: 0 }, Mn: { index: 1 }, O: { index: 2 } };

const folder = process.env["LRTMO_REAL_DATA"] ?? "../shared/data";
const present = existsSync(folder);
if (!present) console.warn(`measured files not found in ${folder}: their tests are skipped`);
const real = (path: string) => new File([new Uint8Array(readFileSync(join(folder, path)))], basename(path));

async function roomWith(file: File) {
  const room = readingRoom();
  const opened = await room.answer("open", { file });
  const shown = await room.answer("choose", { part: opened.first });
  return { room, opened, shown };
}
async function roomOf(name: ExampleName) {
  const { answer } = readingRoom();
  return roomWith(await answer("example", { name }));
}
const cyclingColumns = {
  time: "Time [s]",
  current: "Current [A]",
  voltage: "Voltage [V]",
  cycle: null,
  step: "Step"
};
const cyclingRequest = {
  units: { time: "", current: "", voltage: "" },
  mass: null,
  smoothing: 0.015,
  restarts: "refuse",
  gaps: "refuse"
} as const;

describe("the examples are read as what they are and give back what they were made of", () => {
  it("cycling data: four cycles that fade", async () => {
    const { room, opened } = await roomOf("cycling");
    expect(opened.suggested).toBe("cycling");
    const columns = { ...cyclingColumns, current: "Current [mA]", cycle: "Cycle" };
    const { cycles, curves, unit } = await room.answer("cycling", { ...cyclingRequest, columns, mass: 1.6 });
    expect(unit).toBe("mAh/g");
    expect(cycles).toHaveLength(4);
    expect(curves).toHaveLength(8);
    for (const { discharge } of cycles) expect(discharge).toBeGreaterThan(120);
    // the area under dQ/dV is the capacity
    for (const { dqdv, capacity } of curves) {
      const step = dqdv.voltage[1] - dqdv.voltage[0];
      const area = dqdv.density.reduce((sum, d) => sum + d * step, 0);
      expect(area / capacity[capacity.length - 1]).toBeCloseTo(1, 6);
    }
  });

  it("a spectrum: 35 % Mn3+ and 65 % Mn4+", async () => {
    const { room, opened } = await roomOf("spectrum");
    expect(opened.suggested).toBe("spectrum");
    const { fit, steepest } = await room.answer("spectrum", {
      ...{ energy: "energy eV", unit: "eV", value: { column: "mu" } },
      ...{ pre: null, post: null, window: null, references: "Mn" }
    });
    expect(steepest).toBeGreaterThan(638);
    expect(Math.abs((fit?.valence ?? NaN) - 3.65)).toBeLessThan(4 * (fit?.valenceError ?? 0) + 0.02);
  });

  it("energy losses: counts of the edges over their backgrounds", async () => {
    const { room, opened } = await roomOf("loss");
    expect(opened.suggested).toBe("loss");
    const { rows, notes } = await room.answer("loss", {});
    expect(rows.map(({ what }) => what.slice(10, 14))).toEqual(["O K ", "Mn L", "Co L", "Ni L"]);
    for (const { value, error } of rows) expect(value / error).toBeGreaterThan(3);
    expect(notes.join(" ")).toContain("low losses");
  });

  it("a pattern: what was written is what is read", async () => {
    const { room, opened, shown } = await roomOf("pattern");
    expect(opened.suggested).toBe("pattern");
    const [place = "", intensity = "", error = ""] =
      shown.shape === "table" ? shown.columns.map(({ name }) => name) : [];
    const { pattern } = await room.answer("pattern", { place, intensity, error, axis: "d", counts: false });
    expect(pattern.x.length).toBeGreaterThan(1000);
  });

  it("a stack: a rim poorer in valence than the core", async () => {
    const { room, opened } = await roomOf("stack");
    expect(opened.parts[0].what).toMatch(/float32, 61 × 48 × 48/);
    const { maps, nx, rows } = await room.answer("stack", {
      ...{ energies: { typed: exampleHints.stack.energies }, numbers: "counts", i0: null, references: "Mn" },
      ...{ register: false, pixel: 100, binning: 1 }
    });
    const [{ name, values }] = maps;
    expect(name).toBe("valence of Mn");
    expect(values[24 * nx + 24]).toBeCloseTo(4, 0);
    expect(values[24 * nx + 7]).toBeLessThan(3.4);
    expect(rows[0].value).toBeGreaterThan(3.2);
  });

  it("projections: the axis 4 columns off the middle, two rods", async () => {
    const { room } = await roomOf("projections");
    const result = await room.answer("projections", {
      ...{ angles: { typed: exampleHints.projections.angles }, radians: false, numbers: "counts" },
      ...{ row: 1, axis: null, filter: "ramp", flat: null, dark: null }
    });
    expect(result.axis).toBeCloseTo(4, 0);
    const at = (x: number, z: number) => result.slice[z * result.size + x];
    expect(at(78, 54)).toBeGreaterThan(0.025);
    expect(at(46, 72)).toBeLessThan(0.005);
  });

  it("a volume: the porosity of the particle", async () => {
    const { room, opened } = await roomOf("volume");
    expect(opened.layout).toEqual({
      columns: 64,
      rows: 64,
      slices: 64,
      type: "uint8",
      littleEndian: true,
      header: 0
    });
    const { rows, classes, threshold } = await room.answer("volume", {
      ...{ binning: 1, voxel: exampleHints.volume.voxel, pores: "dark", sample: "particle" },
      ...{ threshold: null, smallestPore: 4, closing: 2 }
    });
    expect(threshold).toBeGreaterThan(90);
    expect(threshold).toBeLessThan(160);
    // voxels of the sample that are less than half oxide; pores of fewer than 4 voxels and wide mouths are not counted as found
    const { solid, particle } = poreNetwork("0.1C", { size: 64 });
    const inside = particle.reduce((sum, p) => sum + p, 0);
    const truth =
      solid.reduce((sum, share, p) => sum + (particle[p] === 1 && share < 0.5 ? 1 : 0), 0) / inside;
    expect(rows[0].value / truth).toBeGreaterThan(0.6);
    expect(rows[0].value / truth).toBeLessThan(1.05);
    expect(new Set(classes)).toEqual(new Set([0, 1, 2, 3]));
  });

  it("ion maps: where Li is rich and Mn poor, and that these lie together", async () => {
    const { room, opened, shown } = await roomOf("ions");
    expect(opened.suggested).toBe("ions");
    const list = shown.shape === "images" ? mapsIn(opened, shown) : [];
    expect(list.map(({ label }) => label)).toEqual(["image 1", "image 2", "image 3"]);
    const size = 128;
    expect(exampleHints.ions.pixel).toBeCloseTo((sectionField / size) * 1e9, 6);
    const { maps, nx, ny, overlaps, rows } = await room.answer("ions", { ...ionSettings, maps: threeImages });
    expect([nx, ny]).toEqual([size, size]);
    const mapOf = (name: string) => maps.find((each) => each.name === name)?.values ?? new Float32Array();
    const { domains } = crossSection("10C-20cycles", { size });
    // how deep in a domain of the sample a pixel lies; [x][y] here, [y][x] there
    for (const ion of ["Li", "Mn"] as const) {
      const found = mapOf(ion === "Li" ? "Li-rich area" : "Mn-poor area");
      const [inside, outside] = [1, 0].map((flag) => {
        const own = Array.from(found.keys()).filter((k) => found[k] === flag);
        const at = (k: number) => domains[ion][(k % ny) * nx + Math.floor(k / ny)];
        return own.reduce((sum, k) => sum + at(k), 0) / own.length;
      });
      expect(inside, ion).toBeGreaterThan(2 * outside);
    }
    const pair = overlaps.find(({ areas }) => areas === "Li-rich and Mn-poor");
    expect(pair?.overlap).toBeGreaterThan(1.5);
    expect(pair?.p).toBeLessThan(0.01);
    const share = (name: string) => {
      const own = mapOf(name).filter((v) => !Number.isNaN(v));
      return own.reduce((sum, v) => sum + v, 0) / own.length;
    };
    expect(share("O-rich area")).toBeCloseTo(0.3, 2);
    // a disc of the matter in the section, pores not counted
    const radius = rows.find(({ unit }) => unit === "µm")?.value ?? NaN;
    expect(radius).toBeGreaterThan(6);
    expect(radius).toBeLessThan(8.6);
  });

  it("ion maps merged by two hold all counts", async () => {
    const { room } = await roomOf("ions");
    const sums = await Promise.all(
      [1, 2].map(async (binning) => {
        const { rows } = await room.answer("ions", { ...ionSettings, maps: threeImages, binning });
        return rows.slice(0, 3).map(({ value }) => value);
      })
    );
    sums[1].forEach((sum, k) => expect(sum / sums[0][k]).toBeCloseTo(1, 5));
  });
});

describe.skipIf(!present)("others' measured files give what others got of them", () => {
  it("a C/10 cycling test of an LG M50 cell, as CSV and as Parquet", async () => {
    for (const name of ["lgm50_rpt0.csv", "RPT0_short_CA4.parquet"]) {
      const { room, shown } = await roomWith(real(`echem-lgm50-nmc/${name}`));
      expect(shown.shape === "table" && shown.suggested).toBe("cycling");
      const names = shown.shape === "table" ? shown.columns.map((c) => c.name) : [];
      const pick = (pattern: RegExp) => names.find((n) => pattern.test(n)) ?? "";
      const columns = {
        time: pick(/^Time/),
        current: pick(/^Current/),
        voltage: pick(/^Voltage/),
        cycle: null,
        step: pick(/^Step/)
      };
      const units = { time: "s", current: "A", voltage: "V" };
      const { cycles } = await room.answer("cycling", {
        ...cyclingRequest,
        columns,
        units,
        restarts: "join",
        gaps: "bridge"
      });
      expect(Math.max(...cycles.map((c) => c.discharge)) / 1000).toBeCloseTo(4.81367, 3);
    }
  });

  it("iron in a hydrothermal particle: mean oxidised share 0.792", async () => {
    const room = readingRoom();
    const keep = async (path: string, label: string, valence: number) => {
      const opened = await room.answer("open", { file: real(path) });
      const shown = await room.answer("choose", { part: opened.first });
      const [energy = "", column = ""] = shown.shape === "table" ? shown.columns.map((c) => c.name) : [];
      await room.answer("spectrum", {
        ...{ energy, unit: "eV", value: { column }, pre: null, post: null, window: null, references: "none" }
      });
      return room.answer("keep", { label, valence });
    };
    await keep("stxm-fe-ledge-als/71214078_aux/oxidized.t", "oxidised", 3);
    const kept = await keep("stxm-fe-ledge-als/71214078_aux/reduced.t", "reduced", 2);
    expect(kept.map(({ label }) => label)).toEqual(["oxidised", "reduced"]);
    const i0 = readFileSync(join(folder, "stxm-fe-ledge-als/71214078_aux/i0.xsp"), "utf8");
    const rows = i0
      .split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter(([e, v]) => e > 600 && v > 0);
    const file = new File(
      [new Uint8Array(readFileSync(join(folder, "stxm-fe-ledge-als/71214078_transmitted_f32le.bin")))],
      "transmitted_125x125x123_float32.raw"
    );
    await room.answer("open", { file });
    await room.answer("choose", { part: "" });
    const { rows: found } = await room.answer("stack", {
      ...{ energies: { typed: rows.map(([e]) => e).join(" ") }, numbers: "counts" },
      ...{
        i0: { typed: rows.map(([, v]) => v).join(" ") },
        references: "kept",
        register: false,
        pixel: 50,
        binning: 1
      }
    });
    // mean of pixels here, of the mean spectrum of another mask there
    expect(found[0].value - 2).toBeCloseTo(0.79, 1);
  });

  it("a tooth: axis, mass and reprojection, from HDF5", async () => {
    const { room, opened } = await roomWith(real("tomo-tooth/tooth.h5"));
    expect(opened.first).toBe("/exchange/data");
    const ask = (axis: number | null) =>
      room.answer("projections", {
        ...{ angles: { path: "/exchange/theta" }, radians: false, numbers: "counts", row: 0, axis },
        ...{ filter: "shepp-logan", flat: "/exchange/data_white", dark: "/exchange/data_dark" }
      });
    const found = (await ask(null)).rows[0].value;
    expect(found).toBeGreaterThan(295);
    expect(found).toBeLessThan(296.5);
    // the others' slice is about the axis that they took
    const result = await ask(296 - 319.5);
    const value = (what: RegExp) => result.rows.find((row) => what.test(row.what))?.value ?? NaN;
    expect(value(/mass of a projection/)).toBeCloseTo(289.38, 1);
    expect(Math.abs(value(/mass of the slice/) / 289.23 - 1)).toBeLessThan(0.005);
    expect(value(/reprojection/)).toBeLessThan(0.011);
  });

  it("an electrode: share of the oxide, from TIFF", async () => {
    const { room } = await roomWith(real("ct-nmc-nrel/nmc-1-cal_generatedCBD_bridge.tif"));
    const { rows, notes } = await room.answer("volume", {
      ...{
        binning: 2,
        voxel: 400,
        pores: "dark",
        sample: "body",
        threshold: 0.5,
        smallestPore: 1,
        closing: 1
      }
    });
    expect(notes.join(" ")).toContain("merged");
    expect(rows[0].value).toBeGreaterThan(0.2);
    expect(rows[0].value).toBeLessThan(0.5);
  });
});
