// Standard errors of a non-negative fit from the covariance of the columns left in, s² (A_SᵀWA_S)⁻¹. They are conditional on
// the set S: that another sample of the noise would choose another set is not in them, so that they hold where all true
// weights are several errors away from zero. Nearer, errors are skewed and a weight at zero gets none at all.

import { degreesOfFreedom, type Fit } from "./nnls.js";
import type { FitPlan } from "./nnls-plan.js";
import type { StackFit } from "./nnls-stack.js";

/** Variance of a point of weight one: a number where the noise is known (1 for weights of 1/variance), or from the residual. */
export type Variance = number | "residual";

function pointVariance(plan: FitPlan, variance: Variance, sum: number, mask: number): number {
  if (variance !== "residual") return variance;
  const freedom = degreesOfFreedom(plan, { mask });
  return freedom > 0 ? sum / freedom : NaN;
}

/** Covariance [column][column] of the weights of one fit; NaN where the residual has no degree of freedom left. */
export function fitCovariance(plan: FitPlan, fit: Fit, variance: Variance): Float64Array {
  const s2 = pointVariance(plan, variance, fit.residualSumOfSquares, fit.set.mask);
  return fit.set.covariance.map((c) => c * s2);
}

/** Standard errors [column] of one fit. */
export function fitErrors(plan: FitPlan, fit: Fit, variance: Variance): Float64Array {
  const covariance = fitCovariance(plan, fit, variance);
  return Float64Array.from({ length: plan.columns }, (_, k) =>
    Math.sqrt(Math.max(0, covariance[k * (plan.columns + 1)]))
  );
}

/** Standard errors [column][pixel] of many. @throws if the variance is to come from residuals that were not computed */
export function stackErrors(plan: FitPlan, fit: StackFit, variance: Variance): Float32Array {
  const { columns, references } = plan;
  const { pixels, masks, residualSumOfSquares } = fit;
  if (variance === "residual" && residualSumOfSquares.length !== pixels)
    throw new Error("missing residuals: fit the stack with them, or give the variance of the noise");
  const unit: Float64Array[] = [];
  for (const { mask, covariance } of plan.sets)
    unit[mask] = Float64Array.from({ length: columns }, (_, k) =>
      Math.sqrt(Math.max(0, covariance[k * (columns + 1)]))
    );
  const full = (1 << references) - 1;
  const errors = new Float32Array(columns * pixels);
  for (let p = 0; p < pixels; ++p) {
    const mask = masks[p] ?? full;
    const s = Math.sqrt(pointVariance(plan, variance, residualSumOfSquares[p] ?? NaN, mask));
    const u = unit[mask];
    for (let k = 0; k < columns; ++k) errors[k * pixels + p] = s * u[k];
  }
  return errors;
}
