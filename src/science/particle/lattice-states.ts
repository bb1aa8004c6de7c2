// The average crystal in each sampled state: lithium on its three sites, oxygen, Ni/Li exchange, cell, oxygen's height,
// displacement parameters. Lithium, what of it is trapped, and the oxygen are those of the aged particle that all techniques see
// (aged-samples.ts, from the pathway model); how lithium divides over the layers, the exchange, heights and displacements are
// assumed. So what a refinement gets back tests the refinement and never the study.

import { latticeAt, type Branch, type CyclingRate } from "../material/lattice.js";
import type { Crystal } from "../material/crystal.js";
import { layeredOxide } from "../material/structures.js";
import { composition, pristineCell } from "../material/composition.js";
import { pchip } from "../numerics/pchip.js";
import type { Parameter } from "../parameters.js";
import { agedSample } from "./aged-samples.js";

export type LatticePhase = "pristine" | "charge" | "discharge" | "aged-charge" | "aged-discharge";

/** What `layeredOxide` needs; occupancies are shares of the positions, lengths in Å, B in Å². */
export interface LatticeValues {
  a: number;
  c: number;
  z: number;
  lithiumOct: number;
  /** two such positions per formula unit */
  lithiumTet: number;
  lithiumInMetalLayer: number;
  oxygen: number;
  mixing: number;
  bLithium: number;
  bMetal: number;
  bOxygen: number;
}

export interface LatticeState {
  id: string;
  label: string;
  /** C; null before any cycling */
  rate: CyclingRate | null;
  phase: LatticePhase;
  /** V; null where the study gives none */
  voltage: number | null;
  /** cycles completed before the half-cycle that ends in this state */
  cycles: number;
  /** lithium per formula unit, over all three sites */
  lithium: number;
  values: LatticeValues;
}

const displacements: Record<LatticePhase, readonly [lithium: number, metal: number, oxygen: number]> = {
  pristine: [1, 0.4, 0.9],
  charge: [1.3, 0.48, 1.08],
  discharge: [1.1, 0.45, 1.01],
  "aged-charge": [1.33, 0.55, 1.14],
  "aged-discharge": [1.2, 0.51, 1.07]
};

/** Of aged states, whose cells follow no curve of the first cycle; Å. */
const agedCells: Record<string, { a: number; c: number }> = {
  "0.1C-20cycles-4.8V": { a: 2.841, c: 14.27 },
  "0.1C-20cycles": { a: 2.866, c: 14.35 },
  "10C-20cycles-4.8V": { a: 2.842, c: 14.43 },
  "10C-20cycles": { a: 2.86, c: 14.36 }
};

/** Against lithium per formula unit: what the metal layer keeps of it as it leaves, and the height of oxygen. */
const contents = [0, 0.15, 0.4, 0.7, 1.2];
const layerOnCharge = pchip(contents, [0, 0.03, 0.1, 0.18, 0.23]);
const height = pchip(contents, [0.262, 0.2617, 0.2612, 0.2603, 0.2585]);
/** Share of what has left the metal layer that comes back to it on discharge. */
const comesBack = 0.35;

/** To 1e-6: differences of decimals leave rounding. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** Lithium of the metal layer: on discharge what the charge before has left, and a part of what it took. */
function layerLithium(lithium: number, phase: LatticePhase, charged: number): number {
  if (!phase.endsWith("discharge")) return layerOnCharge.value(lithium);
  const left = layerOnCharge.value(charged);
  return left + comesBack * (layerOnCharge.value(composition.Li) - left);
}

function stateOf(
  id: string,
  label: string,
  place: Pick<LatticeState, "rate" | "phase" | "voltage" | "cycles">
): LatticeState {
  const { lithium, lithiumTrapped, oxygenLost } = agedSample(id);
  const { rate, phase, cycles } = place;
  const [bLithium, bMetal, bOxygen] = displacements[phase];
  const branch: Branch = phase === "charge" ? "charge" : "discharge";
  const cell = agedCells[id] ?? (rate === null ? pristineCell : latticeAt(lithium, rate, branch));
  const charged =
    rate === null ? lithium : agedSample(`${rate}C${cycles > 0 ? "-20cycles" : ""}-4.8V`).lithium;
  const metalLayer = rounded(layerLithium(lithium, phase, charged));
  const tet = rounded(lithiumTrapped / 2);
  return {
    ...{ id, label, ...place, lithium },
    values: {
      ...{ a: cell.a, c: cell.c, bLithium, bMetal, bOxygen },
      ...{ z: rounded(height.value(lithium)), oxygen: rounded(1 - oxygenLost) },
      // metals move into the lithium layer as oxygen goes, and with cycling
      mixing: rounded(0.03 + 0.5 * oxygenLost + 0.0005 * cycles),
      ...{ lithiumInMetalLayer: metalLayer, lithiumTet: tet },
      lithiumOct: rounded(lithium - metalLayer - 2 * tet)
    }
  };
}

