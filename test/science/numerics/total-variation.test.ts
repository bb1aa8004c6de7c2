import { describe, expect, test } from "vitest";
import type { ParallelBeam } from "../../../src/science/numerics/parallel-beam.js";
import { projector } from "../../../src/science/numerics/projector.js";
import { random } from "../../../src/science/numerics/rng.js";
import { sirt } from "../../../src/science/numerics/sirt.js";
import { totalVariation, weightForNoise } from "../../../src/science/numerics/total-variation.js";

const degrees = (from: number, to: number, count: number) =>
  Float64Array.from({ length: count }, (_, i) => ((from + ((to - from) * i) / (count - 1)) * Math.PI) / 180);

/** Error of a volume over the norm of the truth. */
const error = (volume: ArrayLike<number>, truth: ArrayLike<number>) => {
  let [difference, norm] = [0, 0];
  for (let i = 0; i < truth.length; ++i) {
    difference += (volume[i] - truth[i]) ** 2;
    norm += truth[i] ** 2;
  }
  return Math.sqrt(difference / norm);
};

/** A particle with three inclusions, seen by tilts that leave a wedge out. */
const [size, slices] = [32, 3];
const beam: ParallelBeam = { size, slices, tilts: degrees(-60, 60, 41) };
const truth = Float32Array.from({ length: size * size * slices }, (_, i) => {
  const [z, x] = [Math.floor(i / (size * slices)), Math.floor(i / slices) % size];
  if (Math.hypot((x - 15.5) / 13, (z - 15.5) / 11) > 1) return 0;
  if (Math.hypot(x - 9, z - 14) < 3) return 0.3;
  return Math.hypot(x - 21, z - 18) < 4.5 ? 1.3 : 1;
});
const support = truth.map((value) => (value > 0 ? 1 : 0));
const inside = Uint8Array.from(support);
const sigma = 0.2;
const noisy = (seed: number) => {
  const draw = random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  return projector(beam)
    .project(truth)
    .map((value) => value + sigma * normal());
};
const weight = weightForNoise(sigma, beam.tilts.length);

describe("where the answer is known", () => {
  // One column, tilt 0: A is the identity, and the slices are a signal in one dimension.
  const line: ParallelBeam = { size: 1, slices: 40, tilts: Float64Array.of(0) };

  test("a block keeps its place and loses 2 · weight / width, the ends gain weight / length", () => {
    const signal = Float32Array.from({ length: 40 }, (_, y) => (y >= 15 && y < 25 ? 2 : 1));
    const { volume, dualityGap } = totalVariation(signal, line, { weight: 0.5, iterations: 3000 });
    volume.forEach((value, y) => expect(value).toBeCloseTo(y >= 15 && y < 25 ? 2 - 0.1 : 1 + 0.5 / 15, 4));
    expect(dualityGap).toBeLessThan(1e-3);
  });

  test("more tilts of the same direction divide the weight", () => {
    const signal = Float32Array.from({ length: 40 }, (_, y) => (y < 20 ? 2 : 1));
    const four = Float32Array.from({ length: 160 }, (_, i) => signal[i % 40]);
    const { volume } = totalVariation(
      four,
      { ...line, tilts: new Float64Array(4) },
      { weight: 0.8, iterations: 2000, subsets: 2 }
    );
    volume.forEach((value, y) => expect(value).toBeCloseTo(y < 20 ? 2 - 0.01 : 1 + 0.01, 4));
  });

  test("negative values become zero, or stay if so asked", () => {
    const signal = Float32Array.from({ length: 40 }, (_, y) => (y < 20 ? 1 : -1));
    const kept = totalVariation(signal, line, { weight: 0.2, iterations: 3000, nonNegative: false }).volume;
    kept.forEach((value, y) => expect(value).toBeCloseTo(y < 20 ? 0.99 : -0.99, 4));
    const cut = totalVariation(signal, line, { weight: 0.2, iterations: 3000 }).volume;
    cut.forEach((value, y) => expect(value).toBeCloseTo(y < 20 ? 0.99 : 0, 4));
  });

  test("no objective near the solution is lower: gradient of a smoothed one is balanced by the bounds", () => {
    // a tiny problem in two dimensions, against gradient descent on √(|∇u|² + ε²) from another start
    const small: ParallelBeam = { size: 5, slices: 1, tilts: degrees(-50, 50, 4) };
    const draw = random(4);
    const projections = Float32Array.from({ length: 20 }, () => 2 + 3 * draw());
    const { project, backproject } = projector(small);
    const cost = (u: Float32Array, epsilon: number) => {
      const residual = project(u).map((value, p) => value - projections[p]);
      const gradient = Float64Array.from(backproject(residual));
      let value = residual.reduce((sum, r) => sum + (r * r) / 2, 0);
      for (let z = 0; z < 5; ++z)
        for (let x = 0; x < 5; ++x) {
          const i = 5 * z + x;
          const dz = z < 4 ? u[i + 5] - u[i] : 0;
          const dx = x < 4 ? u[i + 1] - u[i] : 0;
          const length = Math.sqrt(dz * dz + dx * dx + epsilon * epsilon);
          value += 0.7 * length;
          gradient[i] -= (0.7 * (dz + dx)) / length;
          if (z < 4) gradient[i + 5] += (0.7 * dz) / length;
          if (x < 4) gradient[i + 1] += (0.7 * dx) / length;
        }
      return { value, gradient };
    };
    let u = new Float32Array(25).fill(1);
    for (const epsilon of [0.1, 0.03, 0.01])
      for (let k = 0; k < 4000; ++k) {
        const { gradient } = cost(u, epsilon);
        u = u.map((value, i) => Math.max(0, value - (1 / (25 + 6 / epsilon)) * gradient[i]));
      }
    const { volume, objective } = totalVariation(projections, small, {
      weight: 0.7,
      iterations: 4000,
      subsets: 2
    });
    const least = objective[objective.length - 1];
    expect(cost(volume, 0).value).toBeCloseTo(least, 4);
    expect(least).toBeLessThan(cost(u, 0).value + 1e-4);
    expect(least).toBeGreaterThan(cost(u, 0).value - 0.7 * 25 * 0.01);
    volume.forEach((value, i) => expect(value).toBeCloseTo(u[i], 1));
  });
});

