import { describe, expect, test } from "vitest";
import {
  angularIntervals,
  filteredBackProjection
} from "../../../src/science/numerics/filtered-back-projection.js";
import {
  type FilterName,
  filterNames,
  filterProjections,
  filterResponse,
  paddedLength
} from "../../../src/science/numerics/ramp-filter.js";
import { random } from "../../../src/science/numerics/rng.js";
import {
  degrees,
  errors,
  exactProjections,
  range,
  rasterise,
  sheppLogan,
  sheppLoganSlice
} from "./phantoms.js";

const half = (count: number) => degrees(range(0, count - 1).map((a) => (a * 180) / count));
const disk = [{ value: 0.8, a: 0.6, b: 0.6, x: 0.1, z: -0.15, angle: 0 }];

test.each([
  ["a disk", disk, 0.045],
  ["the head of Shepp and Logan", sheppLogan, 0.065]
])("%s converges with tilts to the floor of its voxels", (_, objects, floor) => {
  const size = 64;
  const truth = rasterise(size, [objects]);
  const errorOf = [8, 16, 32, 64, 128].map((count) => {
    const beam = { size, slices: 1, tilts: half(count) };
    return errors(filteredBackProjection(exactProjections(beam, [objects]), beam), truth, size, 1).rms;
  });
  for (const k of [1, 2, 3]) expect(errorOf[k]).toBeLessThan(errorOf[k - 1]);
  expect(errorOf[4]).toBeLessThan(floor);
});

test("a disk holds its density within and nothing outside, wherever the axis is", () => {
  const size = 96;
  for (const axisOffset of [0, 3.5, -2]) {
    const beam = { size, slices: 1, tilts: half(150), axisOffset };
    const found = filteredBackProjection(exactProjections(beam, [disk]), beam);
    const mean = (x: number, z: number) => {
      let sum = 0;
      for (let j = -3; j <= 3; ++j) for (let i = -3; i <= 3; ++i) sum += found[(z + j) * size + x + i] / 49;
      return sum;
    };
    expect(mean(52, 41)).toBeCloseTo(0.8, 2);
    expect(mean(12, 48)).toBeCloseTo(0, 2);
  }
});

test("many slices at once are as good as one", () => {
  const [size, slices] = [48, 18];
  const objects = range(0, slices - 1).map((k) => sheppLoganSlice(k, slices));
  const beam = { size, slices, tilts: half(61) };
  const all = filteredBackProjection(exactProjections(beam, objects), beam);
  for (const k of [0, 7, 17]) {
    const one = { ...beam, slices: 1 };
    const alone = filteredBackProjection(exactProjections(one, [objects[k]]), one);
    expect(Float32Array.from({ length: size * size }, (_, v) => all[v * slices + k])).toEqual(alone);
  }
});

describe("the filters", () => {
  test("convolve with the kernel of Kak and Slaney", () => {
    const [columns, tilts] = [37, 5];
    const next = random(3);
    const projections = Float32Array.from({ length: columns * tilts * 3 }, () => next());
    const found = filterProjections(projections, { columns, slices: 3 });
    const h = (k: number) => (k === 0 ? 0.25 : k % 2 === 0 ? 0 : -1 / (Math.PI * k) ** 2);
    for (let a = 0; a < tilts; ++a)
      for (let l = 0; l < 3; ++l)
        for (let i = 0; i < columns; ++i) {
          const at = (j: number) => (a * columns + j) * 3 + l;
          const exact = range(0, columns - 1).reduce((sum, j) => sum + h(i - j) * projections[at(j)], 0);
          expect(found[at(i)]).toBeCloseTo(exact, 5);
        }
  });

  test("taper from the same low frequencies, the later the sharper, and end at the cutoff", () => {
    const length = 256;
    const energy = filterNames.map((filter) => filterResponse(length, { filter }).reduce((a, b) => a + b, 0));
    for (let k = 1; k < energy.length; ++k) expect(energy[k]).toBeLessThan(energy[k - 1]);
    const ramp = filterResponse(length);
    for (const filter of filterNames) {
      expect(filterResponse(length, { filter })[4] / ramp[4]).toBeGreaterThan(0.98);
      const cut = filterResponse(length, { filter, cutoff: 0.5 });
      expect(cut.subarray(65).every((gain) => gain === 0)).toBe(true);
    }
    expect(ramp[100]).toBeCloseTo(100 / length, 3);
    expect(filterResponse(length, { filter: "hann" })[128]).toBeCloseTo(0, 12);
    expect(paddedLength(37)).toBe(128);
  });

  test("refuse what they do not know", () => {
    expect(() => filterResponse(8, { filter: "boxcar" as FilterName })).toThrow(
      /^unknown filter: boxcar; must be one of ramp/
    );
    expect(() => filterResponse(8, { cutoff: 0 })).toThrow(/^invalid cutoff: 0/);
  });
});

test("each tilt stands for half the way to its neighbours, none for the missing wedge", () => {
  const inDegrees = (angles: number[]) =>
    Array.from(angularIntervals(degrees(angles)), (w) => (w * 180) / Math.PI);
  for (const w of inDegrees(range(0, 179))) expect(w).toBeCloseTo(1, 9);
  for (const w of inDegrees(range(-65, 65))) expect(w).toBeCloseTo(1, 9);
  inDegrees([0, 10, 30, 40]).forEach((w, k) => expect(w).toBeCloseTo([10, 15, 15, 10][k], 9));
  inDegrees([0, 60, 120]).forEach((w) => expect(w).toBeCloseTo(60, 9));
  expect(inDegrees([20])[0]).toBeCloseTo(180, 9);
});

test("bad projections are refused in a sentence", () => {
  const beam = { size: 8, slices: 2, tilts: half(4) };
  expect(() => filteredBackProjection(new Float32Array(10), beam)).toThrow(
    /^invalid projections: 10 numbers; must be 64, for 4 tilts of 8 columns and 2 slices/
  );
  const holed = new Float32Array(64);
  holed[16 + 7] = NaN;
  expect(() => filteredBackProjection(holed, beam)).toThrow(
    /^invalid projection: NaN at tilt 1, column 3, slice 1/
  );
});
