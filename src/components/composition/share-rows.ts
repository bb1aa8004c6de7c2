// The table of shares as rows, and what its seeds say together: mean and spread of each state and class.
import type { Table } from "npm:apache-arrow";
import type { CompositionClass } from "../colours.js";
import { numbers } from "../stress/columns.js";

export interface ShareRow {
  state: string;
  class: CompositionClass;
  seed: number;
  threshold: number;
  /** from 0 to 1 */
  truth: number;
  recovered: number;
  /** voxels of this true class found target, oxygen-poor, oxygen-rich */
  found: [number, number, number];
  /** other columns of text by name */
  text: (column: string) => string;
  number: (column: string) => number;
}

/** @param table composition-shares or composition-sweep */
export function shareRows(table: Table): ShareRow[] {
  const text = (name: string) => {
    const vector = table.getChild(name);
    if (!vector) throw new Error(`unknown column: ${name}; build the data anew with npm run data`);
    return (i: number) => String(vector.get(i) ?? "");
  };
  const columns = new Map<string, Float64Array>();
  const number = (name: string) => {
    const known = columns.get(name) ?? numbers(table, name);
    columns.set(name, known);
    return known;
  };
  const [state, name] = [text("state"), text("class")];
  return Array.from({ length: table.numRows }, (_, i): ShareRow => ({
    state: state(i),
    class: name(i) as CompositionClass,
    seed: number("seed")[i],
    threshold: number("threshold_percent")[i],
    truth: number("true_percent")[i] / 100,
    recovered: number("recovered_percent")[i] / 100,
    found: [number("found_target")[i], number("found_oxygen_poor")[i], number("found_oxygen_rich")[i]],
    text: (column) => text(column)(i),
    number: (column) => number(column)[i]
  }));
}

export interface Spread {
  truth: number;
  recovered: number;
  low: number;
  high: number;
}

/** Means over the seeds, with the least and the greatest value found. */
export function overSeeds<K extends string>(
  rows: readonly ShareRow[],
  key: (row: ShareRow) => K
): Map<K, Spread & { row: ShareRow }> {
  const groups = new Map<K, ShareRow[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return new Map(
    [...groups].map(([name, group]) => {
      const mean = (of: (row: ShareRow) => number) => group.reduce((sum, r) => sum + of(r), 0) / group.length;
      const all = group.map(({ recovered }) => recovered);
      return [
        name,
        {
          row: group[0],
          truth: mean((r) => r.truth),
          recovered: mean((r) => r.recovered),
          low: Math.min(...all),
          high: Math.max(...all)
        }
      ];
    })
  );
}