describe("convergence", () => {
  const projections = noisy(1);

  test("the objective comes down to within the duality gap of its least, whatever the order of the subsets", () => {
    const long = totalVariation(projections, beam, { weight, iterations: 400, history: "last" });
    const [least] = long.objective;
    expect(long.dualityGap).toBeGreaterThan(0);
    expect(long.dualityGap).toBeLessThan(0.02 * least);
    for (const options of [{ seed: 7 }, { subsets: 1, iterations: 600 }, { subsets: 20 }]) {
      const other = totalVariation(projections, beam, { weight, iterations: 200, ...options });
      const last = other.objective[other.objective.length - 1];
      expect(Math.abs(last - least)).toBeLessThan(2e-3 * least);
      expect(last - other.dualityGap).toBeLessThan(least * (1 + 1e-5));
      expect(other.residualNorms.length).toBe(other.objective.length);
    }
    const gaps = [10, 40, 160].map(
      (iterations) => totalVariation(projections, beam, { weight, iterations, history: "last" }).dualityGap
    );
    expect(gaps[1]).toBeLessThan(gaps[0] / 2);
    expect(gaps[2]).toBeLessThan(gaps[1] / 2);
  });

  test("twenty passes are near the end, and a start from there stays", () => {
    const { volume, objective } = totalVariation(projections, beam, { weight, iterations: 300 });
    const least = objective[objective.length - 1];
    const early = totalVariation(projections, beam, { weight, iterations: 20 });
    expect(error(early.volume, volume)).toBeLessThan(0.05);
    const again = totalVariation(projections, beam, { weight, iterations: 10, start: volume });
    expect(again.objective[9]).toBeLessThan(1.02 * least);
  });

  test("the same seed gives the same bytes", () => {
    const [first, second] = [1, 1].map((seed) =>
      totalVariation(projections, beam, { weight, iterations: 3, seed })
    );
    expect(first).toEqual(second);
  });
});

