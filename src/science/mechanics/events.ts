// Where, within the last time step, a condition on the surface is first met: by bisection on the Hermite cubic that the
// frames are read from.

import type { Stepper } from "./esdirk.js";

/** How far beyond its limit a surface state is: the event is where this passes zero from below. NaN counts as beyond. */
export type SurfaceTest = (surfaceLithium: Float64Array) => number;

export interface SurfaceEvent {
  time: number;
  /** which of the tests */
  test: number;
}

/** The first of the tests that is met already at a state; −1 where none is. */
export function testMet(state: ArrayLike<number>, nodes: Int32Array, tests: readonly SurfaceTest[]): number {
  const surface = Float64Array.from(nodes, (node) => state[node]);
  return tests.findIndex((test) => !(test(surface) <= 0));
}

/** The earliest event within the last step; null where all tests hold at its end. */
export function firstEvent(
  steps: Stepper,
  nodes: Int32Array,
  tests: readonly SurfaceTest[]
): SurfaceEvent | null {
  const { start, length, y0, y1, k0, k1 } = steps.step;
  const surface = new Float64Array(nodes.length);
  const at = (s: number) => {
    const a = (1 + 2 * s) * (1 - s) ** 2;
    const b = length * s * (1 - s) ** 2;
    const c = s * s * (3 - 2 * s);
    const d = length * s * s * (s - 1);
    for (let k = 0; k < nodes.length; ++k) {
      const i = nodes[k];
      surface[k] = a * y0[i] + b * k0[i] + c * y1[i] + d * k1[i];
    }
    return surface;
  };
  let first: SurfaceEvent | null = null;
  let latest = 1;
  tests.forEach((test, index) => {
    if (test(at(latest)) <= 0) return;
    let [low, high] = [0, latest];
    for (let k = 0; k < 60; ++k) {
      const middle = 0.5 * (low + high);
      if (test(at(middle)) <= 0) low = middle;
      else high = middle;
    }
    latest = high;
    first = { time: start + low * length, test: index };
  });
  return first;
}
