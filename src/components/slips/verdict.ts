// The verdict of a slip: its kind, what follows in a word, and the sentence that the rule made of the numbers.
import { h, typeset } from "../element.js";
import { rowsOf, word } from "../stem/rows.js";
import type { TableLike } from "../table-meta.js";

/** @param table slips @param ids rows to show, for example "1a" @throws where there is no such row */
export function slipVerdict(table: TableLike, ...ids: readonly string[]): HTMLElement {
  const rows = rowsOf(table);
  const said = ids.map((id) => {
    const row = rows.find((each) => word(each, "id") === id);
    if (!row) throw new Error(`missing slip ${id}; build the data anew with npm run data`);
    return h(
      "div",
      { class: "slip-verdict", id: `verdict-${id}` },
      h("p", { class: "slip-head" }, `${word(row, "kind")} · `, h("strong", {}, word(row, "consequence"))),
      h("p", {}, typeset(word(row, "verdict")))
    );
  });
  return h("div", {}, ...said);
}
