// Valences at both ends of the first and of the twentieth cycle, from the aged particle that all techniques see. The study says
// how the shares of the elements shift and prints no valence: shares got back test the measurement and never the study. The
// fragment is that of the first cycle's state of the same rate and voltage.

import { agedSample } from "../particle/aged-samples.js";
import { agedOxidationState, type OxidationState } from "../particle/oxidation-states.js";

export interface CycleEnd {
  rate: 0.1 | 10;
  cycle: 1 | 20;
  end: "charged" | "discharged";
  /** state of the first cycle whose fragment it is */
  fragment: string;
  valences: OxidationState;
}

/** Both ends of the first and of the twentieth cycle, at both rates. */
export const cycleEnds: readonly CycleEnd[] = ([0.1, 10] as const).flatMap((rate) =>
  (["charged", "discharged"] as const).flatMap((end) => {
    const first = `${rate}C-${end === "charged" ? "4.8V" : "discharged"}`;
    const later = `${rate}C-20cycles${end === "charged" ? "-4.8V" : ""}`;
    return [
      { rate, cycle: 1 as const, end, fragment: first, valences: agedOxidationState(agedSample(first)) },
      {
        ...{ rate, cycle: 20 as const, end, fragment: first },
        valences: { ...agedOxidationState(agedSample(later)), id: `${first}-20` }
      }
    ];
  })
);
