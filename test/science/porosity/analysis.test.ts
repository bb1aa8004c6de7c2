import { describe, expect, it } from "vitest";
import { poreNetwork, truePorosity } from "../../../src/science/particle/pore-network.js";
import {
  analyse,
  analyseTomogram,
  greyArea,
  measureClasses,
  tomogramNumbers
} from "../../../src/science/porosity/analysis.js";
import { assess, assessValue, atThresholds } from "../../../src/science/porosity/assess.js";
import { compare, trueClasses } from "../../../src/science/porosity/compare.js";
import { defaultTomograph } from "../../../src/science/porosity/instrument.js";
import { limitRows } from "../../../src/science/porosity/limits.js";
import { paths, quantile } from "../../../src/science/porosity/profiles.js";
import { checkMemory, checkRaw, memoryOf } from "../../../src/science/porosity/raw.js";
import { reconstruct } from "../../../src/science/porosity/reconstruct.js";
import { filledParticle, segment } from "../../../src/science/porosity/segment.js";
import { expectedRadiographs, measure, record } from "../../../src/science/porosity/twin.js";
import { ball, voxels } from "../numerics/voxel-shapes.js";

const n = 48;
const shape = [n, n, n] as const;
const voxel = 1e-7;
const middle = [23.5, 23.5, 23.5] as const;

/** Grey values of a ball of oxide with voids: exact shares but for no blur. */
function tomogram(isVoid: (a: number, b: number, c: number) => boolean) {
  const inside = ball(middle, 20);
  const oxide = voxels(shape, (...p) => inside(...p) && !isVoid(...p));
  return { grey: Float32Array.from(oxide), shape, voxel };
}

describe("segmentation", () => {
  it("counts a void inside, not what is outside", () => {
    const own = tomogram(ball(middle, 6));
    const { classes, voxels: counted, atBorder } = segment(own, { closing: 3 * voxel });
    expect(counted.pore).toBe(voxels(shape, ball(middle, 6)).reduce((sum, v) => sum + v, 0));
    expect(classes[0]).toBe(0);
    expect(atBorder).toBe(0);
  });

  it("closes the mouth of a crack narrower than twice the radius, and leaves a wider one to the outside", () => {
    const crack = (width: number) => (a: number, b: number, c: number) =>
      Math.abs(a - 23.5) < width / 2 && c > 23 && b > 10 && b < 38;
    const openTo = (width: number) => {
      const { classes } = segment(tomogram(crack(width)), { closing: 3 * voxel, smallestPore: 1 });
      const { table } = measureClasses(classes, shape, voxel);
      return table.pores;
    };
    const [narrow] = openTo(3);
    expect(narrow.open).toBe(true);
    expect(narrow.depth).toBe(0);
    expect(narrow.volume / voxel ** 3).toBeGreaterThan(0.85 * 2 * 20 * 26);
    const wide = openTo(12).reduce((sum, { volume }) => sum + volume, 0);
    const all = voxels(shape, (...p) => ball(middle, 20)(...p) && crack(12)(...p)).reduce(
      (sum, v) => sum + v,
      0
    );
    expect(wide / voxel ** 3).toBeLessThan(0.35 * all);
  });

  it("drops what is smaller than the smallest pore, and keeps it where asked to", () => {
    const own = tomogram((a, b, c) => a === 20 && b === 20 && c < 22 && c > 19);
    expect(segment(own, { closing: 3 * voxel }).voxels.pore).toBe(0);
    expect(segment(own, { closing: 3 * voxel, smallestPore: 2 }).voxels.pore).toBe(2);
  });

  it("says what is wrong with a volume of one class", () => {
    const all = { grey: new Float32Array(n ** 3).fill(1), shape, voxel };
    expect(() => segment(all)).toThrow("all its grey values are alike; a threshold needs two classes");
    expect(() => filledParticle(new Uint8Array(n ** 3).fill(1), shape, 2)).toThrow("every voxel is oxide");
    expect(() => segment(tomogram(ball(middle, 3)), { threshold: 2 })).toThrow("no voxel is oxide");
  });

  it("marks what touches the border of the volume: its numbers are of a part", () => {
    // a ball that is cut off at the volume's end, with a void that the cut goes through
    const oxide = voxels(
      shape,
      (a, b, c) => ball([24, 24, 40], 20)(a, b, c) && !ball([24, 24, 46], 2.5)(a, b, c)
    );
    const { classes, atBorder } = segment(
      { grey: Float32Array.from(oxide), shape, voxel },
      { closing: 3 * voxel }
    );
    expect(atBorder).toBeGreaterThan(0);
    const { table } = measureClasses(classes, shape, voxel);
    expect(table.pores.some((pore) => pore.atBorder)).toBe(true);
  });
});

