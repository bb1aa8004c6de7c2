// The spectrometer and what it looks through: every number with its source, and the plain record that the twin reads.
// Energies in eV throughout, as on every axis of the field.

import type { Parameter } from "../parameters.js";

const study = "study, methods section: electron energy-loss spectroscopy";
const notGiven = "not given in the study; assumed";

export const eelsParameters = {
  resolution: {
    symbol: "δ",
    label: "full width of the zero-loss peak at half its height",
    value: 4.7,
    unit: "eV",
    min: 0.1,
    max: 6,
    scale: "log",
    status: "study",
    source: `${study}; taken as printed, perhaps a slip for 0.47 eV`
  },
  beamEnergy: {
    symbol: "E_0",
    label: "energy of the beam",
    value: 300e3,
    unit: "eV",
    min: 60e3,
    max: 300e3,
    status: "study",
    source: "study, methods section: that of the atomic images"
  },
  beta: {
    symbol: "β",
    label: "half-angle of collection",
    value: 20e-3,
    unit: "rad",
    min: 3e-3,
    max: 30e-3,
    status: "assumed",
    source: `${notGiven}; the convergence of the probe is left out`
  },
  doseRate: {
    symbol: "D",
    label: "dose rate",
    value: 35e20,
    unit: "1/(m² s)",
    min: 1e20,
    max: 1e24,
    scale: "log",
    status: "study",
    source: "study, methods section: 35 electrons per Å² and second in images; for spectra assumed"
  },
  side: {
    symbol: "a",
    label: "side of the square that is scanned",
    value: 100e-9,
    unit: "m",
    min: 2e-9,
    max: 1e-6,
    scale: "log",
    status: "assumed",
    source: notGiven
  },
  coreTime: {
    symbol: "t_c",
    label: "exposure of the core losses",
    value: 100,
    unit: "s",
    min: 0.01,
    max: 1000,
    scale: "log",
    status: "assumed",
    source: notGiven
  },
  lithiumTime: {
    symbol: "t_Li",
    label: "exposure of the range of the Li K edge",
    value: 10,
    unit: "s",
    min: 0.001,
    max: 1000,
    scale: "log",
    status: "assumed",
    source: `${notGiven}: the zero-loss peak is kept off the camera`
  },
  lowTime: {
    symbol: "t_0",
    label: "exposure of the low losses with the zero-loss peak",
    value: 0.05,
    unit: "s",
    min: 0.001,
    max: 10,
    scale: "log",
    status: "assumed",
    source: notGiven
  },
  readout: {
    symbol: "σ_r",
    label: "read-out noise of a channel, electrons, root mean square",
    value: 5,
    unit: "",
    min: 0,
    max: 100,
    status: "assumed",
    source: `${notGiven}: that of a summed camera`
  },
  gainVariation: {
    symbol: "g",
    label: "what is left of the channels' differences in gain, relative",
    value: 5e-4,
    unit: "",
    min: 0,
    max: 0.02,
    status: "assumed",
    source: `${notGiven}: after a gain reference`
  },
  drift: {
    symbol: "d",
    label: "drift of the energy during the exposure of the core losses",
    value: 0.2,
    unit: "eV",
    min: 0,
    max: 5,
    status: "assumed",
    source: notGiven
  },
  saturation: {
    symbol: "N_max",
    label: "electrons that a channel holds over a whole exposure",
    value: 2e8,
    unit: "",
    min: 1e4,
    max: 1e10,
    scale: "log",
    status: "assumed",
    source: notGiven
  },
  plasmonEnergy: {
    symbol: "E_p",
    label: "energy of the plasmon",
    value: 25,
    unit: "eV",
    min: 15,
    max: 35,
    status: "assumed",
    source: "assumed: free-electron estimate, 25 eV without and 28 eV with the 3d electrons"
  },
  plasmonWidth: {
    symbol: "Γ",
    label: "damping of the plasmon",
    value: 12,
    unit: "eV",
    min: 3,
    max: 25,
    status: "assumed",
    source: "assumed: broad as in other oxides"
  },
  backgroundRatio: {
    symbol: "b",
    label: "background below the O K edge, over the step of that edge in the pristine compound",
    value: 3,
    unit: "",
    min: 0.3,
    max: 20,
    scale: "log",
    status: "assumed",
    source: notGiven
  },
  backgroundExponent: {
    symbol: "r",
    label: "exponent of the background's power law",
    value: 3.2,
    unit: "",
    min: 2,
    max: 5,
    status: "assumed",
    source: "assumed: 2 to 6 are usual"
  }
} as const satisfies Record<string, Parameter>;

export type EelsInstrument = Record<keyof typeof eelsParameters, number>;

export const defaultEelsInstrument = Object.fromEntries(
  Object.entries(eelsParameters).map(([name, { value }]) => [name, value])
) as EelsInstrument;

/** The resolution as printed, that of a field-emission gun, and one that the printed number may stand for. */
export const comparedResolutions = [4.7, 1, 0.5] as const;

/** Electrons that go through the sample in an exposure. @param time s */
export const electronsIn = ({ doseRate, side }: EelsInstrument, time: number): number =>
  doseRate * side ** 2 * time;

/** @throws where a number is outside what makes sense at all */
export function checkInstrument(instrument: EelsInstrument): void {
  for (const name of [
    "resolution",
    "beamEnergy",
    "beta",
    "doseRate",
    "side",
    "coreTime",
    "lithiumTime",
    "lowTime",
    "plasmonEnergy",
    "plasmonWidth"
  ] as const)
    if (!(instrument[name] > 0 && instrument[name] < Infinity))
      throw new Error(
        `invalid ${eelsParameters[name].label}: ${instrument[name]} ${eelsParameters[name].unit}; must be positive`
      );
}
