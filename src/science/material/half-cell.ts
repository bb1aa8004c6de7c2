// Voltage against lithium metal: V = φ + I L/κ_eff − η_Li, φ = φ_s − φ_e at the particle's surface (uniform electrolyte
// within the electrode), I the current density on the electrode's area, I = n Q m, anodic (charge) positive;
// −I = i0,Li [exp(α_a f η_Li) − exp(−α_c f η_Li)] with i0,Li = i0,ref (c_e/c_ref)^α_a.
// The loading m ties the two areas: a kilogram of the cathode has the particle's area over its mass of solid.

import type { CellParameters } from "./cell-parameters.js";
import { separatorResistance } from "./electrolyte.js";
import { lithiumExchangeCurrent, overpotential } from "./kinetics.js";

/** What is added to φ at one current, V. */
export interface CellLosses {
  /** A/m² of the electrode's area, anodic positive */
  electrodeCurrent: number;
  ohmicDrop: number;
  /** η of the lithium metal */
  counterOverpotential: number;
}

/** @param specificCurrent A/kg of active mass, anodic positive */
export function cellLosses(p: CellParameters & { temperature: number }, specificCurrent: number): CellLosses {
  const electrodeCurrent = specificCurrent * p.loading;
  const lithium = {
    exchangeCurrent: lithiumExchangeCurrent(
      p.lithiumExchangeCurrent,
      p.electrolyte,
      p.referenceElectrolyte,
      p.anodicTransfer
    ),
    anodicTransfer: p.anodicTransfer,
    cathodicTransfer: p.cathodicTransfer
  };
  return {
    electrodeCurrent,
    ohmicDrop:
      electrodeCurrent * separatorResistance(p.separatorThickness, p.separatorPorosity, p.conductivity),
    counterOverpotential: overpotential(lithium, -electrodeCurrent, p.temperature)
  };
}

/** @param potential φ_s − φ_e, V */
export function cellVoltage(potential: number, { ohmicDrop, counterOverpotential }: CellLosses): number {
  return potential + ohmicDrop - counterOverpotential;
}
