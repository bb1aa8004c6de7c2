import { expect, test } from "vitest";
import { csvCell, csvParts } from "../../../src/components/sql/csv.js";
import { openSession } from "../../../src/components/sql/session.js";
import { plotColumns } from "../../../src/components/sql/quick-plot.js";
import { kindOf, shortText, textOf, type ColumnType } from "../../../src/components/sql/value.js";
import { nodeDuckDB } from "./duckdb-node.js";

const session = openSession({
  catalogue: [],
  start: () => nodeDuckDB(),
  fetchTable: () => Promise.reject(new Error("no tables"))
});

/** The first value of a query as text, in full and short. */
async function value(expression: string): Promise<[full: string | undefined, short: string | undefined]> {
  const { table } = await session.run(`SELECT ${expression} AS v`);
  const type = table.schema.fields[0]?.type as ColumnType;
  const v: unknown = table.getChildAt(0)?.get(0);
  return [textOf(v, type), shortText(v, type)];
}

test.each([
  ["NULL", undefined, undefined],
  ["''", "", ""],
  ["true", "true", "true"],
  ["'<b>é</b>'", "<b>é</b>", "<b>é</b>"],
  ["42::BIGINT", "42", "42"],
  ["-9007199254740991", "-9007199254740991", "-9007199254740991"],
  ["1.50::DECIMAL(10,2)", "1.5", "1.5"],
  ["(1/3)::DOUBLE", "0.3333333333333333", "0.333333"],
  ["1.25e-13", "1.25e-13", "1.25e-13"],
  ["2e11", "200000000000", "200000000000"],
  ["123456.789::DOUBLE", "123456.789", "123457"],
  ["'nan'::DOUBLE", "NaN", "NaN"],
  ["'-inf'::DOUBLE", "-Infinity", "-Infinity"],
  ["DATE '2024-02-29'", "2024-02-29", "2024-02-29"],
  ["TIMESTAMP '2024-02-29 13:05:00'", "2024-02-29T13:05:00Z", "2024-02-29T13:05:00Z"],
  ["TIMESTAMP '2024-02-29 13:05:00.25'", "2024-02-29T13:05:00.250Z", "2024-02-29T13:05:00.250Z"],
  ["TIME '01:02:03.5'", "01:02:03.5", "01:02:03.5"],
  ["TIME '23:00:00'", "23:00:00", "23:00:00"],
  ["INTERVAL '1 month 2 days 90 seconds'", "1 month 2 days 90 seconds", "1 month 2 days 90 seconds"],
  ["'ab'::BLOB", "0x6162", "0x6162"],
  ["[1, NULL, 3]", "[1,null,3]", "[1,null,3]"],
  ["{'a': 1, 'b': DATE '2024-01-01'}", '{"a":1,"b":"2024-01-01"}', '{"a":1,"b":"2024-01-01"}'],
  ["map(['k'], [2])", '{"k":2}', '{"k":2}'],
  ["'a'::ENUM('a', 'b')::VARCHAR", "a", "a"]
])("%s", async (expression, full, short) => {
  expect(await value(expression)).toEqual([full, short]);
});

test("an ENUM, which duckdb-wasm cannot stream, is refused instead of read as null", async () => {
  await expect(session.run("SELECT 'a'::ENUM('a', 'b') AS e")).rejects.toThrow(
    /^unsupported type: ENUM in column e;/
  );
});

test("decimals and whole numbers beyond 2⁵³ keep every digit where they are not cast", () => {
  const decimal: ColumnType = { typeId: 7, scale: 3 };
  expect(textOf(Uint32Array.of(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff), decimal)).toBe("-0.001");
  expect(textOf(Uint32Array.of(1234567, 0, 0, 0), decimal)).toBe("1234.567");
  expect(textOf(9007199254740993n, { typeId: 2 })).toBe("9007199254740993");
  expect(kindOf({ typeId: -1, dictionary: { typeId: 5 } })).toBe("other");
});

test("a result is written as CSV with units, full precision and the difference of null and empty text", async () => {
  const { table } = await session.run(
    `SELECT * FROM (VALUES (1/3, 'a,"b"', DATE '2024-01-01'), (NULL, '', NULL)) AS t(x, "y z", d)`
  );
  expect(csvParts(table, new Map([["x", "MPa"]])).join("")).toBe(
    'x [MPa],y z,d\r\n0.3333333333333333,"a,""b""",2024-01-01\r\n,"",\r\n'
  );
});

test("a long result is written in parts that together have every row", async () => {
  const { table } = await session.run("SELECT * FROM range(25000)");
  const parts = csvParts(table);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.join("").trimEnd().split("\r\n")).toEqual([
    "range",
    ...Array.from({ length: 25000 }, (_, i) => `${i}`)
  ]);
});

test("cells are quoted where a reader would split or trim them", () => {
  expect(["a", 'a"b', "a\nb", " a", "", undefined].map(csvCell)).toEqual([
    "a",
    '"a""b"',
    '"a\nb"',
    '" a"',
    '""',
    ""
  ]);
});

test("plots get numbers, dates and text", async () => {
  const { table } = await session.run(
    "SELECT 1.5::DECIMAL(4,2) AS n, DATE '2024-01-01' AS d, 'a' AS s, NULL::INTEGER AS e"
  );
  expect(plotColumns(table)).toEqual([
    { name: "n", kind: "number", values: [1.5] },
    { name: "d", kind: "date", values: [new Date("2024-01-01")] },
    { name: "s", kind: "other", values: ["a"] },
    { name: "e", kind: "number", values: [null] }
  ]);
});
