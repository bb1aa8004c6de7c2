import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/science/readers/decode-text.js";
import { textTable } from "../../../src/science/readers/text-table.js";

const encode = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean, mark: boolean) =>
  Uint8Array.from(
    Array.from((mark ? "\uFEFF" : "") + text).flatMap((c) => {
      const code = c.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    })
  );
const names = (text: string) => textTable(text).columns.map(({ name }) => name);
const values = (text: string) => textTable(text).columns.map((column) => column.values);

describe("a text is decoded whatever its encoding", () => {
  const text = "Time [s],Temp °C\n1,20\n2,21\n";
  it.each([
    ["UTF-8", encode(text)],
    ["UTF-16LE", utf16(text, true, true)],
    ["UTF-16LE", utf16(text, true, false)],
    ["UTF-16BE", utf16(text, false, true)],
    ["UTF-16BE", utf16(text, false, false)],
    ["Latin-1", Uint8Array.from(text, (c) => c.charCodeAt(0))]
  ])("%s", (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it("refuses bytes that are no characters", () => {
    const bytes = Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 32);
    expect(() => decodeText(bytes)).toThrow("unsupported text: the file holds bytes that are no characters");
  });
});

describe("tables of the usual shapes", () => {
  it("separated by commas, semicolons, tabs or blanks", () => {
    for (const separator of [",", ";", "\t", "  "])
      expect(values(`a${separator}b\n1${separator}2\n3${separator}4\n`)).toEqual([
        ["1", "3"],
        ["2", "4"]
      ]);
  });

  it("decimal commas are read as points, and it is said", () => {
    const { columns, notes } = textTable("t;U\n0,5;3,25\n1;3,5\n");
    expect(columns.map((c) => c.values)).toEqual([
      ["0.5", "1"],
      ["3.25", "3.5"]
    ]);
    expect(notes.join(" ")).toContain("Decimal commas");
    expect(values("x\ty\n1,5\t2,5\n3,5\t4,5\n")[0]).toEqual(["1.5", "3.5"]);
    expect(values("x y\n1,5 2,5\n3,5 4,5\n")[1]).toEqual(["2.5", "4.5"]);
    expect(values('x,y\n"1,5","2,5"\n"3,5",4\n')[0]).toEqual(["1.5", "3.5"]);
  });

  it("refuses decimal commas where commas separate, with the line", () => {
    expect(() => textTable("x,y\n1,5,2\n3,4,4\n5,6\n7,8,9\n")).toThrow("line 4: 2 columns; must be 3");
  });

  it("a header of a cycler, its names and its units", () => {
    const text =
      "BT-Lab ASCII FILE\nNb header lines : 4\n\ntime/s\tEwe/V\t<I>/mA\tmode\n0,0\t3,2\t1,0\tCC\n1,0\t3,3\t1,0\tCC\n";
    expect(names(text)).toEqual(["time/s", "Ewe/V", "<I>/mA", "mode"]);
    expect(
      names(
        "CURVE\tTABLE\t2\n\tPt\tT\tVf\tIm\n\t#\ts\tV vs. Ref.\tA\n\t0\t0.5\t3.1\t1e-3\n\t1\t1.5\t3.2\t1e-3\n"
      ).slice(2)
    ).toEqual(["T [s]", "Vf [V vs. Ref.]", "Im [A]"]);
  });

  it("XDI names its columns", () => {
    expect(names("# XDI/1.0\n# Column.1: energy eV\n# Column.2: i0\n#----\n1 2\n3 4\n")).toEqual([
      "energy eV",
      "i0"
    ]);
  });

  it("clock times become seconds", () => {
    const { columns } = textTable("Time,Voltage(V)\n0:00:10,3.1\n1d 01:00:00.5,3.2\n");
    expect(columns[0]).toEqual({ name: "Time [s]", kind: "number", values: ["10", "90000.5"] });
  });

  it("two columns of one name stay apart, and it is said", () => {
    const { columns, notes } = textTable("E,mu,mu\n1,2,3\n2,3,4\n");
    expect(columns.map((c) => c.name)).toEqual(["E", "mu", "mu (2)"]);
    expect(notes.join(" ")).toContain("Column 3 is called “mu” as another one is");
  });

  it("a last line that is cut off is left out, and it is said", () => {
    const { rows, notes } = textTable("a,b\n1,2\n3,4\n5\n");
    expect(rows).toBe(2);
    expect(notes.join(" ")).toContain("seems cut off");
  });

  it.each([
    ["", "missing rows"],
    ["  \n\n", "missing rows"],
    ["just words\nand more words\n", "missing table"],
    ["1\n2\n3\n", "missing table"],
    ["a,b\n1,2\n3\n4,5\n", "invalid row, line 3"]
  ])("%j: one sentence", (text, sentence) => {
    expect(() => textTable(text)).toThrow(sentence);
  });
});

describe("whatever the text", () => {
  const sentence = /^(?:unknown|invalid|missing|ambiguous|unsupported)\b.{10,}/;
  const holds = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      expect((error as Error).message).toMatch(sentence);
      expect((error as Error).constructor).toBe(Error);
    }
  };
  it("random bytes are read or refused with a sentence", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) =>
        holds(() => textTable(decodeText(bytes).text))
      ),
      { numRuns: 400 }
    );
  });
  it("what looks like a table is read or refused with a sentence", () => {
    const cell = fc.constantFrom("1", "2.5", "-3e4", "1,5", "nan", "", "word", '"', "1:02:03", "[s]", "#");
    const line = fc
      .tuple(fc.array(cell, { maxLength: 6 }), fc.constantFrom(",", ";", "\t", " "))
      .map(([cells, s]) => cells.join(s));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => holds(() => textTable(lines.join("\n")))),
      { numRuns: 600 }
    );
  });
  it("a table that is written is the table that is read", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
    const rows = fc.integer({ min: 2, max: 5 }).chain((columns) =>
      fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
        minLength: 2,
        maxLength: 20
      })
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(",", ";", "\t"), (table, separator) => {
        const head = (table[0] ?? []).map((_, k) => `name${k}`).join(separator);
        const read = textTable([head, ...table.map((row) => row.join(separator))].join("\r\n")).columns;
        expect(read.map((column) => column.values.map(Number))).toEqual(
          (table[0] ?? []).map((_, k) => table.map((row) => Number(String(row[k]))))
        );
      }),
      { numRuns: 200 }
    );
  });
});
