// Reads a spectrum from text: columns of numbers, separated by spaces, tabs, commas or semicolons, after a header of lines
// that begin with # or hold no numbers; or XDI 1.0 (XAS Data Interchange, Ravel & Newville, J. Phys. Conf. Ser. 712 (2016)
// 012148, doi 10.1088/1742-6596/712/1/012148), whose header names the columns and keeps "# Family.key: value" lines.

export interface Spectrum {
  /** the first column, eV if `energyUnit` says nothing else, rising */
  energy: Float64Array;
  /** as written behind the energy's name, "eV" where nothing is */
  energyUnit: string;
  /** all further columns, by name; "column 2", … where the file names none */
  columns: Record<string, Float64Array>;
  /** "Family.key" → value of an XDI header; keys in lower case */
  metadata: Record<string, string>;
}

const comment = /^\s*[#%;!*]/;
const split = (line: string): string[] => line.split(/[\s,;]+/).filter((word) => word !== "");

/** @param text a whole file @throws with the line and what is wrong there */
export function readSpectrum(text: string): Spectrum {
  const metadata: Record<string, string> = {};
  const rows: number[][] = [];
  let names: string[] = [];
  for (const [i, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.trim();
    if (line === "") continue;
    if (comment.test(line)) {
      const [, key, value] = /^[#%;!*]+\s*([A-Za-z]\w*\.\w+)\s*:\s*(.*)$/.exec(line) ?? [];
      if (key) metadata[key.toLowerCase()] = value.trim();
      // the last line of a header often names the columns
      else if (rows.length === 0) names = split(line.replace(/^[#%;!*]+/, ""));
      continue;
    }
    const words = split(line);
    const numbers = words.map(Number);
    if (words.some((word, k) => Number.isNaN(numbers[k]) && !/^[-+]?nan$/i.test(word))) {
      if (rows.length > 0)
        throw new Error(
          `invalid spectrum, line ${i + 1}: "${line.slice(0, 40)}"; must be numbers as above it`
        );
      names = words;
      continue;
    }
    if (rows.length > 0 && numbers.length !== rows[0].length)
      throw new Error(
        `invalid spectrum, line ${i + 1}: ${numbers.length} columns; must be ${rows[0].length} as above it`
      );
    rows.push(numbers);
  }
  if (rows.length < 2)
    throw new Error(
      `missing spectrum: ${rows.length} lines of numbers in the text; there must be two or more`
    );
  if (rows[0].length < 2)
    throw new Error("missing column: the text holds energies only; a spectrum needs a second column");
  return assemble(rows, names, metadata);
}

function assemble(rows: number[][], names: string[], metadata: Record<string, string>): Spectrum {
  const wide = rows[0].length;
  const label = (k: number): string =>
    metadata[`column.${k + 1}`] ??
    (names.length === wide ? names[k] : k === 0 ? "energy" : `column ${k + 1}`);
  const [, energyUnit = "eV"] = /(?:\s|_|\()(k?ev)\b/i.exec(label(0)) ?? [];
  // a scan may run downwards
  const ordered = rows[0][0] > rows[rows.length - 1][0] ? rows.toReversed() : rows;
  const column = (k: number) => Float64Array.from(ordered, (row) => row[k]);
  const energy = column(0);
  const energyFault = energy.findIndex((e, i) => !(i === 0 ? Number.isFinite(e) : e > energy[i - 1]));
  if (energyFault >= 0)
    throw new Error(
      `invalid energies: ${energy[energyFault]} after ${energy[energyFault - 1] ?? "nothing"} in row ${energyFault + 1}; must rise from row to row: sort the file and merge repeated points`
    );
  const columns: Record<string, Float64Array> = {};
  for (let k = 1; k < wide; ++k) columns[label(k)] = column(k);
  return { energy, energyUnit, columns, metadata };
}
