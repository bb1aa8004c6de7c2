// The cycler: how often it writes a row, and how well it knows current and voltage. The study names neither the instrument
// nor its ranges; the numbers are those of ordinary battery cyclers.

import type { Parameter } from "../parameters.js";

const usual = "assumed: usual for a battery cycler; the study does not name its own";

export const cyclerParameters = {
  rows: {
    symbol: "N",
    label: "rows in an hour's worth of 1 C",
    value: 720,
    unit: "h⁻¹",
    min: 20,
    max: 36000,
    scale: "log",
    status: "assumed",
    source: `${usual}: a row each 5 s at 1 C, in proportion to the rate, beside one for each 5 mV`
  },
  voltageNoise: {
    symbol: "σ_V",
    label: "noise of a voltage",
    value: 2e-4,
    unit: "V",
    min: 0,
    max: 0.02,
    status: "assumed",
    source: usual
  },
  voltageOffset: {
    symbol: "ΔV",
    label: "offset of the voltage, standard deviation between channels",
    value: 1e-3,
    unit: "V",
    min: 0,
    max: 0.02,
    status: "assumed",
    source: usual
  },
  currentGain: {
    symbol: "g",
    label: "error of the current's scale, standard deviation between channels",
    value: 5e-4,
    unit: "",
    min: 0,
    max: 0.02,
    status: "assumed",
    source: usual
  },
  currentOffset: {
    symbol: "ΔI",
    label: "offset of the current over the range's end, standard deviation between channels",
    value: 2e-4,
    unit: "",
    min: 0,
    max: 0.02,
    status: "assumed",
    source: `${usual}; the range's end is taken as twice the current`
  },
  massError: {
    symbol: "δm",
    label: "error of the active mass, standard deviation",
    value: 0.02,
    unit: "",
    min: 0,
    max: 0.2,
    status: "assumed",
    source: "assumed: a few hundredths of a milligram of some milligrams; the study gives no mass"
  }
} satisfies Record<string, Parameter>;

export type Cycler = Record<keyof typeof cyclerParameters, number>;

export function defaultCycler(): Cycler {
  return Object.fromEntries(
    Object.entries(cyclerParameters).map(([name, { value }]) => [name, value])
  ) as Cycler;
}