describe("limits of the weight", () => {
  test("none leaves least squares: no residual where the data have no noise", () => {
    const exact = projector(beam).project(truth);
    const { residualNorms } = totalVariation(exact, beam, { weight: 0, iterations: 200 });
    expect(residualNorms[199]).toBeLessThan(2e-3);
    expect(residualNorms[199]).toBeLessThan(
      sirt(exact, beam, { iterations: 200, nonNegative: true }).residualNorms[199] * 2
    );
  });

  test("a large one leaves one density all over the support, that which fits best", () => {
    const projections = noisy(2);
    const { volume } = totalVariation(projections, beam, {
      weight: 1e4,
      iterations: 3000,
      support: inside,
      history: "last"
    });
    const shadow = projector(beam).project(support);
    const best =
      shadow.reduce((sum, s, p) => sum + s * projections[p], 0) / shadow.reduce((sum, s) => sum + s * s, 0);
    volume.forEach((value, v) => expect(Math.abs(value - inside[v] * best)).toBeLessThan(0.01));
  });
});

describe("a missing wedge", () => {
  const projections = noisy(3);

  test("is filled better than by SIRT, and better still within a support", () => {
    const without = Math.min(
      ...[5, 10, 20, 50, 100].map((iterations) =>
        error(sirt(projections, beam, { iterations, nonNegative: true }).volume, truth)
      )
    );
    const free = totalVariation(projections, beam, { weight, iterations: 60 }).volume;
    const held = totalVariation(projections, beam, { weight, iterations: 60, support: inside }).volume;
    expect(error(free, truth)).toBeLessThan(without / 2);
    expect(error(held, truth)).toBeLessThan(error(free, truth));
    expect(free.every((value) => value >= 0)).toBe(true);
    expect(held.every((value, v) => value === 0 || inside[v] === 1)).toBe(true);
  });

  test("slices that are all alike give what one of them gives", () => {
    const one: ParallelBeam = { ...beam, slices: 1 };
    const exact = projector(beam).project(truth);
    const single = totalVariation(
      exact.filter((_, p) => p % slices === 0),
      one,
      { weight, iterations: 400 }
    ).volume;
    const all = totalVariation(exact, beam, { weight, iterations: 400 }).volume;
    expect(
      error(
        all,
        Float32Array.from(all, (_, v) => single[Math.floor(v / slices)])
      )
    ).toBeLessThan(5e-3);
  });

  test("slices in the reverse order give the reverse volume, up to how differences lean", () => {
    const reversed = <T extends Float32Array>(array: T) =>
      array.map((_, i) => array[i - (i % slices) + slices - 1 - (i % slices)]);
    const [there, back] = [projections, reversed(projections)].map(
      (data) => totalVariation(data, beam, { weight, iterations: 200 }).volume
    );
    expect(error(reversed(back), there)).toBeLessThan(0.02);
  });
});

describe("bad input", () => {
  const projections = noisy(5);
  const run = (options: object, data = projections) =>
    totalVariation(data, beam, { weight, iterations: 1, ...options });

  test("is refused in a sentence", () => {
    expect(() => run({}, projections.slice(1))).toThrow("invalid projections");
    expect(() =>
      run(
        {},
        projections.map((v, i) => (i === 5 ? NaN : v))
      )
    ).toThrow("invalid projection: NaN");
    expect(() => run({ weight: -1 })).toThrow("invalid weight of the total variation: -1");
    expect(() => run({ weight: Infinity })).toThrow("invalid weight");
    expect(() => run({ iterations: 0 })).toThrow("invalid iterations: 0");
    expect(() => run({ subsets: 42 })).toThrow(
      "invalid subsets: 42; must be a whole number from 1 to the 41 tilts"
    );
    expect(() => run({ support: new Uint8Array(4) })).toThrow("invalid support: 4 voxels");
    expect(() => run({ support: new Uint8Array(truth.length) })).toThrow("invalid support: no voxel in it");
    expect(() => run({ start: new Float32Array(truth.length).fill(NaN) })).toThrow(
      "invalid start: NaN at voxel 0"
    );
  });

  test("an empty detector gives an empty volume", () => {
    const { volume, objective } = run({ iterations: 3 }, new Float32Array(projections.length));
    expect(volume.every((value) => value === 0)).toBe(true);
    expect(objective[2]).toBe(0);
  });

  test("it can be watched and stopped", () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const onProgress = (fraction: number) => {
      seen.push(fraction);
      if (seen.length === 2) stop.abort(new Error("stopped by test"));
    };
    expect(() => run({ iterations: 4, signal: stop.signal, onProgress })).toThrow("stopped by test");
    expect(seen).toEqual([0.25, 0.5]);
  });
});
