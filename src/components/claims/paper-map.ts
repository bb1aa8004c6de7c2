// From the paper to the pages: every panel, supplementary figure and table of the study, and where it stands here.
import type { Table } from "npm:apache-arrow";
import { h } from "../element.js";
import { tableView } from "../table-view.js";

interface Item {
  kind: string;
  id: string;
  title: string;
  panels: string;
  page: string;
  anchor: string;
  status: string;
}

const kinds: Record<string, string> = {
  panel: "Figures",
  figure: "Supplementary figures",
  table: "Supplementary tables"
};

/** @param table inventory; claims are left to their board */
export function paperMap(table: Table): HTMLElement {
  const items = Array.from({ length: table.numRows }, (_, i): Item => {
    const row = table.get(i)?.toJSON() ?? {};
    const text = (name: string) => String(row[name] ?? "");
    return {
      ...{ kind: text("kind"), id: text("id"), title: text("title"), panels: text("panels") },
      ...{ page: text("page"), anchor: text("anchor"), status: text("status") }
    };
  });
  return h(
    "div",
    {},
    ...Object.entries(kinds).map(([kind, name]) =>
      tableView({
        caption: name,
        sortable: false,
        rows: items.filter((item) => item.kind === kind),
        columns: [
          {
            name: "In the study",
            value: (item) => item.id,
            show: (id, item) =>
              item.status === "shown"
                ? h("a", { href: `.${item.page}#${item.anchor}` }, String(id))
                : String(id)
          },
          { name: "What it shows", value: (item) => item.title },
          { name: "Sub-panels named", value: (item) => item.panels },
          { name: "Here", value: (item) => item.status }
        ]
      })
    )
  );
}
