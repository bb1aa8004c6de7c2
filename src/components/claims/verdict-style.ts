// How a verdict looks: a mark, a colour of the theme, and its meaning. The colour never stands alone.
import { verdictMeaning, verdicts, type Verdict } from "../../science/claims/claim.js";

const onFull = "var(--theme-background)";

const styles: Record<Verdict, { mark: string; colour: string; ink: string }> = {
  agrees: { mark: "✓", colour: "var(--theme-green)", ink: onFull },
  disagrees: { mark: "✕", colour: "var(--theme-red)", ink: onFull },
  undecidable: { mark: "?", colour: "var(--theme-yellow)", ink: onFull },
  setting: { mark: "=", colour: "var(--theme-foreground-faint)", ink: onFull },
  "not yet computed": {
    mark: "·",
    colour: "var(--theme-foreground-faintest)",
    ink: "var(--theme-foreground)"
  }
};

export interface VerdictStyle {
  verdict: Verdict;
  mark: string;
  colour: string;
  /** colour of text upon it */
  ink: string;
  meaning: string;
}

/** In the order in which verdicts are always listed. */
export const verdictStyles: VerdictStyle[] = verdicts.map((verdict) => ({
  verdict,
  ...styles[verdict],
  meaning: verdictMeaning[verdict]
}));

/** @throws for a word that is no verdict */
export function verdictStyle(verdict: string): VerdictStyle {
  const style = verdictStyles.find((s) => s.verdict === verdict);
  if (!style) throw new Error(`unknown verdict: ${verdict}; must be one of ${verdicts.join(", ")}`);
  return style;
}
