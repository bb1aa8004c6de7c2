// Refinement of the layered oxide against a neutron pattern: which numbers are free, what ties them, what has to be known from
// elsewhere. Neutrons see the amplitude of four places (metal layer, lithium layer, tetrahedral lithium, oxygen), of which one
// is the scale: Li and Ni of the lithium layer share a place, so Ni/Li exchange has to come from X-rays, and the metals' and
// the metal layer's lithium contents from chemistry. In the default they are held at what `settings` says.

import { coherentLength } from "../material/neutron-scattering.js";
import { composition } from "../material/composition.js";
import { layeredOxide } from "../material/structures.js";
import type { FitSettings } from "../numerics/levenberg-marquardt.js";
import type { Tie } from "../numerics/fit-parameters.js";
import type { Background } from "./background.js";
import { timeOfFlight } from "./powder-geometry.js";
import type { PowderPattern } from "./powder-pattern.js";
import { refine, type RefinementResult, type RefinementSettings } from "./rietveld.js";

export interface NeutronSettings {
  /** Ni on the lithium layer; held there unless it is refined */
  mixing: number;
  /** Li in the metal layer; held there */
  lithiumInMetalLayer: number;
  /** starting values of the others */
  start: { a: number; c: number; z: number; lithiumOct: number; lithiumTet: number; oxygen: number };
  /** names that are held at their starting values, of `neutronQuantities` */
  hold: readonly NeutronQuantity[];
  /** values to hold or start B at, Å² */
  b: { lithium: number; metal: number; oxygen: number };
  backgroundTerms: number;
  /** Δd/d to start from */
  resolution: number;
  /** lithium per formula unit known from the charge passed: the metal layer's lithium then makes up the sum */
  totalLithium?: number;
}

/** What a reader wants to know, and which parameter of the refinement it is. */
export const neutronQuantities = {
  oxygen: { parameter: "O1.occupancy", symbol: "n_O", label: "oxygen occupancy", unit: "" },
  lithiumOct: { parameter: "Li2.occupancy", symbol: "n_Li,oct", label: "octahedral Li occupancy", unit: "" },
  lithiumTet: { parameter: "Li3.occupancy", symbol: "n_Li,tet", label: "tetrahedral Li occupancy", unit: "" },
  mixing: { parameter: "Ni2.occupancy", symbol: "n_Ni,Li", label: "Ni on the lithium layer", unit: "" },
  a: { parameter: "a", symbol: "a", label: "cell edge a", unit: "Å" },
  c: { parameter: "c", symbol: "c", label: "cell edge c", unit: "Å" },
  z: { parameter: "O1.z", symbol: "z_O", label: "height of oxygen", unit: "" },
  bOxygen: { parameter: "O1.bIso", symbol: "B_O", label: "B of oxygen", unit: "Å²" },
  bMetal: { parameter: "Mn1.bIso", symbol: "B_M", label: "B of the metal layer", unit: "Å²" },
  bLithium: { parameter: "Li2.bIso", symbol: "B_Li", label: "B of the lithium layer", unit: "Å²" },
  scale: { parameter: "scale", symbol: "s", label: "scale", unit: "" },
  width: { parameter: "gauss", symbol: "Δd/d", label: "full width over d", unit: "" },
  zero: { parameter: "zero", symbol: "z₀", label: "zero of d", unit: "Å" }
} as const;

export type NeutronQuantity = keyof typeof neutronQuantities;

export const neutronQuantityNames = Object.keys(neutronQuantities) as NeutronQuantity[];

export const defaultNeutronSettings: NeutronSettings = {
  mixing: 0.03,
  lithiumInMetalLayer: 0.23,
  start: { a: 2.85, c: 14.3, z: 0.26, lithiumOct: 0.6, lithiumTet: 0.02, oxygen: 0.97 },
  hold: ["mixing", "zero", "bMetal"],
  b: { lithium: 1.1, metal: 0.45, oxygen: 1 },
  backgroundTerms: 6,
  resolution: 0.0025
};

const follow = (name: string, to: string, factor = 1, offset = 0): Tie => ({
  name,
  offset,
  of: [{ name: to, factor }]
});

/** Sites that share a place share B; metals on both layers add up; lithium too, where the total is known. */
export function neutronTies({ hold, totalLithium, lithiumInMetalLayer, mixing }: NeutronSettings): Tie[] {
  const ties = [
    ...["Ni1", "Co1", "Li1"].map((site) => follow(`${site}.bIso`, "Mn1.bIso")),
    ...["Ni2", "Li3"].map((site) => follow(`${site}.bIso`, "Li2.bIso")),
    follow("Ni1.occupancy", "Ni2.occupancy", -1, composition.Ni)
  ];
  if (totalLithium !== undefined)
    ties.push({
      name: "Li1.occupancy",
      offset: totalLithium,
      of: [
        { name: "Li2.occupancy", factor: -1 },
        { name: "Li3.occupancy", factor: -2 }
      ]
    });
  else if (!hold.includes("mixing"))
    ties.push(follow("Li1.occupancy", "Ni2.occupancy", 1, lithiumInMetalLayer - mixing));
  return ties;
}

/** The refinement that settings stand for. @throws where occupancies are impossible */
export function neutronRefinement(settings: NeutronSettings): RefinementSettings {
  const { mixing, lithiumInMetalLayer, start, b, hold } = settings;
  const crystal = layeredOxide({
    ...{ ...start, mixing, lithiumInMetalLayer },
    lithiumOct: Math.min(start.lithiumOct, 1 - mixing),
    ...{ bLithium: b.lithium, bMetal: b.metal, bOxygen: b.oxygen }
  });
  const background: Background = {
    kind: "chebyshev",
    count: settings.backgroundTerms,
    coordinate: "logarithmic"
  };
  const free = neutronQuantityNames.filter((name) => !hold.includes(name));
  return {
    ...{ crystal, background, amplitude: (element) => [coherentLength(element), 0] },
    geometry: timeOfFlight({ gauss: settings.resolution }),
    refine: [...free.map((name) => neutronQuantities[name].parameter), "background"],
    ties: neutronTies(settings),
    // occupancies may pass 0 and 1 by what noise asks for: a bound there would bend their errors
    bounds: {
      // metal–oxygen is shorter than lithium–oxygen; beyond 1/4 lies a mirrored solution that fits nearly as well
      "O1.z": [0.2502, 0.28],
      "O1.occupancy": [0.5, 1.5],
      "Li2.occupancy": [-0.5, 1.5],
      "Li3.occupancy": [-0.3, 0.5],
      "Ni2.occupancy": [-0.2, 0.3],
      "Mn1.bIso": [-3, 8],
      "Li2.bIso": [-3, 12],
      "O1.bIso": [-1, 8]
    }
  };
}

/** @param settings what differs from the default */
export function analyseNeutrons(
  pattern: PowderPattern,
  settings: Partial<NeutronSettings> = {},
  fitSettings: FitSettings = {}
): RefinementResult {
  return refine(pattern, neutronRefinement({ ...defaultNeutronSettings, ...settings }), fitSettings);
}

/** A refinement's numbers under the names of `neutronQuantities`. */
export function neutronReadings(
  result: RefinementResult
): { quantity: NeutronQuantity; value: number; error: number }[] {
  return neutronQuantityNames.map((quantity) => {
    const { parameter } = neutronQuantities[quantity];
    return { quantity, value: result.value(parameter), error: result.error(parameter) };
  });
}
