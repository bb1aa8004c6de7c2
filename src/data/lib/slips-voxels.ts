/**
 * Two readings of the printed voxel, 25 nm³ and (25 nm)³: what the twin's dose and tilts leave of TM/O in one voxel. Noise of
 * two images behind a mean chord of the fragment, through filtered back-projection (ramp up to the voxel's own frequency):
 *   σ² = 1/(N T_pre) + 1/(N T_post), N = N₀ (w/w₀)²;  σ_voxel = π/√12 · σ/√n  (n tilts; Tretiak, J. Comput. Assist. Tomogr. 2
 * (1978) 477); relative to the voxel's step ΔOD. Metals add by their shares; what lies within the threshold is "target".
 */
import { defaultInstrument, photonEnergies } from "../../science/composition/instrument.js";
import { defaultSettings } from "../../science/composition/settings.js";
import { voxelContents, type VoxelContents } from "../../science/composition/voxel-contents.js";
import { composition, formulaUnitConcentration } from "../../science/material/composition.js";
import { linearAttenuation } from "../../science/material/x-ray-absorption.js";
import { normalTail } from "../../science/numerics/normal-distribution.js";
import { semiAxes } from "../../science/particle/fragment-shape.js";

export interface VoxelReading {
  name: string;
  contents: VoxelContents;
  /** relative, by element */
  noise: Record<string, number>;
  /** relative, of TM/O */
  ratioNoise: number;
  /** share of a uniform material that falls within the threshold */
  onTarget: number;
}

const nm = 1e-9;
export const voxelReadings = [
  { name: "(25 nm)³", width: 25 * nm },
  { name: "25 nm³", width: 25 ** (1 / 3) * nm }
] as const;

/** m, mean chord of a sphere of the fragment's volume */
const chord = (4 / 3) * Math.cbrt(semiAxes.x * semiAxes.y * semiAxes.z);
const units = formulaUnitConcentration();
const pristine = Object.fromEntries(
  Object.entries(composition).map(([element, atoms]) => [element, atoms * units])
);
const transmission = (energy: number): number => Math.exp(-chord * linearAttenuation(pristine, energy));

/** @param width m */
export function voxelReading(name: string, width: number): VoxelReading {
  const { photons, pixelSize, tilts } = defaultInstrument();
  const { threshold } = defaultSettings;
  const contents = voxelContents(width, threshold);
  const gathered = photons * (width / pixelSize) ** 2;
  const noise = Object.fromEntries(
    contents.elements.map(({ element, edgeStep }) => {
      const pair = photonEnergies.find((own) => own.element === element);
      if (!pair) throw new Error(`missing photon energies of ${element}; give them with the microscope`);
      const image = Math.sqrt(
        1 / (gathered * transmission(pair.pre)) + 1 / (gathered * transmission(pair.post))
      );
      return [element, ((Math.PI / Math.sqrt(12)) * image) / Math.sqrt(tilts.length) / edgeStep];
    })
  );
  const metals = ["Mn", "Co", "Ni"] as const;
  const total = metals.reduce((sum, metal) => sum + composition[metal], 0);
  const metal = Math.hypot(...metals.map((m) => (composition[m] / total) * (noise[m] ?? NaN)));
  const ratioNoise = Math.hypot(metal, noise["O"] ?? NaN);
  return { name, contents, noise, ratioNoise, onTarget: 1 - 2 * normalTail(threshold / ratioNoise) };
}
