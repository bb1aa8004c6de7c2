/** What the loaders of the electron spectra share: seeds, metadata, and sweeps. */
import { defaultEelsInstrument, type EelsInstrument } from "../../science/eels/instrument.js";
import { defaultEelsSettings } from "../../science/eels/settings.js";
import type { TableMetaInput } from "./table-meta.js";

/** Seed of the noise of what is shown. */
export const eelsSeed = 1;

export const eelsPage = "/figures/fig-4-sims-and-spectra";
export const microscopyPage = "/supplementary/electron-microscopy";

export const eelsMeta = (
  own: Pick<TableMetaInput, "title" | "description"> & Partial<TableMetaInput>
): TableMetaInput => ({
  method:
    "Twin of an electron energy-loss spectrometer (tabulated photoabsorption by the dipole approximation, plasmon, plural scattering, energy resolution, counting and read-out noise), then the analysis on its counts: power-law backgrounds, edge integrals, least squares of edges convolved with the measured low losses.",
  provenance: "recovered",
  parameters: { instrument: defaultEelsInstrument, settings: defaultEelsSettings },
  seed: eelsSeed,
  sources: [
    "doi:10.1038/s41565-024-01773-4",
    "doi:10.1007/978-1-4419-9583-4 (Egerton 2011)",
    "doi:10.1063/1.555974 (Chantler's tables)"
  ],
  page: eelsPage,
  ...own,
  code: own.code ?? [
    "src/science/eels/analysis.ts",
    "src/science/eels/twin.ts",
    "src/science/eels/samples.ts",
    "src/science/material/eels-edge-shapes.ts"
  ]
});

/** Values of each setting; doses are factors of all exposures, thicknesses nm. */
export const eelsSweeps = {
  dose: [0.01, 0.1, 1, 10],
  thickness: [10, 25, 50, 100]
} as const;

export const withDose = (instrument: EelsInstrument, factor: number): EelsInstrument => ({
  ...instrument,
  coreTime: instrument.coreTime * factor,
  lithiumTime: instrument.lithiumTime * factor,
  lowTime: instrument.lowTime * factor
});
