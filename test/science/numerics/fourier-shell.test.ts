import { describe, expect, test } from "vitest";
import { fourierTransform, frequencyAt, realPart, realTransform } from "../../../src/science/numerics/fft.js";
import {
  cutoffFrequency,
  fourierShellCorrelation,
  halfBit,
  softMask
} from "../../../src/science/numerics/fourier-shell.js";
import { random } from "../../../src/science/numerics/rng.js";

const size = 32;
const shape = [size, size, size];
const noise = (seed: number, count = size ** 3) => {
  const draw = random(seed);
  return Float64Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
  );
};
const add = (a: Float64Array, b: Float64Array, factor = 1) => a.map((value, i) => value + factor * b[i]);

/** White noise without what is beyond a radius in Fourier space. */
function lowPass(values: Float64Array, radius: number): Float64Array {
  const spectrum = realTransform(values, shape);
  for (let i = 0; i < size ** 3; ++i) {
    const k = [Math.floor(i / size ** 2), Math.floor(i / size) % size, i % size].map((n) =>
      frequencyAt(n, size)
    );
    if (Math.hypot(...k) > radius) spectrum.data.fill(0, 2 * i, 2 * i + 2);
  }
  return realPart(fourierTransform(spectrum, -1));
}

describe("correlation", () => {
  test("is 1 for the same volume, −1 for its negative, whatever the scale", () => {
    const volume = noise(1);
    const same = fourierShellCorrelation(
      volume,
      volume.map((v) => 7 * v),
      shape
    );
    same.correlation.forEach((value) => expect(value).toBeCloseTo(1, 12));
    const opposite = fourierShellCorrelation(
      volume,
      volume.map((v) => -v),
      shape
    );
    opposite.correlation.forEach((value) => expect(value).toBeCloseTo(-1, 12));
    expect(cutoffFrequency(same)).toBeNull();
    expect(same.frequencies[16]).toBe(0.5);
  });

  test("counts every voxel within Nyquist's sphere once", () => {
    const { counts } = fourierShellCorrelation(noise(1), noise(2), shape);
    let within = 0;
    for (let i = 0; i < size ** 3; ++i) {
      const k = [Math.floor(i / size ** 2), Math.floor(i / size) % size, i % size].map((n) =>
        frequencyAt(n, size)
      );
      if (Math.hypot(...k) < 16.5) ++within;
    }
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(within);
    expect(counts[0]).toBe(1);
    // the six neighbours of the centre and the twelve at √2
    expect(counts[1]).toBe(18);
  });

  test("of independent noise scatters about zero by 1/√(n/2) and stays below half a bit", () => {
    let [excess, shells] = [0, 0];
    for (const seed of [1, 3, 5, 7]) {
      const { correlation, counts, halfBit } = fourierShellCorrelation(noise(seed), noise(seed + 1), shape);
      for (let shell = 3; shell <= 16; ++shell) {
        expect(correlation[shell]).toBeLessThan(halfBit[shell]);
        // values at k and −k are one and the same, and the correlation is that of real and imaginary parts together
        excess += correlation[shell] ** 2 * counts[shell];
        ++shells;
      }
    }
    expect(excess / shells).toBeGreaterThan(0.6);
    expect(excess / shells).toBeLessThan(1.5);
  });

  test.each([0.5, 1, 4])("of halves with a signal of %f times the noise's power tends to s/(s + 1)", (s) => {
    const signal = noise(1);
    const halves = [2, 3].map((seed) => add(signal, noise(seed), 1 / Math.sqrt(s)));
    const { correlation, counts } = fourierShellCorrelation(halves[0], halves[1], shape);
    for (let shell = 6; shell <= 16; ++shell)
      expect(Math.abs(correlation[shell] - s / (s + 1))).toBeLessThan(5 / Math.sqrt(counts[shell]));
  });

  test("leaves the wedge out that no projection saw", () => {
    // noise differs only in the wedge: |kz| > |kx| tan 60°
    const [common, other] = [1, 2].map((seed) => realTransform(lowPass(noise(seed), 15), shape));
    for (let i = 0; i < size ** 3; ++i) {
      const kz = frequencyAt(Math.floor(i / size ** 2), size);
      const kx = frequencyAt(Math.floor(i / size) % size, size);
      if (Math.abs(kz) <= Math.abs(kx) * Math.tan(Math.PI / 3))
        for (const part of [2 * i, 2 * i + 1]) other.data[part] = common.data[part];
    }
    for (const spectrum of [common, other]) {
      fourierTransform(spectrum, -1);
    }
    const [first, second] = [realPart(common), realPart(other)];
    const all = fourierShellCorrelation(first, second, shape);
    const seen = fourierShellCorrelation(first, second, shape, { maximumTilt: Math.PI / 3 });
    for (let shell = 4; shell < 15; ++shell) {
      expect(all.correlation[shell]).toBeLessThan(0.9);
      expect(seen.correlation[shell]).toBeCloseTo(1, 9);
      expect(seen.counts[shell] / all.counts[shell]).toBeCloseTo(2 / 3, 1);
    }
  });
});

