// A response surface: what twin and analysis gave on a full grid of one or two knobs, and the values between its points.
//   noise: log-linear between the points, so that a law n ∝ 1/√dose between two doses is met exactly on a logarithmic knob;
//   bias: a magnitude, log-linear too, linear where one of the points has none; difference: linear.
// Knobs with a logarithmic scale are interpolated in their logarithm.
// Nothing is extrapolated: beyond the grid the value at its edge is taken and the surface says so.

import { knobs, type Design, type Knob } from "./settings.js";

/** One run of the twin. */
export interface Response {
  /** standard error of the measured quantity, from counts or from repeated runs */
  noise: number;
  /** |found less true|: a magnitude, so that errors which cancel by luck at some setting do not pass for accuracy */
  bias: number;
  /** the claim's value less that of its alternative: the true one where a question asks how much, and the one that is seen,
   *  misses taken off, where it asks whether there is anything */
  difference: number;
}

export interface Surface {
  knobs: readonly Knob[];
  /** rising values of each knob */
  grid: readonly (readonly number[])[];
  /** [first knob][second knob], row by row */
  points: readonly Response[];
  /** share of its shift of the bias that is not to be trusted: 0 where the very sample was measured so, 0.5 where another
   *  state of it was, or a law of growth was assumed */
  doubt: number;
}

export interface SurfaceValue extends Response {
  /** knobs whose value lies beyond the grid */
  beyond: readonly Knob[];
}

/**
 * A surface out of runs in any order.
 * @throws where the runs are no full grid
 */
export function surfaceOf(
  names: readonly Knob[],
  runs: readonly (Response & { at: readonly number[] })[],
  doubt = 0
): Surface {
  const grid = names.map((_, k) => [...new Set(runs.map(({ at }) => at[k] ?? NaN))].sort((a, b) => a - b));
  const count = grid.reduce((product, values) => product * values.length, 1);
  const points: Response[] = new Array<Response>(count);
  let filled = 0;
  for (const { at, noise, bias, difference } of runs) {
    const index = grid.reduce((sum, values, k) => sum * values.length + values.indexOf(at[k] ?? NaN), 0);
    if (points[index] === undefined) ++filled;
    points[index] = { noise, bias, difference };
  }
  if (filled !== count || runs.length !== count)
    throw new Error(
      `invalid surface of ${names.join(" and ")}: ${runs.length} runs on ${filled} of ${count} points; must be a full grid, each point once`
    );
  return { knobs: names, grid, points, doubt };
}

/** The value at a design. */
export function valueAt(surface: Surface, design: Design): SurfaceValue {
  const places = surface.knobs.map((knob, k) => place(knob, surface.grid[k] ?? [], design[knob]));
  const corners: { weight: number; point: Response }[] = [];
  for (let corner = 0; corner < 1 << places.length; ++corner) {
    let [weight, index] = [1, 0];
    places.forEach(({ lower, share }, k) => {
      const high = (corner >> k) & 1;
      weight *= high ? share : 1 - share;
      index = index * (surface.grid[k]?.length ?? 0) + lower + high;
    });
    if (weight === 0) continue;
    const point = surface.points[index];
    if (!point) throw new Error(`missing point ${index} of a surface of ${surface.knobs.join(" and ")}`);
    corners.push({ weight, point });
  }
  const linear = (of: (point: Response) => number) =>
    corners.reduce((sum, { weight, point }) => sum + weight * of(point), 0);
  const logarithmic = (of: (point: Response) => number) =>
    corners.every(({ point }) => of(point) > 0)
      ? Math.exp(linear((point) => Math.log(of(point))))
      : linear(of);
  return {
    noise: logarithmic(({ noise }) => noise),
    bias: logarithmic(({ bias }) => bias),
    difference: linear(({ difference }) => difference),
    beyond: surface.knobs.filter((_, k) => places[k]?.beyond)
  };
}

function place(knob: Knob, values: readonly number[], x: number) {
  const isLog = "scale" in knobs[knob] && knobs[knob].scale === "log";
  const of = (value: number) => (isLog ? Math.log(value) : value);
  const last = values.length - 1;
  const [low, high] = [values[0] ?? NaN, values[last] ?? NaN];
  const slack = 1e-9 * Math.abs(high);
  const beyond = x < low - slack || x > high + slack;
  const inside = Math.min(high, Math.max(low, x));
  let lower = 0;
  while (lower < last - 1 && (values[lower + 1] ?? Infinity) <= inside) ++lower;
  const [a, b] = [values[lower] ?? NaN, values[lower + 1] ?? NaN];
  const share = last === 0 ? 0 : (of(inside) - of(a)) / (of(b) - of(a));
  return { lower, share: Math.min(1, Math.max(0, share)), beyond };
}
