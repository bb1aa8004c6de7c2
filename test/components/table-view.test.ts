import { expect, it } from "vitest";
import * as fc from "fast-check";
import { sorted } from "../../src/components/table-view.js";

const self = <T>(x: T): T => x;

it("sorts numbers as numbers, text as people do, and leaves what is missing to the end", () => {
  expect(sorted([10, 9, null, 1], self)).toEqual([1, 9, 10, null]);
  expect(sorted([10, null, NaN, 11], self, true)).toEqual([11, 10, null, NaN]);
  expect(sorted(["C10", "C2", "b"], self)).toEqual(["b", "C2", "C10"]);
  expect(sorted([2n, 1, "x"], self).at(-1)).toBe("x");
});

it("loses nothing and keeps the order of equals", () =>
  fc.assert(
    fc.property(fc.array(fc.record({ key: fc.integer({ min: 0, max: 3 }), id: fc.nat() })), (rows) => {
      const result = sorted(rows, (row) => row.key);
      expect(result).toHaveLength(rows.length);
      for (const key of [0, 1, 2, 3])
        expect(result.filter((r) => r.key === key)).toEqual(rows.filter((r) => r.key === key));
    })
  ));
