// From element densities to the ratio of transition metals to oxygen, TM/O = (n_Mn + n_Co + n_Ni)/n_O, voxel by voxel,
// relative to a reference ratio. Only this relative value is safe: absolute ratios carry the tables of absorption, which
// disagree by up to 25 %. The reference is the median ratio of a pristine particle measured and analysed the same way.
// Without one a sample is its own reference: its most common composition then is "target" by construction, and what the
// whole particle has lost cannot be seen.

import type { ByElement } from "./edge-difference.js";
import { smoothWithin } from "./smooth-within.js";
import { aboveLevel, solidLevel } from "./support.js";

export type Shape = readonly [number, number, number];

/** n_Mn + n_Co + n_Ni */
export function transitionMetals({ Mn, Co, Ni }: ByElement<Float32Array>): Float32Array {
  return Mn.map((value, v) => value + Co[v] + Ni[v]);
}

/** All atoms that are seen, lithium is not. */
export function atoms({ O, Mn, Co, Ni }: ByElement<Float32Array>): Float32Array {
  return O.map((value, v) => value + Mn[v] + Co[v] + Ni[v]);
}

/** Voxels inside the support that are solid to more than `level`: others have too little of both for a ratio. */
export function solidVoxels(
  densities: ByElement<Float32Array>,
  support: Uint8Array,
  level: number
): Uint8Array {
  const total = atoms(densities);
  const solid = aboveLevel(total, level * solidLevel(total, support));
  return solid.map((inside, v) => (inside && support[v] ? 1 : 0));
}

/**
 * TM/O, NaN outside the mask and where no oxygen is left.
 * @param sigma voxels, of the Gaussian that smooths both before the division; 0 for none
 */
export function metalToOxygen(
  densities: ByElement<Float32Array>,
  mask: Uint8Array,
  shape: Shape,
  sigma: number
): Float32Array {
  const metals = smoothWithin(transitionMetals(densities), mask, shape, sigma);
  const oxygen = smoothWithin(densities.O, mask, shape, sigma);
  return metals.map((value, v) => (mask[v] && oxygen[v] > 0 ? value / oxygen[v] : NaN));
}

/** Median of what is not NaN. @throws where nothing is */
export function median(values: Float32Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0)
    throw new Error(
      "missing ratio: no voxel has metal and oxygen enough; look at the reconstructed densities"
    );
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
