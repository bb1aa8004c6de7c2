// Units of a result's columns, given only where they surely hold: the query is one plain SELECT over tables of the
// catalogue, and the column is one of theirs, or its MIN, MAX, AVG, … . Anything computed carries no unit.
import type { CatalogueEntry } from "./catalogue.js";
import { tableNames } from "./find-tables.js";
import { isSymbol, isWord, nameOf, statements, type Token } from "./tokens.js";

const keepsUnit = [
  "MIN",
  "MAX",
  "AVG",
  "MEAN",
  "MEDIAN",
  "MODE",
  "FIRST",
  "LAST",
  "ANY_VALUE",
  "ABS",
  "SUM",
  "STDDEV"
];
const renames = [
  "WITH",
  "UNION",
  "INTERSECT",
  "EXCEPT",
  "PIVOT",
  "UNPIVOT",
  "VALUES",
  "EXCLUDE",
  "REPLACE",
  "COLUMNS"
];

type Units = Map<string, string>;

/** The unit of each result column by name; a column without an entry has none that is known. */
export function columnUnits(query: string, tables: readonly CatalogueEntry[]): Units {
  const all = statements(query);
  const tokens = all.at(-1)?.tokens ?? [];
  // An earlier statement may have made or changed a table; a second SELECT or a renaming word may hide where a column is from.
  if (all.length !== 1 || tokens.some((token) => isWord(token, ...renames))) return new Map();
  if (tokens.filter((token) => isWord(token, "SELECT")).length > 1) return new Map();
  const read = new Set(tableNames(query).map((name) => name.toLowerCase()));
  const sources = tables.filter(({ name }) => read.has(name.toLowerCase()));
  if (sources.length !== read.size) return new Map();
  const known = unitsOf(sources);
  const result: Units = new Map();
  const set = (name: string, column: string): void => {
    const unit = known.get(column.toLowerCase());
    if (unit) result.set(name, unit);
  };
  for (const item of selectList(tokens)) {
    if (item.length === 0 || isSymbol(item.at(-1), "*")) for (const name of known.keys()) set(name, name);
    else {
      const origin = originOf(item);
      if (origin) set(origin.name, origin.column);
    }
  }
  return byWrittenName(result, sources);
}

/** Unit by lower-case column name; a name with different units in two tables is left out. */
function unitsOf(tables: readonly CatalogueEntry[]): Units {
  const units: Units = new Map();
  const ambiguous = new Set<string>();
  for (const { columns } of tables) {
    for (const { name, unit } of columns) {
      const key = name.toLowerCase();
      if (units.has(key) && units.get(key) !== unit) ambiguous.add(key);
      units.set(key, unit);
    }
  }
  for (const key of ambiguous) units.delete(key);
  return units;
}

/** DuckDB answers with the table's spelling of a column where the query gives no other name. */
function byWrittenName(result: Units, tables: readonly CatalogueEntry[]): Units {
  for (const { columns } of tables) {
    for (const { name } of columns) {
      const unit = result.get(name.toLowerCase());
      if (unit && !result.has(name)) result.set(name, unit);
    }
  }
  return result;
}

/** The items of the select list; one empty item where there is none (FROM t). */
function selectList(tokens: Token[]): Token[][] {
  const select = tokens.findIndex((token) => isWord(token, "SELECT"));
  if (select < 0) return isWord(tokens[0], "FROM") ? [[]] : [];
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(select + 1)) {
    if (isSymbol(token, "(")) depth += 1;
    if (isSymbol(token, ")")) depth -= 1;
    if (depth === 0 && isWord(token, "FROM")) break;
    if (depth === 0 && isSymbol(token, ",")) items.push([]);
    else if (!isWord(token, "DISTINCT") || depth > 0) items.at(-1)?.push(token);
  }
  return items.filter((item) => item.length > 0);
}

const isName = (token: Token | undefined): token is Token =>
  token?.kind === "word" || token?.kind === "quoted";

/** `column`, `table.column` or `MAX(ABS(column))`, each with or without `AS name`. */
function originOf(item: Token[]): { name: string; column: string } | undefined {
  let tokens = item;
  let alias: string | undefined;
  const last = tokens.at(-1);
  if (tokens.length > 2 && isWord(tokens.at(-2), "AS") && isName(last)) {
    alias = nameOf(last);
    tokens = tokens.slice(0, -2);
  } else if (tokens.length > 1 && isName(last) && (isName(tokens.at(-2)) || isSymbol(tokens.at(-2), ")"))) {
    alias = nameOf(last);
    tokens = tokens.slice(0, -1);
  }
  const column = columnOf(tokens);
  if (column === undefined) return undefined;
  const [call, , argument] = tokens;
  // DuckDB's own heading of a bare call.
  if (alias === undefined && isSymbol(tokens[1], "(")) {
    if (tokens.length > 4 || !call || !argument) return undefined;
    return { name: `${call.text.toLowerCase()}(${argument.text})`, column };
  }
  return { name: alias ?? column, column };
}

/** The column that an expression is, or whose unit it keeps. */
function columnOf(tokens: Token[]): string | undefined {
  const [first, second, third] = tokens;
  if (tokens.length === 1 && isName(first)) return nameOf(first);
  if (tokens.length === 3 && isName(first) && isSymbol(second, ".") && isName(third)) return nameOf(third);
  const call = isWord(first, ...keepsUnit) && isSymbol(second, "(") && isSymbol(tokens.at(-1), ")");
  return call ? columnOf(tokens.slice(2, -1)) : undefined;
}
