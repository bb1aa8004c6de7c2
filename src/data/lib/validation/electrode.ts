// A measured electrode: segmented X-ray tomography of a nickel–manganese–cobalt oxide electrode, with a binder generated in
// its pores. Fractions, components, faces and distances by the counting kernels, against SciPy's.
import { fromArrayBuffer } from "geotiff";
import { distanceTransform } from "../../../science/numerics/distance-transform.js";
import { faceCount } from "../../../science/numerics/face-count.js";
import { connectedComponents } from "../../../science/numerics/labels.js";
import type { Shape } from "../../../science/numerics/volume-shape.js";
import { jsonOf, type Check, type Part } from "./part.js";

interface Phase {
  fraction: number;
  n_components_6conn: number;
  n_components_26conn: number;
  largest_fraction_6conn: number;
  faces: number;
}

interface Expected {
  reference_scipy: Record<"0" | "1" | "2", Phase> & {
    "pore_plus_CBD (measured two-phase)": Pick<Phase, "fraction" | "n_components_6conn">;
    nmc_edt_max_vox: number;
    nmc_edt_mean_vox: number;
  };
}

export interface Volume {
  /** phase of each voxel: 0 pore, 1 oxide, 2 binder */
  voxels: Uint8Array;
  shape: Shape;
}

export async function readVolume(bytes: Uint8Array): Promise<Volume> {
  const tiff = await fromArrayBuffer(bytes.slice().buffer);
  const slices = await tiff.getImageCount();
  const first = await tiff.getImage(0);
  const shape: Shape = [slices, first.getHeight(), first.getWidth()];
  const voxels = new Uint8Array(shape[0] * shape[1] * shape[2]);
  for (let a = 0; a < slices; ++a) {
    const [band] = await (await tiff.getImage(a)).readRasters();
    if (typeof band === "number")
      throw new Error(`invalid slice ${a} of the electrode: no pixels; must hold an image`);
    voxels.set(band, a * shape[1] * shape[2]);
  }
  return { voxels, shape };
}

export const electrodeFile = "nmc-1-cal_generatedCBD_bridge.tif";
const phases = ["pores", "oxide", "binder"] as const;
const against = "SciPy";

export const electrode: Part = {
  folder: "ct-nmc-nrel",
  source: {
    title: "NMC electrode: 251 × 301 × 301 voxels in three phases",
    source: "National Renewable Energy Laboratory, battery microstructures library",
    repository: "NREL/MATBOX_Microstructure_analysis_toolbox",
    licence: "BSD-2-Clause style, Alliance for Sustainable Energy",
    checks: "/figures/fig-2-composition-tomography"
  },
  code: [
    "src/science/numerics/labels.ts",
    "src/science/numerics/face-count.ts",
    "src/science/numerics/distance-transform.ts"
  ],
  async evaluate(read) {
    const { voxels, shape } = await readVolume(read(electrodeFile));
    const { reference_scipy: expected } = jsonOf<Expected>(read("expected.json"));
    const mask = (keep: (value: number) => boolean) => voxels.map((value) => (keep(value) ? 1 : 0));
    const equal = (what: string, value: number, obtained: number, tolerance = 0, unit = ""): Check => ({
      ...{ what, unit, expected: value, tolerance, relation: "within", obtained, against }
    });
    const ofPhases = phases.flatMap((name, phase): Check[] => {
      const known = expected[phase as 0 | 1 | 2];
      const solid = mask((value) => value === phase);
      const six = connectedComponents(solid, shape);
      const own = solid.length - six.sizes[0];
      const largest = six.sizes.subarray(1).reduce((most, size) => Math.max(most, size), 0);
      const all = connectedComponents(solid, shape, { neighbours: 26 }).count;
      return [
        equal(`share of the ${name}`, known.fraction, own / solid.length),
        equal(`pieces of the ${name}, joined by faces`, known.n_components_6conn, six.count),
        equal(`pieces of the ${name}, joined by faces, edges and corners`, known.n_components_26conn, all),
        equal(`share of the ${name} in its largest piece`, known.largest_fraction_6conn, largest / own),
        equal(`faces of the ${name}`, known.faces, faceCount(voxels, shape, phase).total)
      ];
    });
    const rest = expected["pore_plus_CBD (measured two-phase)"];
    const open = connectedComponents(
      mask((value) => value !== 1),
      shape
    );
    const oxide = mask((value) => value === 1);
    const distance = distanceTransform(oxide, shape);
    let [furthest, sum, inside] = [0, 0, 0];
    for (let p = 0; p < oxide.length; ++p) {
      if (oxide[p] === 0) continue;
      furthest = Math.max(furthest, distance[p]);
      sum += distance[p];
      ++inside;
    }
    return {
      checks: [
        ...ofPhases,
        equal(
          "share of pores and binder together",
          rest.fraction,
          (voxels.length - open.sizes[0]) / voxels.length
        ),
        equal("pieces of pores and binder together", rest.n_components_6conn, open.count),
        equal(
          "largest distance of the oxide from its surface",
          expected.nmc_edt_max_vox,
          furthest,
          5e-6,
          "voxels"
        ),
        equal(
          "mean distance of the oxide from its surface",
          expected.nmc_edt_mean_vox,
          sum / inside,
          5e-7,
          "voxels"
        )
      ]
    };
  }
};
