// The mean valence of each element in each sampled state, and how it varies with place. The study prints no valence: all
// of these numbers are inputs, chosen to agree with its words, so that a valence got back from the twin tests the analysis
// and never the study. Charge is balanced roughly: x + Σ n v ≈ 0 over Li, Mn, Co, Ni and O, see `chargeResidual`.

import { composition } from "../material/composition.js";
import type { Parameter } from "../parameters.js";
import { sampledState } from "./states.js";

export const oxidationElements = ["O", "Mn", "Co", "Ni"] as const;
export type OxidationElement = (typeof oxidationElements)[number];

/** Valences that the species reach: 2 to 4 for the metals, −2 (lattice) to −1 (oxidised) for oxygen. */
export const valenceLimits: Record<OxidationElement, readonly [number, number]> = {
  O: [-2, -1],
  Mn: [2, 4],
  Co: [2, 4],
  Ni: [2, 4]
};

export interface ValencePattern {
  /** over all atoms of the element in the fragment */
  mean: Parameter;
  /** valence at the surface less that far below it */
  surface: Parameter;
  /** standard deviation between domains */
  spread: Parameter;
}

export interface OxidationState {
  id: string;
  valences: Record<OxidationElement, ValencePattern>;
  /** m, depth over which the surface's valence fades by e */
  depth: Parameter;
  /** share of Mn that is Mn²⁺ in the middle of a nanodomain at the surface, where Ni is Ni³⁺; 0 for none */
  domains: Parameter;
}

const nm = 1e-9;
const words = (what: string) => `assumed, to agree with the study's words: ${what}; no valence is printed`;

/** Mean, at the surface less in the bulk, between domains. */
type Numbers = readonly [mean: number, surface: number, spread: number];

interface Row {
  O: Numbers;
  Mn: Numbers;
  Co: Numbers;
  Ni: Numbers;
  domains?: number;
  source: string;
}

const rows: Record<string, Row> = {
  uniform: {
    O: [-2, 0, 0],
    Mn: [4, 0, 0],
    Co: [3, 0, 0],
    Ni: [2, 0, 0],
    source: "by construction: the formal valences of the pristine compound throughout"
  },
  pristine: {
    O: [-1.995, 0.02, 0.005],
    Mn: [3.96, -0.25, 0.06],
    Co: [3, 0, 0.02],
    Ni: [2.1, 0.35, 0.1],
    source: words("Mn near +4, a mixture of valences of Mn and Ni at the surface")
  },
  "0.1C-4.4V": {
    O: [-1.93, 0.04, 0.02],
    Mn: [3.97, -0.1, 0.03],
    Co: [3.75, 0, 0.1],
    Ni: [3.65, -0.1, 0.15],
    source: words("most of the metals reach their highest valence at 4.4 V")
  },
  "0.1C-4.6V": {
    O: [-1.85, 0.12, 0.06],
    Mn: [3.97, -0.12, 0.04],
    Co: [3.8, 0, 0.18],
    Ni: [3.78, -0.2, 0.25],
    source: words("domains of mixed valence at 4.6 V, the metals nearly done, oxygen still to come")
  },
  "0.1C-4.8V": {
    O: [-1.64, 0.28, 0.05],
    Mn: [3.92, -0.45, 0.04],
    Co: [3.9, 0, 0.02],
    Ni: [3.65, -0.9, 0.1],
    source: words(
      "at 4.8 V Co even, Mn and Ni reduced and oxygen more oxidised at the surface; Mn near +4 overall"
    )
  },
  "0.1C-discharged": {
    O: [-1.97, 0.1, 0.02],
    Mn: [3.85, -0.5, 0.08],
    Co: [3.2, 0.1, 0.1],
    Ni: [2.5, 0.3, 0.2],
    domains: 0.6,
    source: words(
      "no element back where it began, oxygen nearly so; Mn reduced at the surface, Mn2+ with Ni3+ in nanodomains"
    )
  },
  "10C-4.4V": {
    O: [-1.95, 0.04, 0.02],
    Mn: [3.97, -0.1, 0.03],
    Co: [3.2, 0.05, 0.1],
    Ni: [2.8, 0.1, 0.2],
    source: words("metals and oxygen oxidise together all the way to 4.8 V")
  },
  "10C-4.6V": {
    O: [-1.9, 0.08, 0.03],
    Mn: [3.97, -0.1, 0.03],
    Co: [3.35, 0.05, 0.12],
    Ni: [3.05, 0, 0.25],
    source: words("metals and oxygen oxidise together all the way to 4.8 V")
  },
  "10C-4.8V": {
    O: [-1.83, 0.14, 0.04],
    Mn: [3.95, -0.2, 0.04],
    Co: [3.6, 0, 0.08],
    Ni: [3.35, -0.45, 0.2],
    source: words(
      "oxidation of Co, Ni and oxygen less than at the slow rate, Ni lower and oxygen higher at the surface"
    )
  },
  "10C-discharged": {
    O: [-1.97, 0.08, 0.02],
    Mn: [3.92, -0.3, 0.06],
    Co: [3.35, 0.1, 0.12],
    Ni: [2.7, 0.2, 0.25],
    source: `${words("no element back where it began")}; Ni and Co keep the 0.124 electrons that the 39 mAh/g of the text amount to, whose rate is not stated`
  }
};

const range = (value: number, width: number, [least, most]: readonly [number, number]) => ({
  value,
  min: Math.max(least, value - width),
  max: Math.min(most, value + width)
});

function pattern(element: OxidationElement, row: Row): ValencePattern {
  const [mean, surface, spread] = row[element];
  const common = { unit: "", status: "assumed", source: row.source } as const;
  const width = element === "O" ? 0.15 : 0.3;
  return {
    mean: {
      symbol: `v_${element}`,
      label: `mean valence of ${element}`,
      ...range(mean, width, valenceLimits[element]),
      ...common
    },
    surface: {
      symbol: `s_${element}`,
      label: `valence of ${element} at the surface less that in the bulk`,
      ...range(surface, width, [-1, 1]),
      ...common
    },
    spread: {
      symbol: `σ_${element}`,
      label: `standard deviation of the valence of ${element} between domains`,
      ...range(spread, width, [0, 0.5]),
      ...common
    }
  };
}

/** Valences of a state. @param id one of `sampledStates` @throws where there is none of that name */
export function oxidationState(id: string): OxidationState {
  const row = rows[sampledState(id).id];
  const share = row.domains ?? 0;
  return {
    id,
    valences: {
      O: pattern("O", row),
      Mn: pattern("Mn", row),
      Co: pattern("Co", row),
      Ni: pattern("Ni", row)
    },
    depth: {
      symbol: "ℓ",
      label: "depth over which the surface's valence fades",
      value: 40 * nm,
      unit: "m",
      min: 5 * nm,
      max: 150 * nm,
      status: "assumed",
      source: words("a gradient from the surface into the bulk, seen over zones of the projected particle")
    },
    domains: {
      symbol: "f_D",
      label: "share of Mn²⁺ in nanodomains at the surface",
      value: share,
      unit: "",
      min: 0,
      max: 1,
      status: "assumed",
      source: share > 0 ? row.source : "assumed: the study tells of none in this state"
    }
  };
}

/** Electrons per formula unit by which the means of a state miss neutrality, at the full content of oxygen: x + Σ n v. */
export function chargeResidual(id: string): number {
  const { valences } = oxidationState(id);
  return oxidationElements.reduce(
    (sum, element) => sum + composition[element] * valences[element].mean.value,
    sampledState(id).lithium.value
  );
}
