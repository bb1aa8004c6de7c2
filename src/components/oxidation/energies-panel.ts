// Supplementary Figure 21c as a table: which energies each element is measured at, and in which of them it is fitted.
import { edgeWindows } from "../../science/xanes/settings.js";
import {
  edgeElements,
  energyGrid,
  fitWindows,
  measuredRanges,
  type EnergyWindow
} from "../../science/xanes/windows.js";
import { tableView } from "../table-view.js";

const range = ([from, to]: EnergyWindow) => `${from}–${to}`;

export function energiesPanel(): HTMLElement {
  return tableView({
    caption: "Energies (eV): measured and fitted as the study prints them, below and above the edge assumed",
    sortable: false,
    rows: edgeElements.map((element) => ({ element, energies: energyGrid(element).length })),
    columns: [
      { name: "element", value: ({ element }) => element },
      { name: "measured", value: ({ element }) => range(measuredRanges[element]) },
      { name: "images", value: ({ energies }) => energies },
      { name: "fitted", value: ({ element }) => range(fitWindows[element]) },
      { name: "below", label: "below the edge", value: ({ element }) => range(edgeWindows[element].pre) },
      { name: "above", label: "above the edge", value: ({ element }) => range(edgeWindows[element].post) }
    ]
  });
}
