// The checks as the page reads them from their table, and how near each came to its tolerance.
import type { Table } from "npm:apache-arrow";

export interface CheckRow {
  data_set: string;
  data: string;
  what: string;
  unit: string;
  relation: "within" | "at most" | "at least";
  expected: number;
  tolerance: number | null;
  obtained: number;
  deviation: number;
  passes: boolean;
  against: string;
  source: string;
  repository: string;
  licence: string;
  page: string;
}

/** @param table validation; empty where no measured data were present */
export const checkRows = (table: Table): CheckRow[] =>
  table.toArray().map((row: { toJSON: () => unknown }) => row.toJSON() as CheckRow);

/** Share of its tolerance, or of its upper bound, that a check used; null where there is nothing to compare with. */
export function used({ relation, expected, tolerance, obtained, deviation }: CheckRow): number | null {
  if (relation === "at least") return null;
  if (relation === "at most") return obtained / expected;
  if (tolerance !== null && tolerance > 0) return Math.abs(deviation) / tolerance;
  return deviation === 0 ? 0 : Infinity;
}

export interface SetRow extends Pick<
  CheckRow,
  "data_set" | "data" | "source" | "repository" | "licence" | "page"
> {
  checks: number;
  passed: number;
  /** largest share of a tolerance that any check used */
  nearest: number;
}

/** One row a set of data, in the order of the table. */
export function setsOf(rows: readonly CheckRow[]): SetRow[] {
  return [...new Set(rows.map((row) => row.data_set))].map((name) => {
    const own = rows.filter((row) => row.data_set === name);
    const { data_set, data, source, repository, licence, page } = own[0];
    return {
      ...{ data_set, data, source, repository, licence, page },
      checks: own.length,
      passed: own.filter(({ passes }) => passes).length,
      nearest: Math.max(0, ...own.map((row) => used(row) ?? 0))
    };
  });
}
