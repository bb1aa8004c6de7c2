// A whole pattern without a structure (Pawley): a and c of a hexagonal cell, the zero of the angles, widths, and the area of
// every line and of every known line of the cell around the sample, all at once by least squares, on a background of
// Chebyshev polynomials. y = Σ_n b_n T_n + Σ_hkl A_hkl Ω(x − 2θ_hkl − z) + Σ_j P_j Ω_j(x − 2θ_j − z).
// Pawley, J. Appl. Cryst. 14 (1981) 357, doi 10.1107/S0021889881009618. Unlike Le Bail's way the areas are parameters, so
// that the standard errors of a and c hold their share of the overlap.

import {
  levenbergMarquardt,
  type FitParameter,
  type FitResult,
  type FitStatus
} from "../numerics/levenberg-marquardt.js";
import type { Estimate } from "./peak-fit.js";
import { pseudoVoigtSlopes } from "./x-ray-line.js";
import {
  chebyshevTerms,
  firstValues,
  head,
  pawleyNames,
  type PawleyModel,
  placesOf,
  stretch
} from "./x-ray-pawley-model.js";

export type { KnownLine, PawleyModel } from "./x-ray-pawley-model.js";

/** All parameters of a fit, in the order of `pawleyNames`. */
export interface PawleyFit {
  a: Estimate;
  c: Estimate;
  zero: Estimate;
  u: Estimate;
  w: Estimate;
  eta: Estimate;
  /** counts × degrees [plane] */
  areas: Estimate[];
  /** counts × degrees [known line] */
  knownAreas: Estimate[];
  /** covariance of a and c, Å² */
  covariance: number;
  chiSquared: number;
  degreesOfFreedom: number;
  /** R_wp in percent, against the counts */
  rwp: number;
  status: FitStatus;
  /** "" or a sentence */
  fault: string;
  /** what the fit says [point], and the background alone */
  model: Float64Array;
  background: Float64Array;
  /** to start the next fit from */
  values: Float64Array;
}

export interface PawleyStart {
  a: number;
  c: number;
  /** held where given, known from other patterns: the zero in degrees, and the areas of the known lines */
  zero?: number;
  knownAreas?: readonly number[];
  /** of an earlier fit of the same model */
  values?: Float64Array;
}

/** Lines reach this many widths; beyond it a Lorentzian has 1e-4 of its height. */
const reach = 40;

/**
 * Fits one pattern.
 * @param counts [point] @param start from, for the cell within some tenths of a percent, or from the values of an earlier fit
 * @throws where no plane lies in the range, or lengths disagree
 */
