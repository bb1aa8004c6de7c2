// The reflections of a powder: one (h k l) of each set that the Laue group makes equivalent, its multiplicity, and none that
// the translations of the symmetry extinguish: (h k l) is absent where an operation with hW = h has h·w not whole.
// International Tables for Crystallography A (2016), chapter 1.6, doi 10.1107/97809553602060000114.

import { reciprocalMetric, inverseSquaredSpacing, type Crystal } from "../material/crystal.js";
import type { SymmetryOperation } from "../material/symmetry.js";

export interface Reflections {
  count: number;
  /** [reflection], by descending d */
  h: Int16Array;
  k: Int16Array;
  l: Int16Array;
  multiplicity: Float64Array;
  /** d in Å for the cell that the list was made with */
  d: Float64Array;
}

type Index = readonly [h: number, k: number, l: number];

/** hW: the reflection that an operation makes of one. */
const turned = ([h, k, l]: Index, r: readonly number[]): Index => [
  h * r[0] + k * r[3] + l * r[6],
  h * r[1] + k * r[4] + l * r[7],
  h * r[2] + k * r[5] + l * r[8]
];

/** Whether the symmetry's translations extinguish a reflection. */
export function isAbsent(operations: readonly SymmetryOperation[], index: Index): boolean {
  return operations.some(({ rotation, translation }) => {
    const [h, k, l] = turned(index, rotation);
    if (h !== index[0] || k !== index[1] || l !== index[2]) return false;
    const phase = h * translation[0] + k * translation[1] + l * translation[2];
    return Math.abs(phase - Math.round(phase)) > 1e-6;
  });
}

/**
 * @param range dMin > 0 and dMax in Å; dMax may be infinite
 * @throws where the range is empty, or so fine that there would be more than 20,000 reflections
 */
export function reflectionList(
  { operations, cell }: Pick<Crystal, "operations" | "cell">,
  { dMin, dMax = Infinity }: { dMin: number; dMax?: number }
): Reflections {
  if (!(dMin > 0 && dMax > dMin))
    throw new Error(`invalid range of d: ${dMin} to ${dMax} Å; must ascend from above 0`);
  const g = reciprocalMetric(cell);
  // |h| = |a · s| ≤ a/d
  const [hMost, kMost, lMost] = [cell.a, cell.b, cell.c].map((edge) => Math.floor(edge / dMin + 1e-9));
  if (hMost * kMost * lMost > 1e7)
    throw new Error(
      `invalid range of d: down to ${dMin} Å there are too many reflections; raise its lower end`
    );
  const rotations = new Map(operations.map(({ rotation }) => [rotation.join(), rotation]));
  const seen = new Set<number>();
  // indices to one number; they are below 1024 by the check above for all but absurd cells
  const key = ([h, k, l]: Index) => ((h + 2048) * 4096 + (k + 2048)) * 4096 + (l + 2048);
  const found: { index: Index; multiplicity: number; d: number }[] = [];
  // from the highest indices down, so that the one that stands for its set is the customary one: 1 0 4 and not −1 1 4
  for (let h = hMost; h >= -hMost; --h)
    for (let k = kMost; k >= -kMost; --k)
      for (let l = lMost; l >= -lMost; --l) {
        if (h === 0 && k === 0 && l === 0) continue;
        const d = 1 / Math.sqrt(inverseSquaredSpacing(g, h, k, l));
        if (d < dMin || d > dMax) continue;
        const index: Index = [h, k, l];
        if (seen.has(key(index))) continue;
        const set = new Set<number>();
        let first = index;
        for (const rotation of rotations.values()) {
          const image = turned(index, rotation);
          for (const sign of [1, -1]) {
            const same: Index = [sign * image[0], sign * image[1], sign * image[2]];
            const word = key(same);
            set.add(word);
            seen.add(word);
            if (customary(same) > customary(first)) first = same;
          }
        }
        if (!isAbsent(operations, index)) found.push({ index: first, multiplicity: set.size, d });
      }
  found.sort((a, b) => b.d - a.d || b.index[2] - a.index[2] || b.index[0] - a.index[0]);
  return {
    count: found.length,
    h: Int16Array.from(found, ({ index }) => index[0]),
    k: Int16Array.from(found, ({ index }) => index[1]),
    l: Int16Array.from(found, ({ index }) => index[2]),
    multiplicity: Float64Array.from(found, ({ multiplicity }) => multiplicity),
    d: Float64Array.from(found, ({ d }) => d)
  };
}

/** Larger for fewer negative indices, then for larger h, k, l in turn. */
function customary([h, k, l]: Index): number {
  const negative = Number(h < 0) + Number(k < 0) + Number(l < 0);
  return -negative * 1e12 + (h + 512) * 1e7 + (k + 512) * 1e3 + l * 0.5;
}