describe("the table of pores", () => {
  const voids = [ball([23.5, 15, 23.5], 5), ball([23.5, 32, 30], 3)];
  const rod = (a: number, b: number, c: number) => a > 33 && a < 37 && b > 21 && b < 25 && c > 15 && c < 33;
  const { table, numbers, openings } = measureClasses(
    segment(
      tomogram((...p) => rod(...p) || voids.some((of) => of(...p))),
      { closing: 3 * voxel }
    ).classes,
    shape,
    voxel
  );

  it("has one row each, the largest first, with volume, place, depth and area", () => {
    const [largest, second] = table.pores;
    expect(table.pores.length).toBe(3);
    expect(Math.abs(largest.volume / voxel ** 3 / ((4 / 3) * Math.PI * 125) - 1)).toBeLessThan(0.06);
    expect(largest.centre[1] / voxel).toBeCloseTo(15 - 23.5, 0);
    expect(Math.abs(largest.area / voxel ** 2 / (4 * Math.PI * 25) - 1)).toBeLessThan(0.04);
    expect(largest.meshArea).toBeGreaterThan(1.04 * largest.area);
    expect(largest.elongation).toBeLessThan(1.1);
    expect(largest.chambers).toBe(1);
    // the sphere reaches to 8.5 + 5 voxels of 20 from the middle
    expect(Math.abs(largest.depth / voxel - 6.5)).toBeLessThan(1.5);
    expect(second.elongation).toBeCloseTo(17 / 3, 0);
    expect([largest.open, largest.atBorder]).toEqual([false, false]);
    expect(numbers.count).toBe(3);
    expect(numbers.porosity).toBeCloseTo(
      table.pores.reduce((sum, { volume }) => sum + volume, 0) /
        (voxels(shape, ball(middle, 20)).reduce((s, v) => s + v, 0) * voxel ** 3),
      10
    );
  });

  it("measures the opening of the largest pore: a ball's diameter", () => {
    const found = quantile(openings.network, 0.5) / voxel;
    // a ball in voxels holds one that is smaller by its steps: see the header of local-thickness.ts
    expect(found).toBeGreaterThan(7.5);
    expect(found).toBeLessThan(10.5);
  });

  it("follows paths through the oxide and finds none through pores that stand apart", () => {
    const classes = segment(tomogram(voids[0]), { closing: 3 * voxel }).classes;
    const { oxide, pores, edge } = paths(classes, table, shape);
    expect(edge).toBeGreaterThan(15);
    expect(Math.min(...oxide)).toBeGreaterThan(1);
    expect(Math.max(...oxide)).toBeLessThan(1.2);
    expect(pores).toEqual([Infinity, Infinity, Infinity]);
  });
});

