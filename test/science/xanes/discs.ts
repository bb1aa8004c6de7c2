import { composition, formulaUnitConcentration } from "../../../src/science/material/composition.js";
import { fieldOfView } from "../../../src/science/particle/fragment.js";
import { speciesOfElement } from "../../../src/science/particle/oxidation.js";
import { valenceLimits } from "../../../src/science/particle/oxidation-states.js";
import type { Amounts } from "../../../src/science/xanes/amounts.js";
import { type EdgeElement, edgeElements } from "../../../src/science/xanes/windows.js";

/** Mixtures that hold some of every species: no weight near zero. */
export const evenMixtures: Record<EdgeElement, readonly number[]> = {
  O: [0.6, 0.4],
  Mn: [0.3, 0.3, 0.4],
  Co: [0.3, 0.35, 0.35],
  Ni: [0.3, 0.4, 0.3]
};

export const valenceOf = (element: EdgeElement, shares: readonly number[]): number =>
  shares.reduce((v, share, k) => v + share * (valenceLimits[element][0] + k), 0);

/** A disc of the pristine compound, as thick as said (m), of one mixture throughout, with an edge some pixels wide. */
export function disc(
  size: number,
  thickness: number,
  mixtures: Record<EdgeElement, readonly number[]> = evenMixtures,
  radius = 0.35 * size,
  softness = 0
): Amounts {
  const amount = Float32Array.from({ length: size * size }, (_, p) => {
    const r = Math.hypot(Math.floor(p / size) - (size - 1) / 2, (p % size) - (size - 1) / 2);
    const share = softness > 0 ? 1 / (1 + Math.exp((r - radius) / softness)) : r < radius ? 1 : 0;
    return share * thickness * formulaUnitConcentration();
  });
  const of = (atoms: number) => amount.map((units) => units * atoms);
  const { Li, O, Mn, Co, Ni } = composition;
  const species: Amounts["species"] = {};
  for (const element of edgeElements)
    speciesOfElement[element].forEach((id, k) => {
      species[id] = of(composition[element] * mixtures[element][k]);
    });
  return {
    size,
    pixel: fieldOfView / size,
    species,
    elements: { Li: of(Li), O: of(O), Mn: of(Mn), Co: of(Co), Ni: of(Ni) }
  };
}
