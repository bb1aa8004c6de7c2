import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { tableFromIPC, tableToIPC } from "apache-arrow";
import * as duckdb from "@duckdb/duckdb-wasm/blocking";
import { afterEach, describe, expect, it } from "vitest";
import { arrowTable, writeTable, type Column } from "../../src/data/lib/arrow-table.js";
import type { TableMetaInput } from "../../src/data/lib/table-meta.js";

const meta: TableMetaInput = {
  title: "Stress along the radius",
  description: "A trial",
  method: "by hand",
  provenance: "predicted",
  parameters: { rate: 10, radius_m: 4e-6 },
  sources: ["10.1000/none"],
  page: "/figures/none",
  code: ["src/science/none.ts"]
};

const columns: Record<string, Column> = {
  radius_m: {
    values: new Float64Array([0.5, 1.25, Number.NaN]),
    unit: "m",
    description: "distance from the centre"
  },
  stress_MPa: { values: new Float32Array([1, -2, 3]), unit: "MPa", description: "hoop stress" },
  node: { values: new Int32Array([7, -8, 9]), unit: "", description: "number of the node" },
  phase: { values: new Uint8Array([0, 255, 1]), unit: "", description: "phase" },
  label: { values: ["a", "b", "ü"], unit: "", description: "a word" },
  rate: { values: ["0.1C", "10C", "10C"], type: "dictionary", unit: "", description: "rate" },
  kept: { values: [true, false, true], unit: "", description: "kept or not" },
  gap: { values: [1, null, 3], unit: "µm", description: "with a hole" }
};

describe("arrowTable", () => {
  afterEach(() => {
    delete process.env["LRTMO_INPUT_HASH"];
    delete process.env["LRTMO_VERSIONS"];
  });

  it("keeps values, types and metadata through the stream format", () => {
    const table = tableFromIPC(tableToIPC(arrowTable({ ...meta, seed: 7 }, columns), "stream"));
    expect(table.numRows).toBe(3);
    expect(table.schema.fields.map(({ name, type }) => `${name} ${String(type)}`)).toEqual([
      "radius_m Float64",
      "stress_MPa Float32",
      "node Int32",
      "phase Uint8",
      "label Utf8",
      "rate Dictionary<Int32, Utf8>",
      "kept Bool",
      "gap Float64"
    ]);
    for (const [name, { values, unit, description }] of Object.entries(columns)) {
      expect(Array.from(table.getChild(name) ?? [])).toEqual(Array.from(values as unknown[]));
      const field = table.schema.fields.find((f) => f.name === name);
      expect(field?.metadata.get("unit")).toBe(unit);
      expect(field?.metadata.get("description")).toBe(description);
    }
    expect(table.schema.metadata.get("provenance")).toBe("predicted");
    expect(table.schema.metadata.get("seed")).toBe("7");
    expect(JSON.parse(table.schema.metadata.get("parameters") ?? "")).toEqual(meta.parameters);
    expect(JSON.parse(table.schema.metadata.get("code") ?? "")).toEqual(meta.code);
  });

  it("takes hash and versions from the data build", () => {
    process.env["LRTMO_INPUT_HASH"] = "abc";
    process.env["LRTMO_VERSIONS"] = '{"node":"20"}';
    const { metadata } = arrowTable(meta, columns).schema;
    expect(metadata.get("input_hash")).toBe("abc");
    expect(metadata.get("versions")).toBe('{"node":"20"}');
  });

  const column: Column = { values: [1, 2], unit: "m", description: "d" };
  it.each<[string, Record<string, Column>, string]>([
    ["no column", {}, "missing columns"],
    [
      "unequal lengths",
      { a: column, b: { ...column, values: [1] } },
      "invalid length of column b: 1 rows; must equal the 2"
    ],
    ["no unit", { a: { ...column, unit: undefined as unknown as string } }, "missing unit of column a"],
    ["no description", { a: { ...column, description: "" } }, "missing description of column a"],
    [
      "mixed types",
      { a: { ...column, values: [1, "x"] } },
      "invalid value in column a, row 1: x; must be of type float64"
    ],
    [
      "an integer too large",
      { a: { ...column, values: [1, 256], type: "uint8" } },
      "row 1: 256; must be of type uint8"
    ],
    ["nothing to tell the type from", { a: { ...column, values: [null] } }, "missing type of column a"]
  ])("refuses %s", (_, bad, message) => {
    expect(() => arrowTable(meta, bad)).toThrow(message);
  });

  it("is read by DuckDB as it stands", async () => {
    const dist = dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
    const module = {
      mainModule: join(dist, "duckdb-eh.wasm"),
      mainWorker: join(dist, "duckdb-node-eh.worker.cjs")
    };
    const db = await duckdb.createDuckDB(
      { mvp: module, eh: module },
      new duckdb.VoidLogger(),
      duckdb.NODE_RUNTIME
    );
    await db.instantiate(() => {});
    const connection = db.connect();
    connection.insertArrowFromIPCStream(tableToIPC(arrowTable(meta, columns), "stream"), {
      name: "t",
      create: true
    });
    const rows = connection
      .query("SELECT rate, sum(stress_MPa) AS s, count(gap) AS n FROM t GROUP BY rate ORDER BY s")
      .toArray() as object[];
    expect({ ...rows[0] }).toEqual({ rate: "0.1C", s: 1, n: 1n });
  });

  it("writes all of a large table before it returns", async () => {
    const values = new Float64Array(200_000).map((_, i) => i);
    const stream = new PassThrough();
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    await writeTable(arrowTable(meta, { x: { values, unit: "", description: "x" } }), stream);
    const table = tableFromIPC(Buffer.concat(chunks));
    expect(table.numRows).toBe(values.length);
    expect(table.getChild("x")?.get(199_999)).toBe(199_999);
  });
});
