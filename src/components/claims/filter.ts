// Which rows of the board are shown, and how that stands in the page's address.
import type { ClaimRow } from "./rows.js";

/** "" means all. */
export interface Filter {
  verdict: string;
  kind: string;
  technique: string;
  search: string;
}

/** In the kind filter: rows for which nothing is computed. */
export const nothingComputed = "none";

export const noFilter: Filter = { verdict: "", kind: "", technique: "", search: "" };

/** Every word of the search must occur in the row, in any case. */
export function matches(row: ClaimRow, { verdict, kind, technique, search }: Filter): boolean {
  if (verdict && row.verdict !== verdict) return false;
  if (kind && (row.kind || nothingComputed) !== kind) return false;
  if (technique && row.technique !== technique) return false;
  const { id, statement, reported, computed, condition, place, caution, rule } = row;
  const text = [id, statement, reported, computed, condition, place, caution, rule, row.technique]
    .join(" ")
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The choices that the rows offer, in the order of their first use. */
export function choices(rows: ClaimRow[]): Record<"verdict" | "kind" | "technique", string[]> {
  const distinct = (of: (row: ClaimRow) => string) => [...new Set(rows.map(of))];
  return {
    verdict: distinct((row) => row.verdict),
    kind: distinct((row) => row.kind || nothingComputed),
    technique: distinct((row) => row.technique).sort()
  };
}

/** A filter from an address; a value that the rows do not offer counts as none. */
export function readFilter(query: string, rows: ClaimRow[]): Filter {
  const parameters = new URLSearchParams(query);
  const offered = choices(rows);
  const known = (name: "verdict" | "kind" | "technique") => {
    const value = parameters.get(name) ?? "";
    return offered[name].includes(value) ? value : "";
  };
  return {
    verdict: known("verdict"),
    kind: known("kind"),
    technique: known("technique"),
    search: (parameters.get("search") ?? "").slice(0, 100)
  };
}

/** The query part of the address, "" where nothing is filtered; other parameters of `query` are kept. */
export function writeFilter(filter: Filter, query = ""): string {
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(filter) as [string, string][]) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
