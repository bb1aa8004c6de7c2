// The states of charge at which the study images a particle, and how much of its volume is given each class here.
// These shares are inputs: they are set so that the sample agrees with what the study prints or says in words, so that
// a share that an analysis gets back from the twin is a test of the analysis and never a confirmation of the study.

import type { Parameter } from "../parameters.js";

export type StatePhase = "pristine" | "charge" | "discharge" | "control";

export interface SampledState {
  id: string;
  label: string;
  /** C; null before any cycling */
  rate: 0.1 | 10 | null;
  phase: StatePhase;
  /** V; null where the study gives none, or for the control */
  voltage: number | null;
  /** calibrated shares of the particle's volume, from 0 to 1: what deviates by more than 5 % in TM/O, 20 nm wide voxels */
  shares: { oxygenPoor: Parameter; oxygenRich: Parameter };
  /** atoms per formula unit, assumed: it makes part of the absorption below the oxygen edge */
  lithium: Parameter;
  /** voids of a few nanometres in the oxygen-poor domains */
  nanovoids: Parameter;
}

const words = (what: string) =>
  `assumed so that it agrees with the study's words: ${what}; no number is printed`;

function share(
  side: "poor" | "rich",
  percent: number,
  [from, to]: [number, number],
  status: Parameter["status"],
  source: string
): Parameter {
  return {
    symbol: side === "poor" ? "f_P" : "f_R",
    label: `volume share of the oxygen-${side} class`,
    value: percent / 100,
    unit: "",
    min: from / 100,
    max: to / 100,
    status,
    source
  };
}

function lithium(value: number): Parameter {
  return {
    symbol: "x",
    label: "lithium per formula unit",
    value,
    unit: "",
    min: 0,
    max: 1.2,
    status: value === 1.2 ? "study" : "assumed",
    source:
      value === 1.2
        ? "study, nominal composition"
        : "not given in the study; assumed from capacities of like compounds"
  };
}

function nanovoids(value: number): Parameter {
  return {
    symbol: "n_V",
    label: "nanovoids in the fragment",
    value,
    unit: "",
    min: 0,
    max: 1000,
    status: "assumed",
    source: value > 0 ? words("nanovoids form at the slow rate as oxygen is lost") : "assumed: none"
  };
}

const noneSaid = "assumed: the study tells of none in this state";
const poor = (percent: number, range: [number, number], source: string) =>
  share("poor", percent, range, "assumed", source);
const rich = (percent: number, range: [number, number], source: string) =>
  share("rich", percent, range, "assumed", source);

const pristineRest = "study, Fig. 2a: 93.6 % at the target composition; how the rest is split is assumed";

/** All states, in the order in which the study shows them, after a control that is one composition throughout. */
export const sampledStates: readonly SampledState[] = [
  {
    id: "uniform",
    label: "uniform control",
    rate: null,
    phase: "control",
    voltage: null,
    shares: {
      oxygenPoor: poor(0, [0, 0], "by construction: one composition throughout"),
      oxygenRich: rich(0, [0, 0], "by construction: one composition throughout")
    },
    lithium: lithium(1.2),
    nanovoids: nanovoids(0)
  },
  {
    id: "pristine",
    label: "pristine",
    rate: null,
    phase: "pristine",
    voltage: null,
    // 3.2 + 3.2 leaves the 93.6 % that is printed
    shares: {
      oxygenPoor: share("poor", 3.2, [0, 6.4], "study", pristineRest),
      oxygenRich: share("rich", 3.2, [0, 6.4], "study", pristineRest)
    },
    lithium: lithium(1.2),
    nanovoids: nanovoids(0)
  },
  slow(
    4.4,
    3.2,
    [2, 6],
    words("no oxygen-poor regions are told of before 4.6 V, so no more than in the pristine particle"),
    0.7,
    0
  ),
  slow(
    4.6,
    14,
    [7, 25],
    words("oxygen-poor regions appear, at the surface and in the bulk together"),
    0.4,
    60
  ),
  slow(4.8, 24, [14, 40], words("the oxygen-poor regions grow up to 4.8 V"), 0.15, 150),
  slow(null, 24, [14, 40], words("the oxygen-poor share stays at its charged level on discharge"), 1, 150),
  fast(4.4, rich(5, [2, 9], words("a few oxygen-rich nanodomains show below the surface")), 0.95),
  fast(4.6, rich(10, [5, 15], words("the oxygen-rich domains grow between 4.4 V and 4.8 V")), 0.8),
  fast(4.8, share("rich", 17, [14, 20], "study", "study, Fig. 2c: about 17 %"), 0.6),
  fast(null, rich(11, [5, 16], words("part of the oxygen-rich volume goes back on discharge")), 1.05)
];

function slow(
  voltage: number | null,
  percent: number,
  range: [number, number],
  source: string,
  x: number,
  voids: number
): SampledState {
  return {
    ...cycled(0.1, voltage),
    shares: { oxygenPoor: poor(percent, range, source), oxygenRich: rich(2, [0, 4], noneSaid) },
    lithium: lithium(x),
    nanovoids: nanovoids(voids)
  };
}

function fast(voltage: number | null, oxygenRich: Parameter, x: number): SampledState {
  return {
    ...cycled(10, voltage),
    shares: { oxygenPoor: poor(2, [0, 4], noneSaid), oxygenRich },
    lithium: lithium(x),
    nanovoids: nanovoids(0)
  };
}

function cycled(
  rate: 0.1 | 10,
  voltage: number | null
): Pick<SampledState, "id" | "label" | "rate" | "phase" | "voltage"> {
  const name = voltage === null ? "discharged" : `${voltage} V`;
  return {
    id: `${rate}C-${voltage === null ? name : `${voltage}V`}`,
    label: `${rate} C, ${name}`,
    rate,
    phase: voltage === null ? "discharge" : "charge",
    voltage
  };
}

/** @throws where no state has this id */
export function sampledState(id: string): SampledState {
  const state = sampledStates.find((candidate) => candidate.id === id);
  if (!state)
    throw new Error(
      `unknown sampled state: ${id}; must be one of ${sampledStates.map((s) => s.id).join(", ")}`
    );
  return state;
}
