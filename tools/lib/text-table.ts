/** Rows as aligned text: a heading and one line a row; the last column is not padded. */
export function textTable<T extends object>(
  columns: readonly (keyof T & string)[],
  rows: readonly T[]
): string {
  const cells = [columns, ...rows.map((row) => columns.map((name) => cell(row[name])))];
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => (line[i] ?? "").length)));
  return cells
    .map((line) =>
      line.map((text, i) => (i < columns.length - 1 ? text.padEnd(widths[i] ?? 0) : text)).join("  ")
    )
    .join("\n");
}

function cell(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value !== "" ? value : "–";
}
