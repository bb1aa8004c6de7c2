// Shares of an imposed current between particles of several sizes that have one φ = φ_s − φ_e. Each surface follows
//   φ − E_k(A_k + B_k j_k) = η(i_k) + i_k R_f,  i_k = −F c_fu j_k,  Σ w_k j_k = J,
// R_f a resistance between particle and electrolyte, where A_k + B_k j_k is the surface's lithium at the end of a time step.
// Both sides change one way with j_k, so the system is the optimum of a convex function and Newton's method with halved steps
// finds it; every iterate carries exactly J.

import type { Kinetics } from "../material/kinetics.js";
import { overpotential, thermalFactor } from "../material/kinetics.js";

export interface CurrentProblem {
  /** number of sizes */
  count: number;
  /** w_k of Σ w_k j_k = J */
  weight: Float64Array;
  /** −F c_fu: A/m² of a flux of 1 (lithium per formula unit · m/s) */
  currentPerFlux: number;
  kinetics: Kinetics;
  temperature: number;
  /** Ω m², of films and contacts on the particle's surface */
  filmResistance: number;
}

/** E_k and dE_k/dj_k at a flux. */
export type SurfaceResponse = (k: number, flux: number) => { value: number; slope: number };

export interface Balanced {
  /** φ, V */
  potential: number;
  iterations: number;
  converged: boolean;
}

const tolerance = 1e-11;

/** dη/di of Butler–Volmer at an overpotential. */
function resistance(
  { exchangeCurrent, anodicTransfer: a, cathodicTransfer: c }: Kinetics,
  f: number,
  eta: number
) {
  return 1 / (exchangeCurrent * f * (a * Math.exp(a * f * eta) + c * Math.exp(-c * f * eta)));
}

/**
 * Solves for the fluxes, in place, from the guess that they hold.
 * @param total J  @param flux one number a size; on return Σ w_k j_k = J to rounding
 */
export function balanceCurrents(
  { count, weight, currentPerFlux, kinetics, temperature, filmResistance }: CurrentProblem,
  surface: SurfaceResponse,
  total: number,
  flux: Float64Array
): Balanced {
  const f = thermalFactor(temperature);
  // the guess must carry J too
  let [sum, all] = [0, 0];
  for (let k = 0; k < count; ++k) {
    sum += weight[k] * flux[k];
    all += weight[k];
  }
  for (let k = 0; k < count; ++k) flux[k] += (total - sum) / all;
  const required = new Float64Array(count);
  const slope = new Float64Array(count);
  const step = new Float64Array(count);
  const trial = Float64Array.from(flux);
  /** φ that each size asks for at its flux; @returns how far they are apart */
  const evaluate = (at: Float64Array): number => {
    let [least, most] = [Infinity, -Infinity];
    for (let k = 0; k < count; ++k) {
      const eta = overpotential(kinetics, currentPerFlux * at[k], temperature);
      const { value, slope: byFlux } = surface(k, at[k]);
      required[k] = value + eta + currentPerFlux * at[k] * filmResistance;
      // negative: more lithium lowers E, and a cathodic current lowers η
      slope[k] = byFlux + currentPerFlux * (resistance(kinetics, f, eta) + filmResistance);
      least = Math.min(least, required[k]);
      most = Math.max(most, required[k]);
    }
    return most - least;
  };
  let apart = evaluate(flux);
  let iterations = 0;
  const potential = () => {
    let [top, bottom] = [0, 0];
    for (let k = 0; k < count; ++k) {
      top += (weight[k] * required[k]) / slope[k];
      bottom += weight[k] / slope[k];
    }
    return top / bottom;
  };
  if (count === 1) return { potential: required[0], iterations, converged: Number.isFinite(required[0]) };
  while (apart > tolerance && iterations < 60) {
    ++iterations;
    const phi = potential();
    for (let k = 0; k < count; ++k) step[k] = (phi - required[k]) / slope[k];
    let scale = 1;
    let next = Infinity;
    for (let halving = 0; halving < 30; ++halving, scale *= 0.5) {
      for (let k = 0; k < count; ++k) trial[k] = flux[k] + scale * step[k];
      next = evaluate(trial);
      if (next < apart) break;
    }
    // what rounding makes of the voltages cannot be bettered
    if (!(next < apart)) {
      apart = evaluate(flux);
      break;
    }
    flux.set(trial);
    apart = next;
  }
  return { potential: potential(), iterations, converged: apart <= 1e-7 };
}
