// One state's measurement on its way: counts at some tilts, the elements' projected densities, sinograms of all tilts.
import { defaultInstrument } from "../science/composition/instrument.js";
import { prepare } from "../science/composition/prepare.js";
import { projectionOf } from "../science/composition/raw.js";
import { measure } from "../science/composition/twin.js";
import { fragment } from "../science/particle/fragment.js";
import { sampledState } from "../science/particle/states.js";
import { compositionMeta, sampleSize, shownSeed } from "./lib/composition.js";
import { packArrays, writeBytes, type ArrayInput } from "./lib/packed-arrays.js";

const state = "10C-4.8V";
/** every tenth tilt: the file stays small */
const step = 10;
const raw = measure(fragment(state, { size: sampleSize }), defaultInstrument(sampleSize), shownSeed);
const prepared = prepare(raw);
const { size, slices } = prepared;
const shown = Array.from(raw.tilts.keys()).filter((tilt) => tilt % step === 0);
const elements = ["O", "Mn", "Co", "Ni"] as const;
const joined = (parts: Float32Array[]) => {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
const scaled = { unit: "", kind: "scaled" } as const;
const counts = Array.from(raw.energies, (energy, k): ArrayInput => ({
  ...scaled,
  name: `counts at ${energy} eV`,
  shape: [shown.length, raw.columns, raw.rows],
  axes: ["tilt", "x", "y"],
  unit: "counts",
  description: `what the camera counts at ${energy} eV, dark level included`,
  values: joined(shown.map((tilt) => projectionOf(raw, k, tilt)))
}));
const pixels = size * slices;
const projected = elements.map((element): ArrayInput => ({
  ...scaled,
  name: `projected ${element}`,
  shape: [shown.length, size, slices],
  axes: ["tilt", "x", "y"],
  unit: "mol/m²",
  description: `${element} along the beam, after alignment and edge difference`,
  values: joined(
    shown.map((tilt) => prepared.projectedDensities[element].subarray(tilt * pixels, (tilt + 1) * pixels))
  )
}));
const row = slices >> 1;
const sinograms = elements.map((element): ArrayInput => ({
  ...scaled,
  name: `sinogram ${element}`,
  shape: [raw.tilts.length, size],
  axes: ["tilt", "x"],
  unit: "mol/m²",
  description: `${element} along the beam in row ${row}, all tilts`,
  values: prepared.projectedDensities[element].filter((_, i) => i % slices === row)
}));
const degrees = Array.from(raw.tilts, (tilt) => +((tilt * 180) / Math.PI).toFixed(6));
const facts = {
  state,
  label: sampledState(state).label,
  tilts: degrees,
  shown: shown.map((tilt) => degrees[tilt]),
  pixel_nm: 1e9 * raw.pixelSize,
  voxel_nm: 1e9 * prepared.voxel,
  energies: [...raw.energies]
};
const meta = compositionMeta({
  title: `A measurement on its way: ${state}`,
  description:
    "Counts of the camera at every tenth tilt, projected densities of the elements, and their sinograms."
});
await writeBytes(packArrays(meta, facts, [...counts, ...projected, ...sinograms]));
