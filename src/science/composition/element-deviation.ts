// Which metal makes a voxel deviate: each of Mn/O, Co/O and Ni/O against its own reference by more than the threshold.
// The noise of a metal's density is nearly the same for all three in mol/m³, but there is seven times as much manganese
// as cobalt: what deviates in cobalt alone is noise unless many voxels are taken together.

import { byElement, type ByElement } from "./edge-difference.js";
import { median, quotient, type Shape } from "./segment.js";
import { smoothWithin } from "./smooth-within.js";

export const metals = ["Mn", "Co", "Ni"] as const;
export type Metal = (typeof metals)[number];
export type ByMetal<T> = Record<Metal, T>;

export interface ElementDeviation {
  /** (X/O)/reference of each metal, NaN outside, [z][x][y] */
  ratios: ByMetal<Float32Array>;
  /** X/O that counts as none missing */
  references: ByMetal<number>;
  /** share of all voxels that are not NaN where X/O is above, or below, its reference by more than the threshold */
  above: ByMetal<number>;
  below: ByMetal<number>;
  /** standard deviation of each ratio over the voxels, robust (1.4826 × the median deviation) */
  spread: ByMetal<number>;
}

/**
 * @param sigma voxels, of the smoothing before the division
 * @param references of a pristine particle, analysed the same way; the sample's own medians unless given
 */
export function elementDeviation(
  densities: ByElement<Float32Array>,
  mask: Uint8Array,
  shape: Shape,
  { sigma, threshold, references }: { sigma: number; threshold: number; references?: ByMetal<number> }
): ElementDeviation {
  const smooth = byElement((element) => smoothWithin(densities[element], mask, shape, sigma));
  const one = (metal: Metal) => {
    const relative = quotient(smooth[metal], smooth.O, mask);
    const reference = references?.[metal] ?? median(relative);
    let [above, below, inside] = [0, 0, 0];
    for (let v = 0; v < relative.length; ++v) {
      const r = (relative[v] /= reference);
      if (Number.isNaN(r)) continue;
      ++inside;
      if (r > 1 + threshold) ++above;
      else if (r < 1 - threshold) ++below;
    }
    const middle = median(relative);
    const deviations = relative.slice();
    for (let v = 0; v < deviations.length; ++v) deviations[v] = Math.abs(deviations[v] - middle);
    const spread = 1.4826 * median(deviations);
    return { relative, reference, above: above / inside, below: below / inside, spread };
  };
  const each = { Mn: one("Mn"), Co: one("Co"), Ni: one("Ni") };
  const pick = <T>(get: (of: ReturnType<typeof one>) => T): ByMetal<T> => ({
    Mn: get(each.Mn),
    Co: get(each.Co),
    Ni: get(each.Ni)
  });
  return {
    ratios: pick((of) => of.relative),
    references: pick((of) => of.reference),
    above: pick((of) => of.above),
    below: pick((of) => of.below),
    spread: pick((of) => of.spread)
  };
}
