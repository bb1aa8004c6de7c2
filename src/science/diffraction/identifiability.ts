// What the diffractometer could have seen: standard error of the oxygen occupancy and its correlations, from the Fisher
// information at the truth, against counting time, range of d, and what is held or joined; the smallest loss of oxygen that
// stands out by three standard errors, and the chance that a given loss does.

import { latticeCrystal } from "../particle/lattice-states.js";
import {
  holding,
  informationOf,
  jointInformation,
  precisionOf,
  scaledInformation,
  type Information,
  type Precision
} from "./information.js";
import {
  neutronQuantities,
  neutronRefinement,
  type NeutronQuantity,
  type NeutronSettings
} from "./neutron-analysis.js";
import type { NeutronInstrument } from "./neutron-instrument.js";
import { settingsKnowing } from "./neutron-known.js";
import { backgroundTerms, expectNeutrons, neutronModel, noiselessPattern } from "./neutron-twin.js";
import { refinementProblem } from "./rietveld.js";
import { xRayProblem } from "./x-ray-partner.js";

/** Which numbers are held at their true values, and whether X-rays join in. */
export interface Variant {
  id: string;
  label: string;
  hold: readonly NeutronQuantity[];
  xRays?: boolean;
}

export const variants: readonly Variant[] = [
  {
    id: "default",
    label: "as refined here: mixing and B of the metals known",
    hold: ["mixing", "zero", "bMetal"]
  },
  { id: "bMetal", label: "B of the metals refined too", hold: ["mixing", "zero"] },
  { id: "noTet", label: "no tetrahedral Li allowed", hold: ["mixing", "zero", "bMetal", "lithiumTet"] },
  {
    id: "displacements",
    label: "all B known",
    hold: ["mixing", "zero", "bMetal", "bOxygen", "bLithium"]
  },
  {
    id: "lithium",
    label: "all Li known",
    hold: ["mixing", "zero", "bMetal", "lithiumOct", "lithiumTet"]
  },
  { id: "mixing", label: "Ni/Li exchange refined too", hold: ["zero"] },
  { id: "joint", label: "all refined, jointly with X-rays", hold: ["zero"], xRays: true },
  { id: "jointB", label: "jointly with X-rays, B of the metals known", hold: ["zero", "bMetal"], xRays: true }
];

/** Names that a pattern has for itself. */
const own = (name: string) => /^(?:scale|zero|gauss|lorentz|U|V|W|X|Y|background\..*)$/.test(name);
const parameterOf = (quantity: NeutronQuantity) => neutronQuantities[quantity].parameter;

/** Information of one hour of neutrons about all that could be refined, of a state; X-rays' apart. */
export interface StateInformation {
  neutronsPerHour: Information;
  xRays: Information;
}

export function stateInformation(state: string, instrument: NeutronInstrument): StateInformation {
  const crystal = latticeCrystal(state);
  const settings: NeutronSettings = { ...settingsKnowing(state), hold: [] };
  const refinement = neutronRefinement(settings);
  const hour = { ...instrument, hours: 1 };
  const model = neutronModel(crystal, hour);
  const pattern = noiselessPattern(expectNeutrons(crystal, hour));
  // the background's own coefficients move the pattern by the same functions whatever their values are
  if (settings.backgroundTerms !== backgroundTerms)
    throw new Error(
      `invalid background: ${settings.backgroundTerms} terms; must be ${backgroundTerms} as in the twin`
    );
  return {
    neutronsPerHour: informationOf(refinementProblem(pattern, model, model.start, refinement)),
    xRays: informationOf(xRayProblem(crystal, refinement))
  };
}

/** Errors and correlations after some hours. */
export function precisionAt(
  { neutronsPerHour, xRays }: StateInformation,
  hours: number,
  { hold, xRays: joined }: Variant
): Precision {
  const neutrons = scaledInformation(neutronsPerHour, hours);
  const all = joined
    ? jointInformation(
        [
          { label: "neutrons", information: neutrons },
          { label: "X-rays", information: xRays }
        ],
        own
      )
    : neutrons;
  const held = hold.flatMap((quantity) => {
    const name = parameterOf(quantity);
    return own(name) ? [name, `neutrons: ${name}`, `X-rays: ${name}`] : [name];
  });
  return precisionOf(holding(all, held));
}

/** Standard errors that a loss must reach to be called one. */
export const detectionLevel = 3;

export interface Detectability {
  /** of the oxygen occupancy; NaN where it cannot be told */
  error: number;
  /** share of the oxygen whose loss stands out by three standard errors */
  smallestLoss: number;
  /** chance that a loss of 4 % stands out so */
  power: number;
  /** correlation of the oxygen occupancy with the other numbers */
  correlation: Partial<Record<NeutronQuantity, number>>;
  dependent: readonly string[];
}

/** Quantities whose correlation with the oxygen occupancy is told. */
export const correlated = [
  ...(["bOxygen", "lithiumTet", "lithiumOct", "bLithium", "bMetal", "scale", "z"] as const)
];

export function detectabilityOf(precision: Precision, loss = 0.04): Detectability {
  const oxygen = parameterOf("oxygen");
  const error = precision.error(oxygen);
  const name = (quantity: NeutronQuantity) => {
    const parameter = parameterOf(quantity);
    return precision.names.includes(parameter) ? parameter : `neutrons: ${parameter}`;
  };
  return {
    ...{ error, smallestLoss: detectionLevel * error, dependent: precision.dependent },
    power: cumulativeNormal(loss / error - detectionLevel),
    correlation: Object.fromEntries(correlated.map((q) => [q, precision.correlation(oxygen, name(q))]))
  };
}

/** Share of a normal distribution below z; Abramowitz & Stegun 26.2.17, to 8e-8. */
export function cumulativeNormal(z: number): number {
  if (Number.isNaN(z)) return NaN;
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)) * series;
  return z > 0 ? 1 - tail : tail;
}
