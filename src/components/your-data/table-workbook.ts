// Sheets of a workbook (.xlsx): values only. Formulas are never evaluated: what the program that saved the file computed is taken, and
// where it left nothing the cell says so. No styles, no macros, no links are read.
import { kindOf, plainCells } from "../../science/readers/table-cells.js";
import type { TableColumn, TextTable } from "../../science/readers/text-table.js";
import { said, saying } from "./said.js";

export interface Workbook {
  sheets: { name: string; rows: number; columns: number }[];
  notes: string[];
  /** @param nameRow row that names the columns, from 1; found unless given */
  table: (sheet: string, nameRow?: number) => TextTable & { nameRow: number };
}

const largest = 60e6;
const mostCells = 3e6;
/** What a cell says whose formula has no value; never a number. */
export const noValue = "(formula without a value)";

type Cell = { t?: string; v?: unknown; f?: string; w?: string } | undefined;

export async function openWorkbook(file: Blob): Promise<Workbook> {
  if (file.size > largest)
    throw new Error(
      `unsupported workbook: ${(file.size / 1e6).toFixed(0)} MB; must be ${largest / 1e6} MB at most: save the sheet as CSV`
    );
  const xlsx = await import("npm:@e965/xlsx");
  return saying(
    ".xlsx workbook",
    async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const book = xlsx.read(bytes, {
        ...{ type: "array", dense: true, cellFormula: true, sheetStubs: true, cellHTML: false },
        ...{ bookVBA: false, cellText: false, cellDates: false, bookDeps: false }
      });
      const sheets = book.SheetNames.map((name) => {
        const reference = book.Sheets[name]?.["!ref"];
        if (!reference) return { name, rows: 0, columns: 0 };
        const { s, e } = xlsx.utils.decode_range(reference);
        return { name, rows: e.r - s.r + 1, columns: e.c - s.c + 1 };
      }).filter(({ rows, columns }) => rows > 0 && columns > 0);
      if (sheets.length === 0)
        throw new Error("missing cells: all sheets of the workbook are empty; choose another file");
      return {
        ...{ sheets, notes: [] },
        table(name, nameRow) {
          try {
            const sheet = book.Sheets[name];
            if (!sheet)
              throw new Error(`unknown sheet: ${name}; the workbook has ${book.SheetNames.join(", ")}`);
            return tableOf(sheet["!data"] ?? [], name, nameRow);
          } catch (error) {
            throw said(error, `sheet ${name}`);
          }
        }
      };
    },
    "it may be cut off, locked by a password, or a zip of something else: save it again as .xlsx"
  );
}

function tableOf(
  data: readonly (Cell[] | undefined)[],
  sheet: string,
  asked?: number
): TextTable & { nameRow: number } {
  const notes: string[] = [];
  let empty = 0;
  let cells = 0;
  const grid = Array.from(data, (row) =>
    Array.from(row ?? [], (cell) => {
      if (++cells > mostCells)
        throw new Error(
          `unsupported sheet: more than ${mostCells / 1e6} million cells; save the part that is needed alone`
        );
      const text = textOf(cell);
      if (text === noValue) ++empty;
      return text;
    })
  );
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  const nameRow = asked ?? 1 + namesAt(grid);
  if (!(Number.isInteger(nameRow) && nameRow >= 1 && nameRow <= grid.length))
    throw new Error(`invalid row of names: ${nameRow}; must be from 1 to ${grid.length}`);
  const top = grid[nameRow - 1] ?? [];
  const below = grid.slice(nameRow).filter((row) => row.some((text) => text !== ""));
  if (below.length === 0)
    throw new Error(
      `missing rows: nothing stands below row ${nameRow} of sheet ${sheet}; choose another row of names`
    );
  if (empty > 0)
    notes.push(
      `${empty} cells hold a formula without a saved value; formulas are not evaluated here: open the workbook in its program, save it, and choose it again.`
    );
  const seen = new Map<string, number>();
  const columns: TableColumn[] = [];
  for (let k = 0; k < width; ++k) {
    const raw = below.map((row) => row[k] ?? "");
    if (raw.every((text) => text === "")) continue;
    const plain = (top[k] ?? "").trim().slice(0, 120) || `column ${letters(k)}`;
    const times = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, times);
    if (times > 1)
      notes.push(
        `Column ${letters(k)} is called “${plain}” as another one is; it is shown as “${plain} (${times})”.`
      );
    // words among numbers, such as a line of units or a missing formula, count as no number
    const numbers = raw.filter((text) => kindOf([text]) === "number").length;
    const mostly = numbers > 0 && numbers >= 0.6 * raw.filter((text) => text !== "").length;
    const values = mostly
      ? raw.map((text) => (kindOf([text]) === "number" ? (plainCells([text], "number")[0] ?? "") : ""))
      : raw;
    columns.push({
      name: times > 1 ? `${plain} (${times})` : plain,
      kind: mostly ? "number" : "text",
      values
    });
  }
  return { columns, rows: below.length, header: [], notes, nameRow };
}

/** The row above the first that holds two numbers or more; the first where none does. */
function namesAt(grid: readonly string[][]): number {
  const numbers = (row: readonly string[]) => row.filter((text) => kindOf([text]) === "number").length;
  const first = grid.findIndex((row) => numbers(row) >= 2);
  if (first <= 0) return Math.max(0, first);
  for (let r = first - 1; r >= 0; --r)
    if ((grid[r] ?? []).filter((text) => text !== "").length >= 2) return r;
  return first - 1;
}

function textOf(cell: Cell): string {
  if (!cell || cell.t === "z") return cell?.f ? noValue : "";
  if (cell.f !== undefined && (cell.v === undefined || cell.v === null || cell.v === "")) return noValue;
  if (cell.t === "e") return "";
  const { v } = cell;
  return typeof v === "number" || typeof v === "string" || typeof v === "boolean" ? String(v) : "";
}

/** "A", "B", … "AA" of a column. */
export const letters = (k: number): string =>
  (k >= 26 ? letters(Math.floor(k / 26) - 1) : "") + String.fromCharCode(65 + (k % 26));
