// The X-ray detector beside the beam, and the map that it takes over a nanovoid: every number with its source. None is given
// in the study.

import type { Parameter } from "../parameters.js";

const assumed = "not given in the study; assumed";

export const edsParameters = {
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
  doseRate: {
    symbol: "D",
    label: "dose rate",
    value: 35e20,
    unit: "1/(m² s)",
    min: 1e20,
    max: 1e24,
    scale: "log",
    status: "study",
    source: "study, methods section: 35 electrons per Å² and second in images; for maps assumed"
  },
  time: {
    symbol: "t",
    label: "time of the whole map: each pixel is exposed to the dose rate for this long in all",
    value: 600,
    unit: "s",
    min: 1,
    max: 36000,
    scale: "log",
    status: "assumed",
    source: assumed
  },
  pixel: {
    symbol: "p",
    label: "pixel",
    value: 1e-9,
    unit: "m",
    min: 0.2e-9,
    max: 5e-9,
    status: "assumed",
    source: assumed
  },
  solidAngle: {
    symbol: "Ω",
    label: "solid angle of the detector",
    value: 0.7,
    unit: "sr",
    min: 0.05,
    max: 4,
    status: "assumed",
    source: assumed
  },
  window: {
    symbol: "ε_O",
    label: "photons of 0.5 keV that pass the detector's window and the lamella",
    value: 0.6,
    unit: "",
    min: 0.2,
    max: 1,
    status: "assumed",
    source: assumed
  },
  resolution: {
    symbol: "δ",
    label: "full width of the Mn Kα line at half its height",
    value: 130,
    unit: "eV",
    min: 120,
    max: 200,
    status: "assumed",
    source: assumed
  },
  bremsstrahlung: {
    symbol: "B",
    label: "photons of bremsstrahlung a keV at 1 keV, over those of the Mn Kα line in the pristine compound",
    value: 0.1,
    unit: "1/keV",
    min: 0,
    max: 2,
    status: "assumed",
    source: assumed
  }
} as const satisfies Record<string, Parameter>;

export type EdsInstrument = Record<keyof typeof edsParameters, number>;

export const defaultEdsInstrument = Object.fromEntries(
  Object.entries(edsParameters).map(([name, { value }]) => [name, value])
) as EdsInstrument;

/** Standard deviation of a line, eV: counting of charges (Fano factor 0.115, 3.65 eV a pair in silicon) and electronics. */
export function lineSigma(energy: number, { resolution }: Pick<EdsInstrument, "resolution">): number {
  const charges = (e: number) => 0.115 * 3.65 * e;
  const electronics = (resolution / 2.35482) ** 2 - charges(5895);
  if (!(electronics > 0))
    throw new Error(
      `invalid resolution of the detector: ${resolution} eV; must be above the 117 eV that silicon allows`
    );
  return Math.sqrt(charges(energy) + electronics);
}

/** Share of the photons that are counted: all above 2 keV, `window` at 0.5 keV, smoothly between. */
export const efficiency = (energy: number, { window }: Pick<EdsInstrument, "window">): number =>
  window ** ((525 / Math.max(energy, 50)) ** 2);
