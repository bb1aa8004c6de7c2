// What the refinement makes of a wrong assumption: endless counting, one held number off by a little, and the oxygen occupancy
// that comes back less the true one. It is a bias: no counting time takes it away, and the errors told do not show it.

import { latticeCrystal, latticeState } from "../particle/lattice-states.js";
import { neutronRefinement, neutronQuantities } from "./neutron-analysis.js";
import type { NeutronInstrument } from "./neutron-instrument.js";
import { settingsKnowing, type KnownOffsets } from "./neutron-known.js";
import { expectNeutrons, neutronModel, noiselessPattern } from "./neutron-twin.js";
import { refineFrom } from "./rietveld.js";

export interface HeldBias {
  /** found less true, share of the oxygen sites */
  oxygen: number;
  lithiumOct: number;
  lithiumTet: number;
  /** reduced χ² added by the wrong assumption: below its own scatter, √(2/points), nothing shows in the fit */
  misfit: number;
  fault: string;
}

/** @param state id @param offsets what the held numbers are wrong by */
export function heldBias(state: string, instrument: NeutronInstrument, offsets: KnownOffsets): HeldBias {
  const crystal = latticeCrystal(state);
  const settings = settingsKnowing(state, offsets);
  const model = neutronModel(crystal, instrument);
  const start = model.start.slice();
  const set = (name: string, value: number) => (start[model.names.indexOf(name)] = value);
  set(neutronQuantities.mixing.parameter, settings.mixing);
  set(neutronQuantities.bMetal.parameter, settings.b.metal);
  set("Li1.occupancy", settings.lithiumInMetalLayer);
  const pattern = noiselessPattern(expectNeutrons(crystal, instrument));
  const result = refineFrom(pattern, model, start, neutronRefinement(settings));
  const { values } = latticeState(state);
  const off = (name: "oxygen" | "lithiumOct" | "lithiumTet") =>
    result.value(neutronQuantities[name].parameter) - values[name];
  return {
    ...{ oxygen: off("oxygen"), lithiumOct: off("lithiumOct"), lithiumTet: off("lithiumTet") },
    ...{ misfit: result.chiSquared, fault: result.fit.fault }
  };
}
