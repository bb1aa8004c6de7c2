/** What the loaders of the ion maps share: one run of twin and analysis, and what is said of their tables. */
import { crossSection, type CrossSection } from "../../science/particle/cross-section.js";
import { analyse, type SimsResult } from "../../science/sims/analysis.js";
import { compare, type SimsComparison } from "../../science/sims/compare.js";
import { defaultSimsInstrument, type SimsInstrument } from "../../science/sims/instrument.js";
import { defaultSimsSettings } from "../../science/sims/settings.js";
import { measure, type MeasuredMaps } from "../../science/sims/twin.js";
import type { TableMetaInput } from "./table-meta.js";

export const shownSeed = 1;
/** points along an edge of a section */
export const sectionSize = 512;

/** The spectrometer of what is shown: 256 pixels, 512 on request. */
export const shownInstrument = (resolution = process.env["LRTMO_RESOLUTION"]): SimsInstrument =>
  defaultSimsInstrument(resolution === "fine" ? { pixels: 512 } : {});

export interface SimsRun {
  section: CrossSection;
  raw: MeasuredMaps;
  result: SimsResult;
  comparison: SimsComparison;
}

export function runSection(id: string, size = sectionSize, instrument = shownInstrument()): SimsRun {
  const section = crossSection(id, { size });
  const raw = measure(section, instrument, shownSeed);
  const result = analyse(raw);
  return { section, raw, result, comparison: compare(result, section, raw) };
}

/** What all these tables have in common. */
export const simsMeta = (
  own: Pick<TableMetaInput, "title" | "description"> & Partial<TableMetaInput>
): TableMetaInput => ({
  method:
    "Cuts through the aged particles of the pathway model, with domains, gradients, pores and cracks; ions of gallium, yields with a matrix effect and shadows beside pores, beam blur and Poisson counts in two runs; then areas by rank, their overlap against turned maps, pair correlation, radial profiles and a Fickian fit on the counts alone.",
  provenance: "recovered",
  parameters: { instrument: shownInstrument(), analysis: defaultSimsSettings },
  seed: shownSeed,
  sources: ["doi:10.1038/s41565-024-01773-4", "doi:10.2202/1544-6115.1585 (permutation p-values)"],
  page: "/figures/fig-4-sims-and-spectra",
  ...own,
  code: own.code ?? [
    "src/science/sims/analysis.ts",
    "src/science/sims/twin.ts",
    "src/science/particle/cross-section.ts",
    "src/science/sims/instrument.ts"
  ]
});
