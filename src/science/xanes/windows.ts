// The energies at which the study measured and in which it fitted, and the points of a measurement that lie in a window.

import type { Parameter } from "../parameters.js";
import { checkRising } from "./resample.js";

export const edgeElements = ["O", "Mn", "Co", "Ni"] as const;
export type EdgeElement = (typeof edgeElements)[number];

/** eV, from and to, both included */
export type EnergyWindow = readonly [from: number, to: number];

/** eV; methods section of the study */
export const measuredRanges: Record<EdgeElement, EnergyWindow> = {
  O: [525, 555],
  Mn: [635, 665],
  Co: [775, 805],
  Ni: [848, 880]
};

/** eV, of the linear combination; methods section of the study. That of Co ends below the shoulder of Co³⁺. */
export const fitWindows: Record<EdgeElement, EnergyWindow> = {
  O: [526, 536],
  Mn: [638, 648],
  Co: [775, 782],
  Ni: [850, 860]
};

export const energyStep: Parameter = {
  symbol: "ΔE",
  label: "step between photon energies",
  value: 0.25,
  unit: "eV",
  min: 0.15,
  max: 0.5,
  status: "assumed",
  source: "not given in the study; 0.15 eV is its resolution elsewhere, 0.5 eV a usual coarse step"
};

/** Energies of an element's measured range, eV: both ends, steps of at most `step`. */
export function energyGrid(element: EdgeElement, step = energyStep.value): Float64Array {
  const [from, to] = measuredRanges[element];
  if (!(step > 0 && step <= to - from))
    throw new Error(`invalid step of energy: ${step} eV; must be from 0 to the range of ${to - from} eV`);
  const count = Math.ceil((to - from) / step - 1e-9);
  return Float64Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
}

/**
 * First point in a window and the one after its last.
 * @throws where fewer than `least` points lie in it, or they do not rise
 */
export function pointsInside(
  energies: ArrayLike<number>,
  [from, to]: EnergyWindow,
  least = 1
): [first: number, end: number] {
  checkRising(energies, "the measurement");
  let first = 0;
  while (first < energies.length && energies[first] < from) ++first;
  let end = first;
  while (end < energies.length && energies[end] <= to) ++end;
  if (end - first < least)
    throw new Error(
      `invalid window: ${end - first} energies from ${from} to ${to} eV; must be ${least} or more, of a measurement from ${energies[0]} to ${energies[energies.length - 1]} eV`
    );
  return [first, end];
}
