// How much of the charge of a discharge each element carries, cycle by cycle, from its mean valence at both ends, as found and
// as it is in the sample: Q = F n (v charged − v discharged)/(3.6 M), see charge-balance.ts.

import { type CapacityShare, capacityShares, chargeBalance } from "./charge-balance.js";
import type { CycleEnd } from "./cycled-states.js";
import type { EdgeElement } from "./windows.js";

/** Mean valence of an element at one end of a cycle. */
export interface EndValence extends Pick<CycleEnd, "rate" | "cycle" | "end"> {
  element: EdgeElement;
  found: number;
  standardError: number;
  truth: number;
}

export interface CycleShare extends Pick<CycleEnd, "rate" | "cycle"> {
  element: EdgeElement;
  charged: number;
  discharged: number;
  found: CapacityShare;
  truth: CapacityShare;
}

/** One row for each rate, cycle and element, in the order in which they are charged. @throws where an end is missing */
export function cycleShares(ends: readonly EndValence[]): CycleShare[] {
  const charged = ends.filter(({ end }) => end === "charged");
  const cycles = [...new Set(charged.map(({ rate, cycle }) => `${rate} ${cycle}`))];
  return cycles.flatMap((key) => {
    const pairs = charged
      .filter(({ rate, cycle }) => `${rate} ${cycle}` === key)
      .map((high) => {
        const low = ends.find(
          (e) =>
            e.end === "discharged" &&
            e.rate === high.rate &&
            e.cycle === high.cycle &&
            e.element === high.element
        );
        if (!low)
          throw new Error(
            `missing valence: ${high.element} discharged at ${high.rate} C in cycle ${high.cycle}; measure both ends`
          );
        return { high, low };
      });
    // from discharged to charged, so that what a discharge gives back is positive
    const changes = (of: "found" | "truth") =>
      pairs.map(({ high, low }) => {
        const errors =
          of === "found" ? { beforeError: low.standardError, afterError: high.standardError } : {};
        return [high.element, { before: low[of], after: high[of], ...errors }] as const;
      });
    const [found, truth] = (["found", "truth"] as const).map((of) => {
      const shares = capacityShares(chargeBalance(Object.fromEntries(changes(of))));
      return new Map(shares.map((share) => [share.element, share]));
    });
    return pairs.flatMap(({ high, low }): CycleShare[] => {
      const [own, set] = [found.get(high.element), truth.get(high.element)];
      const { rate, cycle, element } = high;
      const valences = { charged: high.found, discharged: low.found };
      return own && set ? [{ rate, cycle, element, ...valences, found: own, truth: set }] : [];
    });
  });
}
