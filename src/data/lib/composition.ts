/** What the loaders of the composition tomograms share: one run of twin and analysis, and how volumes are packed. */
import { analyse, type CompositionResult } from "../../science/composition/analysis.js";
import { defaultInstrument } from "../../science/composition/instrument.js";
import { defaultSettings, type CompositionSettings } from "../../science/composition/settings.js";
import { measure } from "../../science/composition/twin.js";
import { fragment, type Fragment } from "../../science/particle/fragment.js";
import { sampledStates } from "../../science/particle/states.js";
import type { TableMetaInput } from "./table-meta.js";

/** Voxels along an edge of the sample, and pixels of the camera: 9.8 nm wide by default, 4.9 nm with LRTMO_RESOLUTION=fine. */
export const sampleSize = process.env["LRTMO_RESOLUTION"] === "fine" ? 256 : 128;

/** Seed of the noise of what is shown; repeats draw from 2, 3, … */
export const shownSeed = 1;

export const compositionPage = "/figures/fig-2-composition-tomography";

export interface StateRun {
  sample: Fragment;
  result: CompositionResult;
}

/** One state through twin and analysis. */
export function runState(id: string, settings: Partial<CompositionSettings> = {}): StateRun {
  const sample = fragment(id, { size: sampleSize });
  const raw = measure(sample, defaultInstrument(sampleSize), shownSeed);
  return { sample, result: analyse(raw, settings) };
}

export const stateIds = sampledStates.map(({ id }) => id);

/** What all these tables have in common. */
export const compositionMeta = (
  own: Pick<TableMetaInput, "title" | "description"> & Partial<TableMetaInput>
): TableMetaInput => ({
  method:
    "Twin of a transmission soft X-ray microscope (two energies an element, 131 tilts, photon noise, blur, jitter), then the analysis on its counts: flat field, alignment, edge differences, reconstruction, TM/O against the pristine particle.",
  provenance: "recovered",
  parameters: { size: sampleSize, settings: defaultSettings },
  seed: shownSeed,
  sources: ["doi:10.1038/s41565-024-01773-4", "doi:10.18434/T4HS32 (attenuation)"],
  page: compositionPage,
  ...own,
  code: own.code ?? [
    "src/science/composition/analysis.ts",
    "src/science/composition/twin.ts",
    "src/science/particle/fragment.ts"
  ]
});
