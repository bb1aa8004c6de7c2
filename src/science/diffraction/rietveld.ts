// Rietveld refinement: the pattern's model fitted to all points by least squares with analytic derivatives, in stages from
// afar to close. In the language of the house: this is the analysis, it knows no sample.

import {
  levenbergMarquardt,
  type FitProblem,
  type FitSettings,
  type Tie
} from "../numerics/levenberg-marquardt.js";
import type { Background } from "./background.js";
import { checkPattern, type PowderPattern } from "./powder-pattern.js";
import type { PowderGeometry } from "./powder-geometry.js";
import { refinementResult, type RefinementResult } from "./refinement-result.js";
import { patternModel, type PatternModel } from "./rietveld-model.js";
import type { Amplitude } from "./structure-factor.js";
import type { Crystal } from "../material/crystal.js";

export type { RefinedReflections, RefinementResult } from "./refinement-result.js";

export interface RefinementSettings {
  /** the structure to start from */
  crystal: Crystal;
  geometry: PowderGeometry;
  amplitude: Amplitude;
  background: Background;
  /** default: found from the pattern */
  backgroundStart?: readonly number[];
  /** default: found from the pattern */
  scale?: number;
  /** names of the parameters to refine; cell, background stand for all of theirs that the symmetry leaves free */
  refine: readonly string[];
  ties?: readonly Tie[];
  /** by name; occupancies are 0 … 1 and B −1 … 10 Å² by default */
  bounds?: Readonly<Record<string, readonly [min: number, max: number]>>;
  windowWidths?: number;
  /** values of all parameters to start from, of an earlier refinement of the same crystal; default: those of `crystal` */
  from?: ArrayLike<number>;
  /** before all of `refine`: parts of it, each from the last one's result, with the Gaussian width times `broader`, so that
   *  peaks that lie beside their places are found. Default: `usualStages`; none where the start is known to be close */
  stages?: readonly RefinementStage[];
}

export interface RefinementStage {
  refine: readonly string[];
  broader?: number;
}

/** Scale and background; with broad peaks the cell; last all but occupancies and B. */
export const usualStages: readonly RefinementStage[] = [
  { refine: ["scale", "background"], broader: 5 },
  { refine: ["scale", "background", "cell", "zero"], broader: 5 },
  { refine: ["scale", "background", "cell", "zero"], broader: 2 },
  { refine: ["scale", "background", "cell", "zero", "coordinates", "widths"] }
];

const widths = ["gauss", "lorentz", "U", "V", "W", "X", "Y"];

/** What "cell", "background", "coordinates" and "widths" stand for, and the names as they are. */
export function namesOf(model: PatternModel, refine: readonly string[]): string[] {
  const all = refine.flatMap((name) => {
    if (name === "cell") return [...model.freeCell];
    if (name === "background") return model.names.filter((other) => other.startsWith("background."));
    if (name === "coordinates") return model.names.filter((other) => /\.[xyz]$/.test(other));
    if (name === "widths") return model.names.filter((other) => widths.includes(other));
    return [name];
  });
  const unknown = all.find((name) => !model.names.includes(name));
  if (unknown !== undefined)
    throw new Error(
      `unknown parameter: ${unknown}; must be one of ${model.names.join(", ")}, cell or background`
    );
  return [...new Set(all)];
}

/** The model of a refinement, with a background and a scale found from the pattern where none are given. */
export function refinementModel(pattern: PowderPattern, settings: RefinementSettings): PatternModel {
  checkPattern(pattern);
  const { axis, x } = pattern;
  if (axis !== settings.geometry.kind)
    throw new Error(
      `invalid pattern: its axis is ${axis}, the instrument's is ${settings.geometry.kind}; give the geometry that it was measured in`
    );
  return patternModel({ ...settings, x });
}

