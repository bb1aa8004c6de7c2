// All checks: one row a set of measured data, and below it the checks of the set that is chosen.
import type { Table } from "npm:apache-arrow";
import { select } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";
import { say } from "./numbers.js";
import { passMark, toleranceBar } from "./marks.js";
import { checkRows, setsOf, used, type CheckRow, type SetRow } from "./rows.js";

const wanted = ({ relation, expected, tolerance, unit }: CheckRow): string =>
  relation !== "within"
    ? `${relation} ${say(expected, unit)}`
    : tolerance
      ? `${say(expected)} ± ${say(+tolerance.toPrecision(2), unit)}`
      : `${say(expected, unit)} exactly`;

function checksOf(rows: readonly CheckRow[], caption: string): HTMLElement {
  return tableView({
    caption,
    rows,
    columns: [
      { name: "What", value: (r) => r.what },
      { name: "Expected", value: wanted },
      { name: "Obtained", value: (r) => say(r.obtained, r.unit) },
      { name: "Of the tolerance", value: used, show: (share) => toleranceBar(share as number | null) },
      { name: "Verdict", value: (r) => Number(r.passes), show: (passes) => passMark(passes === 1) },
      { name: "Expected by", value: (r) => r.against }
    ]
  });
}

const pageName = (page: string): string => page.replace(/^.*\/fig-(\d).*$/, "Figure $1").replace(/^\//, "");

/** "Gold L3 edge" of "Gold L3 edge: one unknown and six standards". */
const short = ({ data }: SetRow): string => data.replace(/:.*/, "");

function setsTable(sets: readonly SetRow[]): HTMLElement {
  return tableView({
    caption: "Sets of measured data",
    rows: sets,
    sortable: false,
    columns: [
      { name: "Data", value: short },
      {
        name: "Checks",
        value: (r) => `${r.passed} of ${r.checks}`,
        show: (text, r) => passMark(r.passed === r.checks, String(text))
      },
      {
        name: "Nearest to a tolerance",
        value: (r) => String(r.nearest),
        show: (_, r) => toleranceBar(r.nearest)
      },
      {
        name: "Checks the analysis of",
        value: (r) => pageName(r.page),
        show: (name, r) => h("a", { href: `.${r.page}` }, String(name))
      },
      { name: "Source; repository; licence", value: (r) => `${r.source}; ${r.repository}; ${r.licence}` }
    ]
  });
}

/** @param table validation, with at least one row */
export function checksPanel(table: Table): FigureFrame {
  const rows = checkRows(table);
  const sets = setsOf(rows);
  const choice = select({ label: "Checks of", options: sets, format: short });
  const holder = h("div", { class: "validation-list" });
  const show = () => {
    const { data, data_set } = choice.value;
    holder.replaceChildren(
      checksOf(
        rows.filter((row) => row.data_set === data_set),
        data
      )
    );
  };
  choice.addEventListener("input", show);
  show();
  const passed = rows.filter(({ passes }) => passes).length;
  const alt = `${passed} of ${rows.length} checks against ${sets.length} sets of measured data pass.`;
  return figureFrame({
    ...{ id: "validation-checks", label: "Verdicts", title: alt.replace(/\.$/, ""), alt, table },
    content: h("div", {}, setsTable(sets), choice, holder),
    caption:
      "The bar is the share of the tolerance that the deviation takes; counts must be equal. What is expected comes with the data, from the program or the paper that is named, and never from this site.",
    interactive: true,
    provenance: "measured"
  });
}
