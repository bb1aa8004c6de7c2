// The rule: a measurement decides between a claim and its alternative where
//   S = |Δ| / √(noise² + bias²) ≥ 3.
// A question how much there is takes the true difference for Δ, and for the bias what is found less what is true; a question
// whether there is anything takes the difference that is seen, and for the bias what the instrument makes of nothing. A
// difference that shows with the wrong sign decides nothing. A bias is counted like a standard error, since an experimenter does not know it: whoever does may correct for it.

import { predict, type Question } from "./predict.js";
import { choices, knobs, steps, type Design, type Knob } from "./settings.js";

/** Standard errors, bias included, that the claim must be away from its alternative. */
export const required = 3;

export interface Decision {
  question: Question;
  difference: number;
  noise: number;
  bias: number;
  /** S */
  significance: number;
  /** S with bias and difference moved by the stated errors of the law, against the claim and for it */
  least: number;
  most: number;
  decidable: boolean;
  /** which of the two is the larger */
  limitedBy: "noise" | "bias";
  /** knobs beyond what was run; the edge of the table is taken for them */
  beyond: readonly Knob[];
}

export function decide(question: Question, design: Design): Decision {
  const { noise, bias, difference, biasError, differenceError, beyond } = predict(question, design);
  const right = Math.sign(question.effect - question.alternative) * difference;
  const over = (d: number, b: number) => Math.max(0, d) / Math.hypot(noise, b);
  const significance = over(right, bias);
  return {
    ...{ question, difference, noise, bias, significance, beyond },
    least: over(right - differenceError, bias + biasError),
    most: over(right + differenceError, Math.max(0, bias - biasError)),
    decidable: significance >= required,
    limitedBy: bias > noise ? "bias" : "noise"
  };
}

export interface Advice {
  knob: Knob;
  value: number;
  /** S after that step alone */
  significance: number;
  /** that step makes the question decidable */
  enough: boolean;
}

/** A step that gains less than this factor is none. */
const worthwhile = 1.05;

/** The one step of one knob that raises S most; null where none raises it by 5 %. */
export function improveFirst(question: Question, design: Design): Advice | null {
  const now = decide(question, design).significance;
  const concerned = new Set(question.surfaces.flatMap((surface) => surface.knobs));
  let best: Advice | null = null;
  for (const knob of concerned)
    for (const value of stepsFrom(knob, design[knob])) {
      const { significance } = decide(question, { ...design, [knob]: value });
      if (significance > Math.max(worthwhile * now, best?.significance ?? 0))
        best = { knob, value, significance, enough: significance >= required };
    }
  return best;
}

/** The values one step away, within the knob's range. */
export function stepsFrom(knob: Knob, value: number): number[] {
  const { min, max } = knobs[knob];
  const { by, ways } = steps[knob];
  const isLog = "scale" in knobs[knob] && knobs[knob].scale === "log";
  return ways
    .map((way) => (isLog ? value * by ** way : value + way * by))
    .map((next) => Number(Math.min(max, Math.max(min, next)).toPrecision(12)))
    .filter((next) => next !== value);
}

/** A knob's value as a reader would write it. */
export function settingText(knob: Knob, value: number): string {
  const words = choices[knob];
  if (words) return words[value >= 0.5 ? 1 : 0];
  const { unit } = knobs[knob];
  const number = String(Number(value.toPrecision(3)));
  return unit === "×" ? `${number} ×` : unit === "°" ? `±${number}°` : unit ? `${number} ${unit}` : number;
}
