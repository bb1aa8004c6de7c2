import { provenanceMeaning } from "../science/provenance.js";
import type { Provenance } from "../science/provenance.js";
import { h, pop } from "./element.js";
import type { TableMeta } from "./table-meta.js";

/** The bare word in its colour, for tables and running text. */
export function provenanceWord(provenance: Provenance): HTMLElement {
  const title = provenanceMeaning[provenance];
  return h("span", { class: "badge-word", "data-provenance": provenance, title }, provenance);
}

/** The word in its colour; opens a card that says how the numbers came to be. */
export function provenanceBadge(provenance: Provenance, meta?: Partial<TableMeta>): HTMLElement {
  const row = (term: string, ...values: (string | Node)[]) =>
    values.some((v) => v !== "") ? [h("dt", {}, term), h("dd", {}, ...values)] : [];
  const codes = (values: readonly string[]) => values.map((value) => h("code", {}, value));
  const pairs = (values: Record<string, unknown>) =>
    codes(Object.entries(values).map(([k, v]) => `${k} = ${typeof v === "string" ? v : JSON.stringify(v)}`));
  const dl = h(
    "dl",
    {},
    ...row(provenance, provenanceMeaning[provenance]),
    ...row("Data", meta?.title ?? ""),
    ...row("Method", meta?.method ?? ""),
    ...row("Parameters", ...pairs(meta?.parameters ?? {})),
    ...row("Seed", meta?.seed ?? ""),
    ...row("Input hash", ...codes(meta?.inputHash ? [meta.inputHash] : [])),
    ...row("Versions", ...pairs(meta?.versions ?? {})),
    ...row("Sources", ...(meta?.sources ?? []).flatMap((s, i) => (i ? [h("br"), s] : [s]))),
    ...row("Code", ...codes(meta?.code ?? []))
  );
  const card = h("div", { tabindex: 0, role: "group", "aria-label": `How this was ${provenance}` }, dl);
  const badge = pop("badge", [provenance], card);
  badge.dataset["provenance"] = provenance;
  return badge;
}
