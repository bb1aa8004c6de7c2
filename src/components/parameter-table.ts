import type { Parameter } from "../science/parameters.js";
import { h, typeset } from "./element.js";
import { statusMeaning } from "./parameter-control.js";
import { tableView } from "./table-view.js";
import { formatNumber, formatQuantity, readableUnit } from "./units.js";

/** Every parameter of a model with its value, plausible range, status and source. */
export function parameterTable(parameters: Record<string, Parameter>, caption = "Parameters"): HTMLElement {
  const range = ({ unit, value, min, max }: Parameter) => {
    const { unit: readable, factor } = readableUnit(unit, value || max);
    return `${formatNumber(min / factor)} to ${formatNumber(max / factor)}${readable && `\u00a0${readable}`}`;
  };
  const source = ({ source, doi }: Parameter) =>
    h(
      "span",
      {},
      source,
      doi ? " " : null,
      doi ? h("a", { href: `https://doi.org/${doi}` }, `doi:${doi}`) : null
    );
  const view = tableView<Parameter>({
    caption,
    sortable: false,
    rows: Object.values(parameters),
    columns: [
      {
        name: "Symbol",
        value: (p) => p.symbol,
        show: (v) => symbol(String(v))
      },
      { name: "Meaning", value: (p) => p.label },
      { name: "Value", value: (p) => formatQuantity(p.value, p.unit), show: (v) => typeset(String(v)) },
      { name: "Plausible range", value: range, show: (v) => typeset(String(v)) },
      {
        name: "Status",
        value: (p) => p.status,
        show: (v, p) =>
          h(
            "span",
            { class: "status-word", "data-status": p.status, title: statusMeaning[p.status] },
            String(v)
          )
      },
      { name: "Source", value: (p) => p.source, show: (_, p) => source(p) }
    ]
  });
  view.classList.add("parameter-table");
  return view;
}

/** θ_max as θ with a lowered "max". */
function symbol(text: string): HTMLElement {
  const [base = "", index] = text.split("_");
  return h("span", { class: "parameter-symbol" }, base, index ? h("sub", {}, index) : null);
}
