// What such a tomograph could have seen: porosity, count and the share of the largest pore against one setting at a time, on
// the same particle, each at the threshold found and at those less and more its error; and what would have been concluded at
// 0.1 C and 10 C together.

import { poreNetwork } from "../particle/pore-network.js";
import { segmentedNumbers, tomogramNumbers, type PoreNumbers } from "./analysis.js";
import { atThresholds } from "./assess.js";
import { defaultTomograph, type TomographOptions } from "./instrument.js";
import { reconstruct } from "./reconstruct.js";
import { segment } from "./segment.js";
import { measure } from "./twin.js";

export type LimitSweep = "photons" | "tilts" | "fresnel" | "cameraBlur" | "distances" | "energy" | "size";

export interface LimitRow {
  state: string;
  /** what is varied, and the value given to it */
  sweep: LimitSweep;
  value: number;
  numbers: PoreNumbers;
  /** at the threshold less and more its error */
  moved: [lower: PoreNumbers, higher: PoreNumbers];
}

/** Voxels along an edge where the sweep is not of the voxels themselves. */
export const limitSize = 64;

export const limitSweeps: Record<LimitSweep, readonly number[]> = {
  photons: [100, 1000, 20000],
  tilts: [25, 50, 100],
  fresnel: [0.2, 1.5, 20],
  cameraBlur: [0, 0.8, 2],
  distances: [1, 4],
  energy: [17000, 29600],
  size: [32, limitSize]
};

/** Rows of all sweeps of a state; runs that are the same are made once. Half of the default projections, for coarser voxels. */
export function limitRows(
  state: string,
  seed = 1,
  sweeps: Partial<typeof limitSweeps> = limitSweeps
): LimitRow[] {
  type Run = Pick<LimitRow, "numbers" | "moved">;
  const runs = new Map<string, Run>();
  const runAt = (size: number, changed: TomographOptions): Run => {
    const instrument = defaultTomograph(size, { tilts: 100, ...changed });
    const key = JSON.stringify({ ...instrument, tilts: instrument.tilts.length });
    const known = runs.get(key);
    if (known) return known;
    const tomogram = reconstruct(measure(poreNetwork(state, { size }), instrument, seed));
    const found = segment(tomogram);
    const own: Run = {
      numbers: segmentedNumbers(tomogram, found),
      moved: atThresholds(found, (threshold) => tomogramNumbers(tomogram, { threshold }))
    };
    runs.set(key, own);
    return own;
  };
  return (Object.keys(sweeps) as LimitSweep[]).flatMap((sweep) =>
    (sweeps[sweep] ?? []).map((value) => ({
      ...{ state, sweep, value },
      ...(sweep === "size" ? runAt(value, {}) : runAt(limitSize, { [sweep]: value }))
    }))
  );
}
