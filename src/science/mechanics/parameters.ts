// Every number that enters the stress model, with its source, and the checks that they make sense together.

import type { Parameter } from "../parameters.js";
import { capacityPerLithium, composition, xRayDensity } from "../material/composition.js";
import { diffusivityReference, referenceTemperature, temperatureWindow } from "../material/diffusivity.js";
import { nmc111 } from "../material/elasticity.js";

const µm = 1e-6;
const study = "study, methods section and caption of Fig. 5";
const notGiven = "not given in the study";

export const stressParameters = {
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
    min: 1 * µm,
    max: 20 * µm,
    status: "study",
    source: study
  },
  voidRadius: {
    symbol: "a",
    label: "void radius",
    value: 0.5 * µm,
    unit: "m",
    min: 0,
    max: 6 * µm,
    status: "study",
    source: study
  },
  poreRadius: {
    symbol: "p",
    label: "pore radius",
    value: 0.2 * µm,
    unit: "m",
    min: 0.05 * µm,
    max: 1 * µm,
    status: "study",
    source: study
  },
  poreCount: {
    symbol: "N",
    label: "number of pores",
    value: 2,
    unit: "",
    min: 0,
    max: 8,
    status: "assumed",
    source: `${notGiven}: two pores on the axis, which are spheres; a pore off the axis would be a torus in axial symmetry`
  },
  poreTilt: {
    symbol: "τ",
    label: "pores off the poles by",
    value: 0,
    unit: "rad",
    min: 0,
    max: Math.PI / 2,
    status: "assumed",
    source: `${notGiven}: 0, pores spread evenly from pole to pole; a single pore stands off the equator by it`
  },
  gap: {
    symbol: "g",
    label: "gap between void and pore",
    value: 0.2 * µm,
    unit: "m",
    min: 0.05 * µm,
    max: 2 * µm,
    status: "assumed",
    source: `${notGiven}: one pore radius`
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
    source: `${notGiven} for the run: the reference temperature of D(T)`
  },
  youngsModulus: {
    symbol: "E",
    label: "Young's modulus",
    value: nmc111.youngsModulus,
    unit: "Pa",
    min: 10e9,
    max: 400e9,
    status: "sourced",
    source: `${nmc111.material}: ${nmc111.source}; ${notGiven}, and measured on no Li-rich oxide that we know of`
  },
  poissonRatio: {
    symbol: "ν",
    label: "Poisson's ratio",
    value: nmc111.poissonRatio,
    unit: "",
    min: 0,
    max: 0.45,
    status: "sourced",
    source: `${nmc111.material}: ${nmc111.source}`
  },
  volumeChange: {
    symbol: "S",
    label: "ΔV/V0 over one full discharge",
    value: 0.03,
    unit: "",
    min: 0.005,
    max: 0.2,
    status: "assumed",
    source:
      "the table of the study (its reference 44) is not given; 3 % is assumed, linear in the depth of discharge. " +
      "NMC811 (Koerver et al. 2018) changes by 8–18 % per lithium around x = 0.3 and by 27–29 % below 0.27, " +
      "that is 6–14 % and 22 % for the lithium of one discharge here; by 1.6–3.3 % per lithium above x = 0.5"
  },
  capacity: {
    symbol: "Q",
    label: "capacity that defines 1 C and full discharge",
    value: 250,
    unit: "mAh/g",
    min: 50,
    max: 377,
    status: "assumed",
    source: `1 C in mA/g ${notGiven}: 250 mAh/g, usual for Li-rich oxides`
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
  dischargedLithium: {
    symbol: "x₁",
    label: "lithium per formula unit when discharged",
    value: composition.Li,
    unit: "",
    min: 0.6,
    max: composition.Li,
    status: "assumed",
    source:
      "the pristine content; when charged, it is less by the capacity over that of one lithium, 314.6 mAh/g"
  }
} satisfies Record<string, Parameter>;

export type StressParameterName = keyof typeof stressParameters;
export type StressParameters = Record<StressParameterName, number>;

const names = Object.keys(stressParameters) as StressParameterName[];

export function defaultStressParameters(): StressParameters {
  return Object.fromEntries(names.map((name) => [name, stressParameters[name].value])) as StressParameters;
}

/** Lithium per formula unit of the charged particle, at depth of discharge 0. */
export function chargedLithium({ dischargedLithium, capacity }: StressParameters): number {
  return dischargedLithium - capacity / capacityPerLithium();
}

const shown: Record<string, [factor: number, unit: string]> = { m: [1e6, " µm"], Pa: [1e-9, " GPa"] };

function show(value: number, unit: string): string {
  const [factor, name] = shown[unit] ?? [1, unit && ` ${unit}`];
  return `${Number((value * factor).toPrecision(6))}${name}`;
}

/** @throws one sentence on the first parameter that is missing, not a number, or outside its range */
export function checkRanges<Name extends string>(
  definitions: Record<Name, Parameter>,
  parameters: Record<NoInfer<Name>, number>
): void {
  for (const name of Object.keys(definitions) as Name[]) {
    const { label, unit, min, max } = definitions[name];
    const value: unknown = parameters[name];
    const range = `must be from ${show(min, unit)} to ${show(max, unit)}`;
    if (value === undefined) throw new Error(`missing ${label}; ${range}`);
    if (typeof value !== "number" || !Number.isFinite(value)) {
      throw new Error(
        `invalid ${label}: ${typeof value === "object" ? "no number" : `${value as number | string}`}; ${range}`
      );
    }
    // a value that a page has rounded to its range's end must pass
    if (value < min * (1 - 1e-9) || value > max * (1 + 1e-9)) {
      throw new Error(`invalid ${label}: ${show(value, unit)}; ${range}`);
    }
    if (name === "poreCount" && !Number.isInteger(value)) {
      throw new Error(`invalid ${label}: ${value}; must be a whole number from ${min} to ${max}`);
    }
  }
}

/** @throws one sentence on the first parameter that is missing, not a number, outside its range, or at odds with another */
export function checkStressParameters(parameters: StressParameters): void {
  checkRanges(stressParameters, parameters);
  if (chargedLithium(parameters) < 0) {
    const most = Math.floor(parameters.dischargedLithium * capacityPerLithium());
    throw new Error(
      `invalid capacity: ${show(parameters.capacity, "mAh/g")}; must be at most ${most} mAh/g, that of the ${parameters.dischargedLithium} Li of the discharged particle`
    );
  }
}
