// E_eq with memory: two branches between the charged and the discharged end, and one state h between them.
//   E(x, h) = E_d(u) + h (E_c(u) − E_d(u)),  u = (x − x_c)/(x_d − x_c),
//   dh/dx̄ = (1 − h)/x_h for lithium going out (charge), h → 0 with −h/x_h for lithium coming in (discharge),
// so E has no jump where a half-cycle turns: the distance from the branch that it makes for falls by e per x_h of lithium.
// One-state model after Axen et al. 2022, doi:10.1016/j.est.2022.103985 (as in PyBaMM); x̄ is the particle's mean.
// The first charge has its own branch, with the plateau; it ends at the same x_c. Of the lithium that leaves on its plateau
// a part finds no place again: x_d = 1.2 − a x_t, a the share of the plateau that has been passed. All branches: calibrated.

import { capacityPerLithium } from "../material/composition.js";
import {
  extendedShape,
  openCircuit,
  publishedLaterCharge,
  shapeCapacity,
  type Branch,
  type ShapePoints
} from "../material/open-circuit.js";
import type { Curve } from "../numerics/pchip.js";
import { pristineLithium } from "./parameters.js";

/** V; where the plateau of the first charge begins */
export const plateauStart = 4.45;

/** The branches of one cycle over u from 0 (charged, 4.8 V) to 1 (discharged, 2.0 V). */
export interface Loop {
  charge: Curve;
  discharge: Curve;
  /** the first charge: x_c and x_d are those of the pristine particle for the charge branch */
  first: boolean;
  /** lithium between the ends over that of the unaged loop */
  range: number;
}

/** Lithium at 4.8 V of the first charge as published: 1.2 less its capacity. */
export const chargedEnd = pristineLithium - shapeCapacity(extendedShape("charge")) / capacityPerLithium();

/** Branches from shapes: capacity passed in the branch's direction (mAh/g) against V. */
export function loopOf(charge: ShapePoints, discharge: ShapePoints, first: boolean, range = 1): Loop {
  return {
    charge: openCircuit("charge", 0, 1, charge),
    discharge: openCircuit("discharge", 0, 1, discharge),
    first,
    range
  };
}

export const firstLoop = (): Loop => loopOf(extendedShape("charge"), extendedShape("discharge"), true);
export const laterLoop = (): Loop =>
  loopOf(extendedShape("charge", publishedLaterCharge), extendedShape("discharge"), false);

/** State of a particle that E depends on beside its surface's lithium. */
export interface Memory {
  /** h: 1 on the charge branch, 0 on the discharge branch */
  branch: number;
  /** a: share of the plateau that has been passed */
  activation: number;
}

/** h after a change of the particle's mean lithium. */
export function branchAfter(h: number, change: number, hysteresisLithium: number): number {
  const target = change < 0 ? 1 : 0;
  return target + (h - target) * Math.exp(-Math.abs(change) / hysteresisLithium);
}

/** Lithium at which the plateau of the first charge begins. */
export function plateauLithium({ charge }: Loop): number {
  let [low, high] = [0, 1];
  for (let k = 0; k < 60; ++k) {
    const middle = 0.5 * (low + high);
    if (charge.value(middle) > plateauStart) low = middle;
    else high = middle;
  }
  return chargedEnd + low * (pristineLithium - chargedEnd);
}

export interface Equilibrium {
  /** E in V and dE/dx at the surface's lithium x, and dE/dh */
  at: (x: number, memory: Memory) => { value: number; slope: number; byBranch: number };
  /** x_c and x_d of a particle */
  ends: (activation: number) => readonly [charged: number, discharged: number];
}

export function equilibriumOf(loop: Loop, trappedLithium: number): Equilibrium {
  const ends = (activation: number) => {
    const discharged = pristineLithium - activation * trappedLithium;
    return [discharged - (discharged - chargedEnd) * loop.range, discharged] as const;
  };
  const result = { value: 0, slope: 0, byBranch: 0 };
  return {
    ends,
    at(x, { branch, activation }) {
      const [charged, discharged] = ends(activation);
      const width = discharged - charged;
      const u = (x - charged) / width;
      const chargeWidth = loop.first ? pristineLithium - chargedEnd : width;
      const v = loop.first ? (x - chargedEnd) / chargeWidth : u;
      // beyond the charged end the branches are one, and go straight on with the charge branch
      const over = v < 0;
      const up = loop.charge.value(v);
      const down = over ? up : loop.discharge.value(u);
      const gap = up - down;
      const upSlope = loop.charge.slope(v) / chargeWidth;
      const downSlope = over ? upSlope : loop.discharge.slope(u) / width;
      result.value = down + branch * gap;
      result.slope = downSlope + branch * (upSlope - downSlope);
      result.byBranch = gap;
      return result;
    }
  };
}

/** E_eq of one branch alone for a particle: what a slow half-cycle tends to. */
export function branchCurve(loop: Loop, branch: Branch, activation: number, trappedLithium: number) {
  const { at } = equilibriumOf(loop, trappedLithium);
  const memory = { branch: branch === "charge" ? 1 : 0, activation };
  return (x: number) => at(x, memory).value;
}

/** V; a gap between the branches below it says nothing of h */
const closedGap = 1e-3;

/**
 * h on new branches at which E is what it was on the old ones, so that a change of branches is no jump: above 1 where the
 * old charge branch lay higher; it then falls to 1 like any other h. Held within 0 … 3.
 */
export function branchOn(next: Equilibrium, before: Equilibrium, x: number, memory: Memory): number {
  const E = before.at(x, memory).value;
  const { value: down, byBranch: gap } = next.at(x, { ...memory, branch: 0 });
  return gap < closedGap ? memory.branch : Math.min(3, Math.max(0, (E - down) / gap));
}
