// Profile likelihood of the oxygen occupancy in the neutron pattern of a state: without noise, χ² rises from 0 at the truth.

import { latticeCrystal } from "../particle/lattice-states.js";
import type { Variant } from "./identifiability.js";
import { neutronQuantities, neutronRefinement } from "./neutron-analysis.js";
import type { NeutronInstrument } from "./neutron-instrument.js";
import { settingsKnowing } from "./neutron-known.js";
import { expectNeutrons, neutronModel, noiselessPattern } from "./neutron-twin.js";
import { profileLikelihood, type ProfilePoint } from "./profile-likelihood.js";
import { refinementProblem } from "./rietveld.js";

/** @param values of the oxygen occupancy to hold */
export function oxygenProfile(
  state: string,
  instrument: NeutronInstrument,
  { hold }: Pick<Variant, "hold">,
  values: readonly number[]
): ProfilePoint[] {
  const crystal = latticeCrystal(state);
  const model = neutronModel(crystal, instrument);
  const pattern = noiselessPattern(expectNeutrons(crystal, instrument));
  const refinement = neutronRefinement({ ...settingsKnowing(state), hold });
  const problem = refinementProblem(pattern, model, model.start, refinement);
  return profileLikelihood(problem, neutronQuantities.oxygen.parameter, values);
}
