// What a fit hands out: values, standard errors and correlations from N⁻¹ at the end, and one sentence where something is wrong.

import { part } from "./bounded-step.js";
import { cholesky, choleskyInverse } from "./cholesky.js";
import { dependentParameters } from "./dependent-parameters.js";
import { expandCovariance, type ParameterMap } from "./fit-parameters.js";
import type { NormalEquations } from "./normal-equations.js";

export type FitStatus = "converged" | "unfinished" | "singular" | "diverged" | "stopped";

export interface FitResult {
  names: readonly string[];
  /** the best that was reached, also where the fit failed [parameter] */
  values: Float64Array;
  /** square roots of the covariance's diagonal; 0 for fixed ones, NaN for those at a bound and where it is singular */
  standardErrors: Float64Array;
  /** N⁻¹ [parameter][parameter], for residuals of variance one: times reduced χ² where the errors are not trusted */
  covariance: Float64Array;
  /** [parameter][parameter]; NaN beside what has no error */
  correlation: Float64Array;
  chiSquared: number;
  degreesOfFreedom: number;
  reducedChiSquared: number;
  iterations: number;
  evaluations: number;
  /** names of parameters that ended at a bound */
  atBounds: readonly string[];
  status: FitStatus;
  /** "" where all is well; else one sentence that names the parameters */
  fault: string;
  /** r at `values` [point] */
  residuals: Float64Array;
}

/** The fit where it stands. */
export interface FitState {
  /** free parameters */
  q: Float64Array;
  /** all parameters */
  p: Float64Array;
  residuals: Float64Array;
  chiSquared: number;
}

export function fitResult(
  map: ParameterMap,
  { q, p, residuals, chiSquared }: FitState,
  { matrix }: NormalEquations,
  run: { status: FitStatus; iterations: number; evaluations: number; points: number }
): FitResult {
  const { names, free } = map;
  const n = free.length;
  const bound = Array.from(q, (value, k) => value <= map.min[k] || value >= map.max[k]);
  const inside = Array.from(q.keys()).filter((k) => !bound[k]);
  const normal = part(matrix, n, inside);
  const factor = inside.length > 0 ? cholesky(normal, inside.length) : null;
  const status = inside.length > 0 && !factor && run.status !== "stopped" ? "singular" : run.status;
  const inner = new Float64Array(n * n);
  if (factor) {
    const inverse = choleskyInverse(factor);
    inside.forEach((k, i) => inside.forEach((l, j) => (inner[k * n + l] = inverse[i * inside.length + j])));
  }
  const covariance = expandCovariance(map, inner);
  const m = names.length;
  const unknown = names.map((_, i) =>
    free.some((_, k) => map.transform[i * n + k] !== 0 && (bound[k] || !factor))
  );
  const standardErrors = Float64Array.from(names, (_, i) =>
    unknown[i] ? NaN : Math.sqrt(covariance[i * m + i])
  );
  const correlation = Float64Array.from(covariance, (value, e) => {
    const [i, j] = [Math.floor(e / m), e % m];
    return i === j ? 1 : value / (standardErrors[i] * standardErrors[j]);
  });
  const atBounds = free.filter((_, k) => bound[k]).map((i) => names[i]);
  const degreesOfFreedom = run.points - n;
  return {
    ...{ names, values: p, standardErrors, covariance, correlation, residuals, chiSquared, degreesOfFreedom },
    reducedChiSquared: chiSquared / degreesOfFreedom,
    ...{ iterations: run.iterations, evaluations: run.evaluations, atBounds, status },
    fault: faultOf(
      status,
      atBounds,
      () => dependentParameters(normal, inside.length).map((i) => names[free[inside[i]]]),
      run.iterations
    )
  };
}

function faultOf(
  status: FitStatus,
  atBounds: readonly string[],
  dependent: () => readonly string[],
  iterations: number
): string {
  const bounds =
    atBounds.length > 0
      ? `${atBounds.join(", ")} ended at a bound: widen it, or fix what the data cannot tell`
      : "";
  const and = bounds && `; ${bounds}`;
  switch (status) {
    case "converged":
      return bounds && `invalid refinement: ${bounds}`;
    case "singular":
      return `invalid refinement: the data cannot tell ${dependent().join(", ")} apart (singular matrix); fix or tie one of them${and}`;
    case "diverged":
      return `invalid refinement: no step lowers χ² any more after ${iterations} steps, the last good state is kept; start closer, or free fewer parameters${and}`;
    case "unfinished":
      return `unfinished refinement: not converged after ${iterations} steps, the last good state is kept; allow more, or start closer${and}`;
    case "stopped":
      return `stopped refinement: after ${iterations} steps, the last good state is kept${and}`;
  }
}
