// What the tables of the neutron refinements hold of one state, in the shapes that the figures take.
import type { Table } from "npm:apache-arrow";
import type { RefinedNumber } from "../../science/diffraction/refined-crystal.js";
import type { RefinedRow } from "./refined-table.js";
import type { ShownPattern, ShownReflections } from "./shown-pattern.js";
import { shortName } from "./short-names.js";
import { numberOf, numbersOf, rowsOf, type Row } from "./table-rows.js";

export interface NeutronTables {
  /** neutron-fits, neutron-refined, neutron-correlation, neutron-reflections */
  fits: Table;
  refined: Table;
  correlation: Table;
  reflections: Table;
}

export interface StateFacts {
  fit: Row;
  values: RefinedRow[];
  /** the same by quantity */
  numbers: ReadonlyMap<string, RefinedNumber>;
  /** short ones, and their correlations [row][column] */
  names: string[];
  correlation: Float64Array;
  reflections: ShownReflections;
}

/** Facts of every state by its id. */
export function stateFacts(tables: NeutronTables): ReadonlyMap<string, StateFacts> {
  const by = (table: Table) => {
    const groups = new Map<string, Row[]>();
    for (const row of rowsOf(table)) {
      const state = String(row["state"]);
      const group = groups.get(state);
      if (group) group.push(row);
      else groups.set(state, [row]);
    }
    return groups;
  };
  const [fits, refined, correlation, reflections] = [
    by(tables.fits),
    by(tables.refined),
    by(tables.correlation),
    by(tables.reflections)
  ];
  return new Map(
    [...fits].map(([state, [fit]]) => {
      const rows = refined.get(state) ?? [];
      const pairs = correlation.get(state) ?? [];
      const names = [...new Set(pairs.map((row) => String(row["first"])))];
      const matrix = new Float64Array(names.length ** 2).fill(NaN);
      for (const row of pairs) {
        const [i, j] = [names.indexOf(String(row["first"])), names.indexOf(String(row["second"]))];
        matrix[i * names.length + j] = numberOf(row["correlation"]);
      }
      return [
        state,
        {
          ...{ fit, values: rows.map(refinedRow), correlation: matrix },
          numbers: new Map(rows.map((row) => [String(row["quantity"]), refinedRow(row)])),
          names: names.map(shortName),
          reflections: reflectionsOf(reflections.get(state) ?? [])
        }
      ];
    })
  );
}

const refinedRow = (row: Row): RefinedRow => ({
  ...{ label: String(row["quantity_label"]), symbol: String(row["symbol"]), unit: String(row["unit"]) },
  value: numberOf(row["recovered"]),
  error: row["held"] === "held" ? 0 : numberOf(row["standard_error"]),
  truth: numberOf(row["truth"])
});

function reflectionsOf(rows: readonly Row[]): ShownReflections {
  const indices = rows.map((row) => String(row["hkl"]).split(" ").map(Number));
  const column = (name: string) => rows.map((row) => numberOf(row[name]));
  return {
    h: indices.map(([h]) => h),
    k: indices.map(([, k]) => k),
    l: indices.map(([, , l]) => l),
    d: column("d_A"),
    centre: column("d_A"),
    squared: column("structure_factor_squared"),
    multiplicity: column("multiplicity"),
    area: column("area")
  };
}

/** @param table of neutron-patterns */
export function patternOf(table: Table, reflections: ShownReflections): ShownPattern {
  const column = (name: string) => numbersOf(table, name);
  return {
    ...{ axis: "d", x: column("d_A"), observed: column("observed"), error: column("error") },
    ...{ calculated: column("calculated"), background: column("background"), reflections }
  };
}
