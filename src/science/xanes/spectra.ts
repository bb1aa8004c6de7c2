// Spectra behind the maps: that of a pixel with its fit, and the mean over a region, fitted as one.

import { nnls } from "../numerics/nnls.js";
import { assessor } from "./assess.js";
import { normalisedWindow } from "./element-model.js";
import { type ElementMaps, spectrumAt } from "./fit-element.js";
import type { PreparedStack } from "./prepare.js";

export interface FittedSpectrum {
  /** eV */
  energies: Float64Array;
  /** mean over the pixels [energy], and its standard error */
  opticalDensity: Float64Array;
  opticalDensityError: Float64Array;
  /** eV, those in the window */
  windowEnergies: Float64Array;
  /** normalised as it was fitted [energy in the window] */
  data: Float64Array;
  fitted: Float64Array;
  residual: Float64Array;
  /** what each reference adds [reference][energy in the window] */
  parts: { id: string; label: string; weight: number; error: number; values: Float64Array }[];
  /** of the sum of the weights of the references */
  shares: number[];
  valence: number;
  valenceError: number;
  reducedChiSquared: number;
  pixels: number;
}

/**
 * The fit of the mean density over pixels. A mean over a region is not the mean of its pixels' valences: thick pixels
 * count more.
 * @param pixels indices in the maps, one or more
 */
export function fitSpectrum(
  { opticalDensity, variance }: PreparedStack,
  { model, columns, rows }: ElementMaps,
  pixels: readonly number[]
): FittedSpectrum {
  const total = columns * rows;
  const bad = pixels.find((p) => !(Number.isInteger(p) && p >= 0 && p < total));
  if (pixels.length === 0) throw new Error("missing pixels: the region is empty; choose one pixel or more");
  if (bad !== undefined)
    throw new Error(`unknown pixel: ${bad}; must be a whole number from 0 to ${total - 1}`);
  const sums = (stack: Float32Array, divisor: number) => {
    const sum = new Float64Array(model.energies.length);
    for (const p of pixels) spectrumAt(stack, total, p).forEach((value, e) => (sum[e] += value / divisor));
    return sum;
  };
  const density = sums(opticalDensity, pixels.length);
  const densityVariance = sums(variance, pixels.length ** 2);
  const step = model.operator.step.reduce((sum, s, e) => sum + s * density[e], 0);
  if (model.settings.normalise && !(step > 0))
    throw new Error(
      `invalid region: its edge step of ${model.element} is ${Number(step.toPrecision(3))} in optical density; must be positive: choose pixels of the particle`
    );
  const scale = model.settings.normalise ? step : 1;
  const data = normalisedWindow(model, density, scale);
  const { weights, set } = nnls(model.plan, data);
  const assessed = assessor(model)({
    ...{ weights, mask: set.mask, data, from: 0, scale },
    ...{ variance: densityVariance, at: 0 }
  });
  const { design, columns: count } = model.plan;
  const part = (k: number) => data.map((_, i) => design[i * count + k] * weights[k]);
  const fitted = data.map((_, i) => weights.reduce((sum, w, k) => sum + w * design[i * count + k], 0));
  const sum = model.ids.reduce((all, _, k) => all + weights[k], 0);
  return {
    energies: model.energies,
    opticalDensity: density,
    opticalDensityError: densityVariance.map(Math.sqrt),
    windowEnergies: model.energies.subarray(model.first, model.end),
    data,
    fitted,
    residual: data.map((value, i) => value - fitted[i]),
    parts: model.ids.map((id, k) => ({
      id,
      label: model.labels[k],
      weight: weights[k],
      error: assessed.errors[k],
      values: part(k)
    })),
    shares: model.ids.map((_, k) => weights[k] / sum),
    valence: assessed.valence,
    valenceError: assessed.valenceError,
    reducedChiSquared: assessed.reducedChiSquared,
    pixels: pixels.length
  };
}
