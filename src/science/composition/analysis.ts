// From the counts of a microscope to element densities, classes and their shares:
//   counts → optical density → alignment and binning → edge differences → projected densities → support →
//   reconstruction of each element → TM/O relative to a reference → classes → proportions.
// Nothing here knows what the sample is, nor that counts may come from a twin.

import type { TaskOptions } from "../task.js";
import { classify, proportions, type Proportions } from "./classes.js";
import { byElement, type ByElement } from "./edge-difference.js";
import { type ByMetal, elementDeviation, type ElementDeviation } from "./element-deviation.js";
import { type Prepared, prepare } from "./prepare.js";
import { linearly } from "./progress.js";
import type { RawTomograms } from "./raw.js";
import { reconstruct } from "./reconstruct.js";
import { median, metalToOxygen, solidVoxels } from "./segment.js";
import { type CompositionSettings, defaultSettings } from "./settings.js";
import { findSupport } from "./support.js";

export interface Segmentation {
  /** (TM/O)/reference, NaN outside, [z][x][y] */
  ratio: Float32Array;
  /** TM/O that counts as none missing */
  reference: number;
  /** 0 outside, 1 target, 2 oxygen-poor, 3 oxygen-rich */
  classes: Uint8Array;
  /** of the volume that is not outside */
  proportions: Proportions;
  deviation: ElementDeviation;
}

export interface ReconstructedDensities {
  /** voxels along x and z */
  size: number;
  /** voxels along y, the tilt axis */
  slices: number;
  /** m */
  voxel: number;
  /** mol/m³, [z][x][y] */
  densities: ByElement<Float32Array>;
  /** where densities could be above zero, [z][x][y] */
  support: Uint8Array;
  /** ‖A x − b‖/‖b‖ after each iteration; none for filtered back-projection */
  residualNorms: ByElement<Float64Array>;
}

export interface CompositionResult extends ReconstructedDensities, Segmentation {
  settings: CompositionSettings;
  /** aligned and binned projections, their noise and shifts: what the viewers of intermediate steps show */
  prepared: Prepared;
}

/** Median of TM/O over the classified voxels: what a pristine particle hands on as `settings.reference`. */
export const referenceRatio = ({ ratio, reference }: Segmentation): number => median(ratio) * reference;

/** The same for each metal, for `settings.metalReferences`. */
export const metalReferences = ({ deviation: { ratios, references } }: Segmentation): ByMetal<number> => ({
  Mn: median(ratios.Mn) * references.Mn,
  Co: median(ratios.Co) * references.Co,
  Ni: median(ratios.Ni) * references.Ni
});

/**
 * The whole analysis.
 * @param changes to the default settings
 * @param task `keep`: whether `prepared` has the optical density of every energy too
 * @throws a sentence where the counts allow no analysis, or where stopped
 */
export function analyse(
  raw: RawTomograms,
  changes: Partial<CompositionSettings> = {},
  { keep, ...task }: TaskOptions & { keep?: boolean } = {}
): CompositionResult {
  const part = linearly(task);
  return analysePrepared(prepare(raw, changes, { keep, ...part(0, 0.4) }), changes, part(0.4, 1));
}

/** From projected densities on; settings of what comes before them are not looked at. */
export function analysePrepared(
  prepared: Prepared,
  changes: Partial<CompositionSettings> = {},
  task: TaskOptions = {}
): CompositionResult {
  const settings = { ...defaultSettings, ...changes };
  const reconstructed = reconstructElements(prepared, settings, task);
  return { settings, prepared, ...reconstructed, ...segment(reconstructed, settings) };
}

/** Support and densities of the elements. */
export function reconstructElements(
  prepared: Prepared,
  settings: CompositionSettings,
  task: TaskOptions = {}
): ReconstructedDensities {
  const { size, slices, voxel, tilts, projectedDensities, noise } = prepared;
  const part = linearly(task);
  const beam = { size, slices, tilts };
  const support = settings.support
    ? findSupport(prepared.meanDensity, beam, settings.support, part(0, 0.1))
    : new Uint8Array(size * size * slices).fill(1);
  const solutions = byElement((element, k) =>
    reconstruct(
      projectedDensities[element].map((value) => value / voxel),
      beam,
      settings.reconstruction,
      {
        nonNegative: settings.nonNegative,
        support,
        noise: noise[element] / voxel,
        ...part(0.1 + 0.225 * k, 0.325 + 0.225 * k, `reconstruction of ${element}`)
      }
    )
  );
  return {
    size,
    slices,
    voxel,
    densities: byElement((element) => solutions[element].volume),
    support,
    residualNorms: byElement((element) => solutions[element].residualNorms)
  };
}

/** Ratio, classes and shares of reconstructed densities; quick, so that thresholds and references can be played with. */
export function segment(
  { size, slices, voxel, densities, support }: ReconstructedDensities,
  settings: CompositionSettings
): Segmentation {
  const shape = [size, size, slices] as const;
  const sigma = settings.smoothing / (2 * Math.sqrt(2 * Math.LN2)) / voxel;
  const solid = solidVoxels(densities, support, settings.solid);
  const ratio = metalToOxygen(densities, solid, shape, sigma);
  const reference = settings.reference ?? median(ratio);
  for (let v = 0; v < ratio.length; ++v) ratio[v] /= reference;
  const classes = classify(ratio, settings.threshold);
  const deviation = elementDeviation(densities, solid, shape, {
    sigma,
    threshold: settings.threshold,
    references: settings.metalReferences
  });
  return { ratio, reference, classes, proportions: proportions(classes), deviation };
}
