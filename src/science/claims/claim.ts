import type { Provenance } from "../provenance.js";

/** What sort of statement a claim is. */
export type ClaimType = "measured" | "derived" | "simulated" | "setting" | "definition" | "qualitative";

/** The room of the science whose twin or model can answer the claim. */
export type Technique =
  | "material"
  | "electrochemistry"
  | "tomography"
  | "composition"
  | "xanes"
  | "diffraction"
  | "stem"
  | "eels"
  | "sims"
  | "porosity"
  | "mechanics"
  | "pathways";

/** How a verdict comes about. `quantity` and `unit` name the number that is judged, which may be another than
 *  the one printed (a ratio that says "unchanged", say); `sentence` is the rule in words. */
export type Rule = { sentence: string; quantity: string; unit: string } & (
  | { type: "within"; relative: number }
  | { type: "near"; absolute: number }
  | { type: "between"; min: number; max: number }
  | { type: "atLeast"; value: number }
  | { type: "atMost"; value: number }
  | { type: "setting" }
  | { type: "notGiven" }
);

/** One quantitative or testable statement of the study, in our words. */
export interface Claim {
  /** C01–C49 for numbers, Q1–Q11 for qualitative statements */
  id: string;
  statement: string;
  type: ClaimType;
  /** what is printed, as text with its unit */
  reported: string;
  /** the same as a number in `unit`, where it is one number */
  value: number | null;
  unit: string;
  /** figure, panel, section */
  where: string;
  /** rate, state of charge, sample */
  condition: string;
  technique: Technique;
  /** site path of the page that judges it, or will */
  page: string;
  rule: Rule;
  /** slips and ambiguities that a reader should know; "" for none */
  caution: string;
}

/** What our own computation says about a claim. */
export interface ComputedClaim {
  id: string;
  /** "reported" where a printed number is used as it is; null where an input is ours and has no other source */
  kind: Provenance | null;
  /** the rule's quantity in the rule's unit, or null where there is no single number */
  value: number | null;
  /** what to show where it is more than one number */
  text?: string;
  unit: string;
  /** half-width of the numerical or statistical error, in `unit`; null where it is not known */
  error: number | null;
  /** what the error is: a discretisation error, a standard error, … */
  errorMeaning?: string;
  /** where inputs are not known: the span of the value over their plausible ranges, and which inputs those are */
  span?: { min: number; max: number; over: string };
  /** what comes out whatever the material or the mechanism; a claim that this satisfies too is not tested by it */
  baseline?: { value: number; what: string };
  /** the truth that was put into a twin's sample, in `unit`, and why it was set so: then a recovered value tells what
   *  the instrument could have seen, not how the material is */
  set?: { value: number; what: string };
  note: string;
}

export type Verdict = "agrees" | "disagrees" | "undecidable" | "setting" | "not yet computed";

export const verdictMeaning: Record<Verdict, string> = {
  agrees: "every value that the computation leaves open satisfies the rule",
  disagrees: "no value that the computation leaves open satisfies the rule",
  undecidable: "the computation, or what the study prints, cannot tell",
  setting: "an input of the study or a definition: used, not tested",
  "not yet computed": "no page computes it yet"
};

export const verdicts = Object.keys(verdictMeaning) as Verdict[];
