// The balance of charge: from changes of valence to mAh/g, to be edited, with what 39 mAh/g would mean.
import type { Table } from "npm:apache-arrow";
import { capacityOf, chargeBalance, electronsOf } from "../../science/xanes/charge-balance.js";
import { edgeElements } from "../../science/xanes/windows.js";
import { select } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { chargeTable, type ValenceChanges } from "../xanes/charge-table.js";
import type { MappedState } from "./maps-panel.js";
import { rowsOf } from "./zones-panel.js";

export interface ChargePanelOptions {
  id: string;
  label: string;
  states: readonly MappedState[];
  /** ids of the states first compared */
  before: string;
  after: string;
}

/** @param table oxidation-means */
export function chargePanel(table: Table, o: ChargePanelOptions): FigureFrame {
  const rows = rowsOf(table);
  const valueOf = (state: string, element: string) => {
    const row = rows.find((each) => each["state"] === state && each["element"] === element);
    if (!row) throw new Error(`missing valence of ${element} in state ${state}; run npm run data`);
    return { valence: Number(row["recovered"]), error: Number(row["standard_error"]) };
  };
  const changes = (before: string, after: string): ValenceChanges =>
    Object.fromEntries(
      edgeElements.map((element) => {
        const [from, to] = [valueOf(before, element), valueOf(after, element)];
        return [
          element,
          { before: from.valence, beforeError: from.error, after: to.valence, afterError: to.error }
        ];
      })
    );
  const choice = (label: string, id: string) =>
    select({
      label,
      options: o.states,
      value: o.states.find((each) => each.id === id),
      format: (each) => each.label
    });
  const [from, to] = [choice("Before", o.before), choice("After", o.after)];
  const holder = h("div");
  const said = h("p", { class: "figure-readout", role: "status" });
  const show = () => {
    const start = changes(from.value.id, to.value.id);
    const editor = chargeTable(start, { compute: (next) => chargeBalance(next) });
    const say = () => {
      const { Co, Ni } = editor.value;
      const metals = chargeBalance({ ...(Co && { Co }), ...(Ni && { Ni }) });
      said.textContent = `Ni and Co together: ${metals.capacity.toFixed(1).replace("-", "−")} mAh/g, ${metals.electrons.toFixed(3).replace("-", "−")} electrons a formula unit; 39 mAh/g are ${electronsOf(39).toFixed(3)}.`;
    };
    editor.addEventListener("input", (event) => {
      event.stopPropagation();
      say();
    });
    holder.replaceChildren(editor);
    say();
  };
  for (const control of [from, to]) control.addEventListener("input", show);
  show();
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "From valences to charge", table },
    content: h("div", {}, holder, said),
    controls: h("div", {}, from, to),
    caption: `Charge is the sum over the elements of atoms a formula unit times the change of valence; one electron is ${capacityOf(1).toFixed(0)} mAh/g. The numbers start from the valences found by the twin's analysis, pristine against a discharged state, and can be changed. Errors are those of the counts.`,
    alt: "Editable table of valences before and after, electrons and charge for each element.",
    interactive: true,
    provenance: "recovered",
    code: ["src/science/xanes/charge-balance.ts"]
  });
}
