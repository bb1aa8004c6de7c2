// One step of a damped least-squares fit within bounds: (N + λ diag N) δ = −g over the parameters that are not held, by an
// active set: what would pass a bound first moves onto it, and the others are solved for again. Nocedal & Wright, Numerical
// Optimization, 2nd ed. (2006), § 16.5.

import { cholesky, choleskySolve } from "./cholesky.js";
import type { ParameterMap } from "./fit-parameters.js";
import type { NormalEquations } from "./normal-equations.js";

/** Those at a bound that the gradient drives beyond it. */
export function heldAtBounds(map: ParameterMap, q: Float64Array, { gradient }: NormalEquations): Uint8Array {
  return Uint8Array.from(q, (value, k) =>
    (value <= map.min[k] && gradient[k] > 0) || (value >= map.max[k] && gradient[k] < 0) ? 1 : 0
  );
}

export interface Step {
  q: Float64Array;
  /** of χ², as the quadratic model promises */
  decrease: number;
  /** whether it met a bound on its way: then it says nothing of how close the best is */
  limited: boolean;
}

/**
 * The step within the bounds. What would pass a bound moves onto it, and the others are solved for again; where that is no
 * way down, the first step is cut where it meets a bound.
 */
export function boundedStep(
  map: ParameterMap,
  q: Float64Array,
  equations: NormalEquations,
  held: Uint8Array,
  damping: number
): Step | null {
  const n = q.length;
  const { matrix, gradient } = equations;
  const move = new Float64Array(n);
  const set = held.slice();
  let cut: Step | undefined;
  for (;;) {
    const inside = Array.from(q.keys()).filter((k) => !set[k]);
    if (inside.length === 0) break;
    const factor = cholesky(part(matrix, n, inside), inside.length, damping);
    if (!factor) return null;
    const delta = choleskySolve(
      factor,
      inside.map((k) => {
        let slope = gradient[k];
        for (let l = 0; l < n; ++l) if (set[l]) slope += matrix[k * n + l] * move[l];
        return -slope;
      })
    );
    inside.forEach((k, i) => (move[k] = delta[i]));
    if (!move.every(Number.isFinite)) return null;
    const room = (k: number) => (move[k] < 0 ? map.min[k] : map.max[k]) - q[k];
    const passing = inside.filter((k) => Math.abs(move[k]) > Math.abs(room(k)));
    if (passing.length === 0) break;
    const share = passing.reduce((least, k) => Math.min(least, room(k) / move[k]), 1);
    cut ??= {
      ...stepOf(
        map,
        q,
        equations,
        move.map((value) => value * share)
      ),
      limited: true
    };
    // the first to be met only: with it on its bound the others may stay inside
    for (const k of passing) if (room(k) / move[k] <= share) [set[k], move[k]] = [1, room(k)];
  }
  const step = { ...stepOf(map, q, equations, move), limited: cut !== undefined };
  return cut && !(step.decrease > cut.decrease) ? cut : step;
}

/** A value within its bounds; one that misses a bound by its last digits is on it, or it would never be held there. */
function onto(min: number, max: number, value: number): number {
  const margin = 1e-12 * Math.max(Math.abs(value), Math.min(max - min, 1));
  if (value <= min + margin) return min;
  return value >= max - margin ? max : value;
}

function stepOf(
  map: ParameterMap,
  q: Float64Array,
  equations: NormalEquations,
  move: Float64Array
): Omit<Step, "limited"> {
  const { matrix, gradient } = equations;
  const n = q.length;
  const next = q.map((value, k) => onto(map.min[k], map.max[k], value + move[k]));
  let decrease = 0;
  for (let k = 0; k < n; ++k) {
    let row = 0;
    for (let l = 0; l < n; ++l) row += matrix[k * n + l] * move[l];
    decrease -= move[k] * (2 * gradient[k] + row);
  }
  return { q: next, decrease };
}

/** Rows and columns of a matrix n × n that are chosen. */
export const part = (matrix: Float64Array, n: number, chosen: readonly number[]) =>
  Float64Array.from({ length: chosen.length ** 2 }, (_, e) => {
    const [i, j] = [Math.floor(e / chosen.length), e % chosen.length];
    return matrix[chosen[i] * n + chosen[j]];
  });
