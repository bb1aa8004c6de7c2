// What the analysis is told of a state from elsewhere, because neutrons cannot tell it: Ni/Li exchange (from X-rays), lithium
// in the metal layer (from chemistry and charge), B of the metals. Here it is told the truth; `offsets` make it wrong.

import { latticeState } from "../particle/lattice-states.js";
import { defaultNeutronSettings, type NeutronSettings } from "./neutron-analysis.js";

export interface KnownOffsets {
  mixing?: number;
  lithiumInMetalLayer?: number;
  bMetal?: number;
}

/** Settings for a state: the held numbers are known, the free ones start from what its charge suggests. */
export function settingsKnowing(id: string, offsets: KnownOffsets = {}): NeutronSettings {
  const { lithium, values } = latticeState(id);
  const { start, b } = defaultNeutronSettings;
  const lithiumInMetalLayer = values.lithiumInMetalLayer + (offsets.lithiumInMetalLayer ?? 0);
  return {
    ...defaultNeutronSettings,
    mixing: values.mixing + (offsets.mixing ?? 0),
    lithiumInMetalLayer,
    // all of the lithium that the charge leaves, but for the metal layer's
    start: { ...start, lithiumOct: Math.max(0.05, Math.min(0.9, lithium - lithiumInMetalLayer)) },
    b: { ...b, metal: values.bMetal + (offsets.bMetal ?? 0) }
  };
}
