// The transport problem with Butler–Volmer on the outer surface, at an imposed total current:
//   M dx/dt = w∘j(x, φ) − D K Θ(x) + D p(x),  Σ w j = J,  j = −i/(F c_fu L),
// Θ(x) = x and p = 0 but for stress-driven transport (stress-coupling.ts). Each stage is solved by Newton's method on
//   A = M + shift (D Θ′ K + diag(w κ)),  κ = −∂j/∂x, and on φ by a bordered row: two solves with one factor.
// The factor, κ and ∂j/∂φ belong to some earlier state and are kept as long as the iteration contracts well. Every iterate
// carries exactly the imposed current, since the linearised fluxes add up to J whatever κ is: lithium is conserved to
// rounding however far the iteration goes.

import { factorise, solve, type LdltFactor } from "../numerics/ldlt.js";
import { multiply } from "../numerics/sparse.js";
import type { Curve } from "../numerics/pchip.js";
import type { SurfaceKinetics } from "./butler-volmer.js";
import type { StiffProblem, Vector } from "./esdirk.js";
import type { StressCoupling } from "./stress-coupling.js";
import type { TransportMatrices } from "./transport.js";

export interface KineticSettings {
  /** in units of length²/s of the mesh */
  diffusivity: number;
  /** j of a current of 1 A/m²: −1/(F c_fu L), x · length/s */
  fluxPerCurrent: number;
  surface: SurfaceKinetics;
  coupling?: StressCoupling;
}

export interface KineticProblem extends StiffProblem {
  /** imposed mean current density over the outer surface, A/m², anodic positive */
  meanCurrent: number;
  /** E_eq(x) of the present half-cycle */
  equilibrium: Curve;
  readonly factorisations: number;
  readonly iterations: number;
  /** largest |Σ w i − I|/|I| of the Butler–Volmer currents at the stages' states */
  readonly galvanostaticResidual: number;
  /** largest mismatch of a flux that entered with Butler–Volmer at its node, as a share of the mean flux */
  readonly kineticResidual: number;
  /** mismatch at which the last stage without a solution was given up; null where the last one was solved */
  readonly failure: number | null;
}

interface Linearisation {
  factor: LdltFactor;
  /** κ and ∂j/∂φ at the surface nodes */
  kappa: Float64Array;
  byPotential: Float64Array;
  /** A⁻¹ (w ∂j/∂φ), and Σ_a V_a of it */
  response: Vector;
  responseVolume: number;
  /** Θ′ that the factor was made with */
  slope: number;
}

const tolerance = 1e-9;
/** largest change of x in the last iteration, where the bulk is nonlinear too */
const bulkTolerance = 1e-8;
/** a factor is renewed where an iteration leaves more of the mismatch than this */
const slowContraction = 0.15;
const mostIterations = 30;

