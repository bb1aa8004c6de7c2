// The map of resonant inelastic X-ray scattering at the oxygen K edge: every number with its source, and how much oxidised
// oxygen the states after 20 cycles are given. The study prints no amounts: the feature is there at 4.8 V and gone at 2.0 V.

import type { Parameter } from "../parameters.js";

const assumed = "not given in the study; assumed";

export const rixsParameters = {
  counts: {
    symbol: "N",
    label: "counts in a bin at the lattice's strongest emission",
    value: 400,
    unit: "",
    min: 1,
    max: 1e6,
    scale: "log",
    status: "assumed",
    source: assumed
  },
  background: {
    symbol: "N_b",
    label: "counts of the background in a bin, as a share of that",
    value: 0.01,
    unit: "",
    min: 0,
    max: 0.5,
    status: "assumed",
    source: assumed
  },
  excitationResolution: {
    symbol: "δE_ex",
    label: "full width of the excitation at half its height",
    value: 0.15,
    unit: "eV",
    min: 0.02,
    max: 1,
    status: "study",
    source: "study, methods section: resolution of the beamline"
  },
  emissionResolution: {
    symbol: "δE_em",
    label: "full width of the spectrometer at half its height",
    value: 0.3,
    unit: "eV",
    min: 0.05,
    max: 2,
    status: "assumed",
    source: assumed
  },
  excitationStep: {
    symbol: "ΔE_ex",
    label: "step of the excitation",
    value: 0.2,
    unit: "eV",
    min: 0.05,
    max: 0.5,
    status: "assumed",
    source: assumed
  },
  emissionStep: {
    symbol: "ΔE_em",
    label: "step of the emission",
    value: 0.1,
    unit: "eV",
    min: 0.05,
    max: 0.5,
    status: "assumed",
    source: assumed
  },
  strength: {
    symbol: "A",
    label: "height of the feature if all oxygen were oxidised, over that of the lattice's strongest emission",
    value: 1,
    unit: "",
    min: 0.1,
    max: 5,
    scale: "log",
    status: "assumed",
    source: "assumed: no cross-section is known to us, so that amounts found are relative to it"
  },
  elastic: {
    symbol: "A_el",
    label: "height of the elastic line, over that of the lattice's strongest emission",
    value: 0.5,
    unit: "",
    min: 0,
    max: 5,
    status: "assumed",
    source: assumed
  }
} as const satisfies Record<string, Parameter>;

export type RixsInstrument = Record<keyof typeof rixsParameters, number>;

export const defaultRixsInstrument = Object.fromEntries(
  Object.entries(rixsParameters).map(([name, { value }]) => [name, value])
) as RixsInstrument;

export interface RixsState {
  id: string;
  label: string;
  rate: 0.1 | 10;
  voltage: 4.8 | 2;
  /** share of the oxygen that is oxidised */
  oxidised: Parameter;
}

function state(rate: 0.1 | 10, voltage: 4.8 | 2, value: number, max: number): RixsState {
  const said = voltage === 4.8 ? "the feature is there at 4.8 V" : "the feature is gone at 2.0 V";
  return {
    id: `${rate}C-${voltage === 2 ? "2.0" : "4.8"}V-20`,
    label: `${rate} C, ${voltage === 2 ? "2.0" : "4.8"} V, 20 cycles`,
    rate,
    voltage,
    oxidised: {
      symbol: "f",
      label: "share of the oxygen that is oxidised",
      value,
      unit: "",
      min: 0,
      max,
      status: "assumed",
      source: `assumed, to agree with the study's words: ${said} after 20 cycles at either rate; no amount is printed`
    }
  };
}

/** The four states of Supplementary Fig. 24; less is oxidised at the fast rate, as in the first cycle. */
export const rixsStates: readonly RixsState[] = [
  state(0.1, 4.8, 0.25, 0.5),
  state(0.1, 2, 0, 0.05),
  state(10, 4.8, 0.12, 0.5),
  state(10, 2, 0, 0.05)
];
