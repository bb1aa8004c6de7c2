// The rule that makes classes of a ratio of transition metals to oxygen, r = (TM/O)/reference: within the threshold of 1
// a voxel is at the target composition, above it oxygen-poor, below it oxygen-rich.

/** In the order of their numbers in a volume of classes. */
export const classNames = ["outside", "target", "oxygenPoor", "oxygenRich"] as const;
export type CompositionClass = Exclude<(typeof classNames)[number], "outside">;

export type Proportions = Record<CompositionClass, number>;

/**
 * @param ratio relative to the reference; NaN outside
 * @param threshold the deviation from 1 up to which a voxel is at the target, above 0
 * @returns 0 outside, 1 target, 2 oxygen-poor, 3 oxygen-rich
 */
export function classify(ratio: Float32Array, threshold: number): Uint8Array {
  if (!(threshold > 0)) throw new Error(`invalid threshold: ${threshold}; must be above 0, as 0.05 for 5 %`);
  const classes = new Uint8Array(ratio.length);
  for (let v = 0; v < ratio.length; ++v) {
    const r = ratio[v];
    if (!Number.isNaN(r)) classes[v] = r > 1 + threshold ? 2 : r < 1 - threshold ? 3 : 1;
  }
  return classes;
}

/** Shares of the voxels that are not outside, 0 to 1. @throws where all are outside */
export function proportions(classes: Uint8Array): Proportions {
  const counts = [0, 0, 0, 0];
  for (const c of classes) ++counts[c];
  const inside = counts[1] + counts[2] + counts[3];
  if (inside === 0)
    throw new Error(
      "missing classes: no voxel has metal and oxygen enough for a ratio; look at the reconstructed densities, or lower the support's level"
    );
  return { target: counts[1] / inside, oxygenPoor: counts[2] / inside, oxygenRich: counts[3] / inside };
}

/** `proportions(classify(ratio, t))` for many thresholds, from one pass over the volume each. */
export function proportionsAt(ratio: Float32Array, thresholds: readonly number[]): Proportions[] {
  return thresholds.map((threshold) => proportions(classify(ratio, threshold)));
}
