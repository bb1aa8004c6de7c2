// The mean valence of each element in each sampled state, and how it varies with place: those of the aged particle that all
// techniques see (aged-samples.ts, from the pathway model). The study prints no valence, so a valence got back from the twin
// tests the analysis and never the study. A milled fragment lies nearer to a surface than most of the particle: its mean is
//   v = v_particle + q s,  s the surface's valence less the bulk's, q the share of the fragment that feels its surface.
// Charge is balanced roughly: x + Σ n v ≈ 0 over Li, Mn, Co, Ni and O, see `chargeResidual`.

import { composition } from "../material/composition.js";
import type { Parameter } from "../parameters.js";
import { type AgedSample, surfaceDepth } from "./aged-sample.js";
import { agedSample } from "./aged-samples.js";
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

const words = (what: string) => `assumed, to agree with the study's words: ${what}; no valence is printed`;
const fromModel =
  "the pathway model: what its lithium, its lost oxygen and its densified surface leave to each element";

/** Share of a fragment's atoms that feel the surface, the mean of exp(−d/ℓ) over its volume: ℓ times its area, with its unevenness, over its volume. */
export const nearSurface = 0.05;

/** Mn²⁺ beside Ni³⁺ in nanodomains is no field of the model: it is assumed where the study tells of it. */
const nanodomains: Record<string, number> = { "0.1C-discharged": 0.6 };

/** Mean, at the surface less in the bulk, between domains. */
type Numbers = readonly [mean: number, surface: number, spread: number];

interface Row {
  valences: Record<OxidationElement, Numbers>;
  source: string;
  status: Parameter["status"];
}

function rowOf({ valences }: AgedSample): Row {
  const of = (element: OxidationElement): Numbers => {
    const { mean, surface, spread } = valences[element];
    return [mean + nearSurface * surface, surface, spread];
  };
  return {
    valences: { O: of("O"), Mn: of("Mn"), Co: of("Co"), Ni: of("Ni") },
    source: fromModel,
    status: "model"
  };
}

const uniform: Row = {
  valences: { O: [-2, 0, 0], Mn: [4, 0, 0], Co: [3, 0, 0], Ni: [2, 0, 0] },
  source: "by construction: the formal valences of the pristine compound throughout",
  status: "assumed"
};

const range = (value: number, width: number, [least, most]: readonly [number, number]) => ({
  value,
  min: Math.max(least, value - width),
  max: Math.min(most, value + width)
});

function pattern(element: OxidationElement, row: Row): ValencePattern {
  const [mean, surface, spread] = row.valences[element];
  const common = { unit: "", status: row.status, source: row.source } as const;
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
      ...range(spread, width, [0, 0.6]),
      ...common
    }
  };
}

/** Valences of a state. @param id one of `sampledStates` @throws where there is none of that name */
export function oxidationState(id: string): OxidationState {
  const known = sampledState(id).id;
  return stateFrom(known, known === "uniform" ? uniform : rowOf(agedSample(known)));
}

/** Valences of a state of the model. */
export const agedOxidationState = (sample: AgedSample): OxidationState => stateFrom(sample.id, rowOf(sample));

function stateFrom(id: string, row: Row): OxidationState {
  const share = nanodomains[id] ?? 0;
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
      ...surfaceDepth,
      unit: "m",
      status: "assumed",
      source: "the pathway model: the depth over which it averages its densified surface"
    },
    domains: {
      symbol: "f_D",
      label: "share of Mn²⁺ in nanodomains at the surface",
      value: share,
      unit: "",
      min: 0,
      max: 1,
      status: "assumed",
      source:
        share > 0
          ? words("Mn²⁺ with Ni³⁺ in nanodomains at the surface after discharge")
          : "assumed: the study tells of none in this state"
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
