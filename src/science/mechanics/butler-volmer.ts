// Butler–Volmer on the outer surface under a galvanostatic constraint: φ = φ_s − φ_e, one number, such that
//   Σ_a w_a i_a = I,  i_a = i0 [exp(α_a f η_a) − exp(−α_c f η_a)],  η_a = φ − E_eq(x_a),  f = F/RT,
// w_a = ∫ N_a r ds. In u = f (φ − E_0) the sum separates, P e^{α_a u} − N e^{−α_c u} = I/i0, so φ costs two sums.

import { balance, thermalFactor, type Kinetics } from "../material/kinetics.js";
import type { Curve } from "../numerics/pchip.js";

/** What the surface does at one state; one number a surface node, overwritten by the next call. */
export interface SurfaceState {
  /** φ_s − φ_e, V; NaN where the state is beyond floating point */
  potential: number;
  /** i, A/m², anodic positive */
  current: Float64Array;
  /** di/dη, A/(m² V) */
  conductance: Float64Array;
  /** E_eq and dE_eq/dx */
  equilibrium: Float64Array;
  equilibriumSlope: Float64Array;
}

export interface SurfaceKinetics {
  /** @param lithium at the surface nodes  @param meanCurrent A/m² over the surface, anodic positive */
  respond(lithium: ArrayLike<number>, meanCurrent: number, equilibrium: Curve): SurfaceState;
  /** area-weighted mean of η, V, at a state */
  meanOverpotential(state: SurfaceState): number;
}

/** @param weight ∫ N_a r ds of each surface node  @param temperature K */
export function surfaceKinetics(
  weight: Float64Array,
  kinetics: Kinetics,
  temperature: number
): SurfaceKinetics {
  const { exchangeCurrent: i0, anodicTransfer: aa, cathodicTransfer: ac } = kinetics;
  const f = thermalFactor(temperature);
  const count = weight.length;
  const area = weight.reduce((sum, w) => sum + w, 0);
  const room = () => new Float64Array(count);
  const state: SurfaceState = {
    potential: NaN,
    current: room(),
    conductance: room(),
    equilibrium: room(),
    equilibriumSlope: room()
  };
  const { current, conductance, equilibrium: E, equilibriumSlope } = state;
  return {
    respond(lithium, meanCurrent, curve) {
      let E0 = 0;
      for (let s = 0; s < count; ++s) {
        E[s] = curve.value(lithium[s]);
        equilibriumSlope[s] = curve.slope(lithium[s]);
        E0 += weight[s] * E[s];
      }
      E0 /= area;
      let P = 0;
      let N = 0;
      for (let s = 0; s < count; ++s) {
        const v = f * (E[s] - E0);
        P += weight[s] * Math.exp(-aa * v);
        N += weight[s] * Math.exp(ac * v);
      }
      const u = balance(P, N, (meanCurrent * area) / i0, aa, ac);
      let missing = meanCurrent * area;
      let response = 0;
      for (let s = 0; s < count; ++s) {
        const eta = u - f * (E[s] - E0);
        const anodic = i0 * Math.exp(aa * eta);
        const cathodic = i0 * Math.exp(-ac * eta);
        current[s] = anodic - cathodic;
        conductance[s] = f * (aa * anodic + ac * cathodic);
        missing -= weight[s] * current[s];
        response += weight[s] * conductance[s];
      }
      // what cancellation between the two exponentials left of the constraint where i0 is large
      const rest = missing / response;
      for (let s = 0; s < count; ++s) current[s] += rest * conductance[s];
      state.potential = E0 + u / f + rest;
      return state;
    },
    meanOverpotential({ potential }) {
      let sum = 0;
      for (let s = 0; s < count; ++s) sum += weight[s] * (potential - E[s]);
      return sum / area;
    }
  };
}
