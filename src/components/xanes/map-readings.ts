// All values under the cursor: a row for every layer, a column for every element.
import { h } from "../element.js";
import { mapElements, sayNumber, type MapLayer } from "./map-grid.js";

export interface MapReadings extends HTMLElement {
  show: (layers: readonly MapLayer[], index: number, current: string) => void;
}

export function mapReadings(names: readonly string[]): MapReadings {
  const rows = names.map((name) => {
    const cells = mapElements.map(() => h("td"));
    return { name, cells, row: h("tr", {}, h("th", { scope: "row" }, name), ...cells) };
  });
  const head = mapElements.map((element) => h("th", { scope: "col" }, element));
  const root = h(
    "table",
    { class: "map-readings" },
    h("caption", {}, "Under the cursor"),
    h("thead", {}, h("tr", {}, h("td"), ...head)),
    h("tbody", {}, ...rows.map(({ row }) => row))
  );
  const show = (layers: readonly MapLayer[], index: number, current: string) => {
    for (const { name, cells, row } of rows) {
      row.classList.toggle("current", name === current);
      mapElements.forEach((element, i) => {
        const layer = layers.find((each) => each.element === element && each.name === name);
        cells[i].textContent = layer ? sayNumber(layer.values[index], layer.unit) : "–";
      });
    }
  };
  return Object.assign(root, { show });
}
