import { expect, test } from "vitest";
import { projector } from "../../../src/science/numerics/projector.js";
import { random } from "../../../src/science/numerics/rng.js";
import { sirt } from "../../../src/science/numerics/sirt.js";
import { degrees, errors, exactProjections, range, rasterise, sheppLogan } from "./phantoms.js";

const wide = degrees(range(-90, 85, 5));

test("the residual does not grow and the image comes nearer", () => {
  const beam = { size: 48, slices: 1, tilts: wide };
  const truth = rasterise(48, [sheppLogan]);
  const projections = exactProjections(beam, [sheppLogan]);
  const seen: number[] = [];
  const { volume, residualNorms } = sirt(projections, beam, {
    iterations: 60,
    onIteration: (_, norm, x) => seen.push(norm, errors(x, truth, 48, 1).rms)
  });
  for (let k = 1; k < 60; ++k) expect(residualNorms[k]).toBeLessThanOrEqual(residualNorms[k - 1]);
  expect(residualNorms[59]).toBeLessThan(0.04);
  expect(seen.filter((_, k) => k % 2 === 0)).toEqual(Array.from(residualNorms));
  expect(errors(volume, truth, 48, 1).rms).toBeLessThan(0.5 * seen[1]);
});

test("an overdetermined system ends at the weighted least squares of its normal equations", () => {
  const size = 5;
  const beam = { size, slices: 1, tilts: degrees(range(0, 175, 5)) };
  const { project } = projector(beam);
  const next = random(4);
  const b = Float32Array.from({ length: beam.tilts.length * size }, () => next());
  // The matrix, column by column, and the rows' sums.
  const columns = range(0, 24).map((v) =>
    project(Float32Array.from({ length: 25 }, (_, u) => (u === v ? 1 : 0)))
  );
  const inverse = project(new Float32Array(25).fill(1)).map((sum) => 1 / sum);
  const product = (x: Float32Array, y: Float32Array) =>
    x.reduce((sum, value, p) => sum + value * inverse[p] * y[p], 0);
  const rows = columns.map((column) => [
    ...columns.map((other) => product(column, other)),
    product(column, b)
  ]);
  for (let p = 0; p < 25; ++p)
    for (let j = 0; j < 25; ++j) {
      if (j === p) continue;
      const factor = rows[j][p] / rows[p][p];
      for (let k = p; k <= 25; ++k) rows[j][k] -= factor * rows[p][k];
    }
  const { volume } = sirt(b, beam, { iterations: 4000, relaxation: 1.5 });
  rows.forEach((row, v) => expect(volume[v]).toBeCloseTo(row[25] / row[v], 3));
});

test("support, positivity and a start are kept to", () => {
  const beam = { size: 24, slices: 3, tilts: wide };
  const objects = [sheppLogan, sheppLogan, sheppLogan];
  const projections = exactProjections(beam, objects);
  const support = Uint8Array.from(rasterise(24, objects), (value) => (value > 0 ? 1 : 0));
  const { volume, residualNorms } = sirt(projections, beam, { iterations: 20, nonNegative: true, support });
  expect(volume.every((value, v) => value >= 0 && (support[v] === 1 || value === 0))).toBe(true);
  const more = sirt(projections, beam, { iterations: 1, nonNegative: true, support, start: volume });
  expect(more.residualNorms[0]).toBeLessThan(residualNorms[19]);
});

test("it can be watched and stopped", () => {
  const beam = { size: 8, slices: 1, tilts: wide };
  const controller = new AbortController();
  const fractions: number[] = [];
  expect(() =>
    sirt(new Float32Array(wide.length * 8).fill(1), beam, {
      iterations: 10,
      signal: controller.signal,
      onProgress: (fraction) => {
        fractions.push(fraction);
        if (fractions.length === 3) controller.abort();
      }
    })
  ).toThrow(/abort/i);
  expect(fractions).toEqual([0.1, 0.2, 0.3]);
});

test("bad input is refused in a sentence", () => {
  const beam = { size: 8, slices: 1, tilts: wide };
  const b = new Float32Array(wide.length * 8);
  expect(() => sirt(new Float32Array(3), beam, { iterations: 1 })).toThrow(
    /^invalid projections: 3 numbers; must be 288/
  );
  expect(() => sirt(b.slice().fill(NaN), beam, { iterations: 1 })).toThrow(
    /^invalid projection: NaN at tilt 0/
  );
  expect(() => sirt(b, beam, { iterations: 0 })).toThrow(/^invalid iterations: 0/);
  expect(() => sirt(b, beam, { iterations: 1, relaxation: 2 })).toThrow(/^invalid relaxation: 2/);
  expect(() => sirt(b, beam, { iterations: 1, support: new Uint8Array(5) })).toThrow(
    /^invalid support: 5 voxels; must be 64/
  );
  expect(() => sirt(b, beam, { iterations: 1, start: new Float32Array(5) })).toThrow(
    /^invalid start: 5 voxels/
  );
});
