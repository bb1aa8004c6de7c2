// What ends a half-cycle at constant current: the voltage's cut-off of its direction, or a surface that is full (x = 1.2)
// or empty (x = 0): more lithium has no place there, less is not to be had.

import type { Branch } from "./open-circuit.js";
import { composition } from "./composition.js";

/** lithium per formula unit that the structure has places for */
export const lithiumWindow = [0, composition.Li] as const;

export interface CutOffs {
  lowerVoltage: number;
  upperVoltage: number;
}

/** 1 where lithium enters the particle, −1 where it leaves. */
export const directionOf = (phase: Branch): 1 | -1 => (phase === "discharge" ? 1 : -1);

export const cutOffOf = (phase: Branch, { lowerVoltage, upperVoltage }: CutOffs): number =>
  phase === "discharge" ? lowerVoltage : upperVoltage;

/** How far a cell voltage is beyond the cut-off of its direction, V; negative before it. */
export function beyondCutOff(phase: Branch, cutOffs: CutOffs, voltage: number): number {
  return directionOf(phase) * (cutOffOf(phase, cutOffs) - voltage);
}

/** How far a surface's lithium is beyond what there is room for, per formula unit; negative before it. */
export function beyondWindow(phase: Branch, lithium: number): number {
  return phase === "discharge" ? lithium - lithiumWindow[1] : lithiumWindow[0] - lithium;
}

export function cutOffReason(phase: Branch, cutOffs: CutOffs): string {
  return `the cell voltage reached its cut-off of ${phase} (${cutOffOf(phase, cutOffs)} V)`;
}

export function saturatedReason(phase: Branch): string {
  return phase === "discharge"
    ? `the surface is full of lithium (${lithiumWindow[1]} per formula unit)`
    : "the surface is empty of lithium";
}

export function endsAtOnce(rate: number, phase: Branch, reason: string): string {
  return `unsupported rate: ${rate} C; within 1 % of the capacity ${reason}: the ${phase} cannot begin; lower the rate or the particle radius, or raise the diffusivity or the exchange current`;
}
