// A table of computed rows in a frame: which columns, under which heads, with how many figures.
import type { Provenance } from "../../science/provenance.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { rowsOf } from "../stem/rows.js";
import type { TableLike } from "../table-meta.js";
import { tableView } from "../table-view.js";

export interface RowsColumn {
  column: string;
  label: string;
  unit?: string;
  /** significant figures of a number; 3 by default */
  figures?: number;
  /** another text for a value */
  say?: (value: string | number) => string;
}

export interface RowsOptions {
  id: string;
  label: string;
  title: string;
  caption: string;
  /** what the table says, in a sentence */
  alt: string;
  columns: readonly RowsColumn[];
  provenance?: Provenance;
  keep?: (row: Record<string, string | number>) => boolean;
}

export function rowsPanel(table: TableLike, o: RowsOptions): FigureFrame {
  const view = tableView({
    caption: o.alt,
    sortable: false,
    rows: rowsOf(table).filter(o.keep ?? (() => true)),
    columns: o.columns.map(({ column, label, unit, figures = 3, say }) => ({
      ...{ name: column, label, ...(unit === undefined ? {} : { unit }) },
      value: (row: Record<string, string | number>) => {
        const value = row[column] ?? NaN;
        if (say) return say(value);
        if (typeof value === "string") return value;
        return Number.isFinite(value) ? Number(value.toPrecision(figures)) : null;
      }
    }))
  });
  return figureFrame({
    ...{ id: o.id, label: o.label, title: o.title, caption: o.caption, alt: o.alt },
    content: view,
    provenance: o.provenance ?? "predicted",
    table
  });
}
