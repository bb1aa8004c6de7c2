/** Patterns of the neutron twin, short enough to be refined while a test waits. */
import { defaultNeutronInstrument } from "../../../src/science/diffraction/neutron-instrument.js";
import { seriesEntry, type SeriesEntry } from "../../../src/science/diffraction/neutron-series.js";
import { latticeState } from "../../../src/science/particle/lattice-states.js";
import { shownOf, type ShownPattern } from "../../../src/components/diffraction/shown-pattern.js";

export const entry = (state = "0.1C-4.8V", points = 2500): SeriesEntry =>
  seriesEntry(latticeState(state), defaultNeutronInstrument({ points, dMin: 0.7 }), 3);

export function madeUpPattern(state = "0.1C-4.8V"): ShownPattern {
  const { raw, result } = entry(state);
  return shownOf(raw.pattern, result);
}
