// Whose uncertainty is the uncertainty of the hoop stress at A: Sobol's indices of the linear model at 10 C and a depth of
// discharge of 20 %, over the ranges that published values leave.

import { capacityPerLithium } from "../material/composition.js";
import { sobolIndices, type SobolOptions, type SobolResult } from "../numerics/sobol-indices.js";
import { loadNumber, type BridgeResponse, type ResponseRange } from "./bridge-response.js";
import { printedDepth } from "./iso-stress.js";
import type { StressParameters } from "./parameters.js";

/** An input that is not known: uniform, or uniform in its logarithm, between two values. */
export interface UncertainInput {
  name: string;
  symbol: string;
  label: string;
  unit: string;
  /** SI */
  min: number;
  max: number;
  scale: "linear" | "log";
  /** where the range comes from */
  source: string;
}

const µm = 1e-6;

/** ΔV/V0 enters by its slope per lithium: then the capacity, which is the lithium of one discharge, matters as well. */
export const uncertainInputs = [
  {
    name: "youngsModulus",
    symbol: "E",
    label: "Young's modulus",
    unit: "Pa",
    min: 78e9,
    max: 375e9,
    scale: "log",
    source: "78 GPa (NMC111, sintered) to 375 GPa (LiCoO2, used for NMC)"
  },
  {
    name: "poissonRatio",
    symbol: "ν",
    label: "Poisson's ratio",
    unit: "",
    min: 0.2,
    max: 0.3,
    scale: "linear",
    source: "0.2 to 0.3 in all sources"
  },
  {
    name: "slope",
    symbol: "∂(ΔV/V0)/∂x",
    label: "volume slope per lithium",
    unit: "",
    min: 0.016,
    max: 0.29,
    scale: "log",
    source: "slopes of NMC811's table (Koerver et al. 2018), from x > 0.5 to x < 0.27"
  },
  {
    name: "gap",
    symbol: "g",
    label: "gap between void and pore",
    unit: "m",
    min: 0.05 * µm,
    max: 0.5 * µm,
    scale: "log",
    source: "not given: a quarter to two and a half pore radii, assumed"
  },
  {
    name: "poreRadius",
    symbol: "p",
    label: "pore radius",
    unit: "m",
    min: 0.1 * µm,
    max: 0.4 * µm,
    scale: "log",
    source: "0.2 µm as printed, half to twice, assumed"
  },
  {
    name: "diffusivity",
    symbol: "D",
    label: "diffusivity at 298 K",
    unit: "m²/s",
    min: 2e-13,
    max: 1e-12,
    scale: "log",
    source:
      "5e-13 m²/s as printed, 2.5 times less to twice as much, assumed; with much less, 10 C ends at once"
  },
  {
    name: "capacity",
    symbol: "Q",
    label: "capacity that defines 1 C",
    unit: "mAh/g",
    min: 200,
    max: 300,
    scale: "linear",
    source: "not given: 200 to 300 mAh/g, usual for Li-rich oxides"
  }
] as const satisfies readonly UncertainInput[];

export type UncertainName = (typeof uncertainInputs)[number]["name"];

/** The value of an input at u in 0 … 1. */
export function valueAt({ min, max, scale }: UncertainInput, u: number): number {
  return scale === "log" ? min * (max / min) ** u : min + (max - min) * u;
}

/** Stress parameters with the inputs at a point of the unit cube. */
export function sampleParameters(
  base: StressParameters,
  inputs: readonly UncertainInput[],
  point: ArrayLike<number>
): StressParameters {
  const values = Object.fromEntries(inputs.map((input, i) => [input.name, valueAt(input, point[i])]));
  const { slope, ...own } = values;
  const p: StressParameters = { ...base, ...own };
  if (slope !== undefined) p.volumeChange = (slope * p.capacity) / capacityPerLithium();
  return p;
}

export interface Sensitivity extends SobolResult {
  inputs: readonly UncertainInput[];
}

/**
 * @param known inputs held at the value of `base`  @param logarithm of the stress to base 10 in place of the stress in Pa
 */
export function stressSensitivity(
  response: BridgeResponse,
  base: StressParameters,
  {
    known = [],
    logarithm = false,
    ...options
  }: SobolOptions & { known?: UncertainName[]; logarithm?: boolean } = {}
): Sensitivity {
  const inputs = uncertainInputs.filter(({ name }) => !known.includes(name));
  const hoop = (point: Float64Array) => {
    const stress = response.hoop(sampleParameters(base, inputs, point), printedDepth);
    return logarithm ? Math.log10(stress) : stress;
  };
  return { inputs, ...sobolIndices(hoop, inputs.length, options) };
}

/** What a table of the response must cover for these inputs at 10 C. */
export function sensitivityRange(base: StressParameters): ResponseRange {
  const of = (name: UncertainName): [number, number] => {
    const { min, max } = uncertainInputs.find((input) => input.name === name) as UncertainInput;
    return [min, max];
  };
  const fourier = of("diffusivity").map((D) => printedDepth / loadNumber({ ...base, diffusivity: D })) as [
    number,
    number
  ];
  return { gap: of("gap"), poreRadius: of("poreRadius"), poissonRatio: of("poissonRatio"), fourier };
}
