// Cells of a text table → numbers as one writes them: decimal commas, clock times, and the cells that hold none.

const plain = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eEdD][-+]?\d+)?$/;
const commaed = /^[-+]?(?:\d+(?:,\d+)?|,\d+)(?:[eE][-+]?\d+)?$/;
const clock = /^(?:(\d+)\s*[d.-]\s*)?(\d{1,5}):(\d{2}):(\d{2}(?:[.,]\d+)?)$/;
const nothing = /^(?:nan|-?inf(?:inity)?|n\/?a|null|none|-{1,3}|#n\/a|#div\/0!|)$/i;

export const isNumber = (cell: string): boolean => plain.test(cell);
/** A number, with a point or with a comma. */
export const isNumeric = (cell: string): boolean => plain.test(cell) || commaed.test(cell);
/** Holds a number, a clock time, or says that there is none. */
export const isValue = (cell: string): boolean =>
  isNumeric(cell) || clock.test(cell) || nothing.test(cell.trim());

export type CellKind = "number" | "comma" | "clock" | "text";

/** What a column holds: numbers where all cells do that are not empty, and at least one. */
export function kindOf(cells: readonly string[]): CellKind {
  let [numbers, commas, clocks] = [0, 0, 0];
  for (const cell of cells) {
    if (plain.test(cell)) ++numbers;
    else if (commaed.test(cell)) ++commas;
    else if (clock.test(cell)) ++clocks;
    else if (!nothing.test(cell)) return "text";
  }
  if (clocks > 0) return numbers + commas > 0 ? "text" : "clock";
  if (commas > 0) return cells.some((cell) => cell.includes(".") && plain.test(cell)) ? "text" : "comma";
  return numbers > 0 ? "number" : "text";
}

/** Seconds of "1d 02:03:04.5" or "26:03:04.5". */
function seconds(cell: string): number {
  const [, days = "0", h = "0", m = "0", s = "0"] = clock.exec(cell) ?? [];
  return 86400 * Number(days) + 3600 * Number(h) + 60 * Number(m) + Number(s.replace(",", "."));
}

/** A column as plain numbers in text, "" where there is none. */
export function plainCells(cells: readonly string[], kind: CellKind): string[] {
  if (kind === "text") return [...cells];
  return cells.map((cell) => {
    if (nothing.test(cell)) return "";
    if (kind === "clock") return String(seconds(cell));
    return (kind === "comma" ? cell.replace(",", ".") : cell).replace(/[dD]/, "e");
  });
}
