// Maps of one element: optical densities normalised to the edge step, fitted in a window with the references and the
// background, the effective valence, and standard errors from the counts. With M = P (1 − B C) the way from densities at
// all energies to the weights x = T (a + M OD/s), s = S·OD the edge step, and T that of the set of references left in,
//   ∂x/∂OD = (T M − (x − T a) S)/s,   ∂v/∂OD = Σ_k (z_k − v) ∂x_k/∂OD/Σ x,   var = Σ_E (∂/∂OD_E)² var OD_E.
// The errors take the set as given, see numerics/nnls-errors.ts.

import { nnlsStack } from "../numerics/nnls-stack.js";
import { type ElementModel, elementModel, normalisedWindow } from "./element-model.js";
import { edgeOperator } from "./edge-operator.js";
import type { PreparedStack } from "./prepare.js";
import type { FitSettings } from "./settings.js";

export interface ElementMaps {
  model: ElementModel;
  columns: number;
  rows: number;
  /** m */
  pixelSize: number;
  /** 1 where the edge step is large enough and the fit has weights [x][y] */
  mask: Uint8Array;
  /** in optical density [x][y] */
  edgeStep: Float32Array;
  /** [reference, then background][pixel]; NaN outside the mask, as all below */
  weights: Float32Array;
  errors: Float32Array;
  valence: Float32Array;
  valenceError: Float32Array;
  /** of the fit in the window with the noise of the counts, over the degrees of freedom */
  reducedChiSquared: Float32Array;
  /** bits of the references left in */
  sets: Uint8Array;
}

/** A pixel's spectrum out of a stack [energy][pixel]. */
export function spectrumAt(stack: Float32Array, pixels: number, pixel: number): Float64Array {
  return Float64Array.from({ length: stack.length / pixels }, (_, e) => stack[e * pixels + pixel]);
}

/** Edge steps [pixel], and the mask of those large enough. */
export function edgeSteps(
  { element, opticalDensity, columns, rows, energies }: PreparedStack,
  { background, table, smallestStep }: Pick<FitSettings, "background" | "table" | "smallestStep">
) {
  if (!(smallestStep > 0 && smallestStep < 1))
    throw new Error(`invalid smallest edge step: ${smallestStep}; must be a share between 0 and 1`);
  const { step } = edgeOperator(element, energies, background.shape, table);
  const pixels = columns * rows;
  const edgeStep = new Float32Array(pixels);
  for (let e = 0; e < energies.length; ++e)
    if (step[e] !== 0)
      for (let p = 0; p < pixels; ++p) edgeStep[p] += step[e] * opticalDensity[e * pixels + p];
  const thickest = edgeStep.slice().sort()[Math.floor(0.99 * (pixels - 1))];
  if (!(thickest > 0))
    throw new Error(
      `missing particle: the largest edge step of ${element} is ${Number(thickest.toPrecision(3))} in optical density; must be positive: check the flat images and the order of the energies`
    );
  return { edgeStep, mask: Uint8Array.from(edgeStep, (s) => (s >= smallestStep * thickest ? 1 : 0)) };
}

/**
 * Maps of an element.
 * @param particle pixels that may be in the mask; all where absent
 * @throws where no pixel is left
 */
