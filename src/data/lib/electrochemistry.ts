/** What the loaders of the half-cell share: its two runs and what is said of their tables. */
import type { HalfCycleCurve } from "../../science/electrochemistry/curve.js";
import { thin } from "../../science/electrochemistry/analysis.js";
import { defaultFadeParameters } from "../../science/electrochemistry/fade.js";
import { defaultHalfCellParameters } from "../../science/electrochemistry/parameters.js";
import { cyclesOf, simulateHalfCell, type HalfCellResult } from "../../science/electrochemistry/simulate.js";
import type { Column } from "./arrow-table.js";
import { columnsOf } from "./oxidation-columns.js";
import type { TableMetaInput } from "./table-meta.js";

export const studyRates = [0.1, 10] as const;
/** cycles of the study's aged samples */
export const cycleCount = 20;
/** cycles of which whole curves are shown */
export const shownCycles = [1, 2, 10, 20];

export function firstCycle(rate: number): HalfCellResult {
  return simulateHalfCell({ ...defaultHalfCellParameters(), rate });
}

/** Twenty cycles with the calibrated ageing. */
export function agedCycles(rate: number): HalfCellResult {
  const programme = cyclesOf(cycleCount);
  return simulateHalfCell(
    { ...defaultHalfCellParameters(), rate },
    { programme, fade: defaultFadeParameters() }
  );
}

/** Rows of a half-cycle that keep the curve's look. */
export const rowsOf = (curve: HalfCycleCurve, most: number) =>
  thin(curve.capacity, curve.voltage, most).map((i) => ({ curve, i }));

export type CurveRow = ReturnType<typeof rowsOf>[number];

/** Rate, cycle, phase, capacity and voltage: the first columns of every table of curves. */
export function curveColumns(rows: readonly CurveRow[]): Record<string, Column> {
  const { number, text } = columnsOf(rows);
  return {
    rate_C: number("C", "rate", ({ curve }) => curve.rate),
    cycle: number("", "number of the cycle, from 1", ({ curve }) => curve.cycle),
    phase: text("charge (lithium leaves the cathode) or discharge", ({ curve }) => curve.phase),
    capacity_mAh_g: number("mAh/g", "charge passed in this half-cycle", ({ curve, i }) => curve.capacity[i]),
    voltage_V: number("V", "cell voltage against lithium metal", ({ curve, i }) => curve.voltage[i])
  };
}

export function electrochemistryMeta(
  own: Pick<TableMetaInput, "title" | "description"> & Partial<TableMetaInput>
): TableMetaInput {
  return {
    method:
      "Half-cell of spherical particles: diffusion in the eigenfunctions of the sphere, Butler–Volmer on its surface, lithium metal, separator; cut-offs found as events. E_eq has one branch for charge and one for discharge, shapes of another Li-rich oxide, and one state of memory between them.",
    provenance: "calibrated",
    parameters: { ...defaultHalfCellParameters() },
    seed: null,
    sources: [
      "doi:10.1038/s41565-024-01773-4",
      "doi:10.1039/D4EE05222F (shape of E_eq)",
      "doi:10.1016/j.est.2022.103985 (one-state hysteresis)"
    ],
    page: "/figures/fig-1-electrochemistry-and-lattice",
    ...own,
    code: own.code ?? [
      "src/science/electrochemistry/simulate.ts",
      "src/science/electrochemistry/half-cycle.ts",
      "src/science/electrochemistry/particles.ts",
      "src/science/electrochemistry/equilibrium.ts"
    ]
  };
}
