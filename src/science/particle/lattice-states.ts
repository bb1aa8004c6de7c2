// The average crystal in each sampled state: lithium on its three sites, oxygen, Ni/Li exchange, cell, oxygen's height,
// displacement parameters. Inputs all: the loss of oxygen is the study's 4 % at 0.1 C, the rest is assumed to agree with its
// words, so that what a refinement gets back tests the refinement and never the study.

import { latticeAt, type Branch, type CyclingRate } from "../material/lattice.js";
import type { Crystal } from "../material/crystal.js";
import { layeredOxide } from "../material/structures.js";
import { composition, pristineCell } from "../material/composition.js";
import type { Parameter } from "../parameters.js";

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

interface Row {
  lithium: number;
  /** Li in the metal layer, Li per tetrahedral position; the rest of x is octahedral */
  metalLayer: number;
  tet: number;
  oxygen: number;
  mixing: number;
  z: number;
  /** B of Li, metals, O */
  b: readonly [number, number, number];
  /** of aged states, whose cells follow no curve of the first cycle */
  cell?: { a: number; c: number };
}

const rows: Record<string, Row> = {
  pristine: {
    ...{ lithium: composition.Li, metalLayer: 0.23, tet: 0, oxygen: 1, mixing: 0.03, z: 0.2585 },
    b: [1, 0.4, 0.9]
  },
  "0.1C-4.4V": {
    ...{ lithium: 0.7, metalLayer: 0.18, tet: 0.01, oxygen: 1, mixing: 0.032, z: 0.2603 },
    b: [1.1, 0.42, 0.95]
  },
  "0.1C-4.6V": {
    ...{ lithium: 0.4, metalLayer: 0.1, tet: 0.02, oxygen: 0.985, mixing: 0.038, z: 0.2612 },
    b: [1.2, 0.45, 1]
  },
  "0.1C-4.8V": {
    ...{ lithium: 0.15, metalLayer: 0.03, tet: 0.025, oxygen: 0.96, mixing: 0.05, z: 0.2617 },
    b: [1.3, 0.5, 1.1]
  },
  "0.1C-discharged": {
    ...{ lithium: 1, metalLayer: 0.1, tet: 0.03, oxygen: 0.96, mixing: 0.048, z: 0.2592 },
    b: [1.1, 0.45, 1.02]
  },
  "0.1C-20cycles-4.8V": {
    ...{ lithium: 0.25, metalLayer: 0.04, tet: 0.05, oxygen: 0.96, mixing: 0.075, z: 0.2613 },
    b: [1.35, 0.55, 1.15],
    cell: { a: 2.841, c: 14.27 }
  },
  "0.1C-20cycles": {
    ...{ lithium: 0.95, metalLayer: 0.08, tet: 0.05, oxygen: 0.96, mixing: 0.07, z: 0.2594 },
    b: [1.2, 0.5, 1.08],
    cell: { a: 2.866, c: 14.35 }
  },
  "10C-4.4V": {
    ...{ lithium: 0.95, metalLayer: 0.22, tet: 0.01, oxygen: 1, mixing: 0.03, z: 0.2593 },
    b: [1.05, 0.42, 0.93]
  },
  "10C-4.6V": {
    ...{ lithium: 0.8, metalLayer: 0.2, tet: 0.015, oxygen: 0.997, mixing: 0.031, z: 0.26 },
    b: [1.1, 0.44, 0.97]
  },
  "10C-4.8V": {
    ...{ lithium: 0.6, metalLayer: 0.16, tet: 0.02, oxygen: 0.993, mixing: 0.033, z: 0.2607 },
    b: [1.2, 0.48, 1.05]
  },
  "10C-discharged": {
    ...{ lithium: 1.05, metalLayer: 0.19, tet: 0.025, oxygen: 0.993, mixing: 0.033, z: 0.259 },
    b: [1.1, 0.46, 1]
  },
  "10C-20cycles-4.8V": {
    ...{ lithium: 0.7, metalLayer: 0.17, tet: 0.04, oxygen: 0.985, mixing: 0.045, z: 0.2605 },
    b: [1.3, 0.55, 1.12],
    cell: { a: 2.842, c: 14.43 }
  },
  "10C-20cycles": {
    ...{ lithium: 0.95, metalLayer: 0.18, tet: 0.045, oxygen: 0.985, mixing: 0.042, z: 0.2594 },
    b: [1.2, 0.52, 1.06],
    cell: { a: 2.86, c: 14.36 }
  }
};

function stateOf(
  id: string,
  label: string,
  place: Pick<LatticeState, "rate" | "phase" | "voltage" | "cycles">
): LatticeState {
  const row = rows[id];
  const { lithium, metalLayer, tet, oxygen, mixing, z } = row;
  const [bLithium, bMetal, bOxygen] = row.b;
  const branch: Branch = place.phase === "charge" ? "charge" : "discharge";
  const cell = row.cell ?? (place.rate === null ? pristineCell : latticeAt(lithium, place.rate, branch));
  return {
    ...{ id, label, ...place, lithium },
    values: {
      ...{ a: cell.a, c: cell.c, z, oxygen, mixing, bLithium, bMetal, bOxygen },
      ...{ lithiumInMetalLayer: metalLayer, lithiumTet: tet },
      // to 1e-6: differences of decimals leave rounding
      lithiumOct: Math.round((lithium - metalLayer - 2 * tet) * 1e6) / 1e6
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

const words = "assumed, to agree with the study's words; no number is printed";
const recalled = "assumed: approximate (from memory, unverified), as in refinements of like compounds";
const slowLoss =
  "calibrated: the study's loss of about 4 % of the oxygen in the first cycle at 0.1 C, unchanged after 20 cycles";

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
  lithiumOct: ["n_Li,oct", "Li on the octahedral sites of the lithium layer", "", 0, 1, words],
  lithiumTet: ["n_Li,tet", "Li on each of the two tetrahedral sites per formula unit", "", 0, 0.2, words],
  lithiumInMetalLayer: ["n_Li,M", "Li on the sites of the metal layer", "", 0, 0.3, words],
  oxygen: ["n_O", "oxygen on its sites", "", 0.85, 1, words],
  mixing: ["n_Ni,Li", "Ni on the sites of the lithium layer", "", 0, 0.12, recalled],
  bLithium: ["B_Li", "displacement parameter of the lithium layer", "Å²", 0.2, 3, recalled],
  bMetal: ["B_M", "displacement parameter of the metal layer", "Å²", 0.1, 1.5, recalled],
  bOxygen: ["B_O", "displacement parameter of oxygen", "Å²", 0.2, 2.5, recalled]
};

/** The inputs of a state with their sources and ranges; Å and Å², the units of the field. */
export function latticeParameters(id: string): Record<keyof LatticeValues, Parameter> {
  const { values, rate } = latticeState(id);
  const entries = (Object.keys(meanings) as (keyof LatticeValues)[]).map((key) => {
    const [symbol, label, unit, min, max, source] = meanings[key];
    const calibrated = key === "oxygen" && rate === 0.1 && values.oxygen === 0.96;
    const parameter: Parameter = {
      ...{ symbol, label, unit, min, max, value: values[key] },
      status: calibrated ? "study" : "assumed",
      source: calibrated ? slowLoss : source
    };
    return [key, parameter] as const;
  });
  return Object.fromEntries(entries) as Record<keyof LatticeValues, Parameter>;
}
