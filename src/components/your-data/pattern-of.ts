// Columns of a table → a powder pattern, through the reader of the diffraction room.
import { readPatternFile, type ReadPattern } from "../../science/diffraction/read-pattern.js";
import type { PowderPattern } from "../../science/diffraction/powder-pattern.js";
import type { TextTable } from "../../science/readers/text-table.js";

export interface PatternColumns {
  place: string;
  intensity: string;
  /** null where the file gives none */
  error: string | null;
  axis: PowderPattern["axis"];
  counts: boolean;
}

/** @throws one sentence that names the row */
export function patternOf({ columns }: TextTable, request: PatternColumns): ReadPattern {
  const wanted = [request.place, request.intensity, ...(request.error === null ? [] : [request.error])];
  const chosen = wanted.map((name) => {
    const column = columns.find((each) => each.name === name);
    if (!column)
      throw new Error(`unknown column: ${name}; the file has ${columns.map((c) => c.name).join(", ")}`);
    if (column.kind === "text")
      throw new Error(`invalid column: ${name} holds words; choose a column of numbers`);
    return column.values;
  });
  const rows = Array.from(chosen[0] ?? [], (_, r) => chosen.map((values) => values[r] ?? ""));
  const full = rows.filter((row) => row.every((cell) => cell !== ""));
  const left = rows.length - full.length;
  const { pattern, notes } = readPatternFile(full.map((row) => row.join(" ")).join("\n"), request);
  return { pattern, notes: left > 0 ? [`${left} rows without a number were left out.`, ...notes] : notes };
}
