// Which tables of the catalogue a query reads, so that only these are fetched.
// A name counts where SQL expects a table: after FROM, JOIN, a comma of a FROM list, DESCRIBE, SUMMARIZE, ….
// Too many would only cost a download; one missed is found again from DuckDB's own error (see session.ts).
import { isSymbol, isWord, nameOf, tokenise, type Token } from "./tokens.js";

const beforeTable = [
  "FROM",
  "JOIN",
  "DESCRIBE",
  "DESC",
  "SUMMARIZE",
  "SHOW",
  "TABLE",
  "PIVOT",
  "UNPIVOT",
  "UPDATE",
  "INTO",
  "USING"
];
const endsFrom = [
  ...[
    "SELECT",
    "WHERE",
    "GROUP",
    "ORDER",
    "HAVING",
    "LIMIT",
    "OFFSET",
    "WINDOW",
    "QUALIFY",
    "UNION",
    "INTERSECT"
  ],
  ...["EXCEPT", "ON", "SET", "VALUES", "RETURNING", "SAMPLE", "USING"]
];

interface Level {
  /** inside a list of tables: a comma is followed by another */
  inFrom: boolean;
  /** the next name is a table */
  expecting: boolean;
}

/** The names of `tables` that the query reads, as the catalogue spells them, in order of first use. */
export function findTables(query: string, tables: Iterable<string>): string[] {
  const known = new Map(Array.from(tables, (name) => [name.toLowerCase(), name]));
  const found = new Set<string>();
  for (const name of tableNames(query)) {
    const table = known.get(name.toLowerCase());
    if (table !== undefined) found.add(table);
  }
  return [...found];
}

/** Every name in a table's place, the last part of a dotted one, quotes removed. */
export function tableNames(query: string): string[] {
  const tokens = tokenise(query).filter(({ kind }) => kind !== "comment");
  const names: string[] = [];
  const levels: Level[] = [{ inFrom: false, expecting: false }];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    let level = levels.at(-1);
    if (!token || !level) break;
    if (isSymbol(token, "(")) levels.push({ inFrom: level.expecting, expecting: level.expecting });
    else if (isSymbol(token, ")")) {
      if (levels.length > 1) levels.pop();
      level = levels.at(-1) ?? level;
      level.expecting = false;
    } else if (isSymbol(token, ";")) levels.splice(0, levels.length, { inFrom: false, expecting: false });
    else if (isSymbol(token, ",")) level.expecting = level.inFrom;
    else if (isWord(token, ...beforeTable) && !comparesWithFrom(tokens, i)) {
      level.inFrom = isWord(token, "FROM", "JOIN") || level.inFrom;
      level.expecting = true;
    } else if (isWord(token, ...endsFrom)) level.inFrom = level.expecting = false;
    else if (level.expecting && isWord(token, "LATERAL", "ONLY", "TABLES", "ALL")) continue;
    else if (
      level.expecting &&
      (token.kind === "word" || token.kind === "quoted" || token.kind === "string")
    ) {
      let last = token;
      while (isSymbol(tokens[i + 1], ".") && tokens[i + 2]) {
        i += 2;
        last = tokens[i] ?? last;
      }
      // A name before a bracket is a function, as in FROM range(3).
      if (!isSymbol(tokens[i + 1], "(")) names.push(nameOf(last));
      level.expecting = false;
    }
  }
  return names;
}

/** IS [NOT] DISTINCT FROM compares; no table follows. */
const comparesWithFrom = (tokens: Token[], i: number): boolean =>
  isWord(tokens[i], "FROM") && isWord(tokens[i - 1], "DISTINCT") && isWord(tokens[i - 2], "IS", "NOT");
