/**
 * The particle with and without a time derivative: a sphere with the central void, exact series. Without one the profile of the
 * steady flow is there at once; with ∇·J = 0 and no flux on the void nothing may enter at all.
 */
import { capacityPerLithium } from "../../science/material/composition.js";
import { faraday, gasConstant, hour } from "../../science/material/constants.js";
import { diffusivity } from "../../science/material/diffusivity.js";
import { type SphereSolution, sphereDiffusion, sphereStress } from "../../science/mechanics/exact.js";
import { chargedLithium, defaultStressParameters } from "../../science/mechanics/parameters.js";

const p = defaultStressParameters();
/** Li per formula unit of one full discharge */
const swing = p.capacity / capacityPerLithium();

/** Lithium per formula unit above the start, at a C-rate; inward where the rate is positive. @param D m²/s */
export function sphereAtRate(rate: number, D = diffusivity(p.temperature, p.diffusivity)): SphereSolution {
  const speed = (rate * swing) / hour;
  const flux = (speed * (p.particleRadius ** 3 - p.voidRadius ** 3)) / (3 * p.particleRadius ** 2);
  return sphereDiffusion({ inner: p.voidRadius, outer: p.particleRadius, diffusivity: D, flux });
}

const material = {
  youngsModulus: p.youngsModulus,
  poissonRatio: p.poissonRatio,
  strain: p.volumeChange / 3 / swing
};
/** s, long after every mode has decayed */
const late = 1e5;

export interface TransientRow {
  depth: number;
  time: number;
  /** surface less void, Li per formula unit */
  spread: number;
  steadySpread: number;
  /** at the void's surface, Pa */
  hoop: number;
  steadyHoop: number;
}

/** @param depths of discharge, from rest */
export function transientRows(depths: readonly number[], rate = p.rate): TransientRow[] {
  const sphere = sphereAtRate(rate);
  const spread = (t: number) =>
    sphere.concentration(p.particleRadius, t) - sphere.concentration(p.voidRadius, t);
  const hoop = (t: number) => sphereStress(sphere, material, p.voidRadius, t).hoop;
  return depths.map((depth) => {
    const time = (depth * hour) / rate;
    return {
      depth,
      time,
      spread: spread(time),
      steadySpread: spread(late),
      hoop: hoop(time),
      steadyHoop: hoop(late)
    };
  });
}

export interface MigrationFacts {
  /** V across the particle that would move as much lithium as its gradient does */
  equalPotential: number;
  /** the printed term over the diffusion at the surface, with 4 V and metres, and with 4 V and micrometres */
  inMetres: number;
  inMicrometres: number;
}

/** What ∇V, and V in its place, would weigh against diffusion at 10 C and 20 % depth of discharge. */
export function migrationFacts(rate = p.rate, depth = 0.2, potential = 4): MigrationFacts {
  const [row] = transientRows([depth], rate);
  const spread = row?.spread ?? NaN;
  const mean = chargedLithium(p) + depth * swing;
  const thermal = (gasConstant * p.temperature) / faraday;
  // the quasi-steady parabola has twice the mean slope at the surface
  const slope = (2 * spread) / p.particleRadius;
  const inMetres = (potential / thermal) * (mean / slope);
  return { equalPotential: (thermal * spread) / mean, inMetres, inMicrometres: inMetres * 1e6 };
}

/** Pa: what the particle's own weight presses with, ρ g 2R. */
export const ownWeight = (gravity = 9.80665): number => p.density * gravity * 2 * p.particleRadius;

/** Depths of discharge of the table: dense where the gradient forms. */
export const transientDepths: readonly number[] = [
  ...Array.from({ length: 20 }, (_, k) => (k + 1) / 1000),
  ...Array.from({ length: 46 }, (_, k) => 0.025 + 0.005 * k).map((depth) => Number(depth.toFixed(3)))
];
