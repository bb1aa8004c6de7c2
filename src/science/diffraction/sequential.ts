// Sequential refinement of a series of patterns of one crystal as it changes: each starts where the one before ended, and from
// the beginning where that leads astray (a fault, or χ² twice that of the one before); the better of the two is kept.

import type { FitSettings } from "../numerics/levenberg-marquardt.js";
import type { TaskOptions } from "../task.js";
import type { PowderPattern } from "./powder-pattern.js";
import { refine, type RefinementResult, type RefinementSettings } from "./rietveld.js";

export interface SequenceEntry {
  result: RefinementResult;
  /** whether it had to start from the beginning */
  restarted: boolean;
}

/**
 * @param settings of the first pattern; those of another where `settingsOf` gives some (what is held may change)
 * @throws where a pattern is invalid, with its number, or the task is stopped
 */
export function refineSequence(
  patterns: readonly PowderPattern[],
  settings: RefinementSettings,
  {
    signal,
    onProgress,
    settingsOf,
    ...fitSettings
  }: TaskOptions & FitSettings & { settingsOf?: (i: number) => RefinementSettings } = {}
): SequenceEntry[] {
  const entries: SequenceEntry[] = [];
  patterns.forEach((pattern, i) => {
    signal?.throwIfAborted();
    onProgress?.(i / patterns.length, `pattern ${i + 1} of ${patterns.length}`);
    const own = settingsOf?.(i) ?? settings;
    const before = entries[i - 1]?.result;
    const attempt = (from?: ArrayLike<number>) => {
      try {
        return refine(pattern, { ...own, from }, { signal, ...fitSettings });
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        throw new Error(`${said} (pattern ${i + 1})`, { cause: error });
      }
    };
    if (!before) {
      entries.push({ result: attempt(), restarted: false });
      return;
    }
    const next = attempt(heldFrom(before, own));
    const astray = next.fit.fault !== "" || next.chiSquared > 2 * before.chiSquared;
    const fresh = astray ? attempt() : next;
    const restarted = astray && fresh.fit.chiSquared < next.fit.chiSquared;
    entries.push({ result: restarted ? fresh : next, restarted });
  });
  return entries;
}

/** The values that the one before ended with, but for what the settings of this one hold by its crystal. */
function heldFrom({ fit, refined }: RefinementResult, { crystal }: RefinementSettings): Float64Array {
  const moved = new Set(refined.map(({ name }) => name));
  return fit.values.map((value, i) => {
    const name = fit.names[i];
    if (moved.has(name)) return value;
    for (const { label, occupancy, bIso } of crystal.sites) {
      if (name === `${label}.occupancy`) return occupancy;
      if (name === `${label}.bIso`) return bIso;
    }
    return value;
  });
}
