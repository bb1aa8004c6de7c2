/**
 * Verdicts from a rule and numbers, never from prose.
 *
 * A computation leaves an interval open: I = [value − error, value + error], widened to `span` where inputs that
 * nobody measured make it wider. The rule accepts an interval A. Then
 *   I inside A   → agrees
 *   I outside A  → disagrees
 *   else         → undecidable.
 *
 * Four things come before that:
 * - A recovered number whose truth is known, as the twin's sample was made, is undecidable, met or missed: it shows
 *   whether such an instrument could have seen what is claimed, not that the material is so. Where the sample itself
 *   lacks what is claimed, the reason says so, and whether the instrument shows it.
 * - A calibrated number that satisfies its rule is undecidable: it was put there. One that misses disagrees.
 * - A rule that is satisfied whatever the material is not a test. The computation then states the `baseline` that
 *   comes out in any case; where A holds the baseline and I does too, the verdict is undecidable. A nonlinear
 *   model moves the value off the baseline, and then the claim is tested like any other.
 * - Inputs that are merely assumed decide nothing by their default. With defaults alone a stress of 40 MPa would
 *   "disagree" with one of 317 MPa although both lie in what the unknown modulus, volume change and pore gap
 *   allow; so `span` enters I, and the verdict is undecidable until an input is measured.
 */
import type { Claim, ComputedClaim, Verdict } from "./claim.js";
import { accepted } from "./rules.js";

export interface Judgement {
  verdict: Verdict;
  reason: string;
}

/** A value this close (relative) to a baseline is on it: the transient of a start, the error of the mesh and rounding
 *  move even a linear model off by so little, and none of them is what the claim is about. */
const onBaseline = 0.01;

/** Judges one claim by its rule.
 *  @throws where the computed number is another claim's, not finite, or in another unit than the rule's */
export function judge(claim: Claim, computed: ComputedClaim | null): Judgement {
  if (computed) check(claim, computed);
  const { rule } = claim;
  if (rule.type === "setting")
    return {
      verdict: "setting",
      reason: computed ? computed.note : "an input of the study; no page uses it yet"
    };
  if (rule.type === "notGiven")
    return { verdict: "undecidable", reason: computed?.note ?? lowerFirst(rule.sentence) };
  if (!computed || computed.value === null || computed.kind === "reported")
    return { verdict: "not yet computed", reason: `needs ${rule.quantity}` };

  const range = accepted(claim);
  if (!range) throw new Error(`invalid rule of ${claim.id}: ${rule.type}; a test needs an accepted interval`);
  const [low, high] = range;
  const [min, max] = open(computed.value, computed);
  const { baseline, span, set } = computed;

  if (set)
    return {
      verdict: "undecidable",
      reason: `${cameBack(computed, min, max, rule.unit)} from a sample that holds ${show(set.value, set.value, rule.unit, max - min)} (${set.what}): ${couldSee([min, max], [low, high], set.value)}, but the sample proves nothing about the material`
    };

  if (baseline && inside(baseline.value, low, high) && touches(baseline.value, min, max))
    return { verdict: "undecidable", reason: `not a test: ${baseline.what}` };

  const agrees = min >= low && max <= high;
  const disagrees = max < low || min > high;
  if (agrees && computed.kind === "calibrated")
    return { verdict: "undecidable", reason: "calibrated: an input was set so that this number comes out" };
  if (agrees) return { verdict: "agrees", reason: `${show(min, max, rule.unit)} satisfies the rule` };
  if (disagrees)
    return {
      verdict: "disagrees",
      reason: `${show(min, max, rule.unit)} is outside ${show(low, high, rule.unit)}`
    };
  return {
    verdict: "undecidable",
    reason: span
      ? `${show(min, max, rule.unit)} over the plausible ranges of ${span.over}, which the study does not give`
      : `${show(min, max, rule.unit)} lies across the limit of the rule`
  };
}

/** What was recovered, and what it is widened to. */
function cameBack({ value, error, span }: ComputedClaim, min: number, max: number, unit: string): string {
  if (!span || value === null) return `${show(min, max, unit)} came back`;
  const e = error ?? 0;
  return `${show(value - e, value + e, unit)} came back, ${show(min, max, unit)} over the plausible ranges of ${span.over},`;
}

/** What an instrument made of a sample, whether or not the sample has what is claimed. */
function couldSee(
  [min, max]: readonly [number, number],
  [low, high]: readonly [number, number],
  truth: number
): string {
  const [within, outside] = [min >= low && max <= high, max < low || min > high];
  if (inside(truth, low, high)) {
    if (within)
      return `such an instrument can see it${inside(truth, min, max) ? "" : ", though not how much of it there is"}`;
    return `such an instrument ${outside ? "would have shown another value" : "cannot tell it for certain"}`;
  }
  return `the sample does not have what is claimed, ${within ? "yet such an instrument would have shown it" : outside ? "and such an instrument shows so" : "and such an instrument cannot tell"}`;
}

function open(value: number, { error, span }: ComputedClaim): [number, number] {
  const e = error ?? 0;
  return [Math.min(value - e, span?.min ?? Infinity), Math.max(value + e, span?.max ?? -Infinity)];
}

function touches(baseline: number, min: number, max: number): boolean {
  const slack = onBaseline * Math.abs(baseline);
  return inside(baseline, min - slack, max + slack);
}

function check(claim: Claim, computed: ComputedClaim): void {
  const { id, value, error, span, unit } = computed;
  if (id !== claim.id) throw new Error(`invalid computed claim: ${id}; must be ${claim.id}`);
  if (value !== null && !Number.isFinite(value))
    throw new Error(`invalid computed value of ${id}: ${value}; must be finite`);
  if (error !== null && !(error >= 0 && Number.isFinite(error)))
    throw new Error(`invalid error of ${id}: ${error}; must be a finite number of at least 0`);
  if (computed.set && !Number.isFinite(computed.set.value))
    throw new Error(`invalid truth of ${id}: ${computed.set.value}; must be finite`);
  if (span && !(span.min <= span.max))
    throw new Error(`invalid span of ${id}: ${span.min} to ${span.max}; must ascend`);
  const tested = claim.rule.type !== "setting" && claim.rule.type !== "notGiven";
  if (tested && value !== null && unit !== claim.rule.unit)
    throw new Error(`invalid unit of computed ${id}: "${unit}"; must be "${claim.rule.unit}"`);
}

const inside = (x: number, low: number, high: number): boolean => x >= low && x <= high;
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** @param spread of the numbers it stands beside, which sets how many digits tell them apart */
function show(min: number, max: number, unit: string, spread = max - min): string {
  const tail = unit ? ` ${unit}` : "";
  if (min === -Infinity) return `at most ${digits(max)}${tail}`;
  if (max === Infinity) return `at least ${digits(min)}${tail}`;
  const [from, to] = [digits(min, spread), digits(max, spread)];
  return from === to ? `${from}${tail}` : `${from} to ${to}${tail}`;
}

/** Three digits, or as many as half the spread has to its second. */
function digits(value: number, spread = 0): string {
  const a = Math.abs(value);
  if (spread > 0 && Number.isFinite(spread) && a < 1e5 && Math.max(a, spread) >= 1e-3) {
    const decimals = Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(spread / 2))));
    return String(+value.toFixed(decimals) || 0);
  }
  return a !== 0 && (a >= 1e5 || a < 1e-3)
    ? value.toExponential(2).replace("e+", "e")
    : String(+value.toPrecision(3));
}
