import { describe, expect, it } from "vitest";
import { bend, turnedPatch } from "../../../src/science/particle/lattice-models-displacements.js";
import { findColumns } from "../../../src/science/stem/columns.js";
import { compareSpacing, matchColumns, trueSpacing } from "../../../src/science/stem/compare.js";
import { slabSpacing } from "../../../src/science/stem/spacing.js";
import { latticePeaks } from "../../../src/science/stem/strain.js";
import { indexLayers } from "../../../src/science/stem/lattice-index.js";
import { measure } from "../../../src/science/stem/twin.js";
import { imageOf } from "./lattices.js";

describe("columns", () => {
  it("are found to 5 pm at infinite dose, all of them and no others", () => {
    const { image, sample } = imageOf({ displacement: bend(0.6, 40, 0, 25, 20) });
    const match = matchColumns(findColumns(image), sample, 0.5);
    expect(match.metalFound).toBe(match.metalColumns);
    expect(match.false).toBe(0);
    expect(match.rms).toBeLessThan(0.05);
    expect(match.median).toBeLessThan(0.01);
  });

  it("scatter by what the fits state, from the counts alone", () => {
    const { sample, instrument } = imageOf({});
    const image = measure(sample, { ...instrument, lineJitter: 0, frameTime: 100 }, 3);
    const { match, dx, dy } = matchColumns(findColumns(image), sample, 0.5);
    const found = findColumns(image);
    let [pulls, count] = [0, 0];
    match.forEach((k, i) => {
      if (k < 0 || sample.x[k] < 2 || sample.y[k] < 2 || sample.x[k] > 49 || sample.y[k] > 49) return;
      pulls += (dx[i] ** 2 + dy[i] ** 2) / found.error[i] ** 2;
      count += 2;
    });
    // counts are noisier at a column's top than the fit, which weighs all pixels alike, believes
    expect(Math.sqrt(pulls / count)).toBeGreaterThan(0.85);
    expect(Math.sqrt(pulls / count)).toBeLessThan(1.6);
  });

  it("give the distance of the slabs", () => {
    const { image, sample } = imageOf({ displacement: (_, y) => [0, 0.01 * y] });
    const { layers } = indexLayers(latticePeaks(image), image.pixel);
    const { spacing, mean } = slabSpacing(findColumns(image), layers, image.pixel);
    expect(mean).toBeCloseTo(sample.cell.d * 1.01, 1);
    const inner = spacing.filter(Number.isFinite);
    expect(inner.length).toBeGreaterThan(0.9 * spacing.length);
    for (const value of inner) expect(value).toBeCloseTo(sample.cell.d * 1.01, 1);
    expect(inner.reduce((a, b) => a + b, 0) / inner.length).toBeCloseTo(sample.cell.d * 1.01, 2);
  });

  it("give the distance of the slabs beside the true one, which no rotation changes", () => {
    const { sample: turned } = imageOf({ displacement: turnedPatch(0.12, 25, 25, 1e3) });
    expect(turned.eyy[40]).toBeCloseTo(Math.cos(0.12) - 1, 4);
    for (let k = 0; k < turned.count; ++k) expect(trueSpacing(turned, k)).toBeCloseTo(turned.cell.d, 3);
    const { image, sample } = imageOf({ displacement: bend(0.6, 40, 0, 25, 12) });
    const columns = findColumns(image);
    const { layers } = indexLayers(latticePeaks(image), image.pixel);
    const { spacing } = slabSpacing(columns, layers, image.pixel);
    const compared = compareSpacing(spacing, matchColumns(columns, sample), sample);
    expect(compared.count).toBeGreaterThan(0.9 * columns.count);
    expect(compared.found).toBeCloseTo(compared.truth, 2);
    expect(compared.rms).toBeLessThan(0.03);
    // the mean over the slabs above and below takes a tenth off so narrow a bend
    expect(compared.slope).toBeGreaterThan(0.85);
    expect(compared.slope).toBeLessThan(1);
    // what is not layered has no such truth
    expect(trueSpacing({ ...sample, phase: sample.phase.map(() => 1) }, 0)).toBeNaN();
  });

  it("are refused from noise by the analysis' own words", () => {
    const { image } = imageOf({});
    expect(() => indexLayers(latticePeaks({ ...image, pixel: 0.3 }), 0.3)).toThrow(
      "unknown lattice: no two peaks of the pattern have the lengths 4.75 and 2.33 Å and the angle of 109°"
    );
  });
});
