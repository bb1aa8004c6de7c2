// Supplementary Figures 1–13: the refined pattern of the chosen state, its values beside the truth, and their correlations.
import type { Table } from "npm:apache-arrow";
import { latticeStates } from "../../science/particle/lattice-states.js";
import { select } from "../controls.js";
import { h } from "../element.js";
import { figureFrame } from "../figure-frame.js";
import { tableMeta } from "../table-meta.js";
import { choiceField, urlState } from "../url-state.js";
import { cifButton } from "./cif-button.js";
import { correlationHeat } from "./correlation-heat.js";
import { sayAgreement } from "./pattern-words.js";
import { refinedTable } from "./refined-table.js";
import { refinementPlot, type RefinementPlot } from "./refinement-plot.js";
import { patternOf, stateFacts, type NeutronTables, type StateFacts } from "./state-data.js";
import { numberOf, type Row } from "./table-rows.js";

export interface StatesPanelOptions {
  /** anchor of the pattern */
  id: string;
  width: number;
  /** the pattern of each state, fetched when it is chosen */
  patterns: ReadonlyMap<string, () => Promise<Table>>;
  invalidation: Promise<unknown>;
}

const ids = latticeStates.map(({ id }) => id);
/** a reader who follows the study's citation of Supplementary Figure 3b comes to a sample of 20 cycles */
const byAnchor: Record<string, string> = { "#fig-s3": "0.1C-20cycles" };

const agreementOf = (fit: Row) => ({
  rwp: numberOf(fit["rwp"]) / 100,
  rexp: numberOf(fit["rexp"]) / 100,
  chiSquared: numberOf(fit["chi_squared"])
});

const caption = (label: string, fit: Row) =>
  `${label}: ${sayAgreement(agreementOf(fit))}, ${String(fit["refined_parameters"])} parameters. Counts of the twin after 3 h with their errors, the pattern that our refinement calculates, its background, the reflections of the average cell (R-3m), and what is left. ${typeof fit["fault"] === "string" ? fit["fault"] : ""}`.trim();

export function statesPanel(tables: NeutronTables, o: StatesPanelOptions): HTMLElement {
  const facts = stateFacts(tables);
  const link = urlState({ sample: choiceField(ids, byAnchor[location.hash] ?? "0.1C-discharged") });
  const stateOf = (id: string) => latticeStates.find((each) => each.id === id) ?? latticeStates[0];
  const choice = select({
    label: "Sample",
    options: latticeStates,
    value: stateOf(link.values.sample),
    format: ({ label }) => label
  });
  const holder = h("div");
  const values = h("div");
  const heat = h("div");
  let plot: RefinementPlot | null = null;
  let turn = 0;
  let file: Table | null = null;

  const alt = "Neutron pattern of the chosen sample with its refinement.";
  const common = { permalink: link.href, interactive: true };
  const pattern = figureFrame({
    ...{ ...common, id: o.id, label: "Supplementary Figures 1–13", title: "Pattern and refinement", alt },
    ...{ content: h("div", {}, choice, holder), provenance: "recovered", caption: "" },
    table: () => {
      if (!file) throw new Error("missing pattern: it is still being fetched; try again in a moment");
      return file;
    }
  });
  const table = figureFrame({
    ...{
      ...common,
      id: "fig-s-values",
      label: "Supplementary Figures 1–13",
      title: "Refined values",
      caption: ""
    },
    ...{
      alt: "Table of refined values, standard errors and truth.",
      content: values,
      provenance: "recovered"
    },
    table: tables.refined
  });
  const correlations = figureFrame({
    ...{ ...common, id: "fig-s-correlation", label: "Supplementary Figures 1–13", title: "Correlations" },
    ...{ content: heat, provenance: "recovered", table: tables.correlation },
    alt: "Correlation matrix of the refined values.",
    caption:
      "How far an error of one value pulls at another: 1 would mean that the pattern cannot tell them apart. Terms of the background are left out."
  });

  const show = (own: StateFacts, { id, label }: { id: string; label: string }) => {
    const cif = cifButton(async () => {
      const { stateCif } = await import("./refined-cif.js");
      return stateCif(id, own.numbers, agreementOf(own.fit));
    });
    values.replaceChildren(refinedTable(own.values, `${label}: refined, with standard errors`), cif);
    table.update({
      caption: `${label}. Errors are those that the counts give. Held values were told to the refinement as they are: neutrons alone do not tell nickel from lithium in one place, nor the B of a layer that they hardly see.`
    });
    const what = { width: o.width, alt: `Correlations of the values refined for ${label}.` };
    heat.replaceChildren(correlationHeat(own.names, own.correlation, what));
  };
  const choose = async () => {
    const mine = ++turn;
    const { id, label } = choice.value;
    const own = facts.get(id);
    const fetch = o.patterns.get(id);
    pattern.setState("busy");
    try {
      if (!own || !fetch) throw new Error(`missing pattern of ${id}; build the data anew with npm run data`);
      const fetched = await fetch();
      if (mine !== turn) return;
      file = fetched;
      const shown = patternOf(fetched, own.reflections);
      if (plot) plot.update(shown);
      else
        holder.append((plot = refinementPlot(shown, { width: o.width, alt, invalidation: o.invalidation })));
      pattern.update({ caption: caption(label, own.fit), meta: tableMeta(fetched) });
      show(own, choice.value);
      pattern.setState("idle");
    } catch (error) {
      if (mine === turn) pattern.setState("error", error instanceof Error ? error.message : String(error));
    }
  };
  choice.addEventListener("input", (event) => {
    event.stopPropagation();
    link.set({ sample: choice.value.id });
    void choose();
  });
  void choose();
  return h("div", {}, pattern, table, correlations);
}
