// Equilibrium potential E(X, h) of the cathode against lithium, X lithium per formula unit at the surface with what is
// trapped: E = E_d(u) + h (E_c − E_d), u = (X − x_c)/(x_d − x_c), with one state of memory h between the branches,
//   dh = −(1 − h) dx̄/x_h on charge, −h dx̄/x_h on discharge
// (one-state hysteresis, Axen et al. 2022, doi:10.1016/j.est.2022.103985). Shapes: material/open-circuit.ts. The first
// charge has its plateau; later ones lie between that branch and one without it, by the share a of the plateau that has been
// passed: E_c = (1 − a) E_first + a E_later. The full end x_d falls with the lithium that is trapped, x_d = 1.2 − κ_b t̄.

import { capacityPerLithium, composition } from "../material/composition.js";
import { extendedShape, openCircuit, publishedLaterCharge, shapeCapacity } from "../material/open-circuit.js";
import type { Curve } from "../numerics/pchip.js";

/** Lithium at 4.8 V of the first charge as published. */
export const chargedLithium = composition.Li - shapeCapacity(extendedShape("charge")) / capacityPerLithium();

interface Branches {
  first: Curve;
  later: Curve;
  discharge: Curve;
}

let kept: Branches | undefined;
function branches(): Branches {
  return (kept ??= {
    first: openCircuit("charge", 0, 1, extendedShape("charge")),
    later: openCircuit("charge", 0, 1, extendedShape("charge", publishedLaterCharge)),
    discharge: openCircuit("discharge", 0, 1, extendedShape("discharge"))
  });
}

export interface EquilibriumState {
  /** h: 1 on the charge branch, 0 on the discharge branch */
  branch: number;
  /** a: 0 while the first charge is on */
  activation: number;
  /** x_d */
  full: number;
  /** V by which the discharge branch lies lower than that of the fresh particle */
  decay: number;
}

/** V. @param lithium X at the surface, per formula unit */
export function equilibriumPotential(
  lithium: number,
  { branch, activation, full, decay }: EquilibriumState
): number {
  const { first, later, discharge } = branches();
  const width = full - chargedLithium;
  const u = (lithium - chargedLithium) / width;
  const up =
    activation < 1 ? first.value(u) + activation * (later.value(u) - first.value(u)) : later.value(u);
  // beyond the charged end the branches are one
  const down = u < 0 ? up : discharge.value(u);
  return down + branch * (up - down) - decay;
}

/** V; where the plateau of the first charge begins */
const plateauStart = 4.45;

/** a of a particle whose first charge has brought it to this mean lithium. */
export function activationAt(lithium: number): number {
  const { first } = branches();
  let [low, high] = [0, 1];
  for (let k = 0; k < 50; ++k) {
    const middle = 0.5 * (low + high);
    if (first.value(middle) > plateauStart) low = middle;
    else high = middle;
  }
  const plateau = chargedLithium + low * (composition.Li - chargedLithium);
  return Math.min(1, Math.max(0, (plateau - lithium) / (plateau - chargedLithium)));
}

/** h after a change of the mean lithium. */
export function branchAfter(h: number, change: number, hysteresisLithium: number): number {
  const target = change < 0 ? 1 : 0;
  return target + (h - target) * Math.exp(-Math.abs(change) / hysteresisLithium);
}
