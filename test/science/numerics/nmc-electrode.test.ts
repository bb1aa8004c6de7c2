// A measured electrode: X-ray tomography of a nickel–manganese–cobalt oxide positive electrode, segmented, with a binder
// phase generated in its pores; National Renewable Energy Laboratory, battery microstructures library. The expected
// numbers were made with scipy.

import { existsSync, readFileSync } from "node:fs";
import { fromArrayBuffer } from "geotiff";
import { beforeAll, describe, expect, it } from "vitest";
import { distanceTransform } from "../../../src/science/numerics/distance-transform.js";
import { faceCount } from "../../../src/science/numerics/face-count.js";
import { connectedComponents } from "../../../src/science/numerics/labels.js";
import type { Shape } from "../../../src/science/numerics/volume-shape.js";

const folder = `${process.env.LRTMO_REAL_DATA ?? "../shared/data"}/ct-nmc-nrel`;
const file = `${folder}/nmc-1-cal_generatedCBD_bridge.tif`;
const present = existsSync(file);
if (!present)
  console.log(`skipped: measured electrode, as ${file} is missing; LRTMO_REAL_DATA names the folder`);

interface Phase {
  fraction: number;
  n_components_6conn: number;
  n_components_26conn?: number;
  largest_fraction_6conn?: number;
  faces?: number;
}

async function readStack(): Promise<{ volume: Uint8Array; shape: Shape }> {
  const bytes = readFileSync(file);
  const tiff = await fromArrayBuffer(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const slices = await tiff.getImageCount();
  const first = await tiff.getImage(0);
  const shape: Shape = [slices, first.getHeight(), first.getWidth()];
  const volume = new Uint8Array(shape[0] * shape[1] * shape[2]);
  for (let a = 0; a < slices; ++a) {
    const [band] = await (await tiff.getImage(a)).readRasters();
    if (typeof band === "number") throw new Error(`invalid slice ${a}: no band of pixels`);
    volume.set(band, a * shape[1] * shape[2]);
  }
  return { volume, shape };
}

describe.skipIf(!present)("a measured electrode", () => {
  let volume: Uint8Array;
  let shape: Shape;
  let expected: Record<string, Phase>;
  let distances: { nmc_edt_max_vox: number; nmc_edt_mean_vox: number };

  beforeAll(async () => {
    ({ volume, shape } = await readStack());
    const { reference_scipy: reference } = JSON.parse(readFileSync(`${folder}/expected.json`, "utf8")) as {
      reference_scipy: unknown;
    };
    expected = reference as typeof expected;
    distances = reference as typeof distances;
  });

  const mask = (keep: (value: number) => boolean) => volume.map((value) => (keep(value) ? 1 : 0));

  it("has the size that its library states", () => {
    expect([...shape].sort()).toEqual([251, 301, 301]);
  });

  for (const phase of [0, 1, 2]) {
    it(`has in phase ${phase} the fraction, components and faces of the reference`, () => {
      const one = expected[String(phase)];
      const solid = mask((value) => value === phase);
      const six = connectedComponents(solid, shape);
      const voxels = solid.length - six.sizes[0];
      expect(voxels / solid.length).toBe(one.fraction);
      expect(six.count).toBe(one.n_components_6conn);
      expect(connectedComponents(solid, shape, { neighbours: 26 }).count).toBe(one.n_components_26conn);
      const largest = six.sizes.subarray(1).reduce((most, size) => Math.max(most, size), 0);
      expect(largest / voxels).toBe(one.largest_fraction_6conn);
      expect(faceCount(volume, shape, phase).total).toBe(one.faces);
    });
  }

  it("has the pores' components, binder included, of the reference", () => {
    const pores = expected["pore_plus_CBD (measured two-phase)"];
    const { count, sizes } = connectedComponents(
      mask((value) => value !== 1),
      shape
    );
    expect(count).toBe(pores.n_components_6conn);
    expect((volume.length - sizes[0]) / volume.length).toBe(pores.fraction);
  });

  it("labels the phases at once as it does one by one", () => {
    const { count } = connectedComponents(
      volume.map((value) => value + 1),
      shape
    );
    expect(count).toBe([0, 1, 2].reduce((sum, phase) => sum + expected[String(phase)].n_components_6conn, 0));
  });

  it("has the largest and mean distance of the oxide from its surface", () => {
    const solid = mask((value) => value === 1);
    const distance = distanceTransform(solid, shape);
    let [largest, sum, voxels] = [0, 0, 0];
    for (let p = 0; p < solid.length; ++p) {
      if (solid[p] === 0) continue;
      largest = Math.max(largest, distance[p]);
      sum += distance[p];
      ++voxels;
    }
    expect(largest).toBeCloseTo(distances.nmc_edt_max_vox, 5);
    expect(sum / voxels).toBeCloseTo(distances.nmc_edt_mean_vox, 6);
  });
});
