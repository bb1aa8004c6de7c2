// The truth of a fragment as a segmentation would see it at a coarser voxel: element densities averaged over blocks of
// voxels, TM/O relative to that of the target composition, classes by a threshold. TM = Mn + Co + Ni.

import { composition, formulaUnitConcentration } from "../material/composition.js";
import type { Fragment } from "./fragment.js";

/** The same numbers stand in every volume of classes. */
export const compositionClass = { outside: 0, target: 1, oxygenPoor: 2, oxygenRich: 3 } as const;

/** TM/O of the target composition. */
export const targetRatio = (composition.Mn + composition.Co + composition.Ni) / composition.O;

/** @throws where `size` does not divide the fragment's */
export function coarsen(fragment: Fragment, size: number): Fragment {
  const factor = fragment.size / size;
  if (factor === 1) return fragment;
  if (!(Number.isInteger(factor) && factor > 0))
    throw new Error(`invalid size: ${size}; must divide the ${fragment.size} voxels along an edge`);
  const { Li, O, Mn, Co, Ni } = fragment.densities;
  const bin = (volume: Float32Array) => averageBlocks(volume, fragment.size, factor);
  return {
    size,
    voxel: fragment.voxel * factor,
    densities: { Li: bin(Li), O: bin(O), Mn: bin(Mn), Co: bin(Co), Ni: bin(Ni) }
  };
}

/** Means over cubes of `factor`³ voxels of a cubic volume. */
export function averageBlocks(volume: Float32Array, size: number, factor: number): Float32Array {
  const coarse = size / factor;
  const sum = new Float64Array(coarse ** 3);
  for (let z = 0, at = 0; z < size; ++z)
    for (let x = 0; x < size; ++x) {
      const row = (Math.floor(z / factor) * coarse + Math.floor(x / factor)) * coarse;
      for (let y = 0; y < size; ++y) sum[row + Math.floor(y / factor)] += volume[at++];
    }
  return Float32Array.from(sum, (total) => total / factor ** 3);
}

export interface TrueClasses {
  size: number;
  /** m */
  voxel: number;
  /** TM/O over that of the target; NaN outside */
  ratio: Float32Array;
  /** numbers of `compositionClass`, [z][x][y] */
  classes: Uint8Array;
  /** of the voxels that are at least half full */
  shares: { target: number; oxygenPoor: number; oxygenRich: number };
}

/**
 * Classes of the true composition. A voxel counts where at least half of it is oxide.
 * @param threshold relative deviation of TM/O beyond which a voxel leaves the target class
 */
export function trueClasses(fragment: Fragment, threshold = 0.05): TrueClasses {
  const { O, Mn, Co, Ni } = fragment.densities;
  const units = formulaUnitConcentration();
  const full = { oxygen: composition.O * units, metal: composition.O * targetRatio * units };
  const ratio = new Float32Array(O.length).fill(NaN);
  const classes = new Uint8Array(O.length);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < O.length; ++i) {
    const metal = Mn[i] + Co[i] + Ni[i];
    // a domain lacks either oxygen or metal: what it does not lack tells how full the voxel is
    if (Math.max(O[i] / full.oxygen, metal / full.metal) < 0.5) continue;
    ratio[i] = metal / O[i] / targetRatio;
    classes[i] = classOf(ratio[i] - 1, threshold);
    ++counts[classes[i]];
  }
  const total = Math.max(1, counts[1] + counts[2] + counts[3]);
  const shares = { target: counts[1] / total, oxygenPoor: counts[2] / total, oxygenRich: counts[3] / total };
  return { size: fragment.size, voxel: fragment.voxel, ratio, classes, shares };
}

/** Class of a relative deviation of TM/O. */
export function classOf(deviation: number, threshold: number): number {
  if (deviation > threshold) return compositionClass.oxygenPoor;
  return deviation < -threshold ? compositionClass.oxygenRich : compositionClass.target;
}
