// The map of resonant inelastic X-ray scattering at the oxygen K edge: every number with its source, and how much oxidised
// oxygen the states after 20 cycles hold: that of the aged particle that all techniques see. The study prints no amounts: the
// feature is there at 4.8 V and gone at 2.0 V.

import type { Parameter } from "../parameters.js";
import { agedSample } from "../particle/aged-samples.js";

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

/** Share of oxygen at −1 of oxygen between −2 and −1, of the aged particle. */
function state(rate: 0.1 | 10, voltage: 4.8 | 2): RixsState {
  const { valences } = agedSample(`${rate}C-20cycles${voltage === 2 ? "" : "-4.8V"}`);
  return {
    id: `${rate}C-${voltage === 2 ? "2.0" : "4.8"}V-20`,
    label: `${rate} C, ${voltage === 2 ? "2.0" : "4.8"} V, 20 cycles`,
    rate,
    voltage,
    oxidised: {
      symbol: "f",
      label: "share of the oxygen that is oxidised",
      value: Math.round(1000 * (valences.O.mean + 2)) / 1000,
      unit: "",
      min: 0,
      max: voltage === 2 ? 0.05 : 0.5,
      status: "model",
      source: "the pathway model: mean valence of its oxygen after 20 cycles, as a mixture of −2 and −1"
    }
  };
}

/** The four states of Supplementary Fig. 24. */
export const rixsStates: readonly RixsState[] = [
  state(0.1, 4.8),
  state(0.1, 2),
  state(10, 4.8),
  state(10, 2)
];
