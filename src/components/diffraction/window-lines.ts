// Reflections of the average pristine cell and those that honeycomb order adds, with the heights that neutrons give them.
import { reflectionList } from "../../science/diffraction/reflections.js";
import { structureFactors } from "../../science/diffraction/structure-factor.js";
import { superstructureReflections } from "../../science/diffraction/superstructure.js";
import { neutronAmplitude } from "../../science/diffraction/neutron-twin.js";
import { latticeCrystal } from "../../science/particle/lattice-states.js";
import type { AxisLine } from "./window-axis.js";

const [dMin, dMax] = [0.9, 5.2];

/** Lines of the average pristine cell, and those of a sample that is Li2MnO3 throughout; strengths over the highest average line. */
export function windowLines(resolution: number): AxisLine[] {
  const crystal = latticeCrystal("pristine");
  const list = reflectionList(crystal, { dMin, dMax });
  const { squared } = structureFactors(crystal, list, neutronAmplitude).compute();
  const average = Array.from({ length: list.count }, (_, r) => ({
    ...{ d: list.d[r], indices: `${list.h[r]} ${list.k[r]} ${list.l[r]}`, kind: "average" as const },
    // the height of a peak as wide as d: m|F|² d³
    strength: list.multiplicity[r] * squared[r] * list.d[r] ** 3
  }));
  const order = superstructureReflections({ dMin, dMax, resolution }).map(({ d, hkl, height }) => ({
    ...{ d, indices: hkl, kind: "order" as const, strength: height }
  }));
  const most = Math.max(...average.map(({ strength }) => strength));
  return [...average.map((line) => ({ ...line, strength: line.strength / most })), ...order];
}
