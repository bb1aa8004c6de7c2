// The full model as an input: Butler–Volmer flux or a uniform one, small or finite strain, volume tables, programme.
import type { FullParameters } from "../../science/mechanics/full-parameters.js";
import type { FullResult } from "../../science/mechanics/full-result.js";
import { segmented, select } from "../controls.js";
import { laboratory, type Lab } from "./lab-core.js";
import type { FullSwitches } from "./run.js";

const values = {
  volume: ["linear", "hexagonal", "hexagonal-discharge", "nmc811"],
  strain: ["small", "finite"],
  coupling: ["off", "on"],
  programme: ["discharge", "charge", "cycle", "three cycles"]
} as const;

const volumeNames: Record<FullSwitches["volume"], string> = {
  linear: "straight line (S below)",
  hexagonal: "hexagonal cell on charge (assumed)",
  "hexagonal-discharge": "hexagonal cell on discharge (assumed)",
  nmc811: "NMC811 (Koerver 2018)"
};

/** @param overrides values in SI units in place of the defaults */
export function fullLab(overrides: Partial<FullParameters> = {}): Lab<FullResult> {
  const choices = {
    volume: select({
      label: "ΔV/V₀ against lithium",
      options: values.volume,
      format: (v) => volumeNames[v]
    }),
    strain: segmented({ label: "Strain", options: values.strain }),
    coupling: segmented({ label: "Stress drives lithium", options: values.coupling }),
    programme: select({ label: "Programme", options: values.programme })
  };
  return laboratory<FullResult, typeof values>({
    names: [
      "rate",
      "temperature",
      "exchangeCurrent",
      "diffusivity",
      "youngsModulus",
      "volumeChange",
      "particleRadius",
      "voidRadius",
      "poreRadius",
      "poreCount",
      "poreTilt",
      "gap",
      "lowerVoltage",
      "upperVoltage"
    ],
    overrides,
    choices,
    choiceValues: values,
    request: (parameters, switches) => ({
      parameters,
      resolution: 1,
      full: switches
    }),
    describe: ({ galvanostaticResidual, failure }) =>
      `The imposed current is met to ${galvanostaticResidual.toExponential(0)}.${failure ? ` ${failure.message}.` : ""}`
  });
}
