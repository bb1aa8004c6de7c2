/** One radiograph of a state as the camera counts it, and the thickness of oxide that is retrieved from it. */
import { projector } from "../../science/numerics/projector.js";
import { poreNetwork } from "../../science/particle/pore-network.js";
import { defaultTomograph } from "../../science/porosity/instrument.js";
import { refraction } from "../../science/porosity/refraction.js";
import { retrieveThickness } from "../../science/porosity/retrieval.js";
import { measure } from "../../science/porosity/twin.js";
import { poreState } from "../../science/particle/pore-network-states.js";
import { packArrays } from "./packed-arrays.js";
import { porosityMeta, stateIds } from "./porosity.js";

/** Images [x][y], y along the axis of rotation. */
export interface Radiograph {
  /** counts over those of the beam without the sample */
  intensity: Float32Array;
  /** m, retrieved */
  thickness: Float32Array;
  /** m, root mean square of retrieved less true thickness where the beam meets oxide */
  rms: number;
  /** m, of the sample, along the beam */
  thickest: number;
}

/** The first projection of the run with that seed, at the first tilt: the same counts as in the tomogram of that seed. */
export function radiographOf(id: string, size: number, seed: number): Radiograph {
  const instrument = defaultTomograph(size);
  const tilts = instrument.tilts.slice(0, 1);
  const sample = poreNetwork(id, { size });
  const raw = measure(sample, { ...instrument, tilts }, seed);
  const thickness = retrieveThickness(raw, refraction(raw.energy));
  const truth = projector({ size, slices: size, tilts }).project(sample.solid);
  let [squares, count, thickest] = [0, 0, 0];
  for (let i = 0; i < truth.length; ++i) {
    const own = truth[i] * sample.voxel;
    if (own <= 0) continue;
    squares += (thickness[i] - own) ** 2;
    thickest = Math.max(thickest, own);
    ++count;
  }
  return {
    intensity: raw.counts.map((n) => n / raw.flat),
    ...{ thickness, rms: Math.sqrt(squares / count), thickest }
  };
}

/** The radiographs of all states as a file for a page. */
export function packedRadiographs(size: number, seed: number): Uint8Array {
  const images = stateIds.map((id) => radiographOf(id, size, seed));
  const { pixelSize, energy, distances, photons } = defaultTomograph(size);
  const stacked = (of: (image: Radiograph) => Float32Array, factor: number) =>
    Float32Array.from(images.flatMap((image) => Array.from(of(image), (v) => factor * v)));
  const shared = { shape: [stateIds.length, size, size], axes: ["state", "x", "y"], kind: "scaled" as const };
  const thickest = Math.max(...images.map((image) => image.thickest));
  return packArrays(
    porosityMeta({
      title: "Radiographs of the particles",
      description:
        "The first of the projections of each state as recorded, and the thickness of oxide retrieved from it, each in 254 steps from the least to the largest value of the three.",
      code: [
        "src/science/porosity/twin.ts",
        "src/science/porosity/retrieval.ts",
        "src/data/lib/porosity-radiographs.ts"
      ]
    }),
    {
      states: stateIds.map((id, k) => ({
        ...{ state: id, label: poreState(id).label },
        ...{ rms_um: 1e6 * images[k].rms, thickest_um: 1e6 * images[k].thickest }
      })),
      ...{ pixel_nm: 1e9 * pixelSize, energy_keV: 1e-3 * energy, distance_mm: 1e3 * distances[0], photons },
      // of the beam, behind the thickest oxide, were there no refraction
      least_percent: 100 * Math.exp(-refraction(energy).attenuation * thickest)
    },
    [
      {
        ...{ ...shared, name: "intensity", unit: "", values: stacked(({ intensity }) => intensity, 1) },
        description: "counts over those of the beam without the sample"
      },
      {
        ...{ ...shared, name: "thickness", unit: "µm", values: stacked(({ thickness }) => thickness, 1e6) },
        description: "thickness of oxide along the beam, retrieved"
      }
    ]
  );
}
