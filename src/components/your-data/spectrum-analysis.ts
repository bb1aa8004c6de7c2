// A reader's absorption spectrum: normalised, its edge found, and fitted as a sum of references, by the analysis of Figure 3. The
// references are the project's illustrative ones where its elements' L edges (or O K) were measured, else spectra that the reader kept.
import { energyAtHeight, energyOfGreatestSlope } from "../../science/xanes/edge-energy.js";
import { fitElement } from "../../science/xanes/fit-element.js";
import { combine } from "../../science/xanes/linear-combination.js";
import { normalise } from "../../science/xanes/normalise.js";
import type { Reference } from "../../science/xanes/references.js";
import { resample } from "../../science/xanes/resample.js";
import { defaultFitSettings, edgeWindows } from "../../science/xanes/settings.js";
import {
  edgeElements,
  fitWindows,
  type EdgeElement,
  type EnergyWindow
} from "../../science/xanes/windows.js";
import { fitPlan } from "../../science/numerics/nnls-plan.js";
import type { ReadColumns } from "./spectrum-text.js";

export interface SpectrumRequest {
  /** eV; found where null */
  pre: EnergyWindow | null;
  post: EnergyWindow | null;
  /** eV, of the fit to own references; around the edge where null */
  window: EnergyWindow | null;
  /** what it is fitted with: the project's references of an element, or those that were kept */
  references: EdgeElement | "kept" | "none";
}

export interface SpectrumFit {
  energies: Float64Array;
  measured: Float64Array;
  fitted: Float64Array;
  rows: { label: string; weight: number; error: number; valence: number }[];
  valence: number;
  valenceError: number;
  /** Σ(Δ)² over the degrees of freedom, or over the noise's variance where it is known */
  reducedChiSquared: number;
}

export interface SpectrumAnswer {
  energies: Float64Array;
  /** as measured */
  values: Float64Array;
  /** normalised; empty where it could not be */
  normalised: Float64Array;
  pre: EnergyWindow;
  post: EnergyWindow;
  /** eV; NaN where there is none */
  steepest: number;
  half: number;
  edgeStep: number;
  fit: SpectrumFit | null;
  notes: string[];
}

/** Elements whose references of the project a measurement covers. */
export const coveredElements = (energies: ArrayLike<number>): EdgeElement[] =>
  edgeElements.filter(
    (element) =>
      (energies[0] ?? NaN) <= edgeWindows[element].pre[1] - 1 &&
      (energies[energies.length - 1] ?? NaN) >= edgeWindows[element].post[0] + 1 &&
      fitWindows[element][1] <= (energies[energies.length - 1] ?? NaN)
  );

const sayEnergies = ([from, to]: EnergyWindow): string => `${from.toFixed(1)} to ${to.toFixed(1)} eV`;

/** Standard deviation of the noise of evenly drawn points, from their second differences. */
export function noiseOf(values: ArrayLike<number>): number {
  const squares: number[] = [];
  for (let i = 1; i + 1 < values.length; ++i)
    squares.push(((values[i - 1] ?? 0) - 2 * (values[i] ?? 0) + (values[i + 1] ?? 0)) ** 2);
  squares.sort((a, b) => a - b);
  // the median, so that the edge itself does not count; 0.4549 is that of χ² with one degree of freedom
  return Math.sqrt((squares[squares.length >> 1] ?? 0) / 6 / 0.4549);
}

/** @throws one sentence where the spectrum has no edge or the windows hold no points */
export function spectrumAnswer(
  read: ReadColumns,
  request: SpectrumRequest,
  kept: readonly Reference[]
): SpectrumAnswer {
  const { energies, values } = read;
  const notes = [...read.notes];
  const [first, last] = [energies[0] ?? NaN, energies[energies.length - 1] ?? NaN];
  const steepest = greatestSlope(energies, values);
  const covered = coveredElements(energies);
  const element = covered.find(
    (each) => steepest > edgeWindows[each].pre[1] && steepest < edgeWindows[each].post[0]
  );
  const span = last - first;
  const pre =
    request.pre ??
    (element
      ? edgeWindows[element].pre
      : ([first, first + Math.max(0.6 * (steepest - first), 0.02 * span)] as const));
  const post =
    request.post ??
    (element ? edgeWindows[element].post : ([steepest + 0.4 * (last - steepest), last] as const));
  const long = span > 150;
  const norm = normalise(energies, values, {
    edge: steepest,
    pre,
    post,
    preDegree: long ? 1 : 0,
    postDegree: long ? 1 : 0
  });
  let half = NaN;
  try {
    half = energyAtHeight(energies, norm.values, 0.5, pre[1]);
  } catch (error) {
    notes.push(sentence(error));
  }
  let fit: SpectrumFit | null = null;
  if (request.references === "kept")
    fit = keptFit(energies, norm.values, request.window ?? around(steepest, first, last), kept);
  else if (request.references !== "none") fit = elementFit(request.references, energies, values);
  if (!request.pre) notes.push(`Below the edge: ${sayEnergies(pre)}; above: ${sayEnergies(post)}.`);
  return {
    ...{
      energies,
      values,
      normalised: norm.values,
      pre,
      post,
      steepest,
      half,
      edgeStep: norm.edgeStep,
      fit,
      notes
    }
  };
}

