import { tableFromArrays, tableToIPC } from "apache-arrow";
import { expect, test } from "vitest";
import { arrowTable } from "../../src/data/lib/arrow-table.js";
import { catalogue, catalogueEntry, tableName } from "../../src/data/lib/catalogue-entry.js";

const stream = tableToIPC(
  arrowTable(
    {
      title: "A table",
      description: "What it holds.",
      method: "Counted.",
      provenance: "recovered",
      parameters: { D: 1e-13 },
      seed: 7,
      sources: [],
      page: "/claims",
      code: []
    },
    { x_MPa: { values: Float64Array.of(1, 2, 3), unit: "MPa", description: "a stress" } }
  ),
  "stream"
);

test("an entry says what the table says of itself", () => {
  const { hash, ...entry } = catalogueEntry("data/a/b-c.arrow", stream);
  expect(hash).toMatch(/^[0-9a-f]{12}$/);
  expect(entry).toEqual({
    name: "a_b_c",
    path: "data/a/b-c.arrow",
    title: "A table",
    description: "What it holds.",
    method: "Counted.",
    provenance: "recovered",
    rows: 3,
    bytes: stream.length,
    columns: [{ name: "x_MPa", type: "Float64", unit: "MPa", description: "a stress" }],
    page: "/claims",
    seed: "7",
    parameters: { D: 1e-13 }
  });
});

test("names in SQL need no quotes", () => {
  const paths = [
    "data/claims.arrow",
    "data/stress/0.1C.arrow",
    "data/stress-bridge.arrow",
    "data/2d/x.arrow"
  ];
  expect(paths.map(tableName)).toEqual(["claims", "stress_0_1C", "stress_bridge", "t_2d_x"]);
});

test("two tables of one name are refused, since DuckDB does not tell case", () => {
  const tables = ["data/a-b.arrow", "data/A_B.arrow"].map((path) => ({ path, bytes: stream }));
  expect(() => catalogue(tables)).toThrow(
    /^ambiguous table name: A_B stands for data\/a-b\.arrow and data\/A_B\.arrow/
  );
});

test("a table without metadata is refused", () => {
  const bytes = tableToIPC(tableFromArrays({ x: [1] }), "stream");
  expect(() => catalogueEntry("data/x.arrow", bytes)).toThrow(/^missing title: data\/x\.arrow/);
});
