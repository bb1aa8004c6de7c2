/** The board of claims as columns: each claim beside what is computed for it and the verdict of its rule. */
import type { Claim, ComputedClaim } from "../../science/claims/claim.js";
import { expectedPages } from "../../science/claims/inventory.js";
import { judge } from "../../science/claims/judge.js";
import type { Column } from "./arrow-table.js";

/** @throws where a computed claim belongs to no claim, or two belong to the same one */
export function claimColumns(
  claims: readonly Claim[],
  computed: readonly ComputedClaim[]
): Record<string, Column> {
  const byId = new Map<string, ComputedClaim>();
  for (const c of computed) {
    if (!claims.some(({ id }) => id === c.id))
      throw new Error(`unknown computed claim: ${c.id}; must be a claim's id`);
    if (byId.has(c.id)) throw new Error(`ambiguous computed claim: ${c.id}; give it once`);
    byId.set(c.id, c);
  }
  const rows = claims.map((claim) => {
    const own = byId.get(claim.id) ?? null;
    return { claim, computed: own, judgement: judge(claim, own) };
  });
  type Row = (typeof rows)[number];
  const text = (description: string, of: (row: Row) => string | null): Column => ({
    unit: "",
    description,
    type: "utf8",
    values: rows.map(of)
  });
  const number = (description: string, of: (row: Row) => number | null | undefined): Column => ({
    unit: "",
    description,
    type: "float64",
    values: rows.map((row) => of(row) ?? null)
  });
  return {
    id: text("number of the claim: C for numbers, Q for qualitative statements", (r) => r.claim.id),
    statement: text("what the study says, in our words", (r) => r.claim.statement),
    type: text("measured, derived, simulated, setting, definition or qualitative", (r) => r.claim.type),
    technique: text("the room of the science that can answer it", (r) => r.claim.technique),
    reported: text("what is printed, with its unit", (r) => r.claim.reported),
    reported_value: number(
      "the printed number, in the row's unit; null where it is not one number",
      (r) => r.claim.value
    ),
    unit: text("unit of the printed number", (r) => r.claim.unit),
    kind: text(
      "provenance of the computed value; null where nothing is computed",
      (r) => r.computed?.kind ?? null
    ),
    computed: text("what is computed, with its unit; null where nothing is", (r) => shown(r.computed)),
    computed_value: number("the number that the rule judges, in computed_unit", (r) => r.computed?.value),
    computed_unit: text("unit of the computed number", (r) => r.computed?.unit ?? null),
    error: number("half-width of the computed number's error, in computed_unit", (r) => r.computed?.error),
    error_meaning: text("what the error is", (r) => r.computed?.errorMeaning ?? null),
    span_min: number(
      "least value over plausible ranges of unknown inputs, in computed_unit",
      (r) => r.computed?.span?.min
    ),
    span_max: number("greatest value over these ranges, in computed_unit", (r) => r.computed?.span?.max),
    set_value: number(
      "truth that was set in the twin's sample, in computed_unit",
      (r) => r.computed?.set?.value
    ),
    verdict: text("agrees, disagrees, undecidable, setting, or not yet computed", (r) => r.judgement.verdict),
    reason: text("why, from the rule and the numbers", (r) => r.judgement.reason),
    rule: text("how the verdict comes about", (r) => r.claim.rule.sentence),
    note: text("how the computed value was obtained", (r) => r.computed?.note ?? null),
    caution: text("slips and ambiguities of the study", (r) => r.claim.caution),
    condition: text("rate, state of charge, sample", (r) => r.claim.condition),
    place: text("figure, panel or section of the study", (r) => r.claim.where),
    page: text("page of this site that judges it, or will", (r) => r.claim.page),
    page_ready: {
      unit: "",
      description: "whether that page is written",
      type: "bool",
      values: rows.map(({ claim }) => expectedPages.includes(claim.page.replace(/#.*/, "")))
    }
  };
}

function shown(computed: ComputedClaim | null): string | null {
  if (!computed) return null;
  if (computed.text !== undefined) return computed.text;
  if (computed.value === null) return null;
  const digits = (v: number): string => {
    const a = Math.abs(v);
    return a !== 0 && (a >= 1e5 || a < 1e-3)
      ? v.toExponential(2).replace("e+", "e")
      : String(+v.toPrecision(5));
  };
  return computed.unit ? `${digits(computed.value)} ${computed.unit}` : digits(computed.value);
}
