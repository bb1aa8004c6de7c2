import { describe, expect, it } from "vitest";
import { besselJ0, besselJ1 } from "../../../src/science/numerics/bessel.js";
import { localMaxima } from "../../../src/science/numerics/local-maxima.js";
import { normal } from "../../../src/science/numerics/normal.js";
import { powerPeaks } from "../../../src/science/numerics/power-peaks.js";
import { random } from "../../../src/science/numerics/rng.js";

describe("peaks of a power spectrum", () => {
  const [width, height] = [256, 128];
  const uniform = random(2);
  const noise = Float64Array.from({ length: width * height }, () => normal(uniform));

  it("are where waves were put in, to a twentieth of a frequency, and nowhere else", () => {
    const waves = [
      [0.1234, 0.0567, 1],
      [0.04, -0.2, 0.6]
    ];
    const image = noise.map((value, p) =>
      waves.reduce(
        (sum, [x, y, a]) => sum + a * Math.cos(2 * Math.PI * (x * (p % width) + y * Math.floor(p / width))),
        value
      )
    );
    const peaks = powerPeaks(image, width, height);
    expect(peaks).toHaveLength(2);
    waves.forEach(([x, y], i) => {
      expect(Math.abs(peaks[i].x - x) * width).toBeLessThan(0.05);
      expect(Math.abs(peaks[i].y - y) * height).toBeLessThan(0.05);
    });
    expect(peaks[1].power).toBeCloseTo(0.36, 1);
  });

  it("are not seen in noise", () => expect(powerPeaks(noise, width, height)).toEqual([]));
});

describe("local maxima", () => {
  it("keep their distance, the highest first", () => {
    const image = new Float64Array(20 * 10);
    for (const [x, y, value] of [
      [3, 3, 5],
      [5, 4, 4],
      [12, 6, 3],
      [16, 2, 0.5]
    ])
      image[y * 20 + x] = value;
    const { x, y, value } = localMaxima(image, 20, 10, 4, 1);
    expect([...x]).toEqual([3, 12]);
    expect([...y]).toEqual([3, 6]);
    expect([...value]).toEqual([5, 3]);
    expect([...localMaxima(image, 20, 10, 2, 1).x]).toEqual([3, 5, 12]);
  });
});

describe("Bessel functions", () => {
  it("agree with tables", () => {
    // Abramowitz & Stegun, table 9.1
    for (const [x, j0, j1] of [
      [0, 1, 0],
      [1, 0.7651976866, 0.4400505857],
      [5, -0.1775967713, -0.3275791376],
      [10, -0.2459357645, 0.0434727462],
      [17.5, -0.1031103982, -0.1634199694]
    ]) {
      expect(besselJ0(x)).toBeCloseTo(j0, 6);
      expect(besselJ1(x)).toBeCloseTo(j1, 6);
    }
  });
});
