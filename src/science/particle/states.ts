// The states of charge at which the study images a particle, and how much of its volume is given each class here. The
// shares are those of the aged particle that all techniques see (aged-samples.ts, from the pathway model, which is calibrated
// at both rates), so that a share that an analysis gets back from the twin is a test of the analysis and never a confirmation
// of the study.

import type { AgedSample } from "./aged-sample.js";
import { agedSample } from "./aged-samples.js";
import { semiAxes } from "./fragment-shape.js";
import { meanVoidVolume } from "./fragment-voids.js";
import type { Parameter } from "../parameters.js";

export type StatePhase = "pristine" | "charge" | "discharge" | "control";

export interface SampledState {
  id: string;
  label: string;
  /** C; null before any cycling */
  rate: number | null;
  phase: StatePhase;
  /** V; null where the study gives none, or for the control */
  voltage: number | null;
  /** shares of the particle's volume, from 0 to 1: what deviates by more than 5 % in TM/O, 20 nm wide voxels */
  shares: { oxygenPoor: Parameter; oxygenRich: Parameter };
  /** atoms per formula unit, assumed: it makes part of the absorption below the oxygen edge */
  lithium: Parameter;
  /** voids of a few nanometres in the oxygen-poor domains */
  nanovoids: Parameter;
}

const model = (what: string) => `the pathway model, ${what}`;

function share(side: "poor" | "rich", value: number, status: Parameter["status"], source: string): Parameter {
  return {
    symbol: side === "poor" ? "f_P" : "f_R",
    label: `volume share of the oxygen-${side} class`,
    value,
    unit: "",
    min: 0,
    max: status === "assumed" ? 0 : 0.4,
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
    status: value === 1.2 ? "study" : "model",
    source:
      value === 1.2 ? "study, nominal composition" : model("lithium of the whole particle in this state")
  };
}

/** What is left of the ellipsoid by the planes that cut it, about. */
const cutShare = 0.85;

function nanovoids(fraction: number): Parameter {
  const volume = (4 / 3) * Math.PI * semiAxes.x * semiAxes.y * semiAxes.z * cutShare;
  return {
    symbol: "n_V",
    label: "nanovoids in the fragment",
    value: Math.round((fraction * volume) / meanVoidVolume),
    unit: "",
    min: 0,
    max: 1000,
    status: fraction > 0 ? "model" : "assumed",
    source:
      fraction > 0
        ? model("the volume of its gathered vacancies, in voids of the assumed sizes")
        : "assumed: none"
  };
}

const pristineRest = "study, Fig. 2a: 93.6 % at the target composition; how the rest is split is assumed";
const control = "by construction: one composition throughout";

/** All states, in the order in which the study shows them, after a control that is one composition throughout. */
export const sampledStates: readonly SampledState[] = [
  {
    id: "uniform",
    label: "uniform control",
    rate: null,
    phase: "control",
    voltage: null,
    shares: {
      oxygenPoor: share("poor", 0, "assumed", control),
      oxygenRich: share("rich", 0, "assumed", control)
    },
    lithium: lithium(1.2),
    nanovoids: nanovoids(0)
  },
  ...[
    "pristine",
    ...([0.1, 10] as const).flatMap((rate) =>
      ["4.4V", "4.6V", "4.8V", "discharged"].map((end) => `${rate}C-${end}`)
    )
  ].map((id) => stateOf(agedSample(id)))
];

/** A state of the model as the fragment needs it. */
export function stateOf(sample: AgedSample): SampledState {
  const { id, label, rate, oxygenPoor, distorted } = sample;
  const pristine = sample.phase === "pristine";
  const of = (side: "poor" | "rich", value: number, what: string) =>
    share(side, value, pristine ? "study" : "model", pristine ? pristineRest : model(what));
  return {
    ...{ id, label, rate },
    phase: pristine ? "pristine" : sample.phase.endsWith("discharge") ? "discharge" : "charge",
    voltage: sample.phase.endsWith("charge") && !sample.phase.endsWith("discharge") ? sample.voltage : null,
    shares: {
      oxygenPoor: of("poor", oxygenPoor, "volume of its oxygen-poor domains"),
      oxygenRich: of("rich", distorted, "volume of its distorted, metal-poor domains")
    },
    lithium: lithium(sample.lithium),
    nanovoids: nanovoids(sample.nanovoidFraction)
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
