// A reader's own powder pattern from text: columns of place, intensity and standard error (xye), or of place and counts. Rows in
// any order are sorted, and it is said; what cannot be refined is refused with the line where it stands.

import { checkPattern, type PowderPattern } from "./powder-pattern.js";

export interface ReadPatternSettings {
  axis: PowderPattern["axis"];
  /** intensities are counts: where errors are missing, √N serves, and 1 where nothing was counted */
  counts?: boolean;
}

export interface ReadPattern {
  pattern: PowderPattern;
  /** sentences on what was done to the rows */
  notes: string[];
}

interface Row {
  x: number;
  intensity: number;
  /** as in the file; undefined where it has no third column */
  error: number | undefined;
  line: number;
}

const names = { d: ["d", "Å"], "two-theta": ["2θ", "°"] } as const;

/** @throws one sentence that names the line */
export function readPatternFile(text: string, { axis, counts = false }: ReadPatternSettings): ReadPattern {
  const [name, unit] = names[axis];
  const rows = text
    .split(/\r\n?|\n/)
    .map((line, i) => ({ words: line.replace(/\s*[#!].*$/, "").trim(), line: i + 1 }))
    // titles and headers: whatever begins as no number does
    .filter(({ words }) => /^[-+.\d]/.test(words))
    .map(({ words, line }) => rowOf(words, line));
  if (rows.length === 0)
    throw new Error(
      `missing pattern: the file has no row of numbers; each must hold ${name} in ${unit}, intensity and its standard error`
    );
  const notes: string[] = [];
  const bad = rows.find(({ x }) => !(x > 0));
  if (bad)
    throw new Error(`invalid ${name}, line ${bad.line}: ${bad.x} ${unit}; must be above 0: remove the row`);
  const falls = rows.findIndex(({ x }, i) => i > 0 && x < rows[i - 1].x);
  if (falls > 0) {
    const reversed = rows.every(({ x }, i) => i === 0 || x <= rows[i - 1].x);
    notes.push(
      reversed
        ? `The rows fell in ${name}; their order was turned.`
        : `The rows did not ascend in ${name} from line ${rows[falls].line} on; they were sorted.`
    );
    rows.sort((a, b) => a.x - b.x);
  }
  const again = rows.findIndex(({ x }, i) => i > 0 && x === rows[i - 1].x);
  if (again > 0) {
    const [first, second] = [rows[again - 1].line, rows[again].line].sort((a, b) => a - b);
    throw new Error(
      `ambiguous pattern: ${name} = ${rows[again].x} ${unit} stands twice, lines ${first} and ${second}; keep one of them, or their mean`
    );
  }
  let assumed = 0;
  const error = Float64Array.from(rows, (row) => {
    if (row.error !== undefined && row.error > 0) return row.error;
    if (!counts) throw new Error(noError(row, name, unit));
    ++assumed;
    return Math.sqrt(Math.max(row.intensity, 1));
  });
  if (assumed > 0)
    notes.push(
      assumed === rows.length
        ? "The rows have no standard errors; √N of the counts serves."
        : `${assumed} of ${rows.length} rows have no standard error; √N of the counts serves there.`
    );
  const pattern: PowderPattern = {
    ...{ axis, error },
    x: Float64Array.from(rows, ({ x }) => x),
    intensity: Float64Array.from(rows, ({ intensity }) => intensity)
  };
  checkPattern(pattern);
  return { pattern, notes };
}

function rowOf(words: string, line: number): Row {
  const numbers = words.split(/[\s,;]+/).map(Number);
  if (numbers.length < 2 || numbers.slice(0, 3).some((value) => !Number.isFinite(value)))
    throw new Error(
      `invalid row, line ${line}: “${words.slice(0, 40)}”; must be numbers: place, intensity, standard error`
    );
  const [x, intensity, error] = numbers as [number, number, number | undefined];
  return { x, intensity, error, line };
}

function noError({ error, line, x }: Row, name: string, unit: string): string {
  if (error === undefined)
    return `missing standard error, line ${line}: the row at ${name} = ${x} ${unit} has two columns; add a third, or say that the intensities are counts`;
  return `invalid standard error, line ${line}: ${error} at ${name} = ${x} ${unit}; must be above 0: say that the intensities are counts, or remove the row`;
}
