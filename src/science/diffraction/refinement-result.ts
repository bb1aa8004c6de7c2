// What a refinement hands out, with the figures of merit of the field: R_p = Σ|y − f|/Σ|y|, R_wp² = Σ w(y − f)²/Σ w y²,
// R_exp² = (N − P)/Σ w y², χ² = (R_wp/R_exp)², w = 1/σ²; Young (ed.), The Rietveld Method (1993), chapter 1.

import type { FitResult } from "../numerics/levenberg-marquardt.js";
import type { PowderPattern } from "./powder-pattern.js";
import type { PatternModel } from "./rietveld-model.js";

export interface RefinedReflections {
  count: number;
  h: Int16Array;
  k: Int16Array;
  l: Int16Array;
  multiplicity: Float64Array;
  /** Å */
  d: Float64Array;
  /** on the axis of the pattern */
  centre: Float64Array;
  squared: Float64Array;
  area: Float64Array;
}

export interface RefinementResult {
  fit: FitResult;
  /** value and standard error of each parameter that was refined or tied to one that was */
  refined: readonly { name: string; value: number; error: number }[];
  /** of all parameters, by name */
  value: (name: string) => number;
  error: (name: string) => number;
  correlation: (first: string, second: string) => number;
  calculated: Float64Array;
  background: Float64Array;
  /** observed less calculated */
  difference: Float64Array;
  reflections: RefinedReflections;
  /** shares, not percent */
  rp: number;
  rwp: number;
  rexp: number;
  /** (R_wp/R_exp)² */
  chiSquared: number;
  model: PatternModel;
}

/** Figures of merit, difference and reflections of a fit. */
export function refinementResult(
  pattern: PowderPattern,
  model: PatternModel,
  fit: FitResult
): RefinementResult {
  const { intensity, error } = pattern;
  const calculated = model.pattern(fit.values);
  const difference = intensity.map((y, i) => y - calculated[i]);
  let [absolute, total, weighted, weight] = [0, 0, 0, 0];
  for (let i = 0; i < intensity.length; ++i) {
    absolute += Math.abs(difference[i]);
    total += Math.abs(intensity[i]);
    weighted += (difference[i] / error[i]) ** 2;
    weight += (intensity[i] / error[i]) ** 2;
  }
  const at = (name: string) => {
    const i = model.names.indexOf(name);
    if (i < 0) throw new Error(`unknown parameter: ${name}; must be one of ${model.names.join(", ")}`);
    return i;
  };
  const { centre, squared, area } = model.peaks(fit.values);
  const { count, h, k, l, multiplicity, d } = model.reflections;
  return {
    ...{ fit, model, calculated, difference, background: model.background(fit.values) },
    refined: model.names.flatMap((name, i) =>
      fit.standardErrors[i] === 0 ? [] : [{ name, value: fit.values[i], error: fit.standardErrors[i] }]
    ),
    value: (name) => fit.values[at(name)],
    error: (name) => fit.standardErrors[at(name)],
    correlation: (first, second) => fit.correlation[at(first) * model.names.length + at(second)],
    reflections: { count, h, k, l, multiplicity, d, centre, squared, area },
    rp: absolute / total,
    rwp: Math.sqrt(weighted / weight),
    rexp: Math.sqrt(fit.degreesOfFreedom / weight),
    chiSquared: weighted / fit.degreesOfFreedom
  };
}
