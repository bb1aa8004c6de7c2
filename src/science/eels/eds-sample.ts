// A lamella with a nanovoid whose rim lacks oxygen, after 20 cycles at 0.1 C: what lies under each pixel. The oxygen far from the
// void is that of the aged particle that all techniques see (aged-samples.ts, from the pathway model), to a hundredth of an atom;
// void and rim are assumed. The study shows that oxygen is missing at nanovoids and prints no number.

import { avogadro } from "../material/constants.js";
import { composition, formulaUnitConcentration } from "../material/composition.js";
import type { EmittingElement } from "../material/x-ray-emission-lines.js";
import { agedSample } from "../particle/aged-samples.js";

export interface NanovoidSample {
  /** m */
  thickness: number;
  radius: number;
  /** m of solid around the void that lacks oxygen */
  rim: number;
  /** atoms a formula unit, away from the void */
  contents: Record<EmittingElement, number>;
  /** share of the oxygen that the rim has lost */
  lost: number;
}

const { oxygenLost } = agedSample("0.1C-20cycles-4.8V");

export const nanovoid: NanovoidSample = {
  thickness: 50e-9,
  radius: 4e-9,
  rim: 3e-9,
  contents: {
    O: Math.round(100 * composition.O * (1 - oxygenLost)) / 100,
    Mn: composition.Mn,
    Co: composition.Co,
    Ni: composition.Ni
  },
  lost: 0.4
};

/** Nothing is missing in the rim: what the void alone does. */
export const plainVoid: NanovoidSample = { ...nanovoid, lost: 0 };

const chord = (distance: number, radius: number) => 2 * Math.sqrt(Math.max(0, radius ** 2 - distance ** 2));

/** Atoms in a m² on a line through the lamella. @param distance m, from the void's centre */
export function columnDensity(
  { thickness, radius, rim, contents, lost }: NanovoidSample,
  distance: number
): Record<EmittingElement, number> {
  if (2 * (radius + rim) > thickness)
    throw new Error(
      `invalid void: ${radius + rim} m with its rim; must fit into half the lamella's ${thickness} m`
    );
  const units = formulaUnitConcentration() * avogadro;
  const empty = chord(distance, radius);
  const edge = chord(distance, radius + rim) - empty;
  const solid = thickness - empty;
  const metal = units * solid;
  return {
    O: units * contents.O * (solid - lost * edge),
    Mn: metal * contents.Mn,
    Co: metal * contents.Co,
    Ni: metal * contents.Ni
  };
}

/** O over Mn by atoms in a ring of the projection, area-weighted. @param from m @param to m */
export function ringRatio(sample: NanovoidSample, from: number, to: number): number {
  let [oxygen, manganese] = [0, 0];
  const steps = 400;
  for (let i = 0; i < steps; ++i) {
    const r = from + ((i + 0.5) / steps) * (to - from);
    const density = columnDensity(sample, r);
    oxygen += density.O * r;
    manganese += density.Mn * r;
  }
  return oxygen / manganese;
}
