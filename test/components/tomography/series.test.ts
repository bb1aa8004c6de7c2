import { describe, expect, it } from "vitest";
import { angleAxis, nearestTilt, paintSinogram } from "../../../src/components/tomography/sinogram-paint.js";
import { checkSeries, contrast, sinogramOf } from "../../../src/components/tomography/tilt-series.js";
import { keyMove, moved, screenAxes } from "../../../src/components/tomography/volume-camera.js";

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, v, i) => sum + v * b[i], 0);

describe("a sinogram", () => {
  const series = {
    columns: 3,
    rows: 2,
    pixel: 10,
    tilts: [-1, 0],
    stacks: [
      { label: "a", unit: "OD", values: Uint16Array.from({ length: 12 }, (_, i) => i), scale: 2, offset: 1 }
    ]
  };
  it("holds one row of every image", () => {
    expect(Array.from(sinogramOf(series, series.stacks[0], 1).values)).toEqual([3, 7, 11, 15, 19, 23]);
  });
  it("stands in its tilts' rows, and leaves the missing wedge clear", () => {
    const tilts = Float64Array.from({ length: 131 }, (_, i) => i - 65);
    expect(angleAxis(tilts, false)).toEqual({ from: -65.5, to: 65.5, rows: 131 });
    const axis = angleAxis(tilts, true);
    expect(axis).toEqual({ from: -90, to: 90, rows: 180 });
    const pixels = new Uint8ClampedArray(4 * 180);
    paintSinogram(pixels, tilts, tilts, 1, axis, [-65, 65], new Uint8ClampedArray(768));
    const clear = Array.from({ length: 180 }, (_, j) => pixels[4 * j + 3] === 0);
    // rows are a degree high and half a degree off the tilts
    expect(clear.indexOf(false)).toBeGreaterThanOrEqual(24);
    expect(clear.indexOf(false)).toBeLessThanOrEqual(25);
    expect(clear.filter((c) => !c).length).toBeGreaterThanOrEqual(130);
    expect(clear.filter((c) => !c).length).toBeLessThanOrEqual(132);
  });
  it("finds the nearest of uneven tilts", () => {
    expect([-90, -12, 3, 80].map((angle) => nearestTilt([-60, -10, 0, 5, 61], angle))).toEqual([0, 1, 3, 4]);
  });
  it("needs as many values as the series has pixels", () => {
    expect(() => checkSeries({ ...series, rows: 3 })).toThrow(
      'invalid tilt series "a": 12 values; must be 2 tilts'
    );
    expect(() => checkSeries({ ...series, stacks: [] })).toThrow("missing stacks");
  });
});

it("contrast leaves single pixels out, and never divides by nothing", () => {
  const values = Float32Array.from({ length: 10_000 }, (_, i) => i / 9999);
  values[5] = 1e6;
  values[7] = NaN;
  const [low, high] = contrast(values);
  expect(low).toBeCloseTo(0.002, 3);
  expect(high).toBeCloseTo(0.998, 3);
  expect(contrast(new Uint8Array(50).fill(3))).toEqual([2.5, 3.5]);
  expect(contrast([NaN])).toEqual([0, 1]);
});

describe("the camera", () => {
  it("keeps its axes orthonormal and right-handed, wherever it stands", () => {
    for (const turn of [-170, -30, 0, 45, 100])
      for (const rise of [-90, -20, 0, 60, 90]) {
        const { right, up, forward } = screenAxes({ turn, rise, zoom: 1 });
        for (const [a, b, wanted] of [
          [right, right, 1],
          [up, up, 1],
          [forward, forward, 1],
          [right, up, 0],
          [right, forward, 0],
          [up, forward, 0]
        ] as const)
          expect(dot(a, b)).toBeCloseTo(wanted, 12);
        const towards = [
          right[1] * up[2] - right[2] * up[1],
          right[2] * up[0] - right[0] * up[2],
          right[0] * up[1] - right[1] * up[0]
        ];
        // the page's x, y down and z away are right-handed as the screen's right, up and towards the eye are
        expect(dot(towards, forward)).toBeCloseTo(-1, 12);
      }
  });
  it("turns round and round, but not over the pole", () => {
    const camera = { turn: 175, rise: 85, zoom: 1 };
    expect(moved(camera, keyMove("ArrowRight", camera) ?? {}).turn).toBe(-175);
    expect(moved(camera, keyMove("ArrowUp", camera) ?? {}).rise).toBe(90);
    expect(moved(camera, { zoom: 100 }).zoom).toBe(6);
    expect(keyMove("a", camera)).toBeNull();
  });
});
