// What the constants were set to, beside what the model gives.
import type { Table } from "npm:apache-arrow";
import { rowsOf, type Row } from "../oxidation/zones-panel.js";
import { tableView } from "../table-view.js";

const digits = (value: unknown): string => String(Number(Number(value).toPrecision(3)));

/** @param table pathways-targets */
export function targetsTable(table: Table): HTMLElement {
  return tableView<Row>({
    caption: "Set at 0.1 C and 10 C",
    sortable: false,
    rows: rowsOf(table),
    columns: [
      { name: "Rate", value: (row) => `${String(row["rate_C"])} C` },
      { name: "What is set", value: (row) => row["target"] },
      {
        name: "Target",
        value: (row) => `${digits(row["aim"])} ± ${digits(row["within"])} ${String(row["unit"])}`
      },
      { name: "Model", value: (row) => `${digits(row["model"])} ${String(row["unit"])}` },
      { name: "From", value: (row) => row["from"] }
    ]
  });
}

/** Largest error of the balances of lithium and oxygen in both runs, per formula unit. */
export function balanceErrors(table: Table): { lithium: number; oxygen: number } {
  const rows = rowsOf(table);
  const most = (name: string) => Math.max(...rows.map((row) => Number(row[name])));
  return { lithium: most("lithium_error"), oxygen: most("oxygen_error") };
}
