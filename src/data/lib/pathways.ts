/** What the loaders of the pathway model share: its runs over the rates, and what is said of their tables. */
import { agedParticle, type AgedResult } from "../../science/pathways/aged-particle.js";
import { defaultPathwayParameters } from "../../science/pathways/parameters.js";
import { reduced } from "../../science/pathways/calibrate.js";
import type { TableMetaInput } from "./table-meta.js";

/** C; the slider of the page */
export const pathwayRates = [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 3, 5, 10, 20] as const;
/** those at which constants were set */
export const calibratedRates: readonly number[] = [0.1, 10];

/** Shells of the runs of the tables; what they say does not depend on it, see the tests. */
export const pathwayShells = process.env["LRTMO_RESOLUTION"] === "fine" ? 40 : 24;

export interface PathwayRun {
  rate: number;
  run: AgedResult;
}

/** @param cycles 20 unless only the first is needed */
export function pathwayRuns(cycles = 20): PathwayRun[] {
  return pathwayRates.map((rate) => ({
    rate,
    run: agedParticle(defaultPathwayParameters(), {
      ...{ rate, cycles, shells: pathwayShells, tolerance: 2e-4, voltageStep: 0.06 }
    })
  }));
}

export const isCalibrated = (rate: number | null): string =>
  rate === null || calibratedRates.includes(rate) ? "calibrated" : "predicted";

export function pathwaysMeta(
  own: Pick<TableMetaInput, "title" | "description"> & Partial<TableMetaInput>
): TableMetaInput {
  return {
    method:
      "Pathway model of a sphere in shells: diffusion of lithium, release of oxygen at the surface that slows itself down, transport and gathering of vacancies, distortion by gradients of lithium, trapping, loss of metal, cracks; half-cycles at constant current between 2.0 and 4.8 V. Implicit finite volumes, extrapolated steps with error control.",
    provenance: "predicted",
    parameters: { ...defaultPathwayParameters(), reduced, shells: pathwayShells },
    seed: null,
    sources: [
      "doi:10.1038/s41565-024-01773-4",
      "doi:10.1039/D4EE05222F (shape of the equilibrium potential)",
      "doi:10.1016/j.est.2022.103985 (one-state hysteresis)"
    ],
    page: "/pathways",
    ...own,
    code: own.code ?? [
      "src/science/pathways/aged-particle.ts",
      "src/science/pathways/step.ts",
      "src/science/pathways/reactions.ts",
      "src/science/pathways/parameters.ts"
    ]
  };
}
