// Stress of a solid elastic sphere whose strain follows its lithium, c(r):
//   σ_θ(r) = E s/(3(1−ν)) [ 2/R³ ∫₀ᴿ c r² dr + 1/r³ ∫₀ʳ c r² dr − c(r) ],
// s = d(ΔV/V)/dx, c in lithium per formula unit. Tensile where the surface holds less than the rest (charge).
// Timoshenko & Goodier, Theory of Elasticity, §152, with lithium for temperature; Prussin, J. Appl. Phys. 32 (1961) 1876.
// Through the chemical potential it also speeds diffusion up: D (1 + θ c), θ = 2 Ω² E c_fu / (9 R T (1 − ν)), Ω = s/c_fu.

import { gasConstant } from "../material/constants.js";
import type { Shells } from "./grid.js";

export interface Elastic {
  /** Pa */
  youngsModulus: number;
  poissonRatio: number;
  /** s, per lithium of a formula unit */
  volumeSlope: number;
}

/** Largest and smallest hoop stress of a profile, its surface value included, Pa. @param c [shell] @param surface c(R) */
export function hoopRange(
  { weights, middles, faces, count, radius }: Shells,
  c: ArrayLike<number>,
  surface: number,
  { youngsModulus, poissonRatio, volumeSlope }: Elastic
): { most: number; least: number } {
  const factor = (youngsModulus * volumeSlope) / (3 * (1 - poissonRatio));
  let mean = 0;
  for (let i = 0; i < count; ++i) mean += weights[i] * c[i];
  // 1/R³ ∫₀ᴿ c r² dr = mean/3
  let most = factor * (mean - surface);
  let least = most;
  let inside = 0;
  for (let i = 0; i < count; ++i) {
    const shell = middles[i] ** 3 - faces[i] ** 3;
    const within = (inside + (c[i] * shell) / radius ** 3) * (radius / middles[i]) ** 3;
    const hoop = factor * ((2 / 3) * mean + within / 3 - c[i]);
    if (hoop > most) most = hoop;
    if (hoop < least) least = hoop;
    inside += weights[i] * c[i];
  }
  return { most, least };
}

/** θ, per lithium of a formula unit. @param formulaUnits mol/m³ */
export function transportByStress(
  { youngsModulus, poissonRatio, volumeSlope }: Elastic,
  formulaUnits: number,
  temperature: number
): number {
  const partialVolume = volumeSlope / formulaUnits;
  return (
    (2 * partialVolume * partialVolume * youngsModulus * formulaUnits) /
    (9 * gasConstant * temperature * (1 - poissonRatio))
  );
}
