// What is inside a secondary particle of 8 µm radius before and after cycling: how many pores, how large, where, and which
// cracks. The study shows pictures and prints no porosity, count or size, so all numbers here are assumed so that the
// samples agree with its words; what an analysis gets back of them tests the instrument and not the material.

import type { Parameter } from "../parameters.js";

const um = 1e-6;

export interface PoreState {
  id: "pristine" | "0.1C" | "10C";
  label: string;
  /** C; null before cycling */
  rate: 0.1 | 10 | null;
  parameters: PoreParameters;
}

export type PoreParameters = Record<
  | "particleRadius"
  | "voidRadius"
  | "corePores"
  | "pores"
  | "poreRadius"
  | "poreSpread"
  | "poreReach"
  | "cracks"
  | "crackOpening"
  | "crackReach"
  | "cavities",
  Parameter
>;

const words = (what: string) =>
  `assumed so that it agrees with the study's words: ${what}; no number is printed`;
const study = "study, caption of Fig. 5 (of the stress model)";

interface Assumed {
  pores: number;
  poreRadius: number;
  poreSpread: number;
  poreReach: number;
  cracks: number;
  crackOpening: number;
  crackReach: number;
  cavities: number;
  said: string;
}

function parameters(of: Assumed): PoreParameters {
  const assumed = (
    symbol: string,
    label: string,
    value: number,
    unit: string,
    [min, max]: readonly [number, number]
  ): Parameter => ({ symbol, label, value, unit, min, max, status: "assumed", source: words(of.said) });
  const given = (
    symbol: string,
    label: string,
    value: number,
    range: readonly [number, number]
  ): Parameter => ({
    ...{ symbol, label, value, unit: "m", min: range[0], max: range[1] },
    status: "study",
    source: study
  });
  return {
    particleRadius: given("R", "radius of the particle", 8 * um, [3 * um, 8.2 * um]),
    voidRadius: given("R_v", "radius of the central void", 0.5 * um, [0.2 * um, 1 * um]),
    corePores: {
      ...assumed("n_c", "small voids about the centre, left by the synthesis", 24, "", [0, 60]),
      source: words("a compact void structure at the core, before any cycling")
    },
    pores: assumed("n_p", "pores apart from one another", of.pores, "", [0, 4000]),
    poreRadius: assumed("r_m", "their median radius", of.poreRadius, "m", [0.05 * um, 0.5 * um]),
    poreSpread: assumed(
      "s_p",
      "standard deviation of the logarithm of their radius",
      of.poreSpread,
      "",
      [0, 0.8]
    ),
    poreReach: assumed(
      "L_p",
      "length over which their density falls to 1/e, from the centre outwards; which way it falls is not said",
      of.poreReach,
      "m",
      [um, 50 * um]
    ),
    cracks: assumed("n_k", "cracks that start at the core", of.cracks, "", [0, 8]),
    crackOpening: assumed("w_k", "widest opening of a crack", of.crackOpening, "m", [0.05 * um, um]),
    crackReach: assumed(
      "l_k",
      "how far cracks reach from the centre; the last one by a half more",
      of.crackReach,
      "m",
      [um, 8 * um]
    ),
    cavities: assumed("n_v", "large irregular pores on the cracks", of.cavities, "", [0, 60])
  };
}

export const poreStates: readonly PoreState[] = [
  {
    id: "pristine",
    label: "pristine",
    rate: null,
    parameters: parameters({
      ...{ pores: 25, poreRadius: 0.15 * um, poreSpread: 0.3, poreReach: 50 * um },
      ...{ cracks: 0, crackOpening: 0.1 * um, crackReach: um, cavities: 0 },
      said: "voids at the core and none told of elsewhere"
    })
  },
  {
    id: "0.1C",
    label: "0.1 C",
    rate: 0.1,
    parameters: parameters({
      ...{ pores: 1300, poreRadius: 0.2 * um, poreSpread: 0.45, poreReach: 5 * um },
      ...{ cracks: 1, crackOpening: 0.22 * um, crackReach: 4.4 * um, cavities: 0 },
      said: "more void space, many nano- and micropores that thin out along the radius, one visible crack through them"
    })
  },
  {
    id: "10C",
    label: "10 C",
    rate: 10,
    parameters: parameters({
      ...{ pores: 60, poreRadius: 0.15 * um, poreSpread: 0.3, poreReach: 50 * um },
      ...{ cracks: 4, crackOpening: 0.4 * um, crackReach: 6 * um, cavities: 14 },
      said: "fewer but larger, irregular pores that spreading cracks join"
    })
  }
];

/** @throws where no state has this id */
export function poreState(id: string): PoreState {
  const state = poreStates.find((candidate) => candidate.id === id);
  if (!state)
    throw new Error(
      `unknown state of the particle: ${id}; must be one of ${poreStates.map((s) => s.id).join(", ")}`
    );
  return state;
}
