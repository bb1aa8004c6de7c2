// The stress laboratory of the figure's page: uniform flux, small strain.
import type { StressParameters } from "../../science/mechanics/parameters.js";
import type { StressResult } from "../../science/mechanics/result.js";
import { laboratory, type Lab } from "./lab-core.js";

/** @param overrides values in SI units in place of the defaults, as a fork sets them */
export function stressLab(overrides: Partial<StressParameters> = {}): Lab<StressResult> {
  return laboratory<StressResult>({
    names: [
      "rate",
      "particleRadius",
      "voidRadius",
      "poreRadius",
      "poreCount",
      "poreTilt",
      "gap",
      "diffusivity",
      "youngsModulus",
      "poissonRatio",
      "volumeChange"
    ],
    overrides,
    request: (parameters) => ({ parameters, resolution: 1 })
  });
}
