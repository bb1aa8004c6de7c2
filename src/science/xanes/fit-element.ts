// Maps of one element: optical densities normalised to the edge step, fitted in a window with the references and the
// background, the effective valence, and standard errors from the counts (assess.ts).

import { nnlsStack } from "../numerics/nnls-stack.js";
import { assessor } from "./assess.js";
import { type ElementModel, elementModel } from "./element-model.js";
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
  /** [reference, then background][pixel]; NaN outside the mask, as all below, and where the settings ask for no errors */
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

export interface EdgeSteps {
  /** in optical density [pixel] */
  edgeStep: Float32Array;
  /** 1 where it is large enough [pixel] */
  mask: Uint8Array;
}

/** Edge steps of all pixels. */
export function edgeSteps(
  { element, opticalDensity, columns, rows, energies }: PreparedStack,
  { background, table, smallestStep }: Pick<FitSettings, "background" | "table" | "smallestStep">
): EdgeSteps {
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
  const mask = new Uint8Array(pixels);
  for (let p = 0; p < pixels; ++p) mask[p] = edgeStep[p] >= smallestStep * thickest ? 1 : 0;
  return { edgeStep, mask };
}

/**
 * Maps of an element.
 * @param particle pixels that may be in the mask; all where absent
 * @param steps where they are known already, those of `edgeSteps`
 * @throws where no pixel is left
 */
export function fitElement(
  stack: PreparedStack,
  settings: FitSettings,
  particle?: Uint8Array,
  steps: EdgeSteps = edgeSteps(stack, settings)
): ElementMaps {
  const { element, columns, rows, pixelSize, energies, opticalDensity, variance } = stack;
  const pixels = columns * rows;
  const { edgeStep, mask: large } = steps;
  // a thin element's step is noisy: where the particle is known, its own step need only be one
  const mask = large.map((own, p) => (particle ? (particle[p] && edgeStep[p] > 0 ? 1 : 0) : own));
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
  const scales = Float64Array.from(inside, (p) => (settings.normalise ? edgeStep[p] : 1));
  const data = windowData(model, opticalDensity, pixels, inside, scales);
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
    let [sum, moment] = [0, 0];
    for (let k = 0; k < count; ++k) {
      const weight = fit.weights[k * inside.length + i];
      maps.weights[k * pixels + p] = weight;
      if (k >= model.valences.length) continue;
      sum += weight;
      moment += weight * model.valences[k];
    }
    maps.sets[p] = fit.masks[i];
    if (sum > 0) maps.valence[p] = moment / sum;
    else mask[p] = 0;
  });
  if (settings.errors !== "none") addErrors(maps, data, spectraOf(variance, pixels, inside), inside, scales);
  return maps;
}

/** Writes standard errors and χ² of the pixels inside. @param data and @param variance [pixel inside][energy] */
function addErrors(
  { model, weights, sets, errors, valenceError, reducedChiSquared, mask }: ElementMaps,
  data: Float32Array,
  variance: Float32Array,
  inside: Int32Array,
  scales: Float64Array
): void {
  const { columns } = model.plan;
  const [pixels, width, energies] = [mask.length, model.end - model.first, model.energies.length];
  const assess = assessor(model, model.settings.errors === "weights");
  const own = new Float64Array(columns);
  inside.forEach((p, i) => {
    for (let k = 0; k < columns; ++k) own[k] = weights[k * pixels + p];
    const [from, at, scale] = [i * width, i * energies, scales[i]];
    const result = assess({ weights: own, mask: sets[p], data, from, variance, at, scale });
    for (let k = 0; k < columns; ++k) errors[k * pixels + p] = result.errors[k];
    valenceError[p] = result.valenceError;
    reducedChiSquared[p] = result.reducedChiSquared;
  });
}

/** Pixels inside of a stack [energy][pixel], spectrum after spectrum: [pixel inside][energy]. */
function spectraOf(stack: Float32Array, pixels: number, inside: Int32Array): Float32Array {
  const energies = stack.length / pixels;
  const out = new Float32Array(inside.length * energies);
  for (let e = 0; e < energies; ++e)
    for (let i = 0, start = e * pixels, at = e; i < inside.length; ++i, at += energies)
      out[at] = stack[start + inside[i]];
  return out;
}

/** What is fitted of each pixel inside, see `normalisedWindow`: [pixel inside][energy in the window]. */
function windowData(
  { first, end, operator, settings }: ElementModel,
  density: Float32Array,
  pixels: number,
  inside: Int32Array,
  scales: Float64Array
): Float32Array {
  const data = spectraOf(density.subarray(first * pixels, end * pixels), pixels, inside);
  const takesAway = settings.background.from === "pre-edge";
  // coefficients [background][pixel inside] of what lies under the edge
  const under = (takesAway ? operator.coefficients : []).map((row) => {
    const amount = new Float64Array(inside.length);
    row.forEach((c, e) => {
      if (c !== 0) for (let i = 0; i < amount.length; ++i) amount[i] += c * density[e * pixels + inside[i]];
    });
    return amount;
  });
  for (let i = 0, at = 0; i < inside.length; ++i) {
    const factor = 1 / scales[i];
    for (let j = first; j < end; ++j, ++at) {
      let value = data[at];
      for (let b = 0; b < under.length; ++b) value -= under[b][i] * operator.shapes[b][j];
      data[at] = value * factor;
    }
  }
  return data;
}
