// The particles' state and one time step of it: diffusion exact for a flux that is linear in time over the step
// (sphere-modes.ts), fluxes of the step's end by Butler–Volmer and the imposed current (balance-currents.ts). Like the
// trapezoidal rule it lets the shares of small particles, which follow at once, swing about their course; a step with the
// flux of its end throughout (implicit Euler, L-stable) stops that.
//   u_n ← e^{−z} u_n + (2Δt/R) [(φ1 − φ2) j0 + φ2 j1],  φ1 = (1 − e^{−z})/z, φ2 = (1 − φ1)/z, z = D q_n² Δt/R².

import type { SphereModes } from "./sphere-modes.js";
import { decayMean, decayRamp, profileAt } from "./sphere-modes.js";
import type { ParticleSizes } from "./particle-sizes.js";
import { branchAfter, type Equilibrium, type Memory } from "./equilibrium.js";
import { balanceCurrents, type CurrentProblem } from "./balance-currents.js";

export interface ParticlesModel extends ParticleSizes {
  diffusivity: number;
  modes: SphereModes;
  current: CurrentProblem;
  hysteresisLithium: number;
}

/** One entry a size. */
export interface ParticlesState {
  mean: Float64Array;
  /** lithium at the surface */
  surface: Float64Array;
  /** inward flux j, lithium per formula unit · m/s */
  flux: Float64Array;
  /** u_n, one array a size */
  modes: Float64Array[];
  memory: Memory[];
  /** φ_s − φ_e, V */
  potential: number;
}

export function uniformState(model: ParticlesModel, lithium: number, branch: number): ParticlesState {
  const count = model.radius.length;
  return {
    mean: new Float64Array(count).fill(lithium),
    surface: new Float64Array(count).fill(lithium),
    flux: new Float64Array(count),
    modes: Array.from({ length: count }, () => new Float64Array(model.modes.roots.length)),
    memory: Array.from({ length: count }, () => ({ branch, activation: 0 })),
    potential: NaN
  };
}

export function copyState(from: ParticlesState, to: ParticlesState): void {
  to.mean.set(from.mean);
  to.surface.set(from.surface);
  to.flux.set(from.flux);
  from.modes.forEach((u, k) => to.modes[k].set(u));
  from.memory.forEach((memory, k) => Object.assign(to.memory[k], memory));
  to.potential = from.potential;
}

interface Factors {
  /** e^{−z}, and what j0 and j1 add to each mode */
  decay: Float64Array;
  before: Float64Array;
  after: Float64Array;
}

export interface ParticleStepper {
  /**
   * From a state to another, later by Δt; Δt = 0 finds the fluxes of a new current at the same lithium.
   * @param total J of Σ w_k j_k = J  @param guess fluxes to begin from  @param damped the flux of the end throughout the step
   * @returns whether the kinetics were solved
   */
  step: (
    from: ParticlesState,
    length: number,
    total: number,
    guess: Float64Array,
    to: ParticlesState,
    damped?: boolean
  ) => boolean;
}

export function particleStepper(model: ParticlesModel, equilibrium: Equilibrium): ParticleStepper {
  const { radius, diffusivity, modes, current, hysteresisLithium } = model;
  const { roots, tail } = modes;
  const count = radius.length;
  const known = new Map<number, Factors[]>();
  const factorsOf = (length: number): Factors[] => {
    const old = known.get(length);
    if (old) return old;
    const made = Array.from(radius, (R) => {
      const z = roots.map((q) => (diffusivity * q * q * length) / (R * R));
      const scale = (2 * length) / R;
      const ramp = z.map(decayRamp);
      return {
        decay: z.map((v) => Math.exp(-v)),
        before: z.map((v, n) => scale * (decayMean(v) - ramp[n])),
        after: ramp.map((v) => scale * v)
      };
    });
    // steps are a ladder; the lengths that an event asks for come once
    if (known.size > 64) known.clear();
    known.set(length, made);
    return made;
  };
  const [base, gain, drift] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const memory: Memory = { branch: 0, activation: 0 };
  const answer = { value: 0, slope: 0 };
  return {
    step(from, length, total, guess, to, damped = false) {
      const factors = factorsOf(length);
      for (let k = 0; k < count; ++k) {
        const { decay, before, after } = factors[k];
        const u = from.modes[k];
        const j0 = damped ? 0 : from.flux[k];
        let [a, b] = [from.mean[k] + (1.5 * length * j0) / radius[k], (1.5 * length) / radius[k]];
        drift[k] = b;
        if (damped) b *= 2;
        for (let n = 0; n < roots.length; ++n) {
          a += decay[n] * u[n] + before[n] * j0;
          b += damped ? before[n] + after[n] : after[n];
        }
        base[k] = a;
        gain[k] = b + (tail * radius[k]) / diffusivity;
      }
      const surface = (k: number, flux: number) => {
        const change = drift[k] * ((damped ? flux : from.flux[k]) + flux);
        const h = branchAfter(from.memory[k].branch, change, hysteresisLithium);
        memory.branch = h;
        memory.activation = from.memory[k].activation;
        const { value, slope, byBranch } = equilibrium.at(base[k] + gain[k] * flux, memory);
        const target = change < 0 ? 1 : 0;
        const byMean = (change < 0 ? 1 : -1) * ((h - target) / hysteresisLithium);
        answer.value = value;
        answer.slope = slope * gain[k] + (change === 0 ? 0 : byBranch * byMean * drift[k] * (damped ? 2 : 1));
        return answer;
      };
      to.flux.set(guess);
      const { potential, converged } = balanceCurrents(current, surface, total, to.flux);
      to.potential = potential;
      for (let k = 0; k < count; ++k) {
        const { decay, before, after } = factors[k];
        const j1 = to.flux[k];
        const j0 = damped ? j1 : from.flux[k];
        const [u, v] = [from.modes[k], to.modes[k]];
        for (let n = 0; n < roots.length; ++n) v[n] = decay[n] * u[n] + before[n] * j0 + after[n] * j1;
        const change = drift[k] * (j0 + j1);
        to.mean[k] = from.mean[k] + change;
        to.surface[k] = base[k] + gain[k] * j1;
        to.memory[k].branch = branchAfter(from.memory[k].branch, change, hysteresisLithium);
        to.memory[k].activation = from.memory[k].activation;
      }
      return converged && Number.isFinite(potential);
    }
  };
}

/** Lithium along the radius of one size, at reduced radii. */
export function lithiumProfile(
  model: ParticlesModel,
  state: ParticlesState,
  k: number,
  rho: ArrayLike<number>
) {
  const load = (state.flux[k] * model.radius[k]) / model.diffusivity;
  return Float64Array.from(rho, (r) => profileAt(model.modes, state.modes[k], state.mean[k], load, r));
}
