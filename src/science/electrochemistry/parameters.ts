// Every number that enters the half-cell model, with its source. What it shares with the stress pages has the same value
// there: kinetics and cell come from one record, particle and diffusivity from the same facts.

import { cellParameters, defaultCellParameters } from "../material/cell-parameters.js";
import { composition, xRayDensity } from "../material/composition.js";
import { diffusivityReference, referenceTemperature, temperatureWindow } from "../material/diffusivity.js";
import type { Parameter } from "../parameters.js";

const µm = 1e-6;

export const particleParameters = {
  rate: {
    symbol: "n",
    label: "rate",
    value: 10,
    unit: "C",
    min: 0.01,
    max: 50,
    scale: "log",
    status: "study",
    source: "study: 0.1 C and 10 C; 1 C is taken as one capacity an hour"
  },
  particleRadius: {
    symbol: "R",
    label: "particle radius",
    value: 8 * µm,
    unit: "m",
    min: 0.05 * µm,
    max: 20 * µm,
    scale: "log",
    status: "study",
    source:
      "study, caption of Fig. 5; here a solid sphere, without the void and the pores. The median where sizes spread"
  },
  sizeSpread: {
    symbol: "s",
    label: "spread of sizes, σ of ln R",
    value: 0,
    unit: "",
    min: 0,
    max: 0.8,
    status: "assumed",
    source: "not given in the study: one size; with a spread, log-normal by mass"
  },
  diffusivity: {
    symbol: "D",
    label: "diffusivity at 298 K",
    value: diffusivityReference,
    unit: "m²/s",
    min: 1e-16,
    max: 1e-11,
    scale: "log",
    status: "study",
    source: "study, methods section; the NMC811 entry of COMSOL's material library, after Sturm et al. 2019"
  },
  temperature: {
    symbol: "T",
    label: "temperature",
    value: referenceTemperature,
    unit: "K",
    min: temperatureWindow[0],
    max: temperatureWindow[1],
    status: "assumed",
    source: "not given in the study for the run: the reference temperature of D(T)"
  },
  capacity: {
    symbol: "Q",
    label: "capacity that defines 1 C",
    value: 250,
    unit: "mAh/g",
    min: 50,
    max: 377,
    status: "assumed",
    source: "1 C in mA/g not given in the study: 250 mAh/g, usual for Li-rich oxides"
  },
  density: {
    symbol: "ρ",
    label: "density of the solid",
    value: Math.round(xRayDensity()),
    unit: "kg/m³",
    min: 3500,
    max: 5000,
    status: "sourced",
    source: "X-ray density of the composition, from a = 2.853 Å, c = 14.24 Å"
  },
  hysteresisLithium: {
    symbol: "x_h",
    label: "lithium over which E_eq changes its branch",
    value: 0.05,
    unit: "",
    min: 0.001,
    max: 0.5,
    scale: "log",
    status: "assumed",
    source:
      "assumed, 16 mAh/g: after turning, the distance from the new branch falls by e for each x_h that has passed (one-state model, as in Axen et al. 2022, doi:10.1016/j.est.2022.103985)"
  },
  trappedLithium: {
    symbol: "x_t",
    label: "places lost on the activation plateau",
    // 306.3 − 253.5 mAh/g of the published cell's first cycle between 2.0 and 4.8 V
    value: 0.168,
    unit: "",
    min: 0,
    max: 0.4,
    status: "assumed",
    source:
      "calibrated: what the first charge of the published shape exceeds its discharge by, in lithium of a formula unit; assumed to be lost in step with the plateau above 4.45 V"
  },
  filmResistance: {
    symbol: "R_f",
    label: "resistance between particle and electrolyte",
    value: 8.62e-3,
    unit: "Ω m²",
    min: 0,
    max: 0.05,
    status: "assumed",
    source:
      "calibrated: so that the charge at 10 C ends near the 0.6 lithium of the pathway model, whose own film of 0.0083 Ω m² has a layer and cracks beside it. 0 leaves the printed diffusivity and the kinetics of the stress pages alone"
  }
} satisfies Record<string, Parameter>;

export const halfCellParameters = { ...particleParameters, ...cellParameters };
export type HalfCellParameterName = keyof typeof halfCellParameters;
export type HalfCellParameters = Record<HalfCellParameterName, number>;

export function defaultHalfCellParameters(): HalfCellParameters {
  const own = Object.fromEntries(
    Object.entries(particleParameters).map(([name, { value }]) => [name, value])
  ) as Record<keyof typeof particleParameters, number>;
  return { ...own, ...defaultCellParameters() };
}

/** Lithium per formula unit of the pristine particle. */
export const pristineLithium = composition.Li;

const shown: Record<string, [factor: number, unit: string]> = { m: [1e6, " µm"] };
const show = (value: number, unit: string): string => {
  const [factor, name] = shown[unit] ?? [1, unit && ` ${unit}`];
  return `${Number((value * factor).toPrecision(6))}${name}`;
};

/** @throws one sentence on the first parameter that is missing, not a number, or outside its range */
export function checkHalfCellParameters(parameters: HalfCellParameters): void {
  for (const [name, definition] of Object.entries(halfCellParameters) as [
    HalfCellParameterName,
    Parameter
  ][]) {
    const { label, unit, min, max } = definition;
    const value: unknown = parameters[name];
    const range = `must be from ${show(min, unit)} to ${show(max, unit)}`;
    if (value === undefined) throw new Error(`missing ${label}; ${range}`);
    if (typeof value !== "number" || !Number.isFinite(value))
      throw new Error(
        `invalid ${label}: ${typeof value === "object" ? "no number" : `${value as number | string}`}; ${range}`
      );
    // a value that a page has rounded to its range's end must pass
    if (value < min * (1 - 1e-9) || value > max * (1 + 1e-9))
      throw new Error(`invalid ${label}: ${show(value, unit)}; ${range}`);
  }
}
