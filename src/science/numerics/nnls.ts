// Non-negative least squares of one spectrum in double precision: min Σ_e W_e (y_e − Σ_k A_ek x_k)², x ≥ 0 on the references,
// by looking at all sets of references held at zero. The method stands in nnls-plan.ts; many spectra in nnls-stack.ts.

import type { ActiveSet, FitPlan } from "./nnls-plan.js";

export interface Fit {
  /** x [column] */
  weights: Float64Array;
  /** Σ W (y − A x)² */
  residualSumOfSquares: number;
  /** the set of references held at zero that was chosen */
  set: ActiveSet;
}

/** A x, the spectrum that weights [column] make. */
export function fitted({ design, energies, columns }: FitPlan, weights: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: energies }, (_, e) => {
    let sum = 0;
    for (let k = 0; k < columns; ++k) sum += design[e * columns + k] * weights[k];
    return sum;
  });
}

/** Points that count, less the columns that a set leaves in, plus one where the sum is held. */
export function degreesOfFreedom(plan: FitPlan, { mask }: { mask: number }): number {
  let inside = plan.columns - plan.references;
  for (let k = 0; k < plan.references; ++k) inside += (mask >> k) & 1;
  const points = plan.weights.reduce((sum, w) => sum + (w > 0 ? 1 : 0), 0);
  return points - inside + (plan.sumToOne ? 1 : 0);
}

function transform(matrix: Float64Array, z: Float64Array): Float64Array {
  const n = z.length;
  return Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < n; ++j) sum += matrix[i * n + j] * z[j];
    return sum;
  });
}

/** The fit of one spectrum. @param spectrum y [energy] @throws where its length is not that of the references */
export function nnls(plan: FitPlan, spectrum: ArrayLike<number>): Fit {
  const { energies, columns, references, projector, start, sets, weights } = plan;
  if (spectrum.length !== energies)
    throw new Error(
      `invalid spectrum: ${spectrum.length} values; must be one for each of ${energies} energies of the references`
    );
  const z = start.slice();
  for (let k = 0; k < columns; ++k)
    for (let e = 0; e < energies; ++e)
      // an energy of no weight may hold no number
      if (weights[e] > 0) z[k] = z[k] + projector[k * energies + e] * spectrum[e];
  const [none, ...others] = sets as [ActiveSet, ...ActiveSet[]];
  let set = none;
  let solution: Float64Array = z;
  let least = Math.min(...z.subarray(0, references));
  if (least < 0)
    for (const other of others) {
      const candidate = transform(other.pivot, z);
      const smallest = Math.min(...candidate.subarray(0, references));
      if (smallest > least) {
        set = other;
        solution = candidate;
        least = smallest;
      }
    }
  if (others.length > 0)
    for (let k = 0; k < references; ++k) solution[k] = (set.mask >> k) & 1 ? Math.max(solution[k], 0) : 0;
  let residualSumOfSquares = 0;
  fitted(plan, solution).forEach((value, e) => {
    if (weights[e] > 0) residualSumOfSquares += weights[e] * (spectrum[e] - value) ** 2;
  });
  return { weights: solution, residualSumOfSquares, set };
}
