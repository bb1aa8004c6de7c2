import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskOutline, polygonMask } from "../../../src/components/xanes/map-outline.js";

const grid = { nx: 12, ny: 9, pixel: 10 };

describe("the mask inside a polygon", () => {
  it("holds the pixels whose middle is in a box", () => {
    const mask = polygonMask(
      [
        [2.4, 3.4],
        [5.6, 3.4],
        [5.6, 7.6],
        [2.4, 7.6]
      ],
      grid
    );
    for (let x = 0; x < 12; ++x)
      for (let y = 0; y < 9; ++y)
        expect(mask[x * 9 + y], `${x}, ${y}`).toBe(Number(x >= 2 && x <= 5 && y >= 3 && y <= 7));
  });

  it("leaves out what is not in the support, and is empty for two corners", () => {
    const support = new Uint8Array(108).fill(1);
    support[3 * 9 + 4] = 0;
    const box = [
      [2.4, 3.4],
      [5.6, 3.4],
      [5.6, 7.6],
      [2.4, 7.6]
    ] as const;
    expect(polygonMask(box, grid, support).reduce((sum, own) => sum + own, 0)).toBe(19);
    expect(polygonMask(box.slice(0, 2), grid).some(Boolean)).toBe(false);
  });
});

describe("the outline of a mask", () => {
  it("has the length of all sides between inside and outside", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 108, maxLength: 108, max: 1 }), (mask) => {
        const at = (x: number, y: number) => (x >= 0 && x < 12 && y >= 0 && y < 9 ? mask[x * 9 + y] : 0);
        let sides = 0;
        for (let x = 0; x <= 12; ++x) for (let y = 0; y < 9; ++y) sides += Number(at(x - 1, y) !== at(x, y));
        for (let y = 0; y <= 9; ++y) for (let x = 0; x < 12; ++x) sides += Number(at(x, y - 1) !== at(x, y));
        const runs = [...maskOutline(mask, grid).matchAll(/M(\d+),(\d+)([HV])(\d+)/g)];
        const drawn = runs.reduce(
          (sum, [, x, y, way, to]) => sum + Number(to) - Number(way === "H" ? x : y),
          0
        );
        expect(drawn).toBe(sides);
      })
    );
  });
});
