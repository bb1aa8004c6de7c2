// A refined powder pattern as the figures of this folder take it, and what of it falls into a window of its axis.
import type { RefinementResult } from "../../science/diffraction/rietveld.js";
import type { PowderPattern } from "../../science/diffraction/powder-pattern.js";

export interface ShownReflections {
  h: ArrayLike<number>;
  k: ArrayLike<number>;
  l: ArrayLike<number>;
  /** Å */
  d: ArrayLike<number>;
  /** on the axis of the pattern */
  centre: ArrayLike<number>;
  /** |F|², fm² */
  squared: ArrayLike<number>;
  multiplicity: ArrayLike<number>;
  /** under the peak, in intensity times the axis' unit: which of two reflections is the stronger one */
  area: ArrayLike<number>;
}

export interface ShownPattern {
  axis: PowderPattern["axis"];
  /** ascending; what follows is one number a point */
  x: ArrayLike<number>;
  observed: ArrayLike<number>;
  /** standard error of what was observed */
  error: ArrayLike<number>;
  calculated: ArrayLike<number>;
  background: ArrayLike<number>;
  reflections: ShownReflections;
}

export type Window = readonly [from: number, to: number];

/** @throws where arrays differ in length, or there are fewer than two points */
export function checkShown({ x, observed, error, calculated, background }: ShownPattern): void {
  if (x.length < 2)
    throw new Error(`invalid pattern: ${x.length} points; must be two at least to draw a curve`);
  for (const [name, { length }] of Object.entries({ observed, error, calculated, background }))
    if (length !== x.length)
      throw new Error(
        `invalid pattern: ${length} values of ${name} for ${x.length} points; must be one for each`
      );
}

/**
 * Of a refinement and the pattern that it was made of.
 * @param spacing d in Å at a place on the axis; the list of reflections has those of the cell that it began with
 */
export function shownOf(
  pattern: PowderPattern,
  result: RefinementResult,
  spacing: (x: number) => number = (x) => x
): ShownPattern {
  const { calculated, background } = result;
  const { h, k, l, centre, squared, multiplicity, area } = result.reflections;
  const zero = result.value("zero");
  const d = centre.map((value) => spacing(value - zero));
  const { axis, x, intensity, error } = pattern;
  return {
    ...{ axis, x, observed: intensity, error, calculated, background },
    reflections: { h, k, l, d, centre, squared, multiplicity, area }
  };
}

export const axisOf = {
  d: { symbol: "d", unit: "Å", digits: 4 },
  "two-theta": { symbol: "2θ", unit: "°", digits: 3 }
} as const;

/** First index whose x is at least a value. */
export function firstFrom(x: ArrayLike<number>, value: number): number {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indices [first, end) of the points in a window, with one more on each side where there is one: curves run to the edge. */
export function inWindow(x: ArrayLike<number>, [from, to]: Window): readonly [first: number, end: number] {
  const first = Math.max(0, firstFrom(x, from) - 1);
  const after = firstFrom(x, to);
  return [first, Math.min(x.length, after + 1)];
}

/** The window of a whole pattern. */
export const wholeOf = ({ x }: Pick<ShownPattern, "x">): Window => [x[0], x[x.length - 1]];

/** A window within the whole, no narrower than a few points; it keeps its width where it is pushed against an end. */
export function held([from, to]: Window, [least, most]: Window, narrowest: number): Window {
  const width = Math.min(most - least, Math.max(narrowest, to - from));
  const centre = (from + to) / 2;
  const start = Math.min(most - width, Math.max(least, centre - width / 2));
  return [start, start + width];
}

/** R_wp = √(Σ w(y − f)²/Σ w y²), and Σ w(y − f)²: of a calculated pattern that is not the fit's own. */
export function agreement(pattern: Pick<ShownPattern, "observed" | "error" | "calculated">): {
  rwp: number;
  squares: number;
} {
  const { observed, error, calculated } = pattern;
  let [squares, total] = [0, 0];
  for (let i = 0; i < observed.length; ++i) {
    squares += ((observed[i] - calculated[i]) / error[i]) ** 2;
    total += (observed[i] / error[i]) ** 2;
  }
  return { rwp: Math.sqrt(squares / total), squares };
}

/** h k l as they are set in print: negative ones with a bar. */
export const sayIndices = ({ h, k, l }: Pick<ShownReflections, "h" | "k" | "l">, r: number): string =>
  [h[r], k[r], l[r]].map((n) => (n < 0 ? `${-n}\u0304` : String(n))).join(" ");
