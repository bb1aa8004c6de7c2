// The valence electrons as a Drude plasmon, seen inside the collection angle,
//   S(E) ∝ E Γ E_p²/((E² − E_p²)² + (E Γ)²) ln(1 + β²/θ_E²),
// and the mean free path of Malis, Cheng & Egerton, J. Electron Microsc. Tech. 8 (1988) 193, doi 10.1002/jemt.1060080206:
//   λ (nm) = 106 F (E0/E_m)/ln(2 β E0/E_m),  F = (1 + E0/1022)/(1 + E0/511)²,  E_m = 7.6 Z_eff^0.36 (E0 keV, E_m eV, β mrad).

import { characteristicAngle, kinematics } from "../material/eels-kinematics.js";
import type { AbsorbingElement } from "../material/x-ray-absorption.js";
import type { EelsInstrument } from "./instrument.js";

const atomicNumbers: Record<AbsorbingElement, number> = { Li: 3, O: 8, Mn: 25, Co: 27, Ni: 28 };

/** λ, m, of all inelastic scattering inside β. */
export function meanFreePath(
  contents: Record<AbsorbingElement, number>,
  { beamEnergy, beta }: Pick<EelsInstrument, "beamEnergy" | "beta">
): number {
  let [above, below] = [0, 0];
  for (const [element, n] of Object.entries(contents) as [AbsorbingElement, number][]) {
    above += n * atomicNumbers[element] ** 1.3;
    below += n * atomicNumbers[element] ** 0.3;
  }
  const mean = 7.6 * (above / below) ** 0.36;
  const e0 = beamEnergy / 1000;
  const factor = (1 + e0 / 1022) / (1 + e0 / 511) ** 2;
  return ((106 * factor * e0) / mean / Math.log((2 * beta * 1000 * e0) / mean)) * 1e-9;
}

/** Drude's loss function inside β, 1/eV [channel], of area one. @param step eV; channel 0 is no loss */
export function plasmon(
  channels: number,
  step: number,
  {
    plasmonEnergy: ep,
    plasmonWidth: width,
    beamEnergy,
    beta
  }: Pick<EelsInstrument, "plasmonEnergy" | "plasmonWidth" | "beamEnergy" | "beta">
): Float64Array {
  const k = kinematics(beamEnergy);
  const out = Float64Array.from({ length: channels }, (_, i) => {
    const e = i * step;
    if (i === 0) return 0;
    const angles = Math.log1p((beta / characteristicAngle(e, k)) ** 2);
    return (e * width * ep * ep * angles) / ((e * e - ep * ep) ** 2 + (e * width) ** 2);
  });
  const area = out.reduce((sum, s) => sum + s, 0) * step;
  return out.map((s) => s / area);
}
