// What the precipitation of the carbonate carries along. Per mole of metal M²⁺ + CO₃²⁻ → MCO₃ takes one mole of A₂CO₃ and
// leaves two of A⁺ in the liquor. If the share f of the liquor's A stays in the precipitate, and Li/M = x/(2 − x) is added
// afterwards for the wanted Li_x M_{2−x} O₂, the product has (per 2 cations)
//   A = Li:  x_f = 2 r/(1 + r), r = x/(2 − x) + 2 f;      A = Na:  y_f = 2 · 2f/(1 + x/(2 − x) + 2 f).

import { atomicMass, composition } from "../material/composition.js";

export type Alkali = "Li" | "Na";

const sodiumMass = 22.99;
const carbonate = 12.011 + 3 * atomicMass.O;
const massOf: Record<Alkali, number> = { Li: atomicMass.Li, Na: sodiumMass };

/** g of A₂CO₃ that 100 g of water hold at 25 °C: handbook values, from memory, unverified; the ratio is what counts. */
const solubility: Record<Alkali, number> = { Li: 1.29, Na: 30.7 };

export interface Precipitant {
  alkali: Alkali;
  name: string;
  /** g/mol */
  molarMass: number;
  /** mol A₂CO₃ and mol A⁺ in the liquor per mol of metal */
  carbonatePerMetal: number;
  alkaliPerMetal: number;
  /** kg of water that hold what a mole of metal needs */
  waterPerMetal: number;
}

export function precipitant(alkali: Alkali): Precipitant {
  const molarMass = 2 * massOf[alkali] + carbonate;
  return {
    ...{ alkali, molarMass, name: `${alkali}₂CO₃` },
    ...{ carbonatePerMetal: 1, alkaliPerMetal: 2 },
    waterPerMetal: (0.1 * molarMass) / solubility[alkali]
  };
}

/** Metal of the formula by the printed ratio of the sulphates, Ni : Co : Mn = 2 : 1 : 7. */
export function metalsFromRatio(): Record<"Ni" | "Co" | "Mn", number> {
  const metals = composition.Ni + composition.Co + composition.Mn;
  return { Ni: 0.2 * metals, Co: 0.1 * metals, Mn: 0.7 * metals };
}

/** Li per metal of the wanted product. */
export const lithiumPerMetal = composition.Li / (2 - composition.Li);

/** Li per formula unit where the precipitate keeps the share f of the liquor's Li, which the later addition ignores. */
export function lithiumOfProduct(kept: number): number {
  const ratio = lithiumPerMetal + 2 * kept;
  return (2 * ratio) / (1 + ratio);
}

/** Alkali of the liquor in the product, per formula unit: Li beyond the wanted, or Na. @param kept share, 0 to 1 */
export function carriedAlkali(alkali: Alkali, kept: number): number {
  return alkali === "Li"
    ? lithiumOfProduct(kept) - composition.Li
    : (2 * 2 * kept) / (1 + lithiumPerMetal + 2 * kept);
}

/** Share of the liquor's Li that may stay if x is to move by no more than `change`. */
export function largestKeptShare(change: number): number {
  const x = composition.Li + change;
  return (x / (2 - x) - lithiumPerMetal) / 2;
}
