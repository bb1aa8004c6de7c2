// What happens within a shell in a step, each by its exact solution while all else is held; lithium only changes its place.
//   gathering    dv/dt = −k_n v²,  dn/dt = +k_n v²
//   distortion   dd_r/dt = G ((1−φ_p) d_m − d_r),  dd_p/dt = G (φ_p d_m − d_p),  G = k_d (g₊/g_r)^p (1 − y/1.2)^m,
//                g₊ = R max(0, −∂x/∂r): lithium poorer towards the surface;  d_r falls by κ_r per lithium that comes back
//   exchange     db/dt = −k_x ((b + t_d) − d y): the lithium of distorted domains, trapped or not, follows that around them
//   trapping     dt_v/dq = κ_t (θ_v (v+n) − t_v)₊,  dt_d/dq = κ_t (θ_d d − t_d)₊,  q lithium passed
//   metal        dm/dq = κ_m (M − m)₊ on charge,  M = 0.8 (M_d d + M_v (v+n)/(2δ)); slabs that flatten get theirs back

import { pristineLithium, pristineMetal } from "./parameters.js";
import type { Model } from "./model.js";
import type { ParticleState } from "./state.js";

export interface ReactionStep {
  /** s */
  time: number;
  /** q of the step, and whether lithium leaves */
  passed: number;
  charging: boolean;
  /** R |∂x/∂r| where the surface side is the poorer, [shell] */
  gradient: ArrayLike<number>;
}

/** Lithium of a shell's regular places, y. */
export const contentOf = (lithium: number, distorted: number): number => lithium / (1 - distorted);

/** At most this part of a place's lithium is trapped in one step. */
const mostTrapped = 0.5;

export function react(model: Model, state: ParticleState, step: ReactionStep): void {
  const { parameters: p, on } = model;
  const { time, passed, charging, gradient } = step;
  const { field } = state;
  const trapped = on.lithiumTrapping ? -Math.expm1(-p.trapping * passed) : 0;
  const lost = on.metalLoss && charging ? -Math.expm1(-p.metalLoss * passed) : 0;
  const reverted = charging ? 0 : -Math.expm1(-p.reversion * passed);
  for (let i = 0; i < state.shells; ++i) {
    const v = field.vacancies[i];
    const gathered = (model.aggregation * time * v * v) / (1 + model.aggregation * time * Math.max(0, v));
    field.vacancies[i] -= gathered;
    field.voids[i] += gathered;

    let d = field.reversible[i] + field.permanent[i];
    if (on.distortion && gradient[i] > 0) {
      const y = contentOf(field.regular[i], d);
      const depth = Math.max(0, 1 - y / pristineLithium) ** p.depthExponent;
      const rate = p.distortionRate * (gradient[i] / p.referenceGradient) ** p.gradientExponent * depth;
      const share = -Math.expm1(-rate * time);
      const more = share * ((1 - p.permanentShare) * p.distortedLimit - field.reversible[i]);
      const stay = share * (p.permanentShare * p.distortedLimit - field.permanent[i]);
      field.reversible[i] += more;
      field.permanent[i] += stay;
      d += more + stay;
      field.regular[i] -= (more + stay) * y;
      field.distortedLithium[i] += (more + stay) * y;
    }
    if (d > 0 && reverted > 0) {
      const back = reverted * field.reversible[i];
      const lithium = (back / d) * field.distortedLithium[i];
      const freed = (back / d) * field.trappedByDistortion[i];
      field.reversible[i] -= back;
      field.distortedLithium[i] -= lithium;
      field.trappedByDistortion[i] -= freed;
      field.regular[i] += lithium + freed;
      field.metal[i] -= (back / d) * Math.min(field.metal[i], pristineMetal * p.metalLimit * d);
      d -= back;
    }
    if (d > 0) {
      const share = model.exchange === Infinity ? 1 : -Math.expm1((-model.exchange * time) / (1 - d));
      const held = field.distortedLithium[i] + field.trappedByDistortion[i];
      const excess = (1 - d) * held - d * field.regular[i];
      const moved = share * Math.min(excess, field.distortedLithium[i]);
      field.distortedLithium[i] -= moved;
      field.regular[i] += moved;
    }
    const gone = field.vacancies[i] + field.voids[i];
    if (trapped > 0) {
      trap(field.regular, field.trappedByVacancies, i, trapped, p.trappedByVacancies * gone);
      trap(field.distortedLithium, field.trappedByDistortion, i, trapped, p.trappedByDistortion * d);
    }
    if (lost > 0) {
      const limit = pristineMetal * (p.metalLimit * d + (p.metalLimitPoor * gone) / (2 * p.domainLoss));
      field.metal[i] += lost * Math.max(0, limit - field.metal[i]);
    }
  }
}

function trap(from: Float64Array, to: Float64Array, i: number, share: number, limit: number): void {
  const caught = Math.min(share * Math.max(0, limit - to[i]), mostTrapped * Math.max(0, from[i]));
  from[i] -= caught;
  to[i] += caught;
}
