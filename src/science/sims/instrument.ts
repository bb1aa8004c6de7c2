// The ion mass spectrometer of the maps: every number with its source, and the plain record that the twin reads.

import type { Parameter } from "../parameters.js";
import { sectionField } from "../particle/cross-section.js";

const study = "study, methods section: time-of-flight secondary-ion mass spectrometry";
const notGiven = "not given in the study; assumed";
const range = "usual range of gallium beams on oxides";

export const simsParameters = {
  field: {
    ...{ symbol: "W", label: "edge of the square that is scanned", value: sectionField, unit: "m" },
    ...{ min: 5e-6, max: 50e-6, status: "study", source: study }
  },
  energy: {
    ...{ symbol: "E_p", label: "energy of the gallium ions; enters nothing but the yields", value: 30e3 },
    ...{ unit: "eV", min: 5e3, max: 30e3, status: "study", source: study }
  },
  current: {
    ...{ symbol: "I", label: "current of gallium ions", value: 11e-12, unit: "A", min: 1e-12, max: 1e-10 },
    ...{ scale: "log", status: "study", source: study }
  },
  pixels: {
    ...{ symbol: "n", label: "pixels along an edge of a map", value: 256, unit: "", min: 32, max: 512 },
    ...{ status: "assumed", source: notGiven }
  },
  time: {
    ...{ symbol: "T", label: "time of the beam on the field in each of the two runs", value: 30, unit: "s" },
    ...{ min: 2, max: 3600, scale: "log", status: "assumed", source: notGiven }
  },
  blur: {
    ...{ symbol: "δ", label: "full width of the beam at half its height", value: 50e-9, unit: "m" },
    ...{ min: 0, max: 500e-9, status: "assumed", source: `${notGiven}: 40 to 60 nm, ${range}` }
  },
  sputterYield: {
    ...{ symbol: "Y", label: "atoms sputtered by one gallium ion", value: 3, unit: "", min: 2, max: 5 },
    ...{ status: "assumed", source: `${notGiven}: 2 to 5, ${range}` }
  },
  usefulLi: {
    ...{ symbol: "τ_Li", label: "detected ⁷Li⁺ per sputtered atom of Li", value: 2e-3, unit: "" },
    ...{ min: 1e-3, max: 1e-2, scale: "log", status: "assumed", source: `${notGiven}: ${range}` }
  },
  usefulMn: {
    ...{ symbol: "τ_Mn", label: "detected ⁵⁵Mn⁺ per sputtered atom of Mn", value: 6e-4, unit: "" },
    ...{ min: 1e-4, max: 1e-3, scale: "log", status: "assumed", source: `${notGiven}: ${range}` }
  },
  usefulO: {
    ...{ symbol: "τ_O", label: "detected ¹⁶O⁻ per sputtered atom of O", value: 7e-4, unit: "" },
    ...{ min: 1e-4, max: 1e-2, scale: "log", status: "assumed", source: `${notGiven}: ${range}` }
  },
  matrix: {
    ...{
      symbol: "κ",
      label: "exponent of the local oxygen in the yield of positive ions",
      value: 1.5,
      unit: ""
    },
    ...{
      min: 0,
      max: 6,
      status: "assumed",
      source: `${notGiven}: oxygen is known to raise the yield of positive ions`
    }
  },
  matrixNegative: {
    ...{
      symbol: "κ⁻",
      label: "exponent of the local lithium in the yield of negative ions",
      value: 0.1,
      unit: ""
    },
    ...{
      min: 0,
      max: 1,
      status: "assumed",
      source: `${notGiven}: alkali metals are known to raise the yield of negative ions`
    }
  },
  shadow: {
    ...{
      symbol: "s",
      label: "largest loss of yield beside a crack or pore, on the side away from the detector"
    },
    ...{ value: 0.5, unit: "", min: 0, max: 0.95, status: "assumed", source: notGiven }
  },
  shadowLength: {
    ...{ symbol: "ℓ", label: "reach of that loss", value: 200e-9, unit: "m", min: 20e-9, max: 1e-6 },
    ...{ status: "assumed", source: notGiven }
  },
  floor: {
    ...{
      symbol: "b",
      label: "signal of a void over that of flat matter: walls and redeposited atoms",
      value: 0.05
    },
    ...{ unit: "", min: 0, max: 0.5, status: "assumed", source: notGiven }
  },
  drift: {
    ...{
      symbol: "d",
      label: "standard deviation of the field's place between the two runs, along each axis"
    },
    ...{ value: 60e-9, unit: "m", min: 0, max: 1e-6, status: "assumed", source: notGiven }
  }
} as const satisfies Record<string, Parameter>;

/** SI units; what is not said is a share or a pure number. */
export type SimsInstrument = { -readonly [K in keyof typeof simsParameters]: number };

/** @param changes of some settings */
export function defaultSimsInstrument(changes: Partial<SimsInstrument> = {}): SimsInstrument {
  const values = Object.fromEntries(Object.entries(simsParameters).map(([name, { value }]) => [name, value]));
  return { ...(values as unknown as SimsInstrument), ...changes };
}

/** Gallium ions on one pixel in one run: I T/(e n²). */
export const ionsPerPixel = ({ current, time, pixels }: SimsInstrument): number =>
  (current * time) / 1.602176634e-19 / (pixels * pixels);