export function pawley(model: PawleyModel, counts: Float64Array, start: PawleyStart): PawleyFit {
  const { twoTheta, planes, known, terms } = model;
  const points = twoTheta.length;
  if (counts.length !== points)
    throw new Error(`invalid counts: ${counts.length} for ${points} angles; must be as many`);
  const basis = chebyshevTerms(twoTheta, terms);
  const names = pawleyNames(model);
  const tail = head.length + planes.length + known.length;
  const values = start.values?.slice() ?? firstValues(model, counts, start);
  const held = new Set<number>();
  const hold = (i: number, value: number) => {
    held.add(i);
    values[i] = value;
  };
  if (start.zero !== undefined) hold(2, start.zero);
  start.knownAreas?.forEach((area, j) => hold(head.length + planes.length + j, area));
  const limits: Partial<Record<string, [number, number]>> = {
    ...{ a: [0.97 * start.a, 1.03 * start.a], c: [0.97 * start.c, 1.03 * start.c], zero: [-0.3, 0.3] },
    ...{ U: [-0.05, 1], W: [1e-4, 0.5], "Lorentzian share": [0, 1] }
  };
  const parameters = names.map((name, i): FitParameter => {
    const [min, max] = limits[name] ?? [-Infinity, Infinity];
    const value = Math.min(max, Math.max(min, values[i]));
    return { name, value, min, max, fixed: held.has(i) };
  });
  // from the start on the same points: a line whose cut moved with it would make χ² jump
  const stretches = placesOf(model, values).map(({ centre, width }) =>
    stretch(twoTheta, centre - reach * width, centre + reach * width)
  );
  let variance: Float64Array = counts.map((value) => Math.max(1, value));
  let fit: FitResult | undefined;
  let calculated: Float64Array = counts;
  const slopes = new Float64Array(4);
  for (let round = 0; round < 2; ++round) {
    const weight = variance.map((v) => 1 / Math.sqrt(v));
    fit = levenbergMarquardt(
      {
        ...{ parameters, points },
        evaluate(p, residuals, jacobian) {
          for (let i = 0; i < points; ++i) residuals[i] = -counts[i];
          for (let n = 0; n < terms; ++n)
            for (let i = 0; i < points; ++i) {
              residuals[i] += p[tail + n] * basis[n * points + i];
              if (jacobian) jacobian[(tail + n) * points + i] = basis[n * points + i] * weight[i];
            }
          placesOf(model, p).forEach(({ area, weight: part, centre, width, byA, byC, byU, byW }, j) => {
            const [from, to] = stretches[j];
            const height = part * p[area];
            for (let i = from; i < to; ++i) {
              pseudoVoigtSlopes(twoTheta[i] - centre, width, p[5], slopes);
              residuals[i] += height * slopes[0];
              if (!jacobian) continue;
              const own = height * weight[i];
              jacobian[i] -= own * slopes[1] * byA;
              jacobian[points + i] -= own * slopes[1] * byC;
              jacobian[2 * points + i] -= own * slopes[1];
              jacobian[3 * points + i] += own * slopes[2] * byU;
              jacobian[4 * points + i] += own * slopes[2] * byW;
              jacobian[5 * points + i] += own * slopes[3];
              jacobian[area * points + i] += part * slopes[0] * weight[i];
            }
          });
          for (let i = 0; i < points; ++i) residuals[i] *= weight[i];
        }
      },
      // a hundredth of a standard error is more than any reader sees
      { tolerance: 0.01, maximumIterations: 40 }
    );
    const last = fit;
    calculated = counts.map((value, i) => value + last.residuals[i] / weight[i]);
    variance = calculated.map((value) => Math.max(1, value));
    parameters.forEach((parameter, i) => (parameter.value = last.values[i]));
  }
  if (!fit) throw new Error("missing fit of a pattern: no round was run");
  return resultOf(model, fit, counts, calculated, basis);
}

function resultOf(
  { twoTheta, planes, known, terms }: PawleyModel,
  fit: FitResult,
  counts: Float64Array,
  model: Float64Array,
  basis: Float64Array
): PawleyFit {
  const { values, standardErrors, covariance, chiSquared, degreesOfFreedom, status, fault } = fit;
  const points = twoTheta.length;
  const estimate = (i: number): Estimate => ({ value: values[i], error: standardErrors[i] });
  const range = (from: number, length: number) => Array.from({ length }, (_, i) => estimate(from + i));
  const tail = head.length + planes.length + known.length;
  const background = new Float64Array(points);
  for (let n = 0; n < terms; ++n)
    for (let i = 0; i < points; ++i) background[i] += values[tail + n] * basis[n * points + i];
  // Σ w y² with w = 1/variance of the model
  const weighted = counts.reduce((sum, y, i) => sum + (y * y) / Math.max(1, model[i]), 0);
  return {
    ...{
      a: estimate(0),
      c: estimate(1),
      zero: estimate(2),
      u: estimate(3),
      w: estimate(4),
      eta: estimate(5)
    },
    areas: range(head.length, planes.length),
    knownAreas: range(head.length + planes.length, known.length),
    covariance: covariance[1],
    ...{ chiSquared, degreesOfFreedom, status, fault, model, background, values },
    rwp: 100 * Math.sqrt(chiSquared / weighted)
  };
}
