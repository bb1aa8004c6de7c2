// How well a window of energies tells references apart: the condition number of the references in it (each scaled to the
// same length, so that units and thickness do not count), and the standard error that a given noise of the optical density
// gives every weight. Without bounds on the weights: this is what the data say.

import { fitPlan, type FitOptions } from "../numerics/nnls-plan.js";
import { singularValues } from "../numerics/singular-values.js";

export interface Separability {
  /** of the references scaled to unit length, largest first */
  singularValues: Float64Array;
  /** largest over smallest of them */
  conditionNumber: number;
  /** standard error of each weight for the noise given */
  errors: Float64Array;
  /** three standard errors: weights below are not told from zero */
  smallestWeights: Float64Array;
}

/**
 * @param references [energy][reference] in the window, as optical density for a weight of one
 * @param noise standard deviation of the optical density at one energy
 * @throws where the references depend on each other
 */
export function separability(
  references: Float64Array,
  count: number,
  noise: number,
  options: Pick<FitOptions, "sumToOne" | "free"> = {}
): Separability {
  if (!(noise > 0)) throw new Error(`invalid noise: ${noise}; must be positive`);
  const { sets, columns, energies, design } = fitPlan(references, count, { ...options, nonNegative: false });
  const lengths = Array.from({ length: columns }, (_, k) =>
    Math.hypot(...Array.from({ length: energies }, (_, e) => design[e * columns + k]))
  );
  const values = singularValues(
    design.map((value, i) => value / lengths[i % columns]),
    columns
  );
  const errors = Float64Array.from(
    { length: count },
    (_, k) => noise * Math.sqrt(sets[0].covariance[k * (columns + 1)])
  );
  return {
    singularValues: values,
    conditionNumber: values[0] / values[values.length - 1],
    errors,
    smallestWeights: errors.map((error) => 3 * error)
  };
}
