// A half-cycle ends where the surface of the particle is full (x = 1.2) or empty (x = 0): more lithium has no place there.

import { hour } from "../material/constants.js";
import { lithiumWindow as window } from "../material/cut-off.js";
import type { Stepper } from "./esdirk.js";
import type { Phase } from "./programme.js";

/**
 * When, within the last step, the first surface node leaves the window; null where none does.
 * @param direction 1 where lithium enters, −1 where it leaves
 */
export function saturationTime(steps: Stepper, surfaceNodes: Int32Array, direction: number): number | null {
  const limit = direction > 0 ? window[1] : window[0];
  const { start, length, y0, y1, k0, k1 } = steps.step;
  // the furthest of the surface nodes at the fraction s of the step, by the same Hermite cubic as the frames
  const beyond = (s: number) => {
    const a = (1 + 2 * s) * (1 - s) ** 2;
    const b = length * s * (1 - s) ** 2;
    const c = s * s * (3 - 2 * s);
    const d = length * s * s * (s - 1);
    let most = -Infinity;
    for (const i of surfaceNodes) {
      most = Math.max(most, direction * (a * y0[i] + b * k0[i] + c * y1[i] + d * k1[i] - limit));
    }
    return most;
  };
  if (!(beyond(1) > 0)) return null;
  let [low, high] = [0, 1];
  for (let k = 0; k < 50; ++k) {
    const middle = 0.5 * (low + high);
    if (beyond(middle) > 0) high = middle;
    else low = middle;
  }
  return start + low * length;
}

export function saturatesAtOnce(rate: number, phase: Phase, change: number): string {
  const end = phase === "discharge" ? "full" : "empty";
  return `unsupported rate: ${rate} C; the surface is ${end} after ${(100 * change).toPrecision(2)} % of the capacity; lower the rate or the particle radius, or raise the diffusivity`;
}

/**
 * Share of the capacity passed when a uniform flux has changed the surface of a half-space by all the lithium there is room
 * for, Δx = 2 (j/D) √(D t/π) (Carslaw & Jaeger §2.9). A sphere's surface changes sooner, so this bounds it from above,
 * and where it is small it is right where a mesh may be too coarse to be.
 * @param room Δx  @param flux j, x · m/s  @param diffusivity m²/s  @param rate C
 */
export function halfSpaceDepth(room: number, flux: number, diffusivity: number, rate: number): number {
  return ((Math.PI * diffusivity * (room / (2 * flux)) ** 2) / hour) * rate;
}
