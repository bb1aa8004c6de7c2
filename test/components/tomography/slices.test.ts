import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paintSlice, palette, planes } from "../../../src/components/tomography/slice-paint.js";
import { roundLength } from "../../../src/components/tomography/scale-bar.js";
import {
  checkLayers,
  compositionClasses,
  fromCentre,
  numberAt,
  sayValue,
  voxelIndex,
  wrongVoxels,
  type ClassLayer,
  type ScalarLayer,
  type Shape
} from "../../../src/components/tomography/volume.js";
import { parseHex } from "../../../src/components/colour-space.js";

const shape: Shape = { nz: 3, nx: 4, ny: 5 };
const grid = { shape, voxel: 10 };

describe("a slice", () => {
  it.each(Object.values(planes))("in the plane $name shows the voxels that lie in it", (plane) => {
    const values = new Uint8Array(3 * 4 * 5);
    const layer: ClassLayer = { kind: "class", label: "c", values };
    const colours = palette(layer, false);
    const [width, height] = [shape[`n${plane.columns}`], shape[`n${plane.rows}`]];
    fc.assert(
      fc.property(
        fc.nat(2),
        fc.nat(3),
        fc.nat(4),
        fc.nat(4),
        fc.integer({ min: 1, max: 3 }),
        (z, x, y, other, code) => {
          values.fill(0);
          const at = { z, x, y };
          values[voxelIndex(shape, at)] = code;
          const slice = other % shape[`n${plane.normal}`];
          const pixels = new Uint8ClampedArray(4 * width * height);
          paintSlice(pixels, layer, shape, plane, slice, colours);
          const seen = [...pixels.keys()].filter((i) => i % 4 === 3 && pixels[i] > 0);
          if (slice !== at[plane.normal]) {
            expect(seen).toEqual([]);
            return;
          }
          const pixel = at[plane.rows] * width + at[plane.columns];
          expect(seen).toEqual([4 * pixel + 3]);
          const wanted = parseHex(compositionClasses[code - 1].colour(false)).map((v) => Math.round(255 * v));
          expect([...pixels.subarray(4 * pixel, 4 * pixel + 3)]).toEqual(wanted);
        }
      )
    );
  });

  it("leaves what is outside clear, and clamps what is beyond the domain", () => {
    const values = Float32Array.of(NaN, 0, -5, 1, 2, 99);
    const layer: ScalarLayer = { kind: "density", label: "O", values, domain: [1, 2], unit: "mol/m³" };
    const pixels = new Uint8ClampedArray(24);
    paintSlice(pixels, layer, { nz: 1, nx: 6, ny: 1 }, planes.xy, 0, palette(layer, true));
    const colour = (i: number) => [...pixels.subarray(4 * i, 4 * i + 4)];
    expect(colour(0)).toEqual([0, 0, 0, 0]);
    expect(colour(1)).toEqual([0, 0, 0, 0]);
    expect(colour(2)).toEqual(colour(3));
    expect(colour(4)).toEqual(colour(5));
    expect(colour(3)).not.toEqual(colour(4));
  });
});

describe("a layer", () => {
  it("of bytes runs over its domain", () => {
    const layer: ScalarLayer = {
      kind: "density",
      label: "Mn",
      values: Uint8Array.of(0, 1, 128, 255),
      domain: [100, 354],
      unit: "mol/m³"
    };
    expect([0, 1, 2, 3].map((i) => numberAt(layer, i))).toEqual([NaN, 100, 227, 354]);
    expect(sayValue(layer, 2)).toBe("227 mol/m³");
    expect(sayValue(layer, 0)).toBe("outside");
  });

  it("of mistakes tells a wrong class from a missed and an invented voxel", () => {
    const layer = wrongVoxels(Uint8Array.of(0, 1, 2, 0, 3), Uint8Array.of(0, 1, 1, 2, 0));
    expect([...layer.values]).toEqual([0, 1, 2, 4, 3]);
    expect(sayValue(layer, 2)).toBe("wrong class");
    expect(sayValue(layer, 3)).toBe("particle missed");
  });

  it("must have one value a voxel", () => {
    const layer: ClassLayer = { kind: "class", label: "class", values: new Uint8Array(59) };
    expect(() => checkLayers(grid, [layer])).toThrow(
      'invalid layer "class": 59 values; must be 3 × 4 × 5, one a voxel'
    );
    expect(() => checkLayers(grid, [])).toThrow("missing layers");
    expect(() => checkLayers({ shape, voxel: 0 }, [layer])).toThrow("invalid grid");
  });
});

it("positions are measured from the middle of the grid", () => {
  expect(["z", "x", "y"].map((axis) => fromCentre(grid, axis as "z" | "x" | "y", 1))).toEqual([0, -5, -10]);
});

it("a scale bar is 1, 2 or 5 times a power of ten, and between a seventh and a third of the view", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e7, noNaN: true }), (view) => {
      const length = roundLength(view);
      expect(length).toBeLessThanOrEqual(view / 3 + 1e-12);
      expect(length).toBeGreaterThan(view / 7.6);
      expect(["1", "2", "5"]).toContain(length.toExponential(6)[0]);
    })
  );
});
