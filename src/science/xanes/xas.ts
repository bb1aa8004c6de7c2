// Spectra of whole states, as an average over many particles would show them: hard X-rays at the K edges of the metals, whose
// edge moves with the valence, μ(E) = ½ + atan((E − E₀(v))/Γ)/π + h g(E − E₀(v) − d), E₀ = e₃ + s (v − 3); and soft X-rays
// from the reference spectra. The study says how the hard edges were measured and nothing of what they showed, and the
// content of its own figure of them is not known: all numbers here are assumed, after the shifts common in oxides.

import { referenceSpectrum, speciesOf } from "../material/xanes-references.js";
import { gaussianFwhm } from "../numerics/voigt.js";
import type { Parameter } from "../parameters.js";
import { type OxidationElement, valenceLimits } from "../particle/oxidation-states.js";
import { speciesOfElement } from "../particle/oxidation.js";

export type HardElement = "Mn" | "Co" | "Ni";

export interface HardEdge {
  /** half height of the edge of the valence 3, eV */
  position: Parameter;
  /** eV for each unit of valence */
  shift: Parameter;
}

const source = "assumed: half heights and shifts of this size are common in oxides";
const edge = (element: string, position: number, shift: number): HardEdge => ({
  position: {
    symbol: "e₃",
    label: `edge of ${element}³⁺`,
    value: position,
    unit: "eV",
    min: position - 3,
    max: position + 3,
    status: "assumed",
    source
  },
  shift: {
    symbol: "s",
    label: `shift of the edge of ${element} with the valence`,
    value: shift,
    unit: "eV",
    min: 0.5,
    max: 5,
    status: "assumed",
    source
  }
});

export const hardEdges: Record<HardElement, HardEdge> = {
  Mn: edge("Mn", 6549, 3.2),
  Co: edge("Co", 7719.5, 2),
  Ni: edge("Ni", 8344.5, 1.6)
};

/** eV, core hole and band; height and offset of the white line */
const shape = { width: 1.6, lineHeight: 0.6, lineOffset: 4, lineWidth: 5 };

/** Normalised absorption at a metal's K edge. @param energies eV @param valence 2 to 4 */
export function hardSpectrum(element: HardElement, valence: number, energies: Float64Array): Float64Array {
  if (!(valence >= 2 && valence <= 4))
    throw new Error(`invalid valence of ${element}: ${valence}; must be from 2 to 4`);
  const { position, shift } = hardEdges[element];
  const e0 = position.value + shift.value * (valence - 3);
  return energies.map((energy) => {
    const x = energy - e0;
    const line = Math.exp(-0.5 * (((x - shape.lineOffset) * gaussianFwhm) / shape.lineWidth) ** 2);
    return 0.5 + Math.atan(x / shape.width) / Math.PI + shape.lineHeight * line;
  });
}

/** Energies that show a metal's K edge, eV. */
export function hardGrid(element: HardElement, step = 0.25): Float64Array {
  const centre = hardEdges[element].position.value;
  return Float64Array.from({ length: Math.round(60 / step) + 1 }, (_, i) => centre - 20 + i * step);
}

/** Molar absorption of an element of a mean valence, mixed of the two species next to it, m²/mol [energy]. */
export function softSpectrum(
  element: OxidationElement,
  valence: number,
  energies: Float64Array,
  resolution = 0.15
): Float64Array {
  const [least, most] = valenceLimits[element];
  if (!(valence >= least && valence <= most))
    throw new Error(`invalid valence of ${element}: ${valence}; must be from ${least} to ${most}`);
  const names = speciesOfElement[element];
  const lower = Math.min(names.length - 2, Math.floor(valence - least));
  const share = valence - least - lower;
  const [a, b] = [lower, lower + 1].map((k) =>
    referenceSpectrum(speciesOf(names[k]), energies, { resolution })
  );
  return a.map((value, e) => (1 - share) * value + share * b[e]);
}
