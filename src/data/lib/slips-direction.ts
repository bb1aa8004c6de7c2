/** The hoop stress at bridge point A and at the outer surface in both directions, from the mechanics room. */
import { defaultStressParameters } from "../../science/mechanics/parameters.js";
import type { Phase } from "../../science/mechanics/programme.js";
import { simulate } from "../../science/mechanics/simulate.js";

/** of the full discharge, passed since the start at rest */
const passed = [0, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2];

export interface DirectionRow {
  phase: Phase;
  depth: number;
  passed: number;
  /** Pa */
  atA: number;
  atSurface: number;
}

/** @param resolution of the mesh, 1 is the default of the stress pages */
export async function directionRows(resolution = 0.7): Promise<DirectionRow[]> {
  const rows: DirectionRow[] = [];
  for (const phase of ["discharge", "charge"] as const) {
    const start = phase === "discharge" ? 0 : 1;
    const depthOf = (share: number) => (phase === "discharge" ? share : 1 - share);
    const last = passed.at(-1) ?? 0;
    const { frames, bridge, line } = await simulate(defaultStressParameters(), {
      resolution,
      frames: passed.map(depthOf),
      programme: [{ phase, until: depthOf(last) }]
    });
    frames.forEach(({ depthOfDischarge }, f) =>
      rows.push({
        ...{ phase, depth: depthOfDischarge, passed: Math.abs(depthOfDischarge - start) },
        atA: bridge?.hoop[f] ?? NaN,
        atSurface: Array.from(line.hoop[f] ?? []).findLast((value) => !Number.isNaN(value)) ?? NaN
      })
    );
  }
  return rows;
}