describe("twin and analysis together", () => {
  const size = 64;
  const sample = poreNetwork("10C", { size });
  const instrument = defaultTomograph(size, { tilts: 90 });
  const expected = expectedRadiographs(sample, instrument);
  const own = reconstruct(record(expected, instrument, 1));
  const result = analyseTomogram(own, {}, { withPaths: false });

  it("give grey values of 1 in oxide and 0 in vacuum", () => {
    const mean = (keep: (p: number) => boolean) => {
      let [sum, count] = [0, 0];
      own.grey.forEach((g, p) => {
        if (keep(p)) [sum, count] = [sum + g, count + 1];
      });
      return sum / count;
    };
    expect(mean((p) => sample.solid[p] === 1)).toBeCloseTo(1, 1);
    expect(Math.abs(mean((p) => sample.solid[p] === 0 && sample.particle[p] === 0))).toBeLessThan(0.05);
  });

  it("find the cracks, connected, and less void than there is", () => {
    const { recall, precision, exactPorosity, classes } = compare(result, sample);
    expect(classes).toEqual(trueClasses(sample));
    expect(exactPorosity).toBe(truePorosity(sample));
    expect(result.numbers.networkShare).toBeGreaterThan(0.9);
    expect(precision).toBeGreaterThan(0.8);
    expect(recall).toBeGreaterThan(0.4);
    expect(result.numbers.porosity).toBeLessThan(exactPorosity);
    expect(greyArea(own, result.segmentation)).toBeGreaterThan(0);
  });

  it("carry the threshold's uncertainty to every number, more void above than below", () => {
    const [lower, higher] = atThresholds(result.segmentation, (threshold) =>
      tomogramNumbers(own, { threshold })
    );
    expect(higher.porosity).toBeGreaterThan(result.numbers.porosity);
    expect(lower.porosity).toBeLessThan(result.numbers.porosity);
    const other = tomogramNumbers(reconstruct(record(expected, instrument, 2)));
    const list = assess(result.numbers, [lower, higher], [result.numbers, other]);
    const porosity = list.find(({ name }) => name === "porosity");
    expect(porosity?.error).toBeGreaterThanOrEqual(
      Math.max(higher.porosity - result.numbers.porosity, result.numbers.porosity - lower.porosity)
    );
    expect(porosity?.seedDeviation).toBeCloseTo(
      Math.abs(other.porosity - result.numbers.porosity) / Math.SQRT2,
      12
    );
  });

  it("have errors that reach what either threshold gives, where both give more too", () => {
    // 22 pores, 24 and 26 at the thresholds: half of their span, 1, would not reach either
    expect(assessValue(22, [24, 26]).error).toBe(4);
    expect(assessValue(0.341, [0.391, 0.379]).error).toBeCloseTo(0.05, 12);
    expect(assessValue(1, [1.03, 0.99], [1, 1.04, 0.96]).error).toBeCloseTo(0.05, 12);
    // where nothing leads through at one threshold there is no error, rather than none to fear
    expect(assessValue(5.3, [Infinity, 4]).error).toBe(Infinity);
    expect(assessValue(5.3, [NaN, 4]).error).toBeNaN();
  });

  it("sweep settings with the thresholds' numbers beside what was found", () => {
    const [row] = limitRows("10C", 1, { size: [32] });
    expect(row.numbers.porosity).toBeGreaterThan(0);
    for (const { porosity } of row.moved) expect(porosity).not.toBeCloseTo(row.numbers.porosity, 5);
  });

  it("are the same bytes for a seed", () => {
    const [first, second] = [1, 1].map(() =>
      measure(poreNetwork("pristine", { size: 16 }), defaultTomograph(16, { tilts: 20 }), 7)
    );
    expect(first.counts).toEqual(second.counts);
  });

  it("can be stopped", () => {
    const stop = AbortSignal.abort();
    const raw = measure(poreNetwork("pristine", { size: 16 }), defaultTomograph(16, { tilts: 20 }), 7);
    expect(() => analyse(raw, {}, { signal: stop })).toThrow();
  });
});

describe("what cannot be analysed", () => {
  const raw = measure(poreNetwork("pristine", { size: 16 }), defaultTomograph(16, { tilts: 20 }), 1);
  it("is refused in one sentence", () => {
    expect(() => checkRaw({ ...raw, flat: 0 })).toThrow("invalid flat image: 0 photons");
    expect(() => checkRaw({ ...raw, counts: raw.counts.slice(1) })).toThrow(
      "must be 5120, for 1 distances, 20 tilts"
    );
    const dead = raw.counts.slice();
    dead[3 * 256 + 2 * 16 + 5] = NaN;
    expect(() => checkRaw({ ...raw, counts: dead })).toThrow(
      "invalid counts: NaN in radiograph 3, pixel (2, 5)"
    );
    expect(() => defaultTomograph(64, { photons: 1 })).toThrow(
      /invalid detected photons .*: 1; must be from 100 to/
    );
  });

  it("is refused where it is too large for a browser, with the size that would do", () => {
    const full = [880, 880, 880] as const;
    expect(() => checkMemory(full, 1382)).toThrow(
      /880 × 880 × 880 voxels need 19\.\d GiB and 1\.0 are at hand; crop or bin it to about \d+/
    );
    const sentence = () => {
      try {
        checkMemory(full, 1382);
      } catch (error) {
        return String(error);
      }
      return "";
    };
    const edge = Number(/about (\d+)/.exec(sentence())?.[1]);
    expect(memoryOf([edge, edge, edge], edge * (1382 / 880))).toBeLessThanOrEqual(2 ** 30);
    expect(() => checkMemory([128, 128, 128], 180)).not.toThrow();
  });
});
