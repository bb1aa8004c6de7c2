import { describe, expect, test } from "vitest";
import { fourierShift } from "../../../src/science/numerics/fourier-shift.js";
import { register } from "../../../src/science/numerics/registration.js";
import { random } from "../../../src/science/numerics/rng.js";

/** Blobs well inside an image, as a function of place: shifts of it are exact. */
const blobs = [
  [0.1, 0.05, 0.07, 1],
  [-0.12, 0.1, 0.05, 0.6],
  [0.02, -0.13, 0.06, 0.8]
];
const picture = (columns: number, rows: number, dx = 0, dy = 0) =>
  Float64Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = [Math.floor(i / rows) - columns / 2 - dx, (i % rows) - rows / 2 - dy];
    return blobs.reduce(
      (sum, [cx, cy, width, height]) =>
        sum +
        height * Math.exp(-((x - cx * columns) ** 2 + (y - cy * rows) ** 2) / (2 * (width * columns) ** 2)),
      0
    );
  });
const normal = (draw: () => number) => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());

describe("shift of an image", () => {
  test.each([
    [64, 64, 0, 0],
    [64, 64, 3.27, -1.64],
    [64, 32, -0.5, 0.125],
    [50, 61, 2.41, -3.93],
    [33, 100, -1.07, 0.31]
  ])("%i × %i by %f, %f is found to 0.01 pixel", (columns, rows, dx, dy) => {
    const [image, reference] = [picture(columns, rows, dx, dy), picture(columns, rows)];
    const { shift, confidence } = register(image, reference, [columns, rows]);
    expect(Math.abs(shift[0] - dx)).toBeLessThan(0.01);
    expect(Math.abs(shift[1] - dy)).toBeLessThan(0.01);
    expect(confidence).toBeGreaterThan(0.98);
    // brightness and contrast do not matter
    const brighter = register(
      image.map((v) => 3 * v + 40),
      reference,
      [columns, rows]
    );
    expect(brighter.shift[0]).toBeCloseTo(shift[0], 2);
  });

  test("the same image lies where it lies, with full confidence", () => {
    const image = picture(40, 40);
    for (const correlation of ["cross", "phase"] as const) {
      const { shift, confidence } = register(image, image, [40, 40], { correlation });
      expect(shift).toEqual([0, 0]);
      expect(confidence).toBeCloseTo(1, 9);
    }
  });

  test("the roles of both images change the sign", () => {
    const [a, b] = [picture(48, 48, 1.3, -0.4), picture(48, 48)];
    const [there, back] = [register(a, b, [48, 48]).shift, register(b, a, [48, 48]).shift];
    expect(there[0]).toBeCloseTo(-back[0], 2);
    expect(there[1]).toBeCloseTo(-back[1], 2);
  });

  test("phase correlation finds periodic shifts of a rough image", () => {
    const draw = random(2);
    const reference = Float64Array.from({ length: 64 * 64 }, () => draw());
    const image = fourierShift(reference, [64, 64], [5.37, -7.81], "periodic");
    const { shift, confidence } = register(image, reference, [64, 64], { correlation: "phase", taper: 0 });
    expect(shift[0]).toBeCloseTo(5.37, 2);
    expect(shift[1]).toBeCloseTo(-7.81, 2);
    expect(confidence).toBeGreaterThan(0.9);
  });

  test("a largest shift keeps a repeated pattern from being mistaken", () => {
    const lines = (dx: number) =>
      Float64Array.from({ length: 64 }, (_, x) => Math.cos((2 * Math.PI * (x - dx)) / 8));
    const { shift } = register(lines(1.5), lines(0), [64], { largestShift: 4, taper: 0 });
    expect(shift[0]).toBeCloseTo(1.5, 2);
  });

  test("its error falls as the noise does, that is as 1/√dose", () => {
    const [columns, rows] = [48, 48];
    const [dx, dy] = [1.37, -0.62];
    const draw = random(11);
    const errors = [0.016, 0.004].map((sigma) => {
      let sum = 0;
      const runs = 40;
      for (let run = 0; run < runs; ++run) {
        const noisy = (values: Float64Array) => values.map((v) => v + sigma * normal(draw));
        const { shift } = register(noisy(picture(columns, rows, dx, dy)), noisy(picture(columns, rows)), [
          columns,
          rows
        ]);
        sum += (shift[0] - dx) ** 2 + (shift[1] - dy) ** 2;
      }
      return Math.sqrt(sum / runs / 2);
    });
    // 40 runs of two shifts: standard error of the ratio 11 %
    expect(errors[0] / errors[1]).toBeGreaterThan(4 * 0.67);
    expect(errors[0] / errors[1]).toBeLessThan(4 * 1.4);
    expect(errors[0]).toBeLessThan(0.1);
  });
});

