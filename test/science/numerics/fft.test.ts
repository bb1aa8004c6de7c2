import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fourierTransform,
  frequencyAt,
  nextPowerOfTwo,
  realPart,
  realTransform,
  toComplex,
  wrappedIndex
} from "../../../src/science/numerics/fft.js";
import { random } from "../../../src/science/numerics/rng.js";

const noise = (count: number, seed = 1) => {
  const draw = random(seed);
  return Float64Array.from({ length: count }, () => draw() - 0.5);
};

/** The sum that defines the transform, term by term. */
function direct(values: Float64Array, shape: number[], k: number[]): [number, number] {
  const [, ny, nx] = shape;
  let [re, im] = [0, 0];
  values.forEach((value, i) => {
    const n = [Math.floor(i / (ny * nx)), Math.floor(i / nx) % ny, i % nx];
    const angle = -2 * Math.PI * shape.reduce((sum, size, axis) => sum + (k[axis] * n[axis]) / size, 0);
    re += value * Math.cos(angle);
    im += value * Math.sin(angle);
  });
  return [re, im];
}

describe("transforms", () => {
  test.each([[[1, 1, 16]], [[1, 8, 4]], [[4, 2, 8]]])(
    "of shape %j agree with the sum that defines them",
    (shape) => {
      const values = noise(shape.reduce((a, b) => a * b));
      const { data } = realTransform(values, shape);
      for (let i = 0; i < values.length; ++i) {
        const k = [Math.floor(i / (shape[1] * shape[2])), Math.floor(i / shape[2]) % shape[1], i % shape[2]];
        const [re, im] = direct(values, shape, k);
        expect(data[2 * i]).toBeCloseTo(re, 12);
        expect(data[2 * i + 1]).toBeCloseTo(im, 12);
      }
    }
  );

  test("there and back is the identity, and power is kept, whatever the sizes", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(sizes, (shape) => {
        const values = noise(shape.reduce((a, b) => a * b));
        const spectrum = realTransform(values, shape);
        const power = spectrum.data.reduce((sum, v) => sum + v * v, 0) / (spectrum.data.length / 2);
        expect(power).toBeCloseTo(
          values.reduce((sum, v) => sum + v * v, 0),
          10
        );
        const back = realPart(fourierTransform(spectrum, -1), shape);
        back.forEach((v, i) => expect(v).toBeCloseTo(values[i], 12));
      })
    );
  });

  test("imaginary parts and padding lie where they should", () => {
    const { data } = toComplex([1, 2, 3, 4, 5, 6], [2, 3], {
      imaginary: [7, 8, 9, 10, 11, 12],
      padded: [2, 4]
    });
    expect(Array.from(data)).toEqual([1, 7, 2, 8, 3, 9, 0, 0, 4, 10, 5, 11, 6, 12, 0, 0]);
  });
});

test("frequencies and indices are each other's inverse", () => {
  expect(Array.from({ length: 8 }, (_, i) => frequencyAt(i, 8))).toEqual([0, 1, 2, 3, -4, -3, -2, -1]);
  for (const size of [1, 2, 8, 9])
    for (let i = 0; i < size; ++i) expect(wrappedIndex(frequencyAt(i, size), size)).toBe(i);
  expect([1, 2, 3, 64, 65].map(nextPowerOfTwo)).toEqual([1, 2, 4, 64, 128]);
});

test("what does not fit is refused", () => {
  expect(() => fourierTransform({ shape: [6], data: new Float64Array(12) })).toThrow(
    "unsupported size of a Fourier transform: 6; pad it to 8"
  );
  expect(() => fourierTransform({ shape: [8], data: new Float64Array(8) })).toThrow("must be 16");
  expect(() => realTransform([1, 2, 3], [2, 2])).toThrow(
    "invalid array: 3 numbers for a shape of 2 × 2; must be 4"
  );
  expect(() => realTransform([1], [])).toThrow("invalid shape");
  expect(() => realTransform([1, 2, 3], [3], [2])).toThrow("invalid padding");
});
