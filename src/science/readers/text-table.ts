// A table out of a text of any of the usual shapes: separated by tabs, semicolons, commas or spaces; a header of any length, of
// comments or of lines above the names; a line of units below the names; decimal commas; clock times. RFC 4180, XDI 1.0 headers.

import { isNumeric, isValue, kindOf, plainCells, type CellKind } from "./table-cells.js";
import { separators, splitLine, type Separator } from "./split-line.js";

export interface TableColumn {
  /** no two alike; with its unit, if the file tells it */
  name: string;
  kind: "number" | "text";
  /** numbers as plain numbers, "" where there is none */
  values: string[];
}

export interface TextTable {
  columns: TableColumn[];
  rows: number;
  /** lines above the names */
  header: string[];
  /** sentences on what was done */
  notes: string[];
}

const comment = /^\s*(?:[#%!*]|\/\/)+\s?/;
/** A header ends within so many lines. */
const deepest = 2000;
/** Rows that are looked at to find what separates the columns. */
const tried = 30;
export const mostCells = 2e7;

interface Found {
  separator: Separator;
  /** line of the first row of values */
  first: number;
  columns: number;
  score: number;
}

/** @throws one sentence where the text holds no table, or its rows do not fit together */
export function textTable(text: string): TextTable {
  const lines = text.split(/\r\n|\n|\r/);
  while (lines.length > 0 && (lines[lines.length - 1] ?? "").trim() === "") lines.pop();
  if (lines.length === 0) throw new Error("missing rows: the file holds nothing but blanks; export it again");
  const found = findRows(lines);
  if (!found)
    throw new Error(
      `missing table: none of the first ${Math.min(lines.length, deepest)} lines begins rows of numbers in columns; separate the columns by commas, semicolons, tabs or spaces, one row a line`
    );
  refuseBroken(lines, found);
  const notes: string[] = [];
  const cells = readRows(lines, found, notes);
  const names = namesOf(lines, found, notes);
  const kinds = cells.map(kindOf);
  sayKinds(names, kinds, notes);
  const columns = cells.map((values, k): TableColumn => {
    const kind = kinds[k] ?? "text";
    const name = kind === "clock" && !/[[(]/.test(names[k] ?? "") ? `${names[k]} [s]` : (names[k] ?? "");
    return { name, kind: kind === "text" ? "text" : "number", values: plainCells(values, kind) };
  });
  return {
    columns,
    rows: cells[0]?.length ?? 0,
    header: lines.slice(0, Math.min(found.first, 400)),
    notes
  };
}

/** Where rows begin, and what separates their columns: what gives the longest run of rows of values, then the most columns. */
function findRows(lines: readonly string[]): Found | null {
  let best: Found | null = null;
  for (const separator of separators) {
    for (let i = 0; i < Math.min(lines.length, deepest); ++i) {
      const columns = valuesIn(lines[i] ?? "", separator);
      if (columns < 2) continue;
      let run = 0;
      while (run < tried && valuesIn(lines[i + run] ?? "", separator) === columns) ++run;
      const rest = Math.min(tried, lines.length - i);
      if (run < Math.min(2, rest)) continue;
      const fields = trimmed(splitLine(lines[i] ?? "", separator));
      // what is parted at the wrong character leaves words where numbers were
      const share = fields.filter(isValue).length / fields.length;
      const score = (run / rest) * share + columns / 1e4 + (separator === " " ? 0 : 1e-6);
      if (!best || score > best.score + 1e-9) best = { separator, first: i, columns, score };
      // later lines of the same run do not do better
      if (run === rest) break;
    }
  }
  return best;
}

/** Fields of a line that is a row: none where fewer than two, or less than a third, hold a number. */
function valuesIn(line: string, separator: Separator): number {
  if (line.trim() === "" || comment.test(line)) return 0;
  const fields = trimmed(splitLine(line, separator));
  const numbers = fields.filter(isNumeric).length;
  if (numbers === 0) return 0;
  const values = fields.filter(isValue).length;
  return values >= 2 && 3 * values >= fields.length ? fields.length : 0;
}

/** Without the empty field after a separator that ends the line. */
const trimmed = (fields: string[]): string[] =>
  fields.length > 2 && fields[fields.length - 1] === "" ? fields.slice(0, -1) : fields;

/** Rows like those found, above a row of another length: the latter is at fault, and nothing may be lost with it. */
function refuseBroken(lines: readonly string[], { separator, first, columns }: Found): void {
  let above = -1;
  for (let i = 0; i < first; ++i) {
    const line = lines[i] ?? "";
    if (above < 0) {
      if (valuesIn(line, separator) === columns) above = i;
      continue;
    }
    const fields = splitLine(line, separator);
    if (line.trim() === "" || comment.test(line) || valuesIn(line, separator) === columns) continue;
    // words between them: those above belong to a header
    if (!fields.every(isValue) || !fields.some(isNumeric)) above = -1;
    else throw wrongRow(i, fields.length, columns, above);
  }
}

const wrongRow = (i: number, found: number, columns: number, like: number): Error =>
  new Error(
    `invalid row, line ${i + 1}: ${found} ${found === 1 ? "column" : "columns"}; must be ${columns} as in line ${like + 1}: leave that row out, and do not write decimal commas where commas separate`
  );

function readRows(
  lines: readonly string[],
  { separator, first, columns }: Found,
  notes: string[]
): string[][] {
  if (columns * (lines.length - first) > mostCells)
    throw new Error(
      `unsupported table: ${columns} columns of ${lines.length - first} rows; a text may hold ${mostCells / 1e6} million cells: leave columns out, or save it as Parquet`
    );
  const cells = Array.from({ length: columns }, (): string[] => []);
  let left = 0;
  for (let i = first; i < lines.length; ++i) {
    const line = lines[i] ?? "";
    if (line.trim() === "" || comment.test(line)) continue;
    const all = splitLine(line, separator);
    const fields = all.length > columns ? trimmed(all) : all;
    if (fields.length < columns && i === lines.length - 1) {
      notes.push(
        `The last line holds ${fields.length} of ${columns} columns; the file seems cut off there, and that line was left out.`
      );
      continue;
    }
    if (fields.length !== columns) {
      // a footer, or lines of words between the rows
      if (!fields.some(isNumeric)) {
        ++left;
        continue;
      }
      throw wrongRow(i, fields.length, columns, first);
    }
    fields.forEach((field, k) => cells[k]?.push(field));
  }
  if (left > 0) notes.push(`${left} lines of words between or below the rows were left out.`);
  if ((cells[0]?.length ?? 0) === 0)
    throw new Error("missing rows: nothing stands below the names of the columns; the file seems cut off");
  return cells;
}

const unitLike = /^(?:#|[[(]?[a-zA-Zµμ°%Ω²³⁻¹./^*·\- \d]{1,12}[\])]?|)$/;

/** Names of the columns: of XDI's "Column.n", else of the nearest line above the rows that has as many fields. */
function namesOf(lines: readonly string[], { separator, first, columns }: Found, notes: string[]): string[] {
  const fieldsOf = (i: number): string[] | null => {
    const whole = lines[i] ?? "";
    const bare = whole.replace(comment, "");
    const ways = [splitLine(whole, separator), ...[separator, ...separators].map((s) => splitLine(bare, s))];
    const fields = ways.find((each) => each.length === columns || trimmed(each).length === columns);
    return fields?.slice(0, columns) ?? null;
  };
  const xdi = new Map<number, string>();
  for (const line of lines.slice(0, first)) {
    const [, k, name] = /^\s*#\s*Column\.(\d+)\s*:\s*(.+)$/i.exec(line) ?? [];
    if (k && name) xdi.set(Number(k), name.trim());
  }
  let [names, units]: [string[] | null, string[] | null] = [null, null];
  for (let i = first - 1; i >= Math.max(0, first - 5) && !names; --i) {
    const fields = fieldsOf(i);
    if (!fields || fields.every((field) => field === "")) continue;
    const above = i > 0 ? fieldsOf(i - 1) : null;
    // a line of units has names above it
    if (!units && above && fields.every((f) => unitLike.test(f)) && isUnits(fields, above)) units = fields;
    else if (!fields.every(isValue)) names = fields;
  }
  const plain = Array.from({ length: columns }, (_, k) => {
    const named = xdi.get(k + 1) ?? names?.[k] ?? "";
    const unit = (units?.[k] ?? "").replace(/^[[(#]|[\])]$/g, "").trim();
    return `${named.trim() || `column ${k + 1}`}${unit && !xdi.has(k + 1) ? ` [${unit}]` : ""}`;
  });
  if (!names && xdi.size === 0) notes.push("The file names no columns; they are numbered.");
  return distinct(plain, notes);
}

const isUnits = (fields: readonly string[], above: readonly string[]): boolean =>
  fields.some((f) =>
    /^[[(]?(?:s|h|min|m?A|µA|m?V|eV|keV|Å|nm|°|deg|counts|A\.?h|mA\.?h|V vs\.? Ref\.)[\])]?$/i.test(f)
  ) && above.filter((name) => /[a-z]{1,}/i.test(name)).length >= fields.length / 2;

/** No two names alike. */
function distinct(names: readonly string[], notes: string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name, k) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    if (times === 1) return name;
    const own = `${name} (${times})`;
    notes.push(`Column ${k + 1} is called “${name}” as another one is; it is shown as “${own}”.`);
    return own;
  });
}

function sayKinds(names: readonly string[], kinds: readonly CellKind[], notes: string[]): void {
  if (kinds.includes("comma")) notes.push("Decimal commas were read as points.");
  const clocks = names.filter((_, k) => kinds[k] === "clock");
  if (clocks.length > 0) notes.push(`Clock times (${clocks.join(", ")}) were turned into seconds.`);
}