describe("resolution", () => {
  test.each([5, 8, 11])("a signal up to radius %i of Fourier space crosses there", (radius) => {
    const signal = lowPass(noise(1), radius);
    const halves = [2, 3].map((seed) => add(signal, noise(seed), 0.2));
    const shells = fourierShellCorrelation(halves[0], halves[1], shape);
    for (const criterion of [undefined, 1 / 7])
      expect(Math.abs((cutoffFrequency(shells, criterion) ?? NaN) * size - radius)).toBeLessThan(1);
  });

  test("the crossing is interpolated", () => {
    const shells = {
      frequencies: Float64Array.of(0, 0.1, 0.2, 0.3, 0.4),
      correlation: Float64Array.of(1, 1, 0.9, 0.1, 0),
      counts: new Float64Array(5),
      halfBit: new Float64Array(5).fill(0.3)
    };
    expect(cutoffFrequency(shells)).toBeCloseTo(0.275, 12);
    expect(cutoffFrequency(shells, 0.5)).toBeCloseTo(0.25, 12);
  });

  test("half a bit: its limit for many voxels, and 1 at most", () => {
    // SNR of half a bit per voxel in the mean of two halves: log2(1 + 2 s) = 1/2
    const s = (Math.SQRT2 - 1) / 2;
    expect(halfBit(1e12)).toBeCloseTo(s / (1 + s), 4);
    expect(halfBit(1)).toBeCloseTo(1, 12);
    expect(halfBit(100)).toBeCloseTo(
      (s + (2 * Math.sqrt(s) + 1) / 10) / (1 + s + (2 * Math.sqrt(s)) / 10),
      3
    );
  });

  test("zeros around the volume leave cut-off and half-bit curve where they were", () => {
    const odd = [24, 24, 24];
    const [a, b] = [1, 2].map((seed) => noise(seed, 24 ** 3));
    const shells = fourierShellCorrelation(a, b, odd);
    expect(shells.frequencies.length).toBe(17);
    const padding = (24 / 32) ** 3;
    expect(shells.halfBit[10]).toBeCloseTo(halfBit(shells.counts[10] * padding), 12);
    const mask = softMask(shape, 8, 12);
    const masked = fourierShellCorrelation(noise(1), noise(2), shape, { mask });
    for (let shell = 3; shell <= 16; ++shell)
      expect(masked.correlation[shell]).toBeLessThan(masked.halfBit[shell]);
  });
});

test("images have rings as volumes have shells", () => {
  const image = noise(1, 1024);
  const { correlation, counts } = fourierShellCorrelation(image, image, [32, 32]);
  expect(counts[1]).toBe(8);
  correlation.forEach((value) => expect(value).toBeCloseTo(1, 12));
});

test("a soft mask falls from one to zero", () => {
  const mask = softMask([9, 9, 9], 2, 4);
  expect(mask[(4 * 9 + 4) * 9 + 4]).toBe(1);
  expect(mask[(4 * 9 + 4) * 9 + 7]).toBeCloseTo(0.5, 12);
  expect(mask[(4 * 9 + 4) * 9 + 8]).toBe(0);
  expect(mask[0]).toBe(0);
});

test("bad input is refused", () => {
  const volume = noise(1, 8);
  expect(() => fourierShellCorrelation(volume, volume.slice(1), [2, 2, 2])).toThrow(
    "invalid second volume: 7 values"
  );
  expect(() =>
    fourierShellCorrelation(
      volume,
      volume.map(() => 0),
      [2, 2, 2]
    )
  ).toThrow("zero everywhere");
  expect(() =>
    fourierShellCorrelation(
      volume.map(() => NaN),
      volume,
      [2, 2, 2]
    )
  ).toThrow("NaN at voxel 0");
  expect(() => fourierShellCorrelation(volume, volume, [2, 2, 2], { maximumTilt: 0 })).toThrow(
    "invalid greatest tilt"
  );
  expect(() => softMask([4], 3, 2)).toThrow("invalid radii");
});
