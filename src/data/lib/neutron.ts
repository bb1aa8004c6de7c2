/** What the loaders of the neutron patterns share: instrument, seed, the series, and what is said of the tables. */
import { defaultNeutronInstrument } from "../../science/diffraction/neutron-instrument.js";
import { neutronSeries, type SeriesEntry } from "../../science/diffraction/neutron-series.js";
import type { LatticeState } from "../../science/particle/lattice-states.js";
import type { Column } from "./arrow-table.js";
import { columnsOf } from "./oxidation-columns.js";
import type { TableMetaInput } from "./table-meta.js";

/** Seed of the first state's counts; the others have the next ones. */
export const neutronSeed = 1;

export const neutronInstrument = defaultNeutronInstrument();

/** The state of which limits are shown: the loss of the first cycle at 0.1 C. */
export const shownState = "0.1C-discharged";

export const series = (): SeriesEntry[] => neutronSeries(neutronInstrument, neutronSeed);

export const neutronMeta = (
  own: Pick<TableMetaInput, "title" | "description"> & Partial<TableMetaInput>
): TableMetaInput => ({
  method:
    "Twin of a time-of-flight diffractometer (Poisson counts in bins of d, resolution 0.25 %, 3 h), then Rietveld refinement by Levenberg–Marquardt with analytic derivatives. Ni/Li exchange, lithium of the metal layer and B of the metals are held at their true values.",
  provenance: "recovered",
  parameters: { instrument: neutronInstrument, state: shownState },
  seed: neutronSeed,
  sources: ["doi:10.1038/s41565-024-01773-4", "doi:10.1107/S0021889869006558 (Rietveld)"],
  page: "/supplementary/diffraction",
  ...own,
  code: own.code ?? [
    "src/science/diffraction/neutron-analysis.ts",
    "src/science/diffraction/rietveld.ts",
    "src/science/diffraction/neutron-twin.ts",
    "src/science/particle/lattice-states.ts"
  ]
});

/** What tells the states apart, the first columns of a table of states. */
export function latticeStateColumns<Row extends { state: LatticeState }>(
  rows: readonly Row[]
): Record<string, Column> {
  const { number, text } = columnsOf(rows);
  return {
    state: text("sampled state", (r) => r.state.id),
    label: text("sampled state in words", (r) => r.state.label),
    phase: text("pristine, charge, discharge, aged-charge or aged-discharge", (r) => r.state.phase),
    rate_C: number("C", "rate of cycling; none before it", (r) => r.state.rate),
    voltage_V: number("V", "voltage of the state; none for the pristine one", (r) => r.state.voltage),
    cycles: number("", "cycles completed before", (r) => r.state.cycles),
    lithium: number("", "lithium per formula unit of the sample, an input", (r) => r.state.lithium)
  };
}
