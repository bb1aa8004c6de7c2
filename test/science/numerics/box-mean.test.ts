import { expect, it } from "vitest";
import { boxMean } from "../../../src/science/numerics/box-mean.js";

it("is the mean over the square, with the edge's values beyond it", () => {
  const [width, height, radius] = [7, 5, 2];
  const image = Float64Array.from({ length: width * height }, (_, p) => (p * p) % 11);
  const mean = boxMean(image, width, height, radius);
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) {
      let sum = 0;
      for (let v = y - radius; v <= y + radius; ++v)
        for (let u = x - radius; u <= x + radius; ++u)
          sum += image[Math.min(height - 1, Math.max(0, v)) * width + Math.min(width - 1, Math.max(0, u))];
      expect(mean[y * width + x]).toBeCloseTo(sum / 25, 5);
    }
  expect(() => boxMean(image, width, height, 1.5)).toThrow("invalid radius of a mean: 1.5");
});
