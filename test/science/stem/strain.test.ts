import { describe, expect, it } from "vitest";
import { normal } from "../../../src/science/numerics/normal.js";
import { random } from "../../../src/science/numerics/rng.js";
import { burgersVector } from "../../../src/science/numerics/burgers.js";
import { edgeDislocation, misfitStep } from "../../../src/science/particle/lattice-models-displacements.js";
import { projectedCell } from "../../../src/science/particle/lattice-models-sites.js";
import { defaultAnalysisSettings } from "../../../src/science/stem/settings.js";
import { mapAt, strainMaps } from "../../../src/science/stem/strain.js";
import { fittingPixel, imageOf } from "./lattices.js";

const settings = defaultAnalysisSettings.strain;
const { w, d } = projectedCell();

describe("strain of images", () => {
  it("is zero in a perfect lattice", () => {
    const { pixel, scene } = fittingPixel(512);
    const { image } = imageOf(scene, 512, { pixel });
    const maps = strainMaps(image);
    for (const map of [maps.exx, maps.eyy, maps.exy, maps.rotation])
      expect(Math.max(...map.map(Math.abs))).toBeLessThan(1e-5);
  });

  it("is a step of 2 % where columns stand 2 % wider", () => {
    const { image, sample } = imageOf({ displacement: misfitStep(0.02, 51.2) }, 512);
    const pair = [
      [0, 0.2 / d],
      [0.2 / w, (-2 / 3 / d) * 0.2]
    ] as const;
    const maps = strainMaps(image, { ...settings, g: pair, reference: [60, 20, 28, 60] });
    const mean = (x0: number, x1: number) => {
      let [sum, count] = [0, 0];
      for (let x = x0; x <= x1; x += 1)
        for (let y = 20; y <= 80; y += 2, ++count) sum += mapAt(maps.exx, maps, x, y);
      return sum / count;
    };
    expect(mean(16, 38)).toBeCloseTo(0.02, 3);
    expect(mean(64, 86)).toBeCloseTo(0, 3);
    expect(sample.exx.some((value) => value > 0.0199)).toBe(true);
  });

  it("gives an edge dislocation's Burgers vector, with its sign", () => {
    for (const sign of [1, -1]) {
      const { image } = imageOf({ displacement: edgeDislocation(sign * w, 51.3, 50.1) }, 512);
      const g = [
        [0, 0.2 / d],
        [0.2 / w, (1 / 3 / d) * 0.2]
      ] as const;
      const maps = strainMaps(image, { ...settings, g, measure: "eulerian", floor: 0.02 });
      const px = (value: number) => value / 0.2;
      const [bx, by] = burgersVector(maps, [px(28), px(28), px(75), px(73)]).map((b) => b * 0.2);
      expect(bx / (sign * w)).toBeCloseTo(1, 1);
      expect(Math.abs(by)).toBeLessThan(0.05 * w);
      // a circuit beside it closes
      const [cx, cy] = burgersVector(maps, [px(15), px(15), px(40), px(40)]).map((b) => b * 0.2);
      expect(Math.hypot(cx, cy)).toBeLessThan(0.05 * w);
    }
    const { image } = imageOf({}, 128);
    expect(() => burgersVector(strainMaps(image), [0, 0, 900, 900])).toThrow("invalid circuit");
  });

  it("says what is missing or wrong in an image", () => {
    const { image } = imageOf({}, 128);
    const uniform = random(4);
    expect(() => strainMaps({ ...image, values: image.values.map(() => normal(uniform)) })).toThrow(
      "missing lattice: the pattern of the image has no two peaks in different directions"
    );
    expect(() => strainMaps({ ...image, values: image.values.map(() => 3) })).toThrow("missing contrast");
    const broken = image.values.slice();
    broken[130] = NaN;
    expect(() => strainMaps({ ...image, values: broken })).toThrow(
      "invalid image: NaN at pixel (2, 1); must be a number"
    );
    const cut = image.values.map((value) => Math.min(value, 1));
    expect(() => strainMaps({ ...image, values: cut })).toThrow("of the pixels are saturated at 1");
    expect(() => strainMaps({ ...image, columns: 100 })).toThrow(
      "invalid image: 16384 values for 100 × 128 pixels"
    );
    const g = [
      [0.7, 0],
      [0, 0.1]
    ] as const;
    expect(() => strainMaps(image, { ...settings, g })).toThrow("lies outside the pattern");
  });
});