test.each([64, 50])("profiles of %i items register alike", (length) => {
  const profile = (d: number) =>
    Float64Array.from({ length }, (_, i) => Math.exp(-((i - length / 2 - d) ** 2) / 50) + 2);
  const { shift } = register(profile(2.345), profile(0), [length]);
  expect(shift.length).toBe(1);
  expect(Math.abs(shift[0] - 2.345)).toBeLessThan(0.02);
});

test("bad input is refused", () => {
  const image = picture(8, 8);
  expect(() => register(image, image.slice(1), [8, 8])).toThrow("invalid reference: 63 values; must be 64");
  expect(() =>
    register(
      image.map(() => NaN),
      image,
      [8, 8]
    )
  ).toThrow("invalid image: NaN at pixel 0");
  expect(() =>
    register(
      image,
      image.map(() => 3),
      [8, 8]
    )
  ).toThrow("invalid reference: 3 everywhere");
  expect(() => register(image, image, [8, 8], { taper: 0.6 })).toThrow("invalid taper: 0.6");
  expect(() => register(image, image, [8, 8], { upsampling: 0 })).toThrow("invalid upsampling");
  expect(() => register(image, image, [8, 8], { largestShift: NaN })).toThrow("invalid largest shift");
  expect(() => register(image, image, [4, 4, 4])).toThrow("unsupported shape: 4 × 4 × 4");
});

describe("fourierShift", () => {
  test("moves smooth images exactly, sizes that are no powers of two too", () => {
    const moved = fourierShift(picture(50, 36), [50, 36], [2.3, -1.7]);
    const expected = picture(50, 36, 2.3, -1.7);
    for (let x = 8; x < 42; ++x)
      for (let y = 8; y < 28; ++y) expect(moved[36 * x + y]).toBeCloseTo(expected[36 * x + y], 3);
  });

  test("linear interpolation is exact for a ramp, and the edge goes on beyond itself", () => {
    const ramp = Float64Array.from({ length: 10 }, (_, i) => i);
    expect(Array.from(fourierShift(ramp, [10], [1.5], "linear"))).toEqual([
      0, 0, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5
    ]);
    expect(Array.from(fourierShift(ramp, [10], [-20], "linear"))).toEqual(new Array(10).fill(9));
    expect(Array.from(fourierShift([4], [1], [0.3], "linear"))).toEqual([4]);
  });

  test("there and back by mirrored Fourier shifts keeps a flat image flat", () => {
    const flat = new Float64Array(35).fill(2);
    fourierShift(flat, [5, 7], [0.4, -2.2]).forEach((v) => expect(v).toBeCloseTo(2, 10));
  });

  test("bad input is refused", () => {
    expect(() => fourierShift([1, 2, 3], [2], [0])).toThrow("invalid image: 3 values");
    expect(() => fourierShift([1, 2], [2], [NaN])).toThrow("invalid shift");
    expect(() => fourierShift([1, NaN], [2], [1])).toThrow("invalid image: NaN at pixel 1");
    expect(() => fourierShift([1, 2, 3], [3], [1], "periodic")).toThrow(
      "unsupported length of a periodic axis: 3"
    );
  });
});
