// Two columns of a table → a spectrum, through the reader of the spectra's room, which checks energies and numbers.
import type { TextTable } from "../../science/readers/text-table.js";
import { readSpectrum } from "../../science/xanes/read-spectrum.js";

export interface SpectrumColumns {
  energy: string;
  unit: "eV" | "keV";
  /** the absorption itself, or ln(a/b) of two intensities */
  value: { column: string } | { over: string; under: string };
}

export interface ReadColumns {
  /** eV, rising */
  energies: Float64Array;
  values: Float64Array;
  notes: string[];
}

const numbersOf = ({ columns }: TextTable, name: string): readonly string[] => {
  const column = columns.find((each) => each.name === name);
  if (!column)
    throw new Error(`unknown column: ${name}; the file has ${columns.map((c) => c.name).join(", ")}`);
  if (column.kind === "text")
    throw new Error(`invalid column: ${name} holds words; choose a column of numbers`);
  return column.values;
};

/** @throws one sentence on energies or values that cannot be */
export function spectrumOf(table: TextTable, { energy, unit, value }: SpectrumColumns): ReadColumns {
  const x = numbersOf(table, energy);
  const y =
    "column" in value
      ? numbersOf(table, value.column).map((text) => (text === "" ? NaN : Number(text)))
      : logarithm(numbersOf(table, value.over), numbersOf(table, value.under), value);
  const notes: string[] = [];
  const rows = x
    .map((text, i) => ({ e: text === "" ? NaN : Number(text) * (unit === "keV" ? 1000 : 1), v: y[i] ?? NaN }))
    .filter(({ e, v }) => Number.isFinite(e) && Number.isFinite(v));
  if (rows.length < x.length) notes.push(`${x.length - rows.length} rows without two numbers were left out.`);
  if (rows.length < 8)
    throw new Error(
      `missing spectrum: ${rows.length} rows of numbers; there must be 8 or more: check the columns`
    );
  const falls = rows.findIndex(({ e }, i) => i > 0 && e < (rows[i - 1]?.e ?? NaN));
  const reversed = rows.every(({ e }, i) => i === 0 || e <= (rows[i - 1]?.e ?? NaN));
  if (falls > 0 && !reversed) {
    rows.sort((a, b) => a.e - b.e);
    notes.push(`The energies did not rise from row ${falls + 1} on; the rows were sorted.`);
  }
  const merged = merge(rows);
  if (merged.length < rows.length)
    notes.push(`${rows.length - merged.length} points at energies that stood there before were averaged.`);
  const { energy: energies, columns } = readSpectrum(merged.map(({ e, v }) => `${e} ${v}`).join("\n"));
  return { energies, values: Object.values(columns)[0] ?? new Float64Array(), notes };
}

function logarithm(
  over: readonly string[],
  under: readonly string[],
  names: { over: string; under: string }
): number[] {
  return over.map((text, i) => {
    const ratio = Number(text) / Number(under[i]);
    if (text !== "" && under[i] !== "" && !(ratio > 0))
      throw new Error(
        `invalid intensities in row ${i + 1}: ${text} over ${under[i]}; both must be positive to take ln(${names.over}/${names.under}): choose the columns again`
      );
    return text === "" || under[i] === "" ? NaN : Math.log(ratio);
  });
}

/** Points at one energy become their mean. */
function merge(rows: readonly { e: number; v: number }[]): { e: number; v: number }[] {
  const out: { e: number; v: number; n: number }[] = [];
  for (const { e, v } of rows) {
    const last = out[out.length - 1];
    if (last?.e === e) {
      last.v += v;
      ++last.n;
    } else out.push({ e, v, n: 1 });
  }
  return out.map(({ e, v, n }) => ({ e, v: v / n }));
}
