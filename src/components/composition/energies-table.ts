// Supplementary Table 1: the two photon energies of each element.
import type { Instrument } from "../../science/composition/instrument.js";
import { h } from "../element.js";
import { tableView } from "../table-view.js";

export function energiesTable(energies: Instrument["energies"], source: string): HTMLElement {
  return h(
    "div",
    {},
    tableView({
      caption: "Supplementary Table 1: two photon energies an element",
      sortable: false,
      rows: energies,
      columns: [
        { name: "element", label: "Element", value: (r) => r.element },
        { name: "pre", label: "Below the edge", unit: "eV", value: (r) => r.pre },
        { name: "post", label: "Above the edge", unit: "eV", value: (r) => r.post }
      ]
    }),
    h("p", { class: "figure-note" }, `${source.charAt(0).toUpperCase()}${source.slice(1)}.`)
  );
}
