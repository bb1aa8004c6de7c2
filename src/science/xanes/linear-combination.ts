// A spectrum as a sum of references, y = Σ w_k r_k, and what follows from the weights: the effective valence
// v = Σ w_k z_k/Σ w_k with the error of a ratio, var v = gᵀ C g, g_k = (z_k − v)/Σ w.

import { fitCovariance, stackErrors, type Variance } from "../numerics/nnls-errors.js";
import { type FitPlan } from "../numerics/nnls-plan.js";
import { degreesOfFreedom, fitted, nnls } from "../numerics/nnls.js";
import { nnlsStack, type StackFit, type StackOptions } from "../numerics/nnls-stack.js";

export interface Valence {
  valence: number;
  standardError: number;
}

/** Mean of the references' valences with the weights; NaN where there is no weight. @param covariance [column][column] of the weights */
export function effectiveValence(
  weights: ArrayLike<number>,
  valences: readonly number[],
  covariance: ArrayLike<number>,
  columns: number
): Valence {
  const sum = valences.reduce((total, _, k) => total + weights[k], 0);
  const valence = valences.reduce((total, z, k) => total + weights[k] * z, 0) / sum;
  const g = valences.map((z) => (z - valence) / sum);
  let variance = 0;
  for (const [i, gi] of g.entries())
    for (const [j, gj] of g.entries()) variance += gi * covariance[i * columns + j] * gj;
  return sum > 0
    ? { valence, standardError: Math.sqrt(Math.max(0, variance)) }
    : { valence: NaN, standardError: NaN };
}

export interface Combination extends Valence {
  /** [reference, then free columns] */
  weights: Float64Array;
  /** conditional on the references that are left in */
  errors: Float64Array;
  /** [energy] */
  fitted: Float64Array;
  residual: Float64Array;
  /** Σ W (y − A w)², and the same over the degrees of freedom */
  chiSquared: number;
  reducedChiSquared: number;
  degreesOfFreedom: number;
}

/** @param valences of the references @param variance of a point of weight one, or from the residual */
export function combine(
  plan: FitPlan,
  spectrum: ArrayLike<number>,
  valences: readonly number[],
  variance: Variance = "residual"
): Combination {
  checkValences(plan, valences);
  const fit = nnls(plan, spectrum);
  const covariance = fitCovariance(plan, fit, variance);
  const model = fitted(plan, fit.weights);
  const freedom = degreesOfFreedom(plan, fit.set);
  return {
    ...effectiveValence(fit.weights, valences, covariance, plan.columns),
    weights: fit.weights,
    errors: Float64Array.from(fit.weights, (_, k) =>
      Math.sqrt(Math.max(0, covariance[k * (plan.columns + 1)]))
    ),
    fitted: model,
    residual: model.map((m, e) => spectrum[e] - m),
    chiSquared: fit.residualSumOfSquares,
    reducedChiSquared: fit.residualSumOfSquares / freedom,
    degreesOfFreedom: freedom
  };
}

export interface CombinationMaps extends StackFit {
  /** standard errors of the weights [column][pixel] */
  errors: Float32Array;
  /** effective valence and its standard error [pixel]; NaN where no weight is left */
  valence: Float32Array;
  valenceError: Float32Array;
}

/** The same for every pixel of a stack. @see nnlsStack */
export function combineStack(
  plan: FitPlan,
  data: Float32Array,
  valences: readonly number[],
  variance: Variance,
  options: StackOptions
): CombinationMaps {
  checkValences(plan, valences);
  const fit = nnlsStack(plan, data, options);
  const { pixels, masks, weights, residualSumOfSquares } = fit;
  const { columns, references } = plan;
  const sets = new Map(plan.sets.map((set) => [set.mask, { ...set, freedom: degreesOfFreedom(plan, set) }]));
  const valence = new Float32Array(pixels).fill(NaN);
  const valenceError = new Float32Array(pixels).fill(NaN);
  for (let p = 0; p < pixels; ++p) {
    const set = sets.get(masks[p]);
    let [sum, moment] = [0, 0];
    for (let k = 0; k < references; ++k) {
      sum += weights[k * pixels + p];
      moment += weights[k * pixels + p] * valences[k];
    }
    if (!set || !(sum > 0)) continue;
    const v = moment / sum;
    let spread = 0;
    for (let i = 0; i < references; ++i)
      for (let j = 0; j < references; ++j)
        spread += (valences[i] - v) * set.covariance[i * columns + j] * (valences[j] - v);
    const s2 = variance === "residual" ? residualSumOfSquares[p] / set.freedom : variance;
    valence[p] = v;
    valenceError[p] = Math.sqrt(Math.max(0, spread) * s2) / sum;
  }
  return { ...fit, errors: stackErrors(plan, fit, variance), valence, valenceError };
}

function checkValences({ references }: FitPlan, valences: readonly number[]): void {
  if (valences.length !== references)
    throw new Error(
      `invalid valences: ${valences.length} of them; must be one for each of ${references} references`
    );
}
