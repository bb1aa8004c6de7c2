// A result against the sample it was measured from: which voxels got the class that they should have, which shares of
// the volume came back, and how far the densities are off.

import type { Fragment } from "../particle/fragment.js";
import type { CompositionResult } from "./analysis.js";
import { classify, proportions, type Proportions } from "./classes.js";
import { byElement, type ByElement } from "./edge-difference.js";
import { displacement, type Truth, truthOn } from "./truth.js";

export interface ClassQuality {
  /** share of the voxels given this class that have it; NaN where none was given it */
  precision: number;
  /** share of the voxels of this class that were given it; NaN where there are none */
  recall: number;
}

export interface Comparison {
  truth: Truth;
  /** shares in the sample, of its own volume */
  trueShares: Proportions;
  /** shares found, of the volume found */
  foundShares: Proportions;
  /** found − true */
  shareErrors: Proportions;
  /** voxels in both volumes, row = true class, column = class found, in the order target, oxygen-poor, oxygen-rich */
  confusion: Float64Array;
  /** share of the voxels in both volumes with the right class */
  accuracy: number;
  /** share of the voxels truly at the target composition, in both volumes, that got another class; NaN where there are none */
  falseClassification: number;
  quality: { target: ClassQuality; oxygenPoor: ClassQuality; oxygenRich: ClassQuality };
  /** over the voxels in both volumes, relative to the mean true density */
  densityErrors: ByElement<{ mean: number; rms: number }>;
  /** (TM/O)/reference found less (TM/O)/intended */
  ratioError: { mean: number; rms: number };
  /** 2 |A ∩ B| / (|A| + |B|) of the two volumes */
  dice: number;
}

/**
 * @param options.threshold of both, that of the result unless given
 * @param options.known the truth on this result's grid from an earlier comparison: at another threshold only its classes change
 */
export function compare(
  result: CompositionResult,
  sample: Fragment,
  { threshold = result.settings.threshold, known }: { threshold?: number; known?: Truth } = {}
): Comparison {
  const truth: Truth = known
    ? { ...known, classes: classify(known.ratio, threshold) }
    : truthOn(result, sample, { threshold, solid: result.settings.solid }, displacement(result, sample));
  const classes = classify(result.ratio, threshold);
  const shares = compareClasses(truth.classes, classes);
  const { trueShares, foundShares, confusion } = shares;
  const both = inBoth(classes, truth.classes);
  const ratio = errors(result.ratio, truth.ratio, both);
  const row = (i: number) => confusion[3 * i] + confusion[3 * i + 1] + confusion[3 * i + 2];
  const column = (j: number) => confusion[j] + confusion[3 + j] + confusion[6 + j];
  const quality = (i: number): ClassQuality => ({
    precision: confusion[4 * i] / column(i),
    recall: confusion[4 * i] / row(i)
  });
  return {
    truth,
    ...shares,
    shareErrors: {
      target: foundShares.target - trueShares.target,
      oxygenPoor: foundShares.oxygenPoor - trueShares.oxygenPoor,
      oxygenRich: foundShares.oxygenRich - trueShares.oxygenRich
    },
    quality: { target: quality(0), oxygenPoor: quality(1), oxygenRich: quality(2) },
    densityErrors: byElement((element) => {
      const { mean, rms, truthMean } = errors(result.densities[element], truth.densities[element], both);
      return { mean: mean / truthMean, rms: rms / truthMean };
    }),
    ratioError: { mean: ratio.mean, rms: ratio.rms },
    dice: (2 * both.length) / (count(classes) + count(truth.classes))
  };
}

/** What two volumes of classes say of each other: the part of a comparison that changes with the threshold. */
export function compareClasses(
  truth: Uint8Array,
  found: Uint8Array
): Pick<Comparison, "trueShares" | "foundShares" | "confusion" | "accuracy" | "falseClassification"> {
  const confusion = confusionOf(truth, found);
  const total = confusion.reduce((sum, count) => sum + count, 0);
  return {
    trueShares: proportions(truth),
    foundShares: proportions(found),
    confusion,
    accuracy: (confusion[0] + confusion[4] + confusion[8]) / total,
    falseClassification: 1 - confusion[0] / (confusion[0] + confusion[1] + confusion[2])
  };
}

/** Voxels that both volumes class, 3 × 3, row = first. */
export function confusionOf(truth: Uint8Array, found: Uint8Array): Float64Array {
  const counts = new Float64Array(16);
  for (let v = 0; v < truth.length; ++v) ++counts[4 * truth[v] + found[v]];
  return Float64Array.from({ length: 9 }, (_, i) => counts[4 * (Math.floor(i / 3) + 1) + (i % 3) + 1]);
}

/** Numbers of the voxels that both volumes class. */
function inBoth(a: Uint8Array, b: Uint8Array): Int32Array {
  const found = new Int32Array(a.length);
  let count = 0;
  for (let v = 0; v < a.length; ++v) if (a[v] > 0 && b[v] > 0) found[count++] = v;
  return found.subarray(0, count);
}

function count(classes: Uint8Array): number {
  let inside = 0;
  for (const c of classes) if (c > 0) ++inside;
  return inside;
}

function errors(found: Float32Array, truth: Float32Array, both: Int32Array) {
  let [sum, squares, truths] = [0, 0, 0];
  for (const v of both) {
    const error = found[v] - truth[v];
    sum += error;
    squares += error * error;
    truths += truth[v];
  }
  const n = both.length;
  return { mean: sum / n, rms: Math.sqrt(squares / n), truthMean: truths / n };
}
