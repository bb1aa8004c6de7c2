// Real projections of a tooth, normalised by flat and dark fields; what is expected of them comes with the data.
import { join } from "node:path";
import { expect, test } from "vitest";
import { floatsOf } from "../../../src/data/lib/validation/part.js";
import { tooth } from "../../../src/data/lib/validation/tooth.js";
import { measured, said } from "../../data/lib/measured-parts.js";

measured(tooth, 6, ({ read, folder, obtained }) => {
  test("turns about the column that is known", () => {
    for (const way of ["first against mirrored last projection", "centre of mass"]) {
      const centre = obtained(`rotation axis, ${way}`);
      expect(centre).toBeGreaterThan(295);
      expect(centre).toBeLessThan(296.5);
    }
  });

  test("weighs the same from every side, and in the slice, which projects onto the measurement", () => {
    expect(obtained("mass of a projection, mean")).toBeCloseTo(289.38, 1);
    expect(obtained("mass of a projection, standard deviation")).toBeCloseTo(0.94, 1);
    expect(Math.abs(obtained("mass of the slice") / 289.23 - 1)).toBeLessThan(0.005);
    expect(obtained("reprojection of the slice, relative rms")).toBeLessThan(0.01);
  });

  test("differs by what the page says", () => {
    const mass = 100 * Math.abs(obtained("mass of the slice") / 289.229 - 1);
    const rms = 100 * obtained("reprojection of the slice, relative rms");
    said(
      `keeps its mass to ${mass.toFixed(1)} % and projects back onto what the camera saw to ${rms.toFixed(0)} %`
    );
    const ways = ["centre of mass", "first against mirrored last projection"];
    const [a = NaN, b = NaN] = ways.map((way) => obtained(`rotation axis, ${way}`));
    said(`two ways to find it differ by ${(a - b).toFixed(1)}`);
  });

  test("is the same in its HDF5 file", async () => {
    const { default: h5wasm } = await import("h5wasm/node");
    await h5wasm.ready;
    const file = new h5wasm.File(join(folder, "tooth.h5"), "r");
    for (const [path, name] of [
      ["exchange/data", "proj_f32le.bin"],
      ["exchange/data_white", "white_f32le.bin"],
      ["exchange/data_dark", "dark_f32le.bin"]
    ]) {
      const dataset = file.get(path) as { value: ArrayLike<number> };
      expect(Float32Array.from(dataset.value)).toEqual(floatsOf(read(name)));
    }
    file.close();
  });
});