function cycled(rate: CyclingRate): LatticeState[] {
  const charged = [4.4, 4.6, 4.8].map((voltage) =>
    stateOf(`${rate}C-${voltage}V`, `${rate} C, ${voltage} V`, { rate, phase: "charge", voltage, cycles: 0 })
  );
  return [
    ...charged,
    stateOf(`${rate}C-discharged`, `${rate} C, discharged`, {
      ...{ rate, phase: "discharge", voltage: 2, cycles: 0 }
    }),
    stateOf(`${rate}C-20cycles-4.8V`, `${rate} C, 20 cycles, 4.8 V`, {
      ...{ rate, phase: "aged-charge", voltage: 4.8, cycles: 20 }
    }),
    stateOf(`${rate}C-20cycles`, `${rate} C, 20 cycles, discharged`, {
      ...{ rate, phase: "aged-discharge", voltage: 2, cycles: 20 }
    })
  ];
}

/** Thirteen, as many as the study has patterns: which sample each of those shows is not given, the choice is ours. */
export const latticeStates: readonly LatticeState[] = [
  stateOf("pristine", "pristine", { rate: null, phase: "pristine", voltage: null, cycles: 0 }),
  ...cycled(0.1),
  ...cycled(10)
];

/** @throws where no state has this id */
export function latticeState(id: string): LatticeState {
  const state = latticeStates.find((candidate) => candidate.id === id);
  if (!state)
    throw new Error(
      `unknown lattice state: ${id}; must be one of ${latticeStates.map((s) => s.id).join(", ")}`
    );
  return state;
}

/** The average crystal of a state. @param changes values to use in place of the state's */
export function latticeCrystal(id: string, changes: Partial<LatticeValues> = {}): Crystal {
  const { label, values } = latticeState(id);
  return layeredOxide({ ...values, ...changes, name: label });
}

const assumed = "assumed; no number is printed";
const fromModel = "the pathway model: the aged particle that all techniques see";
const recalled = "assumed: approximate (from memory, unverified), as in refinements of like compounds";

/** What the model gives, at least as a part: lithium on its sites follows from it and an assumed division. */
const ofModel = new Set<keyof LatticeValues>(["lithiumOct", "lithiumTet", "oxygen"]);

type Meaning = readonly [
  symbol: string,
  label: string,
  unit: string,
  min: number,
  max: number,
  source: string
];

const meanings: Record<keyof LatticeValues, Meaning> = {
  a: ["a", "cell edge a", "Å", 2.8, 2.9, recalled],
  c: ["c", "cell edge c", "Å", 14, 14.6, recalled],
  z: ["z_O", "height of oxygen in the cell", "", 0.25, 0.27, recalled],
  lithiumOct: ["n_Li,oct", "Li on the octahedral sites of the lithium layer", "", 0, 1, fromModel],
  lithiumTet: ["n_Li,tet", "Li on each of the two tetrahedral sites per formula unit", "", 0, 0.2, fromModel],
  lithiumInMetalLayer: ["n_Li,M", "Li on the sites of the metal layer", "", 0, 0.3, assumed],
  oxygen: ["n_O", "oxygen on its sites", "", 0.85, 1, fromModel],
  mixing: ["n_Ni,Li", "Ni on the sites of the lithium layer", "", 0, 0.12, recalled],
  bLithium: ["B_Li", "displacement parameter of the lithium layer", "Å²", 0.2, 3, recalled],
  bMetal: ["B_M", "displacement parameter of the metal layer", "Å²", 0.1, 1.5, recalled],
  bOxygen: ["B_O", "displacement parameter of oxygen", "Å²", 0.2, 2.5, recalled]
};

/** The inputs of a state with their sources and ranges; Å and Å², the units of the field. */
export function latticeParameters(id: string): Record<keyof LatticeValues, Parameter> {
  const { values } = latticeState(id);
  const entries = (Object.keys(meanings) as (keyof LatticeValues)[]).map((key) => {
    const [symbol, label, unit, min, max, source] = meanings[key];
    const status = ofModel.has(key) ? "model" : "assumed";
    const parameter: Parameter = { symbol, label, unit, min, max, value: values[key], status, source };
    return [key, parameter] as const;
  });
  return Object.fromEntries(entries) as Record<keyof LatticeValues, Parameter>;
}
