// What ends a half-cycle early: the cut-off of its direction, a surface that is full or empty, the end of the volume table.
// The surface holds the extremes of lithium while the current keeps its sign, so it is the first to leave a table.

import { composition } from "../material/composition.js";
import type { VolumeChange } from "../material/volume-change-tables.js";
import type { SurfaceTest } from "./events.js";
import type { FullParameters } from "./full-parameters.js";
import { cellVoltage, type CellLosses } from "./half-cell.js";
import type { Phase } from "./programme.js";
import { saturatedReason } from "./saturation.js";

/**
 * Tests for events.ts, and a sentence for each.
 * @param potentialOf φ_s − φ_e of a surface state under the present current, V
 */
export function halfCycleLimits(
  { lowerVoltage, upperVoltage }: FullParameters,
  phase: Phase,
  losses: CellLosses,
  volume: VolumeChange,
  potentialOf: (surfaceLithium: Float64Array) => number
): { tests: SurfaceTest[]; reasons: string[] } {
  const direction = phase === "discharge" ? 1 : -1;
  const cutOff = phase === "discharge" ? lowerVoltage : upperVoltage;
  const furthest = (lithium: Float64Array) =>
    lithium.reduce((most, x) => Math.max(most, direction * x), -Infinity);
  const tests: SurfaceTest[] = [(x) => direction * (cutOff - cellVoltage(potentialOf(x), losses))];
  const reasons = [`the cell voltage reached its cut-off of ${phase} (${cutOff} V)`];
  const windowEnd = direction > 0 ? composition.Li : 0;
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

export function endsAtOnce(rate: number, phase: string, reason: string): string {
  return `unsupported rate: ${rate} C; within 1 % of the capacity ${reason}: the ${phase} cannot begin; lower the rate or the particle radius, or raise the diffusivity or the exchange current`;
}
