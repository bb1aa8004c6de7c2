import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFile } from "../../../src/components/your-data/open-file.js";
import type { Use } from "../../../src/components/your-data/opened.js";

const folder = process.env["LRTMO_REAL_DATA"] ?? "../shared/data";
const present = existsSync(folder);
if (!present) console.warn(`measured files not found in ${folder}: their tests are skipped`);
const open = (path: string) =>
  openFile(basename(path), new Blob([new Uint8Array(readFileSync(join(folder, path)))]));

describe.skipIf(!present)("others' measured files are recognised and shown", () => {
  it.each<[path: string, use: Use | null, what: RegExp]>([
    ["echem-lgm50-nmc/lgm50_rpt0.csv", "cycling", /81661 rows, 7 columns/],
    ["echem-lgm50-nmc/RPT0_short_CA4.parquet", "cycling", /81661 rows/],
    ["npd-lbco-hrpt/hrpt_lbco.xye", "pattern", /3098 rows, 3 columns/],
    ["xanes-mn-standards-athena/Li2MnO3.csv", "spectrum", /4 columns/],
    ["stxm-fe-ledge-als/71214078_aux/i0.xsp", "spectrum", /123 rows, 2 columns/],
    ["xanes-ni-k-refs-pyxas/ref_NiO.txt", "spectrum", /2 columns/],
    ["tomo-tooth/tooth.h5", "projections", /float32, 181 × 2 × 640/],
    ["ct-nmc-nrel/nmc-1-cal_generatedCBD_bridge.tif", "volume", /uint8, 251 × 301 × 301/]
  ])("%s", async (path, use, what) => {
    const file = await open(path);
    const part = file.opened.parts.find(({ name }) => name === file.opened.first);
    expect(part?.what).toMatch(what);
    expect(file.opened.suggested).toBe(use);
    const { shown, images } = await file.choose(file.opened.first);
    if (shown.shape === "table") expect(shown.head.length).toBeGreaterThan(0);
    if (images) {
      const image = await images.read(0);
      expect(image.length).toBe(images.columns * images.rows);
      expect(Array.from(await images.readRow(0, 1))).toEqual(
        Array.from(image.subarray(images.columns, 2 * images.columns))
      );
    }
    file.close();
  });
});
