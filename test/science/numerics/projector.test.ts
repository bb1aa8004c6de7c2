import { describe, expect, test } from "vitest";
import { plainProjector } from "../../../src/science/numerics/projector-plain.js";
import { simdProjector } from "../../../src/science/numerics/projector-simd.js";
import { type ParallelBeam, type Projector, projector } from "../../../src/science/numerics/projector.js";
import { random } from "../../../src/science/numerics/rng.js";
import { degrees, exactProjections, range, rasterise, sheppLogan } from "./phantoms.js";

const kinds: [string, (beam: ParallelBeam) => Projector | undefined][] = [
  ["compiled", (beam) => simdProjector(beam)],
  ["plain", (beam) => plainProjector(beam)]
];
const noise = (length: number, seed: number) => {
  const next = random(seed);
  return Float32Array.from({ length }, () => next() - 0.3);
};
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
const tilts = degrees([0, 12, -63, 45, -45, 90, 135, 178, 230, 300.5, -0.001]);

describe.each(kinds)("%s", (_, make) => {
  test.each([
    [8, 1, 0],
    [9, 3, 1.3],
    [16, 4, -2],
    [13, 64, 0.5],
    [5, 1, -7]
  ])("back-projection is the adjoint: %i columns, %i slices, axis off by %d", (size, slices, axisOffset) => {
    const beam = { size, slices, tilts, axisOffset };
    const { project, backproject } = make(beam) ?? plainProjector(beam);
    const x = noise(size * size * slices, 1);
    const y = noise(tilts.length * size * slices, 2);
    const [forward, backward] = [dot(project(x), y), dot(x, backproject(y))];
    const scale = Math.sqrt(dot(x, x) * dot(y, y));
    expect(Math.abs(forward - backward)).toBeLessThan(1e-6 * scale);
  });

  test("every projection holds the mass of the volume", () => {
    const size = 40;
    const disk = [{ value: 0.7, a: 0.5, b: 0.5, x: 0.1, z: -0.2, angle: 0 }];
    const volume = rasterise(size, [disk]);
    const mass = volume.reduce((sum, value) => sum + value, 0);
    const projections =
      make({ size, slices: 1, tilts, axisOffset: 1.5 })?.project(volume) ?? new Float32Array();
    tilts.forEach((_, a) => {
      const held = projections.subarray(a * size, (a + 1) * size).reduce((sum, value) => sum + value, 0);
      expect(held / mass).toBeCloseTo(1, 5);
    });
  });

  test.each([0, 2.25])("a disk has its chords, axis off by %d", (axisOffset) => {
    const error = (size: number) => {
      const beam = { size, slices: 1, tilts, axisOffset };
      const disk = [[{ value: 1, a: 0.6, b: 0.6, x: 0.15, z: -0.1, angle: 0 }]];
      const found = make(beam)?.project(rasterise(size, disk, 8)) ?? new Float32Array();
      const exact = exactProjections(beam, disk, 16);
      return Math.sqrt(exact.reduce((sum, value, p) => sum + (found[p] - value) ** 2, 0) / dot(exact, exact));
    };
    expect(error(32)).toBeLessThan(0.014);
    expect(error(128)).toBeLessThan(0.004);
  });

  test("a single voxel falls where the axes say", () => {
    const size = 11;
    const volume = new Float32Array(size * size);
    volume[8 * size + 6] = 1; // z = 3, x = 1
    const { project } =
      make({ size, slices: 1, tilts: degrees([0, 90, 180, -90]) }) ??
      plainProjector({ size, slices: 1, tilts });
    const peaks = range(0, 3).map((a) => {
      const row = project(volume).subarray(a * size, (a + 1) * size);
      return row.indexOf(Math.max(...row)) - 5;
    });
    expect(peaks).toEqual([1, 3, -1, -3]);
  });
});

test("compiled and plain agree", () => {
  for (const slices of [1, 5, 70]) {
    const beam = { size: 30, slices, tilts, axisOffset: 0.4 };
    const [x, y] = [noise(900 * slices, 3), noise(tilts.length * 30 * slices, 4)];
    const [compiled, plain] = [simdProjector(beam), plainProjector(beam)];
    expect(compiled).toBeDefined();
    const off = (a: Float32Array | undefined, b: Float32Array) =>
      b.reduce((most, value, i) => Math.max(most, Math.abs(value - (a?.[i] ?? NaN))), 0);
    expect(off(compiled?.project(x), plain.project(x))).toBeLessThan(1e-5);
    expect(off(compiled?.backproject(y), plain.backproject(y))).toBeLessThan(1e-5);
  }
});

test("slices come out the same bytes alone and together", () => {
  const [size, slices] = [24, 37];
  const x = noise(size * size * slices, 5);
  const y = noise(tilts.length * size * slices, 6);
  const one = (from: Float32Array, slice: number, width: number) =>
    Float32Array.from(
      { length: (from.length / slices) * width },
      (_, v) => from[Math.floor(v / width) * slices + slice + (v % width)]
    );
  const all = projector({ size, slices, tilts });
  const [projected, summed] = [all.project(x), all.backproject(y)];
  for (const [slice, width] of [
    [0, 1],
    [3, 1],
    [5, 3],
    [9, 16],
    [20, 17]
  ]) {
    const some = projector({ size, slices: width, tilts });
    expect(some.project(one(x, slice, width))).toEqual(one(projected, slice, width));
    expect(some.backproject(one(y, slice, width))).toEqual(one(summed, slice, width));
  }
});

test("a projector can be used again, and writes where it is told", () => {
  const beam = { size: 16, slices: 2, tilts };
  const { project, backproject } = projector(beam);
  const volume = rasterise(16, [sheppLogan, sheppLogan]);
  const first = project(volume);
  const image = backproject(first);
  const out = new Float32Array(first.length).fill(7);
  expect(project(volume, out)).toBe(out);
  expect(out).toEqual(first);
  expect(backproject(first, new Float32Array(image.length).fill(7))).toEqual(image);
});

test("bad input is refused in a sentence", () => {
  const beam = { size: 8, slices: 2, tilts };
  expect(() => projector({ ...beam, tilts: new Float64Array() })).toThrow(/^missing tilts: none given/);
  expect(() => projector({ ...beam, tilts: Float64Array.of(0, NaN) })).toThrow(/^invalid tilt: NaN at 1/);
  expect(() => projector({ ...beam, size: 2.5 })).toThrow(/^invalid size: 2.5/);
  expect(() => projector({ ...beam, slices: 0 })).toThrow(/^invalid slices: 0/);
  expect(() => projector({ ...beam, axisOffset: NaN })).toThrow(/^invalid axis offset: NaN/);
  expect(() => projector(beam).project(new Float32Array(64))).toThrow(
    /^invalid volume: 64 numbers; must be 128/
  );
  expect(() => projector(beam).backproject(new Float32Array(3))).toThrow(
    /^invalid projections: 3 numbers; must be 176/
  );
});
