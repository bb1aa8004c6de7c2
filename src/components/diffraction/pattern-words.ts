// Patterns and refinements in words: what stands under the cursor, how well the fit agrees.
import { formatNumber } from "../units.js";
import { reflectionsIn } from "./pattern-layout.js";
import { axisOf, firstFrom, sayIndices, type ShownPattern, type Window } from "./shown-pattern.js";

export function sayWindow(p: ShownPattern, window: Window): string {
  const { symbol, unit, digits } = axisOf[p.axis];
  const count = reflectionsIn(p.reflections, window).length;
  const range = window.map((value) => value.toFixed(digits - 1)).join(" to ");
  return `${symbol} from ${range} ${unit}: ${count} ${count === 1 ? "reflection" : "reflections"}.`;
}

/** @param marked index of the reflection under the cursor */
export function sayPoint(p: ShownPattern, at: number, marked: number | null): string {
  const { symbol, unit, digits } = axisOf[p.axis];
  const after = Math.min(p.x.length - 1, firstFrom(p.x, at));
  const i = after > 0 && at - p.x[after - 1] < p.x[after] - at ? after - 1 : after;
  const point = `${symbol} ${p.x[i].toFixed(digits)} ${unit}: observed ${sayWithError(p.observed[i], p.error[i])}, calculated ${formatNumber(p.calculated[i])}`;
  if (marked === null) return `${point}.`;
  const { d, squared, multiplicity } = p.reflections;
  return `${point}. Reflection ${sayIndices(p.reflections, marked)}: d ${d[marked].toFixed(4)} Å, multiplicity ${multiplicity[marked]}, |F|² ${formatNumber(squared[marked], 3)} fm².`;
}

/** A value with its standard error, both to the error's second digit. */
export function sayWithError(value: number, error: number): string {
  if (!Number.isFinite(value)) return "–";
  if (!(error > 0 && error < Infinity)) return formatNumber(value, 6);
  const digits = Math.max(0, Math.min(8, 1 - Math.floor(Math.log10(error))));
  return `${value.toFixed(digits)} ± ${error.toFixed(digits)}`.replaceAll("-", "−");
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

export function sayAgreement({
  rwp,
  rexp,
  chiSquared
}: {
  rwp: number;
  rexp: number;
  chiSquared: number;
}): string {
  return `R_wp ${percent(rwp)}, R_exp ${percent(rexp)}, χ² ${chiSquared.toFixed(3)}`;
}
