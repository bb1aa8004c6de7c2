// Charge that changes of valence amount to: Q = F n Δz/(3.6 M) mAh/g for every element, n atoms in a formula unit of molar
// mass M (g/mol, of the pristine compound). Positive for oxidation. The error takes the valences as independent.

import { capacityPerLithium, composition } from "../material/composition.js";
import { edgeElements, type EdgeElement } from "./windows.js";

export interface ValenceChange {
  before: number;
  after: number;
  /** standard errors of the two, default 0 */
  beforeError?: number;
  afterError?: number;
}

export interface Charge {
  element: EdgeElement;
  atoms: number;
  /** electrons per formula unit */
  electrons: number;
  /** mAh/g and its standard error */
  capacity: number;
  capacityError: number;
}

export interface ChargeBalance {
  elements: Charge[];
  electrons: number;
  capacity: number;
  capacityError: number;
}

/** mAh/g for electrons per formula unit. */
export function capacityOf(electrons: number): number {
  return electrons * capacityPerLithium();
}

/** Electrons per formula unit for mAh/g. */
export function electronsOf(capacity: number): number {
  return capacity / capacityPerLithium();
}

/**
 * @param changes by element; elements left out do not change
 * @param atoms in a formula unit, of the pristine compound if not given
 * @throws where a valence is no number
 */
export function chargeBalance(
  changes: Partial<Record<EdgeElement, ValenceChange>>,
  atoms: Record<EdgeElement, number> = composition
): ChargeBalance {
  const elements = edgeElements.flatMap((element): Charge[] => {
    const change = changes[element];
    if (!change) return [];
    const { before, after, beforeError = 0, afterError = 0 } = change;
    const dz = after - before;
    if (!Number.isFinite(dz))
      throw new Error(`invalid valence of ${element}: ${before} to ${after}; must be numbers`);
    const electrons = atoms[element] * dz;
    const capacityError = capacityOf(atoms[element] * Math.hypot(beforeError, afterError));
    return [{ element, atoms: atoms[element], electrons, capacity: capacityOf(electrons), capacityError }];
  });
  return {
    elements,
    electrons: elements.reduce((sum, e) => sum + e.electrons, 0),
    capacity: elements.reduce((sum, e) => sum + e.capacity, 0),
    capacityError: Math.hypot(...elements.map((e) => e.capacityError))
  };
}

export interface CapacityShare extends Charge {
  /** of the charge of all elements, and its standard error */
  share: number;
  shareError: number;
}

/**
 * Shares of the elements in the charge of all of them, s_k = Q_k/Q, with
 * var s_k = ((1 − s_k)² var Q_k + s_k² Σ_{j≠k} var Q_j)/Q².
 * @throws where no charge is moved at all
 */
export function capacityShares({ elements, capacity }: ChargeBalance): CapacityShare[] {
  if (capacity === 0) throw new Error("missing charge: the valences are the same before and after");
  const variance = elements.reduce((sum, e) => sum + e.capacityError ** 2, 0);
  return elements.map((own) => {
    const share = own.capacity / capacity;
    const others = variance - own.capacityError ** 2;
    const squares = (1 - share) ** 2 * own.capacityError ** 2 + share ** 2 * others;
    return { ...own, share, shareError: Math.sqrt(squares) / Math.abs(capacity) };
  });
}
