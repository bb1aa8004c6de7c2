// Real projections of a tooth, normalised by flat and dark fields; what is expected of them comes with the data.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { filteredBackProjection } from "../../../src/science/numerics/filtered-back-projection.js";
import { projector } from "../../../src/science/numerics/projector.js";
import { axisByMass, axisByMirror } from "../../../src/science/numerics/rotation-centre.js";

const folder = join(process.env.LRTMO_REAL_DATA ?? "../shared/data", "tomo-tooth");
const present = existsSync(folder);
if (!present)
  console.log(`skipped: no projections of the tooth in ${folder}; set LRTMO_REAL_DATA to where they are`);

const floats = (name: string) => new Float32Array(new Uint8Array(readFileSync(join(folder, name))).buffer);
const [count, rows, columns] = [181, 2, 640];

/** Line integrals of detector row 0, [tilt][x]. */
function lineIntegrals(): Float32Array {
  const [raw, flats, darks] = ["proj_f32le.bin", "white_f32le.bin", "dark_f32le.bin"].map(floats);
  const mean = (frames: Float32Array, i: number) => {
    let sum = 0;
    for (let f = 0; f < 10; ++f) sum += frames[f * rows * columns + i] / 10;
    return sum;
  };
  return Float32Array.from({ length: count * columns }, (_, p) => {
    const i = p % columns;
    const dark = mean(darks, i);
    const light = raw[Math.floor(p / columns) * rows * columns + i] - dark;
    return -Math.log(light / (mean(flats, i) - dark));
  });
}

describe.skipIf(!present)("the tooth", () => {
  const middle = (columns - 1) / 2;
  const tilts = Float64Array.from({ length: count }, (_, a) => (a * 0.994475 * Math.PI) / 180);
  let projections: Float32Array = new Float32Array();
  beforeAll(() => {
    projections = lineIntegrals();
  });
  const masses = () =>
    Array.from({ length: count }, (_, a) =>
      projections.subarray(a * columns, (a + 1) * columns).reduce((sum, value) => sum + value, 0)
    );

  test("turns about the column that is known", () => {
    const mirror =
      middle + axisByMirror(projections.subarray(0, columns), projections.subarray(180 * columns));
    const mass = middle + axisByMass(projections, tilts);
    for (const centre of [mirror, mass]) {
      expect(centre).toBeGreaterThan(295);
      expect(centre).toBeLessThan(296.5);
    }
  });

  test("weighs the same from every side", () => {
    const all = masses();
    const mean = all.reduce((sum, mass) => sum + mass, 0) / count;
    expect(mean).toBeCloseTo(289.38, 1);
    expect(Math.sqrt(all.reduce((sum, mass) => sum + (mass - mean) ** 2, 0) / count)).toBeCloseTo(0.94, 1);
  });

  test("keeps its mass in the slice, which projects onto the measurement", () => {
    const beam = { size: columns, slices: 1, tilts, axisOffset: 296 - middle };
    const slice = filteredBackProjection(projections, beam, { filter: "shepp-logan" });
    // The reference is of the circle that every tilt sees, about column 296.
    const radius = 296;
    for (let v = 0; v < slice.length; ++v)
      if (Math.hypot((v % columns) - middle, Math.floor(v / columns) - middle) > radius) slice[v] = 0;
    const mass = slice.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(mass / 289.23 - 1)).toBeLessThan(0.005);
    const again = projector(beam).project(slice);
    let [difference, sum] = [0, 0];
    for (let p = 0; p < again.length; ++p) {
      if (Math.abs((p % columns) - 296) > radius) continue;
      difference += (again[p] - projections[p]) ** 2;
      sum += projections[p] ** 2;
    }
    expect(Math.sqrt(difference / sum)).toBeLessThan(0.01);
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
      expect(Float32Array.from(dataset.value)).toEqual(floats(name));
    }
    file.close();
  });
});