export function kineticProblem(
  matrices: TransportMatrices,
  settings: KineticSettings,
  equilibrium: Curve
): KineticProblem {
  const { mass, stiffness, symbolic, surface, surfaceNodes: nodes, nodeVolume, area } = matrices;
  const { diffusivity, fluxPerCurrent, surface: kinetics, coupling } = settings;
  const size = mass.rowCount;
  const count = nodes.length;
  const room = () => new Float64Array(size);
  const atSurface = () => new Float64Array(count);
  const weight = Float64Array.from(nodes, (node) => surface[node]);
  const [load, massLoad, deviation, bulk, previous] = [room(), room(), room(), room(), room()];
  const [guess, expected] = [atSurface(), atSurface()];
  /** dx/dt of the last stage: the guess of the next one */
  const rate = room();
  const diagonal = Int32Array.from(nodes, (node) => {
    let k = mass.rowStart[node];
    while (mass.columns[k] !== node) ++k;
    return k;
  });
  const sum = { ...mass, values: new Float64Array(mass.values.length) };
  const known = new Map<number, Linearisation>();
  let massFactor: LdltFactor | null = null;
  const counts = { factorisations: 0, iterations: 0, galvanostatic: 0, kinetic: 0 };
  let failure: number | null = null;

  /** Linearises at the state that `kinetics` answered last. */
  const linearise = (shift: number, conductance: Float64Array, slopes: Float64Array, slope: number) => {
    const old = known.get(shift);
    const kappa = old?.kappa ?? atSurface();
    const byPotential = old?.byPotential ?? atSurface();
    const scaled = shift * diffusivity * slope;
    for (let k = 0; k < sum.values.length; ++k) sum.values[k] = mass.values[k] + scaled * stiffness.values[k];
    const right = load.fill(0);
    for (let s = 0; s < count; ++s) {
      byPotential[s] = fluxPerCurrent * conductance[s];
      kappa[s] = byPotential[s] * slopes[s];
      sum.values[diagonal[s]] += shift * weight[s] * kappa[s];
      right[nodes[s]] = weight[s] * byPotential[s];
    }
    const factor = factorise(symbolic, sum, old?.factor);
    const response = old?.response ?? room();
    solve(factor, right, response);
    let responseVolume = 0;
    for (let i = 0; i < size; ++i) responseVolume += nodeVolume[i] * response[i];
    ++counts.factorisations;
    const made = { factor, kappa, byPotential, response, responseVolume, slope };
    known.set(shift, made);
    return made;
  };

  /** −K(Θ(y) − slope y) + p(y), into `bulk`. */
  const bulkTerms = (y: Vector, slope: number, { potential, stressLoad }: StressCoupling) => {
    for (let i = 0; i < size; ++i) deviation[i] = slope * y[i] - potential.value(y[i]);
    const first = deviation[0];
    for (let i = 0; i < size; ++i) deviation[i] -= first;
    multiply(stiffness, deviation, bulk);
    stressLoad(y, bulk);
  };

  return {
    size,
    meanCurrent: 0,
    equilibrium,
    get factorisations() {
      return counts.factorisations;
    },
    get iterations() {
      return counts.iterations;
    },
    get galvanostaticResidual() {
      return counts.galvanostatic;
    },
    get kineticResidual() {
      return counts.kinetic;
    },
    get failure() {
      return failure;
    },
    derivative(_t, y, k) {
      const constant = y[0];
      if (coupling) {
        bulkTerms(y, 0, coupling);
        for (let i = 0; i < size; ++i) load[i] = diffusivity * bulk[i];
      } else {
        for (let i = 0; i < size; ++i) deviation[i] = y[i] - constant;
        multiply(stiffness, deviation, load);
        for (let i = 0; i < size; ++i) load[i] *= -diffusivity;
      }
      for (let s = 0; s < count; ++s) guess[s] = y[nodes[s]];
      const { current } = kinetics.respond(guess, this.meanCurrent, this.equilibrium);
      for (let s = 0; s < count; ++s) load[nodes[s]] += weight[s] * fluxPerCurrent * current[s];
      if (!massFactor) {
        massFactor = factorise(symbolic, mass);
        ++counts.factorisations;
      }
      solve(massFactor, load, k);
      rate.set(k);
    },
    stage(_t, shift, base, y) {
      const constant = base[0];
      const meanFlux = Math.abs(fluxPerCurrent * this.meanCurrent);
      for (let i = 0; i < size; ++i) deviation[i] = base[i] - constant;
      multiply(mass, deviation, massLoad);
      if (coupling) for (let i = 0; i < size; ++i) previous[i] = base[i] + shift * rate[i];
      for (let s = 0; s < count; ++s) guess[s] = base[nodes[s]] + shift * rate[nodes[s]];
      let linear = known.get(shift);
      let fresh = false;
      let extrapolated = true;
      let last = Infinity;
      let change = Infinity;
      for (let iteration = 0; ; ++iteration) {
        const state = kinetics.respond(guess, this.meanCurrent, this.equilibrium);
        const { current, conductance, equilibriumSlope } = state;
        let mismatch = iteration > 0 ? 0 : Infinity;
        let negligible = iteration > 0;
        if (iteration > 0 && linear) {
          for (let s = 0; s < count; ++s) {
            const miss = Math.abs(fluxPerCurrent * current[s] - expected[s]);
            if (!(miss <= mismatch)) mismatch = miss;
            // what rounding of x makes of the flux cannot be bettered
            if (!(miss <= tolerance * meanFlux + 1e-14 * linear.kappa[s])) negligible = false;
          }
          mismatch /= meanFlux;
        }
        if (negligible && (!coupling || change <= bulkTolerance)) {
          counts.kinetic = Math.max(counts.kinetic, mismatch);
          let total = 0;
          for (let s = 0; s < count; ++s) total += weight[s] * current[s];
          const residual = Math.abs(total / (this.meanCurrent * area) - 1);
          counts.galvanostatic = Math.max(counts.galvanostatic, residual);
          for (let i = 0; i < size; ++i) rate[i] = (y[i] - base[i]) / shift;
          failure = null;
          return;
        }
        const lost = Number.isNaN(state.potential) || Number.isNaN(mismatch);
        if (lost && extrapolated) {
          // after a jump the rate says little of the state to come
          extrapolated = false;
          linear = undefined;
          iteration = -1;
          if (coupling) previous.set(base);
          for (let s = 0; s < count; ++s) guess[s] = base[nodes[s]];
          continue;
        }
        if (lost || iteration === mostIterations) {
          failure = mismatch;
          y.fill(NaN);
          rate.fill(0);
          // the next attempt of this step length must not begin from a state that led nowhere
          known.delete(shift);
          return;
        }
        const slow = iteration > 1 && mismatch > Math.max(tolerance, slowContraction * last);
        if (!linear || (slow && !fresh)) {
          const slope = coupling ? coupling.potential.slope(previous[0]) : 1;
          linear = linearise(shift, conductance, equilibriumSlope, slope);
          fresh = true;
        } else fresh = false;
        last = mismatch;

        const { factor, kappa, byPotential, response, responseVolume } = linear;
        load.set(massLoad);
        if (coupling) {
          bulkTerms(previous, linear.slope, coupling);
          for (let i = 0; i < size; ++i) load[i] += shift * diffusivity * bulk[i];
        }
        for (let s = 0; s < count; ++s) {
          const flux = fluxPerCurrent * current[s] + kappa[s] * (guess[s] - constant);
          load[nodes[s]] += shift * weight[s] * flux;
        }
        solve(factor, load, y);
        let moved = 0;
        for (let s = 0; s < count; ++s) moved += weight[s] * kappa[s] * (y[nodes[s]] + constant - guess[s]);
        const potential = moved / responseVolume;
        for (let i = 0; i < size; ++i) y[i] += constant + shift * potential * response[i];
        for (let s = 0; s < count; ++s) {
          const now = y[nodes[s]];
          expected[s] =
            fluxPerCurrent * current[s] - kappa[s] * (now - guess[s]) + byPotential[s] * potential;
          guess[s] = now;
        }
        ++counts.iterations;
        if (coupling) {
          change = 0;
          for (let i = 0; i < size; ++i) change = Math.max(change, Math.abs(y[i] - previous[i]));
          previous.set(y);
        }
      }
    }
  };
}
