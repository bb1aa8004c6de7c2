import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { tableFromIPC } from "apache-arrow";
import { arrowFile } from "../../src/components/arrow-file.js";
import { csv } from "../../src/components/csv.js";
import { columnMeta } from "../../src/components/table-meta.js";

/** Reads RFC 4180, independently of how it is written. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) throw new Error(`not RFC 4180 at ${cell.lastIndex}`);
    const [, quoted, plain = "", end] = match;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n" && cell.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

const table = {
  name: "stress",
  columns: [
    { name: "r", unit: "µm", description: "radius", values: Float64Array.of(0, 0.1, 8) },
    { name: "stress", unit: "MPa", values: [317, null, -Infinity] },
    { name: "where", values: ['the "void"', "a, b", "two\r\nlines"] },
    { name: "n", values: [1n, true, new Date(0)] }
  ]
};

describe("csv", () => {
  it("writes units in the header and every value as it is", () =>
    expect(csv(table)).toBe(
      'r [µm],stress [MPa],where,n\r\n0,317,"the ""void""",1\r\n0.1,,"a, b",true\r\n' +
        '8,-Infinity,"two\r\nlines",1970-01-01T00:00:00.000Z\r\n'
    ));

  it("can be read back, whatever the text", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const columns = [0, 1].map((k) => ({ name: `c${k}`, values: rows.map((row) => row[k as 0 | 1]) }));
        expect(parse(csv({ name: "t", columns }))).toEqual([["c0", "c1"], ...rows]);
      })
    ));

  it("refuses columns of different length", () =>
    expect(() =>
      csv({
        name: "t",
        columns: [
          { name: "a", values: [1] },
          { name: "b", values: [] }
        ]
      })
    ).toThrow('invalid table "t": columns differ in length (a 1, b 0); must be equal'));
});

describe("arrow file", () => {
  const plain = { name: "stress", columns: table.columns.slice(0, 1) };
  it("keeps values, units and descriptions", async () => {
    const back = tableFromIPC(await arrowFile(plain));
    expect(Array.from(back.getChild("r") ?? [])).toEqual([0, 0.1, 8]);
    expect(columnMeta(back, "r")).toMatchObject({ unit: "µm", description: "radius" });
    expect(back.schema.metadata.get("title")).toBe("stress");
  });
  it("an Arrow table gives the same file format and the same CSV", async () => {
    const arrow = tableFromIPC(await arrowFile(plain));
    const bytes = await arrowFile(arrow);
    expect(String.fromCharCode(...bytes.subarray(0, 6))).toBe("ARROW1");
    expect(csv(tableFromIPC(bytes))).toBe(csv(plain));
  });
});