const sentence = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

const around = (edge: number, first: number, last: number): EnergyWindow => [
  Math.max(first, edge - 20),
  Math.min(last, edge + 40)
];

/** Over wider and wider pieces, until noise does not rule. */
function greatestSlope(energies: Float64Array, values: Float64Array): number {
  const steps = Array.from(energies.slice(1), (e, i) => e - (energies[i] ?? e)).sort((a, b) => a - b);
  const step = steps[steps.length >> 1] ?? 1;
  const finest = steps[Math.floor(0.1 * steps.length)] ?? step;
  return energyOfGreatestSlope(energies, values, Math.max(0.5, 1.6 * Math.min(step, 4 * finest)));
}

function keptFit(
  energies: Float64Array,
  normalised: Float64Array,
  [from, to]: EnergyWindow,
  kept: readonly Reference[]
): SpectrumFit {
  if (kept.length < 2)
    throw new Error(
      `missing references: ${kept.length} kept; keep two or more: open each, say its valence, and press “Keep as a reference”`
    );
  if (kept.length > 5)
    throw new Error(`unsupported references: ${kept.length}; must be five at most: forget some`);
  const inside = Array.from(energies.keys()).filter(
    (i) => (energies[i] ?? 0) >= from && (energies[i] ?? 0) <= to
  );
  if (inside.length < kept.length + 3)
    throw new Error(
      `invalid window: ${inside.length} energies from ${from} to ${to} eV; must be ${kept.length + 3} or more for ${kept.length} references`
    );
  const x = Float64Array.from(inside, (i) => energies[i] ?? NaN);
  const y = Float64Array.from(inside, (i) => normalised[i] ?? NaN);
  const columns = kept.map(({ energies: own, values, label }) =>
    resample(own, values, x, `the reference ${label}`)
  );
  const design = Float64Array.from(
    { length: x.length * kept.length },
    (_, i) => (columns[i % kept.length] ?? x)[Math.floor(i / kept.length)] ?? 0
  );
  const result = combine(
    fitPlan(design, kept.length),
    y,
    kept.map(({ valence }) => valence)
  );
  return {
    ...{ energies: x, measured: y, fitted: result.fitted },
    rows: kept.map(({ label, valence }, k) => ({
      ...{ label, valence, weight: result.weights[k] ?? NaN, error: result.errors[k] ?? NaN }
    })),
    ...{ valence: result.valence, valenceError: result.standardError },
    reducedChiSquared: result.reducedChiSquared
  };
}

/** The fit of a pixel of Figure 3, of a stack of one pixel; the noise is that between neighbouring points. */
function elementFit(element: EdgeElement, energies: Float64Array, values: Float64Array): SpectrumFit {
  const noise = Math.max(noiseOf(values), 1e-9);
  const maps = fitElement(
    {
      ...{
        element,
        columns: 1,
        rows: 1,
        pixelSize: 1e-9,
        energies,
        places: new Float64Array(2 * energies.length)
      },
      opticalDensity: Float32Array.from(values),
      variance: new Float32Array(energies.length).fill(noise ** 2),
      opaque: new Uint16Array(1)
    },
    { ...defaultFitSettings, weighting: "equal" }
  );
  const { model, weights, errors, edgeStep } = maps;
  const step = edgeStep[0] ?? NaN;
  const { first, end, plan } = model;
  const x = energies.slice(first, end);
  const measured = values.slice(first, end).map((v) => v / step);
  const fitted = Float64Array.from(x, (_, e) => {
    let sum = 0;
    for (let k = 0; k < plan.columns; ++k)
      sum += (plan.design[e * plan.columns + k] ?? 0) * (weights[k] ?? 0);
    return sum;
  });
  return {
    ...{ energies: x, measured, fitted },
    rows: model.labels.map((label, k) => ({
      ...{ label, valence: model.valences[k] ?? NaN, weight: weights[k] ?? NaN, error: errors[k] ?? NaN }
    })),
    ...{ valence: maps.valence[0] ?? NaN, valenceError: maps.valenceError[0] ?? NaN },
    reducedChiSquared: maps.reducedChiSquared[0] ?? NaN
  };
}

/** A spectrum as a reference for later ones: normalised. */
export const keepSpectrum = (
  { energies, normalised }: SpectrumAnswer,
  label: string,
  valence: number
): Reference => {
  if (!Number.isFinite(valence)) throw new Error("invalid valence of the reference; must be a number");
  return { id: label, label, valence, energies, values: normalised };
};
