// The equations of the study's particle model, term by term: which can hold by their dimensions as they are printed, and as
// they are read here. Only dimensions are compared: a term may have the right one and still be wrong (a² b sin 60°).

import { type Dimension, dimensions as d, product, sameDimension, sayDimension } from "./dimensions.js";

export interface EquationTerm {
  /** "flux", "diffusivity", … */
  equation: string;
  reading: "as printed" | "as read here";
  /** what stands on the right, in our symbols */
  term: string;
  /** dimension of the left side and of the term, in base units */
  left: string;
  right: string;
  agrees: boolean;
}

const diffusion = product([d.diffusivity, 1], [d.concentration, 1], [d.perLength, 1]);
/** u F C with the mobility u = D/(R T) */
const mobile = product([d.diffusivity, 1], [d.molarEnergy, -1], [d.faraday, 1], [d.concentration, 1]);

type Case = readonly [
  equation: string,
  left: Dimension,
  printed: [string, Dimension],
  read: [string, Dimension]
];

const cases: readonly Case[] = [
  ["flux J: diffusion", d.flux, ["D ∇C", diffusion], ["D ∇C", diffusion]],
  [
    "flux J: migration",
    d.flux,
    ["z u F C V", product([mobile, 1], [d.potential, 1])],
    ["z u F C ∇V", product([mobile, 1], [d.potential, 1], [d.perLength, 1])]
  ],
  [
    "balance",
    product([d.flux, 1], [d.perLength, 1]),
    ["R", d.source],
    ["−∂C/∂t", product([d.concentration, 1], [d.diffusivity, 1], [d.length, -2])]
  ],
  [
    "diffusivity D",
    d.diffusivity,
    ["D_ref · 1200 K (1/T_ref − 1/T₂)", d.diffusivity],
    ["D_ref exp(1200 K (1/T_ref − 1/T₂))", d.diffusivity]
  ],
  ["cell volume V", d.volume, ["a² b sin(π/3)", d.volume], ["a² c sin(π/3)", d.volume]],
  ["what the particle model gives", d.stress, ["gravity", d.acceleration], ["stress", d.stress]]
];

/** Two rows an equation: as printed, and as read here. */
export function equationTerms(): EquationTerm[] {
  return cases.flatMap(([equation, left, printed, read]) =>
    (
      [
        ["as printed", printed],
        ["as read here", read]
      ] as const
    ).map(([reading, [term, right]]) => ({
      ...{ equation, reading, term },
      ...{ left: sayDimension(left), right: sayDimension(right), agrees: sameDimension(left, right) }
    }))
  );
}
