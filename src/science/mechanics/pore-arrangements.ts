// Particles with more than the two pores beside the void: shells of pores whose size changes with the distance from the
// centre. The innermost shell, and with it the bridge at A, is the same in all of them.

import { solidVolume, type ParticleGeometry } from "../particle/geometry.js";
import { gradedPores } from "../particle/pores.js";
import { geometryOf } from "./geometry-of.js";
import type { StressParameters } from "./parameters.js";

export const poreArrangements = ["default", "equal", "outwards", "inwards"] as const;
export type PoreArrangementName = (typeof poreArrangements)[number];

/** Pores in each shell, in the half-plane: on the poles and, from the second shell on, rings between them. */
const shells = [2, 3, 4, 5];
/** radius at the outermost shell over that at the innermost */
const growth: Record<Exclude<PoreArrangementName, "default">, number> = {
  equal: 1,
  outwards: 2,
  inwards: 0.5
};

/** The particle of the parameters (default), or one with four shells of pores, of equal size or graded. */
export function arrangedGeometry(p: StressParameters, name: PoreArrangementName): ParticleGeometry {
  if (name === "default") return geometryOf(p);
  const first = p.voidRadius + p.gap + p.poreRadius;
  const last = 0.82 * p.particleRadius;
  const distances = shells.map((_, k) => first + ((last - first) * k) / (shells.length - 1));
  const share = (distance: number) => (distance - first) / (last - first);
  const pores = gradedPores({
    distances,
    radius: (distance) => p.poreRadius * growth[name] ** share(distance),
    count: (distance) => shells[Math.round(share(distance) * (shells.length - 1))]
  });
  return { radius: p.particleRadius, voidRadius: p.voidRadius, pores };
}

/** Pores and void as a share of the whole ball. */
export function porosity(geometry: ParticleGeometry): number {
  return 1 - solidVolume(geometry) / ((4 / 3) * Math.PI * geometry.radius ** 3);
}
