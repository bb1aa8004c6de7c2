// Decisions in words: the two values, the verdict, what limits it, and the step that would help most.
import { settingText, type Advice, type Decision } from "../../science/experiment-design/decide.js";
import { knobs } from "../../science/experiment-design/settings.js";
import { formatNumber } from "../units.js";

/** At most three digits; where more is said than is known, "over 100". */
export const errorsText = (s: number): string =>
  s >= 100 ? "> 100" : formatNumber(s, s >= 10 ? 2 : 2).replace(/^0$/, "0");

/** "4 against 0 %" */
export function againstText({ question }: Decision): string {
  const { effect, alternative, unit } = question;
  return `${formatNumber(effect, 3)} against ${formatNumber(alternative, 3)}${unit && ` ${unit}`}`;
}

export const verdictText = ({ decidable }: Decision): string =>
  decidable ? "✓ decidable" : "✕ not decidable";

/** "photons a pixel and image: 15000, then 4.5" */
export function adviceText(advice: Advice | null, { limitedBy }: Decision): string {
  if (!advice) return `no step of these settings: what is left is ${limitedBy}`;
  const { knob, value, significance, enough } = advice;
  return `${knobs[knob].label}: ${settingText(knob, value)} (${errorsText(significance)}${enough ? "" : ", not enough"})`;
}

/** What changed against the study's settings, in a sentence. */
export function summaryText(study: readonly Decision[], design: readonly Decision[]): string {
  const count = (of: readonly Decision[]) => of.filter(({ decidable }) => decidable).length;
  const ids = (won: boolean) =>
    design
      .filter((now, i) => now.decidable === won && study[i]?.decidable !== won)
      .map(({ question }) => question.id);
  const [gained, lost] = [ids(true), ids(false)];
  const parts = [
    `This experiment decides ${count(design)} of ${design.length} questions; the study's settings decide ${count(study)}.`,
    gained.length > 0 ? `Won: ${gained.join(", ")}.` : "",
    lost.length > 0 ? `Lost: ${lost.join(", ")}.` : ""
  ];
  return parts.filter(Boolean).join(" ");
}
