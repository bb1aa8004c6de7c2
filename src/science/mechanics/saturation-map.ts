// How far a discharge gets before the surface is full, in closed form for a hollow sphere under constant flux: the depth d
// at which P c(1, Fo) = 1, Fo = d/P, where c is the depth of discharge at the surface for P = 1 (exact.ts), and
// P = n R²/(D · 1 h) is all that rate, radius and diffusivity come to.
// At short times the sphere is a half-space with a curvature: c = J [e^Fo erfc(−√Fo) − 1], J = (1 − (a/R)³)/3.

import { sphereDiffusion } from "./exact.js";

/** Below this Fourier number the expansion serves, above it the series. */
const shortTime = 2e-3;

/** e^t erfc(−√t) − 1 = 2√(t/π) + t + (4/3)√(t³/π) + t²/2 + (8/15)√(t⁵/π) + … */
function halfSpace(t: number): number {
  const root = Math.sqrt(t / Math.PI);
  return 2 * root + t + (4 / 3) * root * t + (t * t) / 2 + (8 / 15) * root * t * t;
}

/** @param inner a/R, radius of the void as a share of the particle's  @returns depth reached (0 … 1) for a P */
export function reachableDepth(inner: number): (P: number) => number {
  const flux = (1 - inner ** 3) / 3;
  const exact = sphereDiffusion({ inner, outer: 1, diffusivity: 1, flux });
  const surface = (Fo: number) => (Fo < shortTime ? flux * halfSpace(Fo) : exact.concentration(1, Fo));
  return (P) => {
    let [low, high] = [0, 1];
    for (let k = 0; k < 50; ++k) {
      const middle = 0.5 * (low + high);
      if (P * surface(middle / P) > 1) high = middle;
      else low = middle;
    }
    return low;
  };
}

/** Largest radius (m) with which a depth is reached at a rate. @param diffusivity m²/s at the temperature of the run */
export function largestRadius(depth: number, rate: number, diffusivity: number, inner = 0.5 / 8): number {
  const reach = reachableDepth(inner);
  // depth falls as P rises
  let [low, high] = [-12, 12];
  for (let k = 0; k < 60; ++k) {
    const middle = 0.5 * (low + high);
    if (reach(Math.exp(middle)) > depth) low = middle;
    else high = middle;
  }
  return Math.sqrt((Math.exp(low) * diffusivity * 3600) / rate);
}