export function fitElement(stack: PreparedStack, settings: FitSettings, particle?: Uint8Array): ElementMaps {
  const { element, columns, rows, pixelSize, energies, opticalDensity, variance } = stack;
  const pixels = columns * rows;
  const { edgeStep, mask: large } = edgeSteps(stack, settings);
  // a thin element's step is noisy: where the particle is known, its own step need only be one
  const mask = particle ? large.map((_, p) => (particle[p] && edgeStep[p] > 0 ? 1 : 0)) : large;
  const inside = Int32Array.from(Array.from(mask.keys()).filter((p) => mask[p] !== 0));
  if (inside.length === 0)
    throw new Error(
      `missing particle: the mask leaves no pixel of ${element}; lower the smallest edge step of ${settings.smallestStep}`
    );
  const model = elementModel(element, energies, settings, (first, end) =>
    settings.weighting === "counts"
      ? Float64Array.from({ length: end - first }, (_, i) => {
          let sum = 0;
          for (const p of inside) sum += variance[(first + i) * pixels + p];
          return inside.length / sum;
        })
      : undefined
  );
  const spectra = Array.from(inside, (p) => spectrumAt(opticalDensity, pixels, p));
  const scales = Array.from(inside, (p) => (settings.normalise ? edgeStep[p] : 1));
  const data = new Float32Array(inside.length * (model.end - model.first));
  spectra.forEach((spectrum, i) =>
    data.set(normalisedWindow(model, spectrum, scales[i]), i * (model.end - model.first))
  );
  const fit = nnlsStack(model.plan, data, { fastest: "energy", residuals: false });
  const images = (count: number) => new Float32Array(count * pixels).fill(NaN);
  const count = model.plan.columns;
  const maps: ElementMaps = {
    model,
    columns,
    rows,
    pixelSize,
    mask,
    edgeStep,
    weights: images(count),
    errors: images(count),
    valence: images(1),
    valenceError: images(1),
    reducedChiSquared: images(1),
    sets: new Uint8Array(pixels)
  };
  inside.forEach((p, i) => {
    const weights = Float64Array.from({ length: count }, (_, k) => fit.weights[k * inside.length + i]);
    const result = assess(
      model,
      weights,
      fit.masks[i],
      spectra[i],
      spectrumAt(variance, pixels, p),
      scales[i]
    );
    for (let k = 0; k < count; ++k) {
      maps.weights[k * pixels + p] = weights[k];
      maps.errors[k * pixels + p] = result.errors[k];
    }
    maps.sets[p] = fit.masks[i];
    maps.valence[p] = result.valence;
    maps.valenceError[p] = result.valenceError;
    maps.reducedChiSquared[p] = result.reducedChiSquared;
    if (Number.isNaN(result.valence)) mask[p] = 0;
  });
  return maps;
}

export interface Assessment {
  /** [column] */
  errors: Float64Array;
  valence: number;
  valenceError: number;
  reducedChiSquared: number;
}

/** Effective valence, standard errors and χ² of weights that were fitted to a spectrum. @param variance of its densities [energy] */
export function assess(
  model: ElementModel,
  weights: Float64Array,
  mask: number,
  spectrum: Float64Array,
  variance: Float64Array,
  scale: number
): Assessment {
  const { plan, operator, valences, first, end, settings } = model;
  const set = model.sets.get(mask);
  if (!set) throw new Error(`unknown set of references: ${mask}; must be one of the plan`);
  const { columns } = plan;
  const sum = valences.reduce((total, _, k) => total + weights[k], 0);
  const valence = sum > 0 ? valences.reduce((total, z, k) => total + z * weights[k], 0) / sum : NaN;
  const errors = new Float64Array(columns);
  // Σ_k (z_k − v)/Σ x ∂x_k/∂OD [energy]
  const slopes = new Float64Array(spectrum.length);
  for (let k = 0; k < columns; ++k) {
    const row = set.rows[k];
    const byStep = settings.normalise && row.some((r) => r !== 0) ? weights[k] - set.start[k] : 0;
    const share = k < valences.length ? (valences[k] - valence) / sum : 0;
    let square = 0;
    for (let e = 0; e < slopes.length; ++e) {
      const slope = (row[e] - byStep * operator.step[e]) / scale;
      square += slope * slope * variance[e];
      slopes[e] += share * slope;
    }
    errors[k] = Math.sqrt(square);
  }
  let valenceVariance = 0;
  for (let e = 0; e < slopes.length; ++e) valenceVariance += slopes[e] * slopes[e] * variance[e];
  const data = normalisedWindow(model, spectrum, scale);
  let chiSquared = 0;
  for (let i = 0; i < end - first; ++i) {
    let fitted = 0;
    for (let k = 0; k < columns; ++k) fitted += plan.design[i * columns + k] * weights[k];
    chiSquared += (data[i] - fitted) ** 2 / (variance[first + i] / scale ** 2);
  }
  return {
    errors,
    valence,
    valenceError: Math.sqrt(valenceVariance),
    reducedChiSquared: chiSquared / set.degreesOfFreedom
  };
}
