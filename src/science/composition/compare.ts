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
  const confusion = confusionOf(truth.classes, classes);
  const [trueShares, foundShares] = [proportions(truth.classes), proportions(classes)];
  const both = Uint8Array.from(classes, (c, v) => (c > 0 && truth.classes[v] > 0 ? 1 : 0));
  const ratio = errors(result.ratio, truth.ratio, both);
  const total = confusion.reduce((sum, count) => sum + count, 0);
  const row = (i: number) => confusion[3 * i] + confusion[3 * i + 1] + confusion[3 * i + 2];
  const column = (j: number) => confusion[j] + confusion[3 + j] + confusion[6 + j];
  const quality = (i: number): ClassQuality => ({
    precision: confusion[4 * i] / column(i),
    recall: confusion[4 * i] / row(i)
  });
  const count = (volume: Uint8Array) => volume.reduce((sum, c) => sum + (c > 0 ? 1 : 0), 0);
  return {
    truth,
    trueShares,
    foundShares,
    shareErrors: {
      target: foundShares.target - trueShares.target,
      oxygenPoor: foundShares.oxygenPoor - trueShares.oxygenPoor,
      oxygenRich: foundShares.oxygenRich - trueShares.oxygenRich
    },
    confusion,
    accuracy: (confusion[0] + confusion[4] + confusion[8]) / total,
    falseClassification: 1 - confusion[0] / row(0),
    quality: { target: quality(0), oxygenPoor: quality(1), oxygenRich: quality(2) },
    densityErrors: byElement((element) => {
      const { mean, rms, truthMean } = errors(result.densities[element], truth.densities[element], both);
      return { mean: mean / truthMean, rms: rms / truthMean };
    }),
    ratioError: { mean: ratio.mean, rms: ratio.rms },
    dice: (2 * total) / (count(classes) + count(truth.classes))
  };
}

/** Voxels that both volumes class, 3 × 3, row = first. */
export function confusionOf(truth: Uint8Array, found: Uint8Array): Float64Array {
  const confusion = new Float64Array(9);
  truth.forEach((c, v) => {
    if (c > 0 && found[v] > 0) ++confusion[3 * (c - 1) + found[v] - 1];
  });
  return confusion;
}

function errors(found: Float32Array, truth: Float32Array, both: Uint8Array) {
  let [n, sum, squares, truths] = [0, 0, 0, 0];
  both.forEach((inside, v) => {
    if (!inside) return;
    const error = found[v] - truth[v];
    ++n;
    sum += error;
    squares += error * error;
    truths += truth[v];
  });
  return { mean: sum / n, rms: Math.sqrt(squares / n), truthMean: truths / n };
}
