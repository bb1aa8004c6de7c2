/** What the loaders of the oxidation-state maps share: one run of twin and analysis, and what is said of their tables. */
import { oxidation } from "../../science/particle/oxidation.js";
import type { OxidationField } from "../../science/particle/oxidation.js";
import { sampledStates, type SampledState } from "../../science/particle/states.js";
import { type Amounts, projectedAmounts } from "../../science/xanes/amounts.js";
import { analyseStacks, type OxidationMaps } from "../../science/xanes/analysis.js";
import { compareMaps, type ElementComparison } from "../../science/xanes/compare.js";
import { defaultStackInstrument } from "../../science/xanes/instrument.js";
import { defaultFitSettings, defaultPrepareSettings } from "../../science/xanes/settings.js";
import { measureStacks } from "../../science/xanes/twin.js";
import type { TableMetaInput } from "./table-meta.js";

/** Pixels of the camera along an edge, 9.8 nm wide; the maps are binned two by two. */
export const cameraSize = 128;

/** Pixels of the camera in sweeps: as wide as the bins of the maps, so that a sweep costs a quarter. */
export const sweepSize = 64;

/** Seed of the noise of what is shown. */
export const shownSeed = 1;

export const oxidationPage = "/figures/fig-3-oxidation-states";

export const mappedStates: readonly SampledState[] = sampledStates.filter(({ phase }) => phase !== "control");

export interface StateRun {
  sample: OxidationField;
  amounts: Amounts;
  maps: OxidationMaps;
  comparisons: ElementComparison[];
}

/** One state through twin and analysis. */
export function runState(id: string): StateRun {
  const sample = oxidation(id, { size: cameraSize });
  const instrument = defaultStackInstrument(cameraSize);
  const amounts = projectedAmounts(sample, instrument.thickness);
  const maps = analyseStacks(measureStacks(sample, instrument, shownSeed));
  return { sample, amounts, maps, comparisons: compareMaps(maps, amounts) };
}

/** What all these tables have in common. */
export const oxidationMeta = (
  own: Pick<TableMetaInput, "title" | "description"> & Partial<TableMetaInput>
): TableMetaInput => ({
  method:
    "Twin of a transmission soft X-ray microscope over the O K and Mn, Co, Ni L edges (photon noise, blur, drift, stray light), then the analysis on its counts: registration, optical density, non-negative fit of reference spectra in the study's windows, effective valence.",
  provenance: "recovered",
  parameters: { size: cameraSize, prepare: defaultPrepareSettings, fit: defaultFitSettings },
  seed: shownSeed,
  sources: ["doi:10.1038/s41565-024-01773-4", "doi:10.18434/T4HS32 (attenuation)"],
  page: oxidationPage,
  ...own,
  code: own.code ?? [
    "src/science/xanes/analysis.ts",
    "src/science/xanes/twin.ts",
    "src/science/particle/oxidation.ts",
    "src/science/material/xanes-references.ts"
  ]
});
