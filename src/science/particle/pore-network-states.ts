// What is inside a secondary particle of 8 µm radius before and after cycling: how many pores, how large, where, and which
// cracks. How much of the volume its pores take and how far its cracks have grown at 10 C follow from the aged particle that all
// techniques see (aged-samples.ts, from the pathway model); sizes, places and shapes are assumed to agree with the study's words, and
// so is the one crack at 0.1 C, of which the model has none. What an analysis gets back of them tests the instrument and not the
// material.

import type { Parameter } from "../parameters.js";
import { agedSample } from "./aged-samples.js";

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
  /** what follows from the pathway model, and of what */
  model?: Partial<Record<keyof PoreParameters, string>>;
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
  const made: PoreParameters = {
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
  for (const [name, what] of Object.entries(of.model ?? {}) as [keyof PoreParameters, string][])
    made[name] = { ...made[name], status: "model", source: `the pathway model: ${what}` };
  return made;
}

/** Share of the particle that one placed pore takes in the mean, with the radii, their spread and overlaps assumed below. */
const shareOfPore = 2.08e-5;
const slow = agedSample("0.1C-20cycles");
const fast = agedSample("10C-20cycles");
/** Cracks, their widest opening and the large pores on them where they have grown out; assumed. */
const fullCracks = { count: 4.4, opening: 0.44 * um, cavities: 15.4 };

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
      ...{
        pores: Math.round(slow.nanovoidFraction / shareOfPore),
        poreRadius: 0.2 * um,
        poreSpread: 0.45,
        poreReach: 5 * um
      },
      ...{ cracks: 1, crackOpening: 0.22 * um, crackReach: 4.4 * um, cavities: 0 },
      model: { pores: "volume of its nanovoids after 20 cycles, over that of a mean pore here" },
      said: "more void space, many nano- and micropores that thin out along the radius, one visible crack through them"
    })
  },
  {
    id: "10C",
    label: "10 C",
    rate: 10,
    parameters: parameters({
      ...{ pores: 60, poreRadius: 0.15 * um, poreSpread: 0.3, poreReach: 50 * um },
      ...{ cracks: Math.round(fullCracks.count * fast.crackDamage), crackReach: 6 * um },
      crackOpening: fullCracks.opening * fast.crackDamage,
      cavities: Math.round(fullCracks.cavities * fast.crackDamage),
      model: {
        cracks: "crack damage after 20 cycles; 1 would be 4.4 of them",
        crackOpening: "crack damage after 20 cycles; 1 would be 0.44 µm",
        cavities: "crack damage after 20 cycles; 1 would be 15.4 of them"
      },
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
