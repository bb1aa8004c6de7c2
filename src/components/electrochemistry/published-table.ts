// What other studies print of first cycles of like materials, as a table with sources.
import type { Table } from "npm:apache-arrow";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";

/** @param table electrochemistry-published */
export function publishedPanel(table: Table, { id, label }: { id: string; label: string }): FigureFrame {
  type Row = Record<string, unknown>;
  const list = table.toArray().map((row: { toJSON: () => Row }) => row.toJSON());
  const range = (row: Row, name: string, factor: number): string | null => {
    const [from, to] = [row[`${name}_min`], row[`${name}_max`]];
    return typeof from === "number" && typeof to === "number" ? `${factor * from}–${factor * to}` : null;
  };
  const bound = (row: Row): string | null =>
    row["discharge_mAh_g"] == null && typeof row["discharge_max"] === "number"
      ? `up to ${row["discharge_max"]}`
      : null;
  const text = (value: unknown) =>
    value == null ? "–" : typeof value === "number" ? String(+value.toPrecision(4)) : (value as string);
  const view = tableView({
    caption: "First cycles of Li-rich layered oxides, as other studies print them",
    rows: list,
    columns: [
      { name: "material", value: (row) => row["material"] },
      { name: "rate", unit: "C", value: (row) => row["rate_C"], show: text },
      { name: "charge", unit: "mAh/g", value: (row) => row["charge_mAh_g"], show: text },
      {
        name: "discharge",
        unit: "mAh/g",
        value: (row) => row["discharge_mAh_g"] ?? row["discharge_min"] ?? row["discharge_max"],
        show: (value, row) => range(row, "discharge", 1) ?? bound(row) ?? text(value)
      },
      {
        name: "efficiency",
        unit: "%",
        value: (row) => row["efficiency"] ?? row["efficiency_min"],
        show: (value, row) =>
          range(row, "efficiency", 100) ?? text(typeof value === "number" ? 100 * value : null)
      },
      { name: "window", value: (row) => row["window"] },
      { name: "read as", value: (row) => row["read_as"] },
      { name: "source", value: (row) => row["source"] }
    ]
  });
  return figureFrame({
    ...{
      id,
      label,
      title: "What other studies print",
      table,
      alt: "Table of capacities and efficiencies of like materials with their sources."
    },
    content: view,
    caption:
      "The study prints no capacity, efficiency, retention or voltage decay, so nothing of Figure 1a and b can be judged by its own numbers. Rows read as general knowledge have no document behind them. A bound, “up to”, is nobody’s discharge and not in the band of Figure 1b.",
    interactive: true,
    provenance: "measured"
  });
}
