import fc from "fast-check";
import { expect, test } from "vitest";
import { selectSmallest } from "../../../src/science/numerics/select.js";

const numbers = fc.array(fc.float({ noNaN: true }), { minLength: 1, maxLength: 60 });
const few = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 });

test("is what stands at the place after sorting, with none greater before and none smaller after", () => {
  fc.assert(
    fc.property(fc.oneof(numbers, few), fc.nat(), (list, at) => {
      const values = Float32Array.from(list);
      const k = at % values.length;
      const sorted = values.slice().sort();
      const found = selectSmallest(values, k);
      // zero and minus zero are one number
      expect(found + 0).toBe(sorted[k] + 0);
      expect(values.subarray(0, k).every((value) => value <= found)).toBe(true);
      expect(values.subarray(k).every((value) => value >= found)).toBe(true);
      expect(
        values
          .slice()
          .sort()
          .map((value) => value + 0)
      ).toEqual(sorted.map((value) => value + 0));
    })
  );
});

test("leaves alone what comes after the end, and refuses a place that is none", () => {
  const values = Float32Array.of(3, 1, 2, -7);
  expect(selectSmallest(values, 0, 3)).toBe(1);
  expect(values[3]).toBe(-7);
  expect(() => selectSmallest(values, 3, 3)).toThrow(/^invalid place: 3 among 3 of 4 numbers; must be/);
  expect(() => selectSmallest(values, -1)).toThrow(/^invalid place/);
});
