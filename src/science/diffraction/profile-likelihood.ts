// Profile likelihood of one parameter: it is held at a row of values, all others are refined, and χ² is told above its least.
// A parabola says that the standard error tells all; ±1 error is where it has risen by 1.

import { levenbergMarquardt, type FitProblem } from "../numerics/levenberg-marquardt.js";

export interface ProfilePoint {
  value: number;
  /** χ² less that of the best fit */
  rise: number;
  fault: string;
}

/** @param problem at its best fit @param name of a free parameter @param values to hold it at */
export function profileLikelihood(
  problem: FitProblem,
  name: string,
  values: readonly number[]
): ProfilePoint[] {
  const best = levenbergMarquardt(problem);
  const workspace = new Float64Array(problem.parameters.length * problem.points);
  return values.map((value) => {
    const fit = levenbergMarquardt(
      {
        ...problem,
        parameters: problem.parameters.map((parameter, i) => {
          if (parameter.name === name) return { name, value, fixed: true };
          return parameter.fixed ? parameter : { ...parameter, value: best.values[i] };
        })
      },
      { workspace }
    );
    return { value, rise: fit.chiSquared - best.chiSquared, fault: fit.fault };
  });
}
