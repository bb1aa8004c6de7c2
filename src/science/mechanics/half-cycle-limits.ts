// What ends a half-cycle early: the cut-off of its direction, a surface that is full or empty, the end of the volume table.
// The surface holds the extremes of lithium while the current keeps its sign, so it is the first to leave a table.

import {
  beyondCutOff,
  cutOffReason,
  directionOf,
  lithiumWindow,
  saturatedReason
} from "../material/cut-off.js";
import { cellVoltage, type CellLosses } from "../material/half-cell.js";
import type { VolumeChange } from "../material/volume-change-tables.js";
import type { SurfaceTest } from "./events.js";
import type { FullParameters } from "./full-parameters.js";
import type { Phase } from "./programme.js";

/**
 * Tests for events.ts, and a sentence for each.
 * @param potentialOf φ_s − φ_e of a surface state under the present current, V
 */
export function halfCycleLimits(
  parameters: FullParameters,
  phase: Phase,
  losses: CellLosses,
  volume: VolumeChange,
  potentialOf: (surfaceLithium: Float64Array) => number
): { tests: SurfaceTest[]; reasons: string[] } {
  const direction = directionOf(phase);
  const furthest = (lithium: Float64Array) =>
    lithium.reduce((most, x) => Math.max(most, direction * x), -Infinity);
  const tests: SurfaceTest[] = [(x) => beyondCutOff(phase, parameters, cellVoltage(potentialOf(x), losses))];
  const reasons = [cutOffReason(phase, parameters)];
  const windowEnd = lithiumWindow[direction > 0 ? 1 : 0];
  tests.push((x) => furthest(x) - direction * windowEnd);
  reasons.push(saturatedReason(phase));
  const tableEnd = direction > 0 ? volume.to : volume.from;
  if (direction * (windowEnd - tableEnd) > 1e-9) {
    tests.push((x) => furthest(x) - direction * tableEnd);
    reasons.push(
      `the surface left the volume table (${volume.label}), which ends at x = ${Number(tableEnd.toPrecision(4))}`
    );
  }
  return { tests, reasons };
}
