// Supplementary Table 2: which energies each element is measured and fitted at, and the standard states of the fit.
import { edgeWindows } from "../../science/xanes/settings.js";
import {
  edgeElements,
  energyGrid,
  fitWindows,
  measuredRanges,
  type EnergyWindow
} from "../../science/xanes/windows.js";
import { h } from "../element.js";
import { tableView } from "../table-view.js";
import { speciesOf } from "./map-layers.js";

const range = ([from, to]: EnergyWindow) => `${from}–${to}`;

export function energiesPanel(): HTMLElement {
  const view = tableView({
    caption: "Supplementary Table 2: energies and standard states",
    sortable: false,
    rows: edgeElements.map((element) => ({ element, energies: energyGrid(element).length })),
    columns: [
      { name: "element", value: ({ element }) => element },
      {
        ...{ name: "states", label: "standard states" },
        value: ({ element }) =>
          speciesOf(element)
            .map(({ label }) => label)
            .join(", ")
      },
      { name: "measured", unit: "eV", value: ({ element }) => range(measuredRanges[element]) },
      { name: "images", value: ({ energies }) => energies },
      { name: "fitted", unit: "eV", value: ({ element }) => range(fitWindows[element]) },
      {
        ...{ name: "below", label: "below the edge", unit: "eV" },
        value: ({ element }) => range(edgeWindows[element].pre)
      },
      {
        ...{ name: "above", label: "above the edge", unit: "eV" },
        value: ({ element }) => range(edgeWindows[element].post)
      }
    ]
  });
  const note =
    "Ranges measured and fitted are as the study prints them. The table itself is not available to us: the standard states are those of Supplementary Figure 20, and what counts as below and above the edge is assumed.";
  return h("div", {}, view, h("p", { class: "figure-note" }, note));
}
