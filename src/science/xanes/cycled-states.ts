// Valences at both ends of the twentieth cycle. The study says how the shares of the elements shift and prints no valence: these
// are inputs, set to agree with its words, so that shares got back test the measurement and never the study. Fragment and
// gradients are those of the first cycle's state of the same rate and voltage.

import {
  type OxidationElement,
  oxidationElements,
  type OxidationState,
  oxidationState
} from "../particle/oxidation-states.js";

export interface CycleEnd {
  rate: 0.1 | 10;
  cycle: 1 | 20;
  end: "charged" | "discharged";
  /** state of the first cycle whose fragment it is */
  fragment: string;
  valences: OxidationState;
}

const words = {
  0.1: "Mn and Co carry more of the capacity after 20 slow cycles, Ni less",
  10: "all metals are less active after 20 fast cycles"
} as const;

/** O, Mn, Co, Ni */
type Means = Record<OxidationElement, number>;

const means: Record<0.1 | 10, Record<CycleEnd["end"], Means>> = {
  0.1: {
    charged: { O: -1.76, Mn: 3.86, Co: 3.9, Ni: 3.45 },
    discharged: { O: -1.96, Mn: 3.46, Co: 2.95, Ni: 2.65 }
  },
  10: {
    charged: { O: -1.84, Mn: 3.93, Co: 3.55, Ni: 3.2 },
    discharged: { O: -1.96, Mn: 3.915, Co: 3.4, Ni: 2.75 }
  }
};

/** Both ends of the first and of the twentieth cycle, at both rates. */
export const cycleEnds: readonly CycleEnd[] = ([0.1, 10] as const).flatMap((rate) =>
  (["charged", "discharged"] as const).flatMap((end) => {
    const fragment = `${rate}C-${end === "charged" ? "4.8V" : "discharged"}`;
    const first = oxidationState(fragment);
    return [
      { rate, cycle: 1 as const, end, fragment, valences: first },
      { rate, cycle: 20 as const, end, fragment, valences: cycled(first, rate, end) }
    ];
  })
);

function cycled(first: OxidationState, rate: 0.1 | 10, end: CycleEnd["end"]): OxidationState {
  const source = `assumed, to agree with the study's words: ${words[rate]}; no valence is printed`;
  const valences = { ...first.valences };
  for (const element of oxidationElements) {
    const { mean, ...rest } = valences[element];
    valences[element] = { ...rest, mean: { ...mean, value: means[rate][end][element], source } };
  }
  return { ...first, id: `${first.id}-20`, valences };
}
