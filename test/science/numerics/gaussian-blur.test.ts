import { describe, expect, test } from "vitest";
import { gaussianBlur, gaussianKernel, widthOverSigma } from "../../../src/science/numerics/gaussian-blur.js";

/** Sum, means and variances along both axes of an image [x][y]. */
function moments(image: Float32Array, columns: number, rows: number) {
  let [sum, x, y, xx, yy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < columns; ++i)
    for (let j = 0; j < rows; ++j) {
      const value = image[i * rows + j] ?? 0;
      sum += value;
      x += value * i;
      y += value * j;
      xx += value * i * i;
      yy += value * j * j;
    }
  return { sum, x: x / sum, y: y / sum, xx: xx / sum - (x / sum) ** 2, yy: yy / sum - (y / sum) ** 2 };
}

describe("gaussianBlur", () => {
  test("a point keeps its sum and place and gets the variance σ² along each axis", () => {
    const image = new Float32Array(41 * 33);
    image[17 * 33 + 15] = 2;
    const { sum, x, y, xx, yy } = moments(gaussianBlur(image, [41, 33], [2.5, 1.2]), 41, 33);
    expect(sum).toBeCloseTo(2, 5);
    expect(x).toBeCloseTo(17, 4);
    expect(y).toBeCloseTo(15, 4);
    // the cut at 4σ takes 0.1 % of the variance
    expect(xx / 2.5 ** 2).toBeCloseTo(1, 2);
    expect(yy / 1.2 ** 2).toBeCloseTo(1, 2);
  });

  test("half the height lies half a width from the centre", () => {
    const width = 20;
    const weights = gaussianKernel(width / widthOverSigma);
    const centre = (weights.length - 1) / 2;
    expect((weights[centre + width / 2] ?? 0) / (weights[centre] ?? 1)).toBeCloseTo(0.5, 12);
  });

  test("images of a stack do not touch each other, and a volume is blurred along all three axes", () => {
    const stack = new Float32Array(3 * 16 * 16);
    stack[256 + 8 * 16 + 8] = 1;
    const blurred = gaussianBlur(stack, [3, 16, 16], [0, 1, 1]);
    expect(blurred.subarray(0, 256).every((value) => value === 0)).toBe(true);
    expect(blurred.subarray(512).every((value) => value === 0)).toBe(true);
    const volume = new Float32Array(15 ** 3);
    volume[(7 * 15 + 7) * 15 + 7] = 1;
    const ball = gaussianBlur(volume, [15, 15, 15], [1.1, 1.1, 1.1]);
    const at = (z: number, x: number, y: number) => ball[(z * 15 + x) * 15 + y] ?? 0;
    expect(at(9, 7, 7)).toBeCloseTo(at(7, 7, 9), 9);
    expect(at(7, 9, 7)).toBeCloseTo(at(7, 7, 5), 9);
    expect(at(9, 7, 7) / at(7, 7, 7)).toBeCloseTo(Math.exp(-0.5 * (2 / 1.1) ** 2), 6);
  });

  test("a constant stays one up to the edge, or falls to the half there with nothing beyond", () => {
    const flat = new Float32Array(20 * 20).fill(3);
    expect(gaussianBlur(flat, [20, 20], [2, 2]).every((value) => Math.abs(value - 3) < 1e-6)).toBe(true);
    const [first = 0] = gaussianBlur(flat, [400], [4], "zero");
    expect(first).toBeGreaterThan(1.5);
    expect(first).toBeLessThan(1.8);
  });

  test("no blur is a copy, and what does not fit is refused", () => {
    const data = new Float32Array([1, 2, 3, 4]);
    const copy = gaussianBlur(data, [2, 2], [0, 0]);
    expect(copy).toEqual(data);
    expect(copy).not.toBe(data);
    expect(() => gaussianBlur(data, [3, 2], [1, 1])).toThrow("invalid shape: [3, 2]");
    expect(() => gaussianBlur(data, [2, 2], [1, NaN])).toThrow("invalid blur");
  });
});
