// A refinement as plain data: what a worker posts and figures show.
import type { RefinementResult } from "../../science/diffraction/rietveld.js";
import type { PowderPattern } from "../../science/diffraction/powder-pattern.js";
import type { RefinedAnswer } from "./live-request.js";
import type { RefinedRow } from "./refined-table.js";
import { shortName } from "./short-names.js";
import { shownOf } from "./shown-pattern.js";

/** @param rows to be shown, `name` being the parameter's in the model */
export function refinedAnswer(
  pattern: PowderPattern,
  result: RefinementResult,
  rows: readonly (RefinedRow & { name: string })[],
  seconds: number,
  spacing?: (x: number) => number
): RefinedAnswer {
  const { fit, rwp, rexp, chiSquared, model } = result;
  const known = rows.filter(({ error }) => error > 0);
  return {
    shown: shownOf(pattern, result, spacing),
    rows: rows.map(({ label, symbol, unit, value, error, truth }) => ({
      ...{ label, symbol, unit, value, error, truth }
    })),
    names: [...model.names],
    values: Float64Array.from(fit.values),
    errors: Float64Array.from(fit.standardErrors),
    symbols: known.map(({ name }) => shortName(name)),
    correlation: Float64Array.from(
      known.flatMap(({ name: first }) => known.map(({ name: second }) => result.correlation(first, second)))
    ),
    ...{ rwp, rexp, chiSquared, seconds },
    ...{ status: fit.status, fault: fit.fault, atBounds: [...fit.atBounds], iterations: fit.iterations }
  };
}

/** A fit in words: how well it agrees, and what went wrong. */
export function sayFit(
  answer: Pick<RefinedAnswer, "status" | "fault" | "atBounds" | "iterations" | "seconds">
): string {
  const { status, fault, atBounds, iterations, seconds } = answer;
  const ended =
    status === "converged"
      ? `Converged after ${iterations} ${iterations === 1 ? "step" : "steps"} of the last stage, ${seconds.toFixed(2)} s.`
      : `Not converged (${status}); what is shown is the best that was reached.`;
  const bounds = atBounds.length > 0 ? ` At their bounds: ${atBounds.join(", ")}.` : "";
  const trouble = fault ? ` ${fault.charAt(0).toUpperCase()}${fault.slice(1).replace(/\.?$/, ".")}` : "";
  return ended + bounds + trouble;
}
