import { expect, test } from "vitest";
import { random } from "../../../src/science/numerics/rng.js";
import { noiseAt, noiseRow, noiseWaves } from "../../../src/science/particle/noise-field.js";

test("a row is the field along it", () => {
  const waves = noiseWaves(random(4), [0.5, 2], 24);
  const row = new Float64Array(200);
  noiseRow(waves, 0.3, -1.2, 0.7, 0.05, row);
  row.forEach((value, j) => expect(value).toBeCloseTo(noiseAt(waves, 0.3, 0.7 + 0.05 * j, -1.2), 10));
});

test("mean 0, variance 1, and correlated over a fraction of the wavelength: sin(kr)/(kr)", () => {
  const uniform = random(9);
  let [mean, square, near, count] = [0, 0, 0, 0];
  for (let field = 0; field < 400; ++field) {
    const waves = noiseWaves(uniform, [1, 1], 32);
    for (let k = 0; k < 10; ++k, ++count) {
      const [x, y, z] = [100 * uniform(), 100 * uniform(), 100 * uniform()];
      const value = noiseAt(waves, x, y, z);
      mean += value;
      square += value * value;
      near += value * noiseAt(waves, x, y + 0.25, z);
    }
  }
  expect(Math.abs(mean / count)).toBeLessThan(0.08);
  expect(square / count).toBeCloseTo(1, 0.8);
  expect(near / square).toBeCloseTo(Math.sin(Math.PI / 2) / (Math.PI / 2), 1);
});
