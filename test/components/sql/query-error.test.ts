import { expect, test } from "vitest";
import { describeError, nearest } from "../../../src/components/sql/query-error.js";

const tables = ["claims", "parameters", "stress_bridge"];

test("a parser error keeps its place", () => {
  const query = "SELECT *\nFORM claims";
  const message = 'Parser Error: syntax error at or near "FORM"\nLINE 2: FORM claims\n        ^';
  expect(describeError(message, query)).toEqual({
    sentence: 'invalid query: syntax error at or near "FORM"',
    line: 2,
    column: 1,
    excerpt: "FORM claims\n^"
  });
});

test("the column counts in the query, also where DuckDB cuts a long line", () => {
  const query = `SELECT ${"1 + ".repeat(60)}zzz + 1 FROM claims`;
  const at = query.indexOf("zzz");
  const cut = query.slice(at - 30, at + 20);
  const message = `Error: Binder Error: Referenced column "zzz" not found in FROM clause!\nCandidate bindings: "claims.id"\nLINE 1: ...${cut}...\n${" ".repeat("LINE 1: ...".length + 30)}^`;
  const { sentence, column, excerpt = "" } = describeError(message, query);
  expect(sentence).toBe("unknown column: zzz; did you mean claims.id?");
  expect(column).toBe(at + 1);
  const [text = "", caret = ""] = excerpt.split("\n");
  expect(text.slice(caret.indexOf("^")).startsWith("zzz")).toBe(true);
  expect(text.length).toBeLessThanOrEqual(102);
});

test("a list of candidate functions is left out", () => {
  const message =
    "Binder Error: No function matches the given name and argument types 'sum(VARCHAR)'. You might need to add explicit type casts.\n\tCandidate functions:\n\tsum(DOUBLE) -> DOUBLE\n\nLINE 1: select sum(b) from t\n               ^";
  const { sentence, column } = describeError(message, "select sum(b) from t");
  expect(sentence).toBe(
    "invalid query: no function matches the given name and argument types 'sum(VARCHAR)'. You might need to add explicit type casts"
  );
  expect(column).toBe(8);
});

test.each([
  [
    'Catalog Error: Table with name claim does not exist!\nDid you mean "pg_enum"?',
    "unknown table: claim; did you mean claims?"
  ],
  [
    "Catalog Error: Table with name zebra does not exist!",
    "unknown table: zebra; the catalogue lists those there are"
  ],
  [
    "Permission Error: Scanning read_csv files is disabled through configuration",
    "unsupported source: queries read the tables of the catalogue only, no files and no addresses"
  ],
  [
    "Out of Memory Error: could not allocate block",
    "unsupported size: the query needs more memory than the page allows (1 GB); aggregate or filter first"
  ],
  [
    'Catalog Error: Scalar Function with name "json_extract" is not in the catalog, but it exists in the json extension.\n\nPlease try',
    "unsupported function: json_extract; it is in DuckDB's extension json, which would have to be fetched from elsewhere"
  ],
  ["Parser Error: syntax error at end of input", "invalid query: syntax error at end of input"],
  [
    "Conversion Error: Could not convert string 'a' to INT32\nLINE 1: x\n        ^",
    "invalid query: could not convert string 'a' to INT32"
  ],
  [
    "table index is out of bounds",
    "unsupported query: the database broke down on it (table index is out of bounds) and starts anew with the next run"
  ],
  ["Binder Error: ", "invalid query: DuckDB gave no reason"]
])("%s", (message, sentence) => {
  expect(describeError(message, "x", tables).sentence).toBe(sentence);
});

test("only close names are suggested", () => {
  expect(nearest("Stress", tables)).toBe("stress_bridge");
  expect(nearest("parametres", tables)).toBe("parameters");
  expect(nearest("x", tables)).toBeUndefined();
});
