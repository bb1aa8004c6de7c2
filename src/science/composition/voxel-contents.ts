// What a voxel holds and how much of a step in absorption it can show. The step of element e across its edge is
//   ΔOD_e = (μ_e(post) − μ_e(pre)) M_e c_e w,
// with mass attenuation μ, molar mass M, molar density c and the voxel's width w. A deviation by the share q of it stands
// out of the photon noise of two images by one standard deviation once √(2/N) = q ΔOD_e, so N = 2/(q ΔOD_e)² photons.

import { avogadro } from "../material/constants.js";
import { composition, formulaUnitConcentration } from "../material/composition.js";
import { molarAttenuation, type AttenuationTable } from "../material/x-ray-absorption.js";
import { photonEnergies } from "./instrument.js";
import type { EdgeElement } from "./raw.js";

export interface VoxelElement {
  element: EdgeElement;
  atoms: number;
  /** optical density, difference between the two photon energies */
  edgeStep: number;
  /** the same for a deviation by the threshold */
  deviation: number;
  /** detected photons, in each of the two images, whose noise equals that deviation */
  photons: number;
}

export interface VoxelContents {
  /** m */
  width: number;
  /** m³ */
  volume: number;
  formulaUnits: number;
  elements: VoxelElement[];
}

/**
 * A cube of pristine material.
 * @param width m
 * @param threshold share by which an element must deviate
 * @throws where the width is not positive
 */
export function voxelContents(
  width: number,
  threshold = 0.05,
  table: AttenuationTable = "chantler"
): VoxelContents {
  if (!(width > 0)) throw new Error(`invalid voxel width: ${width} m; must be positive`);
  const concentration = formulaUnitConcentration();
  const formulaUnits = concentration * width ** 3 * avogadro;
  const elements = photonEnergies.map(({ element, pre, post }): VoxelElement => {
    const step = molarAttenuation(element, post, table) - molarAttenuation(element, pre, table);
    const edgeStep = step * concentration * composition[element] * width;
    const deviation = threshold * edgeStep;
    return {
      element,
      atoms: formulaUnits * composition[element],
      edgeStep,
      deviation,
      photons: 2 / deviation ** 2
    };
  });
  return { width, volume: width ** 3, formulaUnits, elements };
}
