// What a refinement got back, beside what the sample holds: error, and pull = (found − true)/standard error.

import { latticeState, type LatticeValues } from "../particle/lattice-states.js";
import { neutronQuantities, neutronReadings, type NeutronQuantity } from "./neutron-analysis.js";
import type { RefinementResult } from "./rietveld.js";

export interface NeutronComparison {
  quantity: NeutronQuantity;
  value: number;
  /** 0 where it was held, NaN at a bound */
  error: number;
  /** NaN where the sample knows no such number */
  truth: number;
  pull: number;
}

/** @param state id, of which the truth is taken @param changes of the sample's values */
export function compareNeutrons(
  result: RefinementResult,
  state: string,
  changes: Partial<LatticeValues> = {}
): NeutronComparison[] {
  const truth: Partial<Record<NeutronQuantity, number>> = { ...latticeState(state).values, ...changes };
  return neutronReadings(result).map(({ quantity, value, error }) => {
    const known = truth[quantity] ?? NaN;
    return { quantity, value, error, truth: known, pull: error > 0 ? (value - known) / error : NaN };
  });
}

/** Lithium per formula unit, and the share of the oxygen that is missing, with standard errors from the whole covariance. */
export function derivedReadings(result: RefinementResult): {
  lithium: { value: number; error: number };
  oxygenLoss: { value: number; error: number };
} {
  const terms = [
    ["Li1.occupancy", 1],
    [neutronQuantities.lithiumOct.parameter, 1],
    [neutronQuantities.lithiumTet.parameter, 2]
  ] as const;
  const { covariance, names } = result.fit;
  const index = terms.map(([name]) => names.indexOf(name));
  let variance = 0;
  terms.forEach(([, f], i) =>
    terms.forEach(([, g], j) => (variance += f * g * covariance[index[i] * names.length + index[j]]))
  );
  const { parameter } = neutronQuantities.oxygen;
  return {
    lithium: {
      value: terms.reduce((sum, [name, factor]) => sum + factor * result.value(name), 0),
      error: Math.sqrt(variance)
    },
    oxygenLoss: { value: 1 - result.value(parameter), error: result.error(parameter) }
  };
}
