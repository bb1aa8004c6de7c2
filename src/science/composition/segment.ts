// From element densities to the ratio of transition metals to oxygen, TM/O = (n_Mn + n_Co + n_Ni)/n_O, voxel by voxel,
// relative to a reference ratio. Only this relative value is safe: absolute ratios carry the tables of absorption, which
// disagree by up to 25 %. The reference is the median ratio of a pristine particle measured and analysed the same way.
// Without one a sample is its own reference: its most common composition then is "target" by construction, and what the
// whole particle has lost cannot be seen.

import type { ByElement } from "./edge-difference.js";
import { selectSmallest } from "../numerics/select.js";
import { smoothWithin } from "./smooth-within.js";
import { aboveLevel, solidLevel } from "./support.js";

export type Shape = readonly [number, number, number];

/** n_Mn + n_Co + n_Ni */
export function transitionMetals({ Mn, Co, Ni }: ByElement<Float32Array>): Float32Array {
  const sum = new Float32Array(Mn.length);
  for (let v = 0; v < sum.length; ++v) sum[v] = Mn[v] + Co[v] + Ni[v];
  return sum;
}

/** All atoms that are seen, lithium is not. */
export function atoms({ O, Mn, Co, Ni }: ByElement<Float32Array>): Float32Array {
  const sum = new Float32Array(O.length);
  for (let v = 0; v < sum.length; ++v) sum[v] = O[v] + Mn[v] + Co[v] + Ni[v];
  return sum;
}

/** Voxels inside the support that are solid to more than `level`: others have too little of both for a ratio. */
export function solidVoxels(
  densities: ByElement<Float32Array>,
  support: Uint8Array,
  level: number
): Uint8Array {
  const total = atoms(densities);
  const solid = aboveLevel(total, level * solidLevel(total, support));
  for (let v = 0; v < solid.length; ++v) if (!support[v]) solid[v] = 0;
  return solid;
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
  return quotient(metals, oxygen, mask);
}

/** a/b within the mask, NaN outside and where b is not positive. */
export function quotient(a: Float32Array, b: Float32Array, mask: Uint8Array): Float32Array {
  const out = new Float32Array(a.length);
  for (let v = 0; v < out.length; ++v) out[v] = mask[v] && b[v] > 0 ? a[v] / b[v] : NaN;
  return out;
}

/** Median of what is not NaN. @throws where nothing is */
export function median(values: Float32Array): number {
  const kept = new Float32Array(values.length);
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) kept[count++] = value;
  if (count === 0)
    throw new Error(
      "missing ratio: no voxel has metal and oxygen enough; look at the reconstructed densities"
    );
  const half = count >> 1;
  const upper = selectSmallest(kept, half, count);
  if (count % 2) return upper;
  // what stands before the upper of the two in the middle is not greater than it
  let lower = -Infinity;
  for (let i = 0; i < half; ++i) lower = Math.max(lower, kept[i]);
  return (lower + upper) / 2;
}
