import { describe, expect, it } from "vitest";
import type { PackedFile } from "../../../src/components/packed-arrays.js";
import { stretch } from "../../../src/components/stem/contrast.js";
import { paintRaster, phases } from "../../../src/components/stem/paint.js";
import {
  crop,
  difference,
  packedRaster,
  profile,
  rangeOf,
  rasterOf,
  valueAt
} from "../../../src/components/stem/raster.js";
import { shareBeyond, spreadOf } from "../../../src/components/stem/spread.js";

// 4 × 3 points of half an Å; the value says where: 10 row + column
const raster = rasterOf(
  4,
  3,
  0.5,
  Float32Array.from({ length: 12 }, (_, i) => 10 * Math.floor(i / 4) + (i % 4))
);

describe("a raster", () => {
  it("is read at the point nearest to a place, and nowhere outside", () => {
    expect(valueAt(raster, 0.1, 0.1)).toBe(0);
    expect(valueAt(raster, 1.6, 1.2)).toBe(23);
    expect(valueAt(raster, 2.1, 0)).toBeNaN();
    expect(valueAt(raster, -0.1, 0)).toBeNaN();
  });

  it("is cut to a square that keeps its place in the field", () => {
    const part = crop(raster, [1, 0.5, 1]);
    expect([...part.values]).toEqual([12, 13, 22, 23]);
    expect(valueAt(part, 1.6, 1.2)).toBe(valueAt(raster, 1.6, 1.2));
    expect(() => crop(raster, [5, 0, 1])).toThrow(
      "invalid box: 5, 0, 1 Å; must lie within the field of 2 × 1.5 Å"
    );
  });

  it("gives the mean over a band of lines as its profile", () => {
    expect(profile(raster, 0.5, 0.5)).toEqual([0, 1, 2, 3].map((c) => ({ x: (c + 0.5) / 2, value: 10 + c })));
  });

  it("less another one keeps what neither has", () => {
    const other = { ...raster, values: raster.values.map((v, i) => (i === 5 ? NaN : v - 1)) };
    const values = [...difference(raster, other).values];
    expect(values[5]).toBeNaN();
    expect(values.filter((v) => !Number.isNaN(v)).every((v) => v === 1)).toBe(true);
    expect(rangeOf(raster)).toEqual([0, 23]);
  });

  it("comes out of a packed file in its classes, or in its units", () => {
    const array = { shape: [1, 2], axes: ["y", "x"], unit: "", description: "", min: -1, max: 1 };
    const file: PackedFile = {
      meta: {} as PackedFile["meta"],
      facts: {},
      array: (name) => ({
        ...array,
        name,
        kind: name === "c" ? "class" : "scaled",
        bytes: Uint8Array.of(0, 255)
      })
    };
    expect([...packedRaster(file, "c", 1).values]).toEqual([0, 255]);
    expect([...packedRaster(file, "s", 1).values]).toEqual([NaN, 1]);
  });
});

describe("its colours", () => {
  it("are clear where there is nothing, and those of the ends at and beyond them", () => {
    const line = rasterOf(3, 1, 1, Float32Array.of(NaN, 0, 99));
    const pixels = new Uint8ClampedArray(12);
    paintRaster(pixels, line, { kind: "grey", domain: [0, 10], label: "" });
    expect([pixels[3], pixels[7], pixels[11]]).toEqual([0, 255, 255]);
    expect([...pixels.subarray(8, 11)]).toEqual([255, 255, 255]);
  });

  it("of zero are in the middle of the diverging map, and of no class are none", () => {
    const pixels = new Uint8ClampedArray(12);
    paintRaster(pixels, rasterOf(3, 1, 1, Float32Array.of(0, -5, 5)), {
      kind: "signed",
      limit: 5,
      label: ""
    });
    const [zero, low, high] = [0, 1, 2].map((p) => [...pixels.subarray(4 * p, 4 * p + 3)]);
    expect(Math.min(...zero)).toBeGreaterThan(200);
    expect(low[2]).toBeGreaterThan(low[0]);
    expect(high[0]).toBeGreaterThan(high[2]);
    const classes = new Uint8ClampedArray(8);
    paintRaster(classes, rasterOf(2, 1, 1, Float32Array.of(0, 3)), phases);
    expect([classes[3], classes[7]]).toEqual([0, 255]);
  });

  it("follow the shares at which black and white are set", () => {
    expect(stretch([-1, 3], [0.25, 0.5])).toEqual([0, 1]);
  });
});

describe("the statistics of columns", () => {
  it("leave out columns without a lattice", () => {
    expect(shareBeyond([NaN, 0, 2, -2, 0.5], 1)).toBe(0.5);
    expect(spreadOf([NaN, -1, 1])).toBe(1);
  });
});
