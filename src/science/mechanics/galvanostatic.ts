// The transport problem that the time steps see: M dx/dt = j(t) b − D K x with a flux j that is uniform over the outer
// surface and constant during a half-cycle. x: lithium per formula unit; lengths in units of the particle's radius.

import { factorise, solve, type LdltFactor } from "../numerics/ldlt.js";
import { multiply } from "../numerics/sparse.js";
import type { StiffProblem, Vector } from "./esdirk.js";
import type { TransportMatrices } from "./transport.js";

export interface GalvanostaticProblem extends StiffProblem {
  /** inward flux over the outer surface: x · length/s */
  flux: number;
  /** factorisations made so far */
  readonly factorisations: number;
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
  const factors = new Map<number, LdltFactor>();
  const factorOf = (shift: number): LdltFactor => {
    let factor = factors.get(shift);
    if (!factor) {
      const scaled = shift * diffusivity;
      for (let k = 0; k < sum.values.length; ++k)
        sum.values[k] = mass.values[k] + scaled * stiffness.values[k];
      factor = factorise(symbolic, sum);
      factors.set(shift, factor);
    }
    return factor;
  };
  return {
    size,
    flux: 0,
    get factorisations() {
      return factors.size;
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
