// All sampled states measured and refined, one after the other: the series against state of charge. A state that the study
// shows stands for itself: each is refined from the same start, so that none inherits another's fault.

import { latticeCrystal, latticeStates, type LatticeState } from "../particle/lattice-states.js";
import type { TaskOptions } from "../task.js";
import { analyseNeutrons } from "./neutron-analysis.js";
import { compareNeutrons, derivedReadings, type NeutronComparison } from "./neutron-compare.js";
import type { NeutronInstrument } from "./neutron-instrument.js";
import { settingsKnowing } from "./neutron-known.js";
import { measureNeutrons, type NeutronRaw } from "./neutron-twin.js";
import type { RefinementResult } from "./rietveld.js";

export interface SeriesEntry {
  state: LatticeState;
  raw: NeutronRaw;
  result: RefinementResult;
  comparison: NeutronComparison[];
  derived: ReturnType<typeof derivedReadings>;
}

/** One state through twin, analysis and comparison. @param seed of its counts */
export function seriesEntry(state: LatticeState, instrument: NeutronInstrument, seed: number): SeriesEntry {
  const raw = measureNeutrons(latticeCrystal(state.id), instrument, seed);
  const result = analyseNeutrons(raw.pattern, settingsKnowing(state.id));
  return {
    ...{ state, raw, result },
    comparison: compareNeutrons(result, state.id),
    derived: derivedReadings(result)
  };
}

/** @param seed of the first state; the others have the next ones */
export function neutronSeries(
  instrument: NeutronInstrument,
  seed: number,
  { signal, onProgress, states = latticeStates }: TaskOptions & { states?: readonly LatticeState[] } = {}
): SeriesEntry[] {
  return states.map((state, i) => {
    signal?.throwIfAborted();
    onProgress?.(i / states.length, state.label);
    return seriesEntry(state, instrument, seed + latticeStates.indexOf(state));
  });
}
