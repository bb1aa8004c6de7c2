// What a pattern can tell at all: the Fisher information N = JᵀJ of its parameters at given values and counting errors, whose
// inverse is the covariance of the best unbiased estimate (Cramér–Rao). Information of independent patterns adds up for what
// they share; what each has for itself (scale, background, widths) stays its own.

import { dependentParameters } from "../numerics/dependent-parameters.js";
import { cholesky, choleskyInverse } from "../numerics/cholesky.js";
import { parameterMap } from "../numerics/fit-parameters.js";
import type { FitProblem } from "../numerics/levenberg-marquardt.js";
import { normalEquations } from "../numerics/normal-equations.js";

export interface Information {
  /** of the free parameters */
  names: readonly string[];
  /** N [name][name] */
  matrix: Float64Array;
}

/** N at the start values of a problem. */
export function informationOf(problem: FitProblem): Information {
  const map = parameterMap(problem.parameters, problem.ties);
  const residuals = new Float64Array(problem.points);
  const jacobian = new Float64Array(map.names.length * problem.points);
  const start = Float64Array.from(map.free, (i) => problem.parameters[i].value);
  const p = map.constant.map((value, i) => {
    let sum = value;
    start.forEach((q, k) => (sum += map.transform[i * start.length + k] * q));
    return sum;
  });
  problem.evaluate(p, residuals, jacobian, map.moving);
  const { matrix } = normalEquations(map, jacobian, residuals);
  return { names: map.free.map((i) => map.names[i]), matrix };
}

/** Information times a factor: that of so many times the counting time. */
export const scaledInformation = ({ names, matrix }: Information, factor: number): Information => ({
  names,
  matrix: matrix.map((value) => value * factor)
});

/** The sum, where parameters of equal name are one; `own` says which names each keeps to itself. */
export function jointInformation(
  parts: readonly { label: string; information: Information }[],
  own: (name: string) => boolean
): Information {
  const named = parts.map(({ label, information }) => ({
    names: information.names.map((name) => (own(name) ? `${label}: ${name}` : name)),
    matrix: information.matrix
  }));
  const names = [...new Set(named.flatMap((part) => part.names))];
  const matrix = new Float64Array(names.length ** 2);
  for (const part of named) {
    const at = part.names.map((name) => names.indexOf(name));
    at.forEach((i, a) =>
      at.forEach((j, b) => (matrix[i * names.length + j] += part.matrix[a * at.length + b]))
    );
  }
  return { names, matrix };
}

/** The same with some parameters known exactly. */
export function holding({ names, matrix }: Information, held: readonly string[]): Information {
  const kept = names.flatMap((name, i) => (held.includes(name) ? [] : [i]));
  return {
    names: kept.map((i) => names[i]),
    matrix: Float64Array.from({ length: kept.length ** 2 }, (_, e) => {
      const [a, b] = [Math.floor(e / kept.length), e % kept.length];
      return matrix[kept[a] * names.length + kept[b]];
    })
  };
}

export interface Precision {
  names: readonly string[];
  /** N⁻¹ [name][name]; empty where N is singular */
  covariance: Float64Array;
  /** NaN where N is singular, or the name is not free */
  error: (name: string) => number;
  correlation: (first: string, second: string) => number;
  /** names that cannot be told apart; empty where all can */
  dependent: readonly string[];
}

export function precisionOf({ names, matrix }: Information): Precision {
  const n = names.length;
  const factor = cholesky(matrix, n);
  const covariance = factor ? choleskyInverse(factor) : new Float64Array(0);
  const entry = (first: string, second: string) => {
    const [i, j] = [names.indexOf(first), names.indexOf(second)];
    return factor && i >= 0 && j >= 0 ? covariance[i * n + j] : NaN;
  };
  const error = (name: string) => Math.sqrt(entry(name, name));
  return {
    ...{ names, covariance, error },
    correlation: (first, second) => entry(first, second) / (error(first) * error(second)),
    dependent: factor ? [] : dependentParameters(matrix, n).map((i) => names[i])
  };
}
