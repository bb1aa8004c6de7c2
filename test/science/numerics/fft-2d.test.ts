import { describe, expect, it } from "vitest";
import { fourierTransform, toComplex } from "../../../src/science/numerics/fft.js";
import {
  complexTransform,
  fftPlan,
  inverseTransform,
  transformColumns,
  transformRows
} from "../../../src/science/numerics/fft-2d.js";
import { random } from "../../../src/science/numerics/rng.js";

const [width, height] = [16, 8];
const uniform = random(7);
const image = Float64Array.from({ length: width * height }, () => uniform() - 0.3);

/** Σ f exp(−2πi k·p/N), term by term */
function direct(kx: number, ky: number): [number, number] {
  let [re, im] = [0, 0];
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) {
      const angle = -2 * Math.PI * ((kx * x) / width + (ky * y) / height);
      re += image[y * width + x] * Math.cos(angle);
      im += image[y * width + x] * Math.sin(angle);
    }
  return [re, im];
}

describe("transform of a real image", () => {
  it("agrees with the sum term by term, all columns or a stretch of them", () => {
    const rows = transformRows(image, width, height);
    for (const [from, to] of [
      [0, width / 2],
      [3, 5]
    ]) {
      const { data } = transformColumns(rows, from, to);
      for (let kx = from; kx <= to; ++kx)
        for (let ky = 0; ky < height; ++ky) {
          const [re, im] = direct(kx, ky);
          expect(data[2 * ((kx - from) * height + ky)]).toBeCloseTo(re, 12);
          expect(data[2 * ((kx - from) * height + ky) + 1]).toBeCloseTo(im, 12);
        }
    }
  });

  it("comes back", () => {
    const back = inverseTransform(transformColumns(transformRows(image, width, height)));
    back.forEach((value, p) => expect(value).toBeCloseTo(image[p], 13));
  });

  it("takes an offset off first", () => {
    const { data } = transformColumns(transformRows(image, width, height, 2), 0, 0);
    expect(data[0]).toBeCloseTo(direct(0, 0)[0] - 2 * width * height, 11);
  });

  it("agrees with the transform of complex arrays, both ways", () => {
    const other = image.map((_, p) => Math.sin(p));
    const wave = toComplex(image, [height, width], { imaginary: other });
    const own = complexTransform(wave.data.slice(), width, height, 1);
    const peer = fourierTransform({ shape: wave.shape, data: wave.data.slice() }).data;
    own.forEach((value, p) => expect(value).toBeCloseTo(peer[p], 11));
    complexTransform(own, width, height, -1).forEach((value, p) =>
      expect(value).toBeCloseTo(wave.data[p], 13)
    );
  });

  it("says what it cannot do", () => {
    expect(() => fftPlan(48)).toThrow("unsupported size of a Fourier transform: 48; must be a power of two");
    expect(() => transformRows(image, 8, 8)).toThrow("invalid image: 128 values; must be 64");
    expect(() => transformColumns(transformRows(image, width, height), 0, 9)).toThrow("invalid columns");
  });
});