/** Residuals and Jacobian of a model against a pattern. @param start [parameter] */
export function refinementProblem(
  pattern: PowderPattern,
  model: PatternModel,
  start: ArrayLike<number>,
  { refine, ties = [], bounds = {} }: Pick<RefinementSettings, "refine" | "ties" | "bounds">
): FitProblem {
  const { intensity, error } = pattern;
  const weight = error.map((sigma) => 1 / sigma);
  const free = new Set(namesOf(model, refine));
  const y = new Float64Array(model.points);
  const followers = new Set(ties.map(({ name }) => name));
  return {
    parameters: model.names.map((name, i) => {
      const [min, max] = bounds[name] ?? defaultBounds(name);
      return { name, value: start[i], fixed: !free.has(name), ...(free.has(name) && { min, max }) };
    }),
    ties: [...model.ties.filter(({ name }) => !followers.has(name)), ...ties],
    points: model.points,
    evaluate(p, residuals, jacobian, wanted) {
      const calculated = jacobian ? model.slopes(p, jacobian, wanted, weight) : model.pattern(p, y);
      for (let i = 0; i < residuals.length; ++i) residuals[i] = (calculated[i] - intensity[i]) * weight[i];
    }
  };
}

function defaultBounds(name: string): readonly [number, number] {
  if (name.endsWith(".occupancy")) return [0, 1];
  if (name.endsWith(".bIso")) return [-1, 10];
  if (name === "scale" || name === "gauss") return [1e-12, Infinity];
  if (name === "lorentz") return [0, Infinity];
  return [-Infinity, Infinity];
}

/**
 * @throws where the pattern, a name, a bound or a tie is invalid; what goes wrong on the way is told in `fit.fault`, with the
 * last good state kept
 */
export function refine(
  pattern: PowderPattern,
  settings: RefinementSettings,
  fitSettings: FitSettings = {}
): RefinementResult {
  const model = refinementModel(pattern, settings);
  const everything = namesOf(model, settings.refine);
  const workspace = new Float64Array(model.names.length * model.points);
  let values: ArrayLike<number> = settings.from ?? firstGuess(pattern, model, settings);
  if (values.length !== model.names.length)
    throw new Error(
      `invalid start: ${values.length} values; must be one for each of the model's ${model.names.length} parameters`
    );
  for (const { refine: wanted, broader = 1 } of settings.stages ?? usualStages) {
    const now = namesOf(model, wanted).filter((name) => everything.includes(name));
    if (now.length === 0) continue;
    const problem = refinementProblem(pattern, model, broadened(model, values, broader), {
      ...{ ties: settings.ties, bounds: settings.bounds, refine: now }
    });
    const stage = levenbergMarquardt(problem, {
      ...{ ...fitSettings, workspace },
      ...{ tolerance: 0.1, maximumIterations: 10 }
    });
    // a stage that fails leaves its best, from which the next may do better
    values = broadened(model, stage.values, 1 / broader);
  }
  const fit = levenbergMarquardt(refinementProblem(pattern, model, values, settings), {
    ...fitSettings,
    workspace
  });
  return refinementResult(pattern, model, fit);
}

/** A refinement from known values, in the model of another of the same instrument and points: nothing is searched for. */
export function refineFrom(
  pattern: PowderPattern,
  model: PatternModel,
  values: ArrayLike<number>,
  settings: Pick<RefinementSettings, "refine" | "ties" | "bounds">,
  workspace?: Float64Array
): RefinementResult {
  checkPattern(pattern);
  const problem = refinementProblem(pattern, model, values, settings);
  return refinementResult(pattern, model, levenbergMarquardt(problem, { workspace }));
}

function broadened(model: PatternModel, values: ArrayLike<number>, factor: number): Float64Array {
  return Float64Array.from(model.names, (name, i) => {
    if (name === "gauss") return values[i] * factor;
    return name === "U" || name === "V" || name === "W" ? values[i] * factor ** 2 : values[i];
  });
}

/** Background from the lowest points, and the scale that gives the pattern's area above it. */
function firstGuess(pattern: PowderPattern, model: PatternModel, settings: RefinementSettings): Float64Array {
  const start = model.start.slice();
  const { intensity } = pattern;
  if (!settings.backgroundStart) {
    const level = Float64Array.from(intensity).sort()[Math.floor(intensity.length * 0.3)];
    model.names.forEach((name, i) => {
      const linear = settings.background.kind === "linear";
      if (name === "background.0" || (linear && name.startsWith("background."))) start[i] = level;
    });
  }
  if (settings.scale === undefined) {
    const [calculated, background] = [model.pattern(start), model.background(start)];
    let [above, below] = [0, 0];
    for (let i = 0; i < intensity.length; ++i) {
      above += Math.max(intensity[i] - background[i], 0);
      below += calculated[i] - background[i];
    }
    start[0] *= above / below;
  }
  return start;
}
