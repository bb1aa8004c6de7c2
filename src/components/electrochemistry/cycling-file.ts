// From the text of a cycler's file to its columns: which line names the columns, and what separates them. The parsing itself
// is d3-dsv's (quotes, line ends); what the columns mean is for read-cycling.ts.
import { dsvFormat } from "npm:d3-dsv";
import type { TextColumn } from "../../science/electrochemistry/read-cycling.js";

const separators = ["\t", ";", ","] as const;
/** a header is looked for in so many first lines */
const deepest = 200;

/**
 * Columns of a delimited text: comma, semicolon (then also with decimal commas) or tab; lines above the names are left out.
 * @throws where no line names a time, a current and a voltage, or there are no rows
 */
export function columnsOfText(text: string): TextColumn[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const at = lines
    .slice(0, deepest)
    .findIndex(
      (line) =>
        /[a-z]/i.test(line) &&
        /time|elapsed|\bt\b/i.test(line) &&
        separators.some((s) => line.split(s).length >= 3)
    );
  if (at < 0)
    throw new Error(
      `missing names of columns: none of the first ${Math.min(deepest, lines.length)} lines names a time, a current and a voltage, separated by commas, semicolons or tabs; add such a line, for example "Time [s],Current [A],Voltage [V]"`
    );
  const separator = separators.find((s) => lines[at].split(s).length >= 3) ?? ",";
  const [names = [], ...rows] = dsvFormat(separator).parseRows(lines.slice(at).join("\n"));
  const full = rows.filter((row) => row.length > 1 || (row[0] ?? "").trim() !== "");
  if (full.length === 0) throw new Error("missing rows: nothing stands below the names of the columns");
  const short = full.findIndex((row) => row.length < names.length);
  if (short >= 0)
    throw new Error(
      `missing value in row ${short + 1}: ${full[short].length} of ${names.length} columns; the file may be cut off there: leave that row out`
    );
  const decimal = (value: string) =>
    separator === ";" ? value.replace(/^([^,]*),([^,]*)$/, "$1.$2") : value;
  return names.map((name, k) => ({ name: name.trim(), values: full.map((row) => decimal(row[k])) }));
}
