import { describe, expect, it } from "vitest";
import { lookupTable, rasterise } from "../../../src/components/stress/raster.js";

const grey = (value: number) => {
  const level = Math.round(255 * value);
  return `rgb(${level}, ${level}, ${level})`;
};
const identity = { width: 20, height: 20, x: (r: number) => r, y: (z: number) => z };

describe("rasterise", () => {
  it("shades linearly within a triangle and leaves the rest clear", () => {
    const image = new Uint8ClampedArray(4 * 400);
    const lut = lookupTable(grey, [0, 1]);
    rasterise(image, identity, [0, 0, 20, 0, 0, 20], [0, 1, 2], [0, 1, 0], [0, 1], lut, 1);
    const at = (i: number, j: number) => image.slice(4 * (20 * j + i), 4 * (20 * j + i) + 4);
    for (const i of [2, 8, 14]) expect(Math.abs(at(i, 1)[0] - (255 * (i + 0.5)) / 20)).toBeLessThanOrEqual(1);
    expect(at(2, 1)[3]).toBe(255);
    expect(at(18, 18)[3]).toBe(0);
  });

  it("leaves no gap between two triangles that share an edge", () => {
    const image = new Uint8ClampedArray(4 * 400);
    const lut = lookupTable(grey, [0, 1]);
    const square = [0, 0, 20, 0, 20, 20, 0, 20];
    rasterise(image, identity, square, [0, 1, 2, 0, 2, 3], [1, 1, 1, 1], [0, 1], lut, 1);
    for (let k = 3; k < image.length; k += 4) expect(image[k]).toBe(255);
  });

  it("mirrors at the axis", () => {
    const image = new Uint8ClampedArray(4 * 400);
    const view = { ...identity, x: (r: number) => r + 20 };
    rasterise(image, view, [0, 0, 20, 0, 0, 20], [0, 1, 2], [1, 1, 1], [0, 1], lookupTable(grey, [0, 1]), -1);
    expect(image[4 * (20 * 1 + 18) + 3]).toBe(255);
    expect(image[4 * (20 * 18 + 1) + 3]).toBe(0);
  });
});

it("reads hexadecimal colours too, and refuses others", () => {
  expect([...lookupTable(() => "#0a0b0c", [0, 1]).slice(0, 3)]).toEqual([10, 11, 12]);
  expect(() => lookupTable(() => "red", [0, 1])).toThrow("invalid colour: red");
});
