// The transport problem that the time steps see: M dx/dt = j(t) b − D K x with a flux j that is uniform over the outer
// surface and constant during a half-cycle. x: lithium per formula unit; lengths in units of the particle's radius.

import { factorise, solve, type LdltFactor } from "../numerics/ldlt.js";
import { multiply } from "../numerics/sparse.js";
import type { StiffProblem, Vector } from "./esdirk.js";
import type { TransportMatrices } from "./transport.js";

export interface GalvanostaticProblem extends StiffProblem {
  /** inward flux over the outer surface: x · length/s */
  flux: number;
  /** factorisations made so far; those of earlier runs on the same matrices are not made again */
  readonly factorisations: number;
}

/** Factors of M + s D K that runs on the same matrices share; they go when the matrices go. */
const factorsOf = new WeakMap<TransportMatrices, Map<string, LdltFactor>>();
/** enough for the ladder of steps of one discharge */
const mostKept = 16;

function keptFactors(matrices: TransportMatrices): Map<string, LdltFactor> {
  let kept = factorsOf.get(matrices);
  if (!kept) factorsOf.set(matrices, (kept = new Map<string, LdltFactor>()));
  return kept;
}

/** Beyond the most, the oldest goes. */
function keep(kept: Map<string, LdltFactor>, key: string, factor: LdltFactor): void {
  if (kept.size >= mostKept) for (const oldest of [...kept.keys()].slice(0, 1)) kept.delete(oldest);
  kept.set(key, factor);
}

/** @param diffusivity in units of length²/s of the mesh that the matrices were made on */
export function galvanostaticProblem(matrices: TransportMatrices, diffusivity: number): GalvanostaticProblem {
  const { mass, stiffness, symbolic, surface } = matrices;
  const size = mass.rowCount;
  const load = new Float64Array(size);
  const deviation = new Float64Array(size);
  // K and the solver see x less a constant: K annihilates constants, in floating point the better the smaller they are
  const lessConstant = (x: Vector): number => {
    const constant = x[0];
    for (let i = 0; i < size; ++i) deviation[i] = x[i] - constant;
    return constant;
  };
  const sum = { ...mass, values: new Float64Array(mass.values.length) };
  const kept = keptFactors(matrices);
  let made = 0;
  const factorOf = (shift: number): LdltFactor => {
    const scaled = shift * diffusivity;
    // the steps are a fixed ladder in units of the diffusion time, so other diffusivities ask for the same sums, but for rounding
    const key = scaled.toPrecision(12);
    let factor = kept.get(key);
    if (!factor) {
      for (let k = 0; k < sum.values.length; ++k)
        sum.values[k] = mass.values[k] + scaled * stiffness.values[k];
      factor = factorise(symbolic, sum);
      ++made;
      keep(kept, key, factor);
    }
    return factor;
  };
  return {
    size,
    flux: 0,
    get factorisations() {
      return made;
    },
    derivative(_t, y, k) {
      lessConstant(y);
      multiply(stiffness, deviation, load);
      for (let i = 0; i < size; ++i) load[i] = this.flux * surface[i] - diffusivity * load[i];
      solve(factorOf(0), load, k);
    },
    stage(_t, shift, base, y) {
      const constant = lessConstant(base);
      multiply(mass, deviation, load);
      for (let i = 0; i < size; ++i) load[i] += shift * this.flux * surface[i];
      solve(factorOf(shift), load, y);
      for (let i = 0; i < size; ++i) y[i] += constant;
    }
  };
}
