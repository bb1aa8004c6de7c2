import { expect, test } from "vitest";
import type { ParallelBeam } from "../../../src/science/numerics/parallel-beam.js";
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

/** The formula at the head of the kernel, on the whole field of view. */
function plainSirt(b: Float32Array, beam: ParallelBeam, support: Uint8Array, iterations: number) {
  const { project, backproject } = projector(beam);
  const inverse = (sums: Float32Array) => sums.map((sum) => (sum > 1e-3 ? 1 / sum : 0));
  const rows = inverse(project(new Float32Array(support.length).fill(1)));
  const columns = inverse(backproject(new Float32Array(b.length).fill(1)));
  let volume = new Float32Array(support.length);
  const residual = () => project(volume).map((value, p) => b[p] - value);
  for (let k = 0; k < iterations; ++k) {
    const step = backproject(residual().map((value, p) => rows[p] * value));
    volume = volume.map((value, v) => (support[v] ? Math.max(0, value + columns[v] * step[v]) : 0));
  }
  const norm = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return { volume, residualNorm: norm(residual()) / norm(b) };
}

test.each([
  { size: 40, slices: 9, axisOffset: 0, what: "even size" },
  { size: 41, slices: 8, axisOffset: 1.5, what: "odd size, axis off the middle" },
  { size: 16, slices: 3, axisOffset: 0, what: "hardly any rim" }
])("around a support it is what it is on the whole field of view: $what", ({ size, slices, axisOffset }) => {
  const beam = { size, slices, axisOffset, tilts: degrees(range(-65, 65, 5)) };
  const next = random(7);
  const middle = (size - 1) / 2;
  const support = Uint8Array.from({ length: size * size * slices }, (_, v) => {
    const [z, x, y] = [Math.floor(v / slices / size), Math.floor(v / slices) % size, v % slices];
    return y > 0 && y < slices - 1 && Math.hypot(z - middle + 3, x - middle - 1) < 5 ? 1 : 0;
  });
  // projections of a volume within, and noise on every ray, beside the support as well
  const b = projector(beam).project(Float32Array.from(support, (inside) => inside * (0.5 + next())));
  for (let p = 0; p < b.length; ++p) b[p] += 0.2 * (next() - 0.5);
  const { volume, residualNorms } = sirt(b, beam, { iterations: 15, nonNegative: true, support });
  const expected = plainSirt(b, beam, support, 15);
  const worst = volume.reduce((most, value, v) => Math.max(most, Math.abs(value - expected.volume[v])), 0);
  expect(worst).toBeLessThan(2e-5);
  expect(residualNorms[14]).toBeCloseTo(expected.residualNorm, 6);
  expect(expected.volume.reduce((most, value) => Math.max(most, value), 0)).toBeGreaterThan(0.5);
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
