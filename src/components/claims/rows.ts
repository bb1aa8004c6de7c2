// The board's rows, out of the claims table.
import type { TableLike } from "../table-meta.js";

const texts = [
  ...["id", "statement", "type", "technique", "reported", "unit", "kind", "computed", "computed_unit"],
  ...["error_meaning", "verdict", "reason", "rule", "note", "caution", "condition", "place", "page"]
] as const;

/** One claim; what is not computed is "". */
export interface ClaimRow {
  id: string;
  statement: string;
  type: string;
  technique: string;
  reported: string;
  kind: string;
  computed: string;
  computed_unit: string;
  computed_value: number | null;
  error: number | null;
  error_meaning: string;
  verdict: string;
  reason: string;
  rule: string;
  note: string;
  caution: string;
  condition: string;
  place: string;
  page: string;
  /** whether the page is written and may be linked */
  page_ready: boolean;
}

/** @throws where the table lacks a column of the board */
export function claimRows(table: TableLike): ClaimRow[] {
  const column = (name: string) => {
    const vector = table.getChild(name);
    if (!vector)
      throw new Error(`missing column ${name} in the claims table; build it anew with npm run data`);
    return vector;
  };
  const number = (name: string, i: number): number | null => column(name).get(i) as number | null;
  return Array.from({ length: table.numRows }, (_, i) => ({
    ...(Object.fromEntries(texts.map((name) => [name, column(name).get(i) ?? ""])) as Record<
      (typeof texts)[number],
      string
    >),
    computed_value: number("computed_value", i),
    error: number("error", i),
    page_ready: column("page_ready").get(i) === true
  }));
}
