import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPatternFile } from "../../../src/science/diffraction/read-pattern.js";

const rows = Array.from({ length: 12 }, (_, i) => [0.5 + 0.1 * i, 100 + i, 10 + 0.1 * i] as const);
const lines = (list: readonly (readonly number[])[]) => list.map((row) => row.join(" ")).join("\n");
const d = { axis: "d" } as const;

describe("a pattern of a reader's own", () => {
  it("is read past titles, headers and comments, by blanks, commas or semicolons", () => {
    const text = `title 3\n! TOF bank 2\n'd I sigma'\nd,I,e\r\n${rows.map((row, i) => row.join([" ", ", ", ";\t"][i % 3])).join("\r\n")} # last\n`;
    const { pattern, notes } = readPatternFile(text, d);
    expect(Array.from(pattern.x)).toEqual(rows.map(([x]) => x));
    expect(Array.from(pattern.intensity)).toEqual(rows.map(([, y]) => y));
    expect(Array.from(pattern.error)).toEqual(rows.map(([, , e]) => e));
    expect(notes).toEqual([]);
  });

  it("is the same whatever the order of its rows, and says so", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: 12, maxLength: 12 }), (shuffled) => {
        const { pattern, notes } = readPatternFile(lines(shuffled), d);
        expect(Array.from(pattern.x)).toEqual(rows.map(([x]) => x));
        expect(Array.from(pattern.error)).toEqual(rows.map(([, , e]) => e));
        const ascending = shuffled.every(([x], i) => i === 0 || x > shuffled[i - 1][0]);
        expect(notes.length).toBe(ascending ? 0 : 1);
      })
    );
    expect(readPatternFile(lines([...rows].reverse()), d).notes).toEqual([
      "The rows fell in d; their order was turned."
    ]);
  });

  it("with a place twice is refused, with both lines", () => {
    expect(() => readPatternFile(`a\n${lines([...rows, rows[3]])}`, d)).toThrow(
      "ambiguous pattern: d = 0.8 Å stands twice, lines 5 and 14; keep one of them, or their mean"
    );
  });

  it("without errors is refused, unless intensities are counts", () => {
    const two = lines(rows.map(([x], i) => [x, i * i]));
    expect(() => readPatternFile(two, { axis: "two-theta" })).toThrow(
      "missing standard error, line 1: the row at 2θ = 0.5 ° has two columns; add a third, or say that the intensities are counts"
    );
    const { pattern, notes } = readPatternFile(two, { ...d, counts: true });
    expect(Array.from(pattern.error)).toEqual([1, ...rows.slice(1).map((_, i) => i + 1)]);
    expect(notes).toEqual(["The rows have no standard errors; √N of the counts serves."]);
  });

  it("with an error of zero is refused, unless intensities are counts", () => {
    const zero = lines(rows.map(([x, y, e], i) => [x, y, i === 4 ? 0 : e]));
    expect(() => readPatternFile(zero, d)).toThrow(
      "invalid standard error, line 5: 0 at d = 0.9 Å; must be above 0: say that the intensities are counts, or remove the row"
    );
    const { pattern, notes } = readPatternFile(zero, { ...d, counts: true });
    expect(pattern.error[4]).toBe(Math.sqrt(104));
    expect(pattern.error[5]).toBe(10.5);
    expect(notes).toEqual(["1 of 12 rows have no standard error; √N of the counts serves there."]);
  });

  it("that is no table of numbers is refused with its line", () => {
    expect(() => readPatternFile("data_x\n_cell_length_a", d)).toThrow(
      "missing pattern: the file has no row"
    );
    expect(() => readPatternFile(`${lines(rows)}\n2.5 nan 1`, d)).toThrow(
      "invalid row, line 13: “2.5 nan 1”"
    );
    expect(() => readPatternFile(`-1 2 3\n${lines(rows)}`, d)).toThrow(
      "invalid d, line 1: -1 Å; must be above 0"
    );
    expect(() => readPatternFile(lines(rows.slice(0, 5)), d)).toThrow("ten at least");
  });
});
