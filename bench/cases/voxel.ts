// Labels, distances and surfaces of large volumes: fields of the same kinds as the peers', many balls apart (sparse) and
// smooth blobs (half full). The error of labels is the voxels that no component, nor the background, holds.

import { distanceTransform } from "../../src/science/numerics/distance-transform.js";
import { isosurface } from "../../src/science/numerics/isosurface.js";
import { connectedComponents, type Neighbours } from "../../src/science/numerics/labels.js";
import { random } from "../../src/science/numerics/rng.js";
import type { Shape } from "../../src/science/numerics/volume-shape.js";

export const name = "voxel";

type Fill = (row: Float32Array, a: number, b: number) => void;

/** A field by lines of the last index: a sum of 24 waves of whole numbers of periods up to 9. */
function blobs(n: number): Fill {
  const next = random(11);
  const whole = () => Math.floor(19 * next()) - 9;
  const waves = Array.from({ length: 24 }, () => ({
    k: [whole(), whole(), whole()],
    phase: 2 * Math.PI * next()
  }));
  const turn = (2 * Math.PI) / n;
  const [cosines, sines] = [Math.cos, Math.sin].map((f) =>
    Array.from({ length: 10 }, (_, k) => Float32Array.from({ length: n }, (_, c) => f(turn * k * (c + 0.5))))
  );
  return (row, a, b) => {
    // cos(φ + 2π k c) of all waves with the same |k| together.
    const amplitudes = new Float64Array(20);
    for (const { k, phase } of waves) {
      const rest = phase + turn * (k[0] * (a + 0.5) + k[1] * (b + 0.5));
      amplitudes[Math.abs(k[2])] += Math.cos(rest);
      amplitudes[10 + Math.abs(k[2])] -= Math.sign(k[2]) * Math.sin(rest);
    }
    row.fill(0);
    for (let k = 0; k < 10; ++k) {
      const [p, q] = [amplitudes[k], amplitudes[10 + k]];
      if (p === 0 && q === 0) continue;
      for (let c = 0; c < n; ++c) row[c] += p * cosines[k][c] + q * sines[k][c];
    }
  };
}

/** Radius less distance to the centre, of the ball for which it is greatest of 4000; −1000 far from all. */
function spheres(n: number): Fill {
  const next = random(11);
  const balls = Array.from({ length: 4000 }, () => ({
    centre: [n * next(), n * next(), n * next()],
    radius: n * (0.006 + 0.016 * next())
  }));
  return (row, a, b) => {
    row.fill(-1000);
    for (const { centre, radius } of balls) {
      const da = a + 0.5 - centre[0];
      const db = b + 0.5 - centre[1];
      const reach = radius + 2;
      if (Math.abs(da) > reach || Math.abs(db) > reach) continue;
      const end = Math.min(n, Math.ceil(centre[2] + reach));
      for (let c = Math.max(0, Math.floor(centre[2] - reach)); c < end; ++c)
        row[c] = Math.max(row[c], radius - Math.sqrt(da ** 2 + db ** 2 + (c + 0.5 - centre[2]) ** 2));
    }
  };
}

const fields = { spheres, blobs };

function eachRow(n: number, fill: Fill, take: (row: Float32Array, at: number) => void): void {
  const row = new Float32Array(n);
  for (let a = 0; a < n; ++a) {
    for (let b = 0; b < n; ++b) {
      fill(row, a, b);
      take(row, (a * n + b) * n);
    }
  }
}

/** Where the field of a kind is positive, n³ voxels. */
export function solid(kind: keyof typeof fields, n: number): Uint8Array {
  const volume = new Uint8Array(n ** 3);
  eachRow(n, fields[kind](n), (row, at) => {
    for (let c = 0; c < n; ++c) if (row[c] > 0) volume[at + c] = 1;
  });
  return volume;
}

function timed<T>(runs: number, work: () => T): { times: number[]; result: T } {
  let result = work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    result = work();
    return (performance.now() - start) / 1000;
  });
  return { times, result };
}

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

function* measure(n: number, surfaceSize: number): Generator<Measurement> {
  const shape: Shape = [n, n, n];
  for (const kind of ["spheres", "blobs"] as const) {
    const volume = solid(kind, n);
    for (const neighbours of [6, 26] satisfies Neighbours[]) {
      const { times, result } = timed(5, () => {
        const { count, sizes } = connectedComponents(volume, shape, { neighbours });
        return { count, missed: sizes.reduce((sum, size) => sum - size, n ** 3) };
      });
      const size = { n, components: result.count };
      yield { case: `labels ${neighbours} ${kind}`, size, times, error: result.missed };
    }
    const { times, result } = timed(3, () => distanceTransform(volume, shape));
    let largest = 0;
    for (let p = 0; p < result.length; ++p) largest = Math.max(largest, result[p]);
    yield { case: `distance ${kind}`, size: { n, largest }, times, error: null };
  }
  for (const kind of ["spheres", "blobs"] as const) {
    const m = surfaceSize;
    const field = new Float32Array(m ** 3);
    eachRow(m, fields[kind](m), (row, at) => field.set(row, at));
    const { times, result } = timed(5, () => {
      const { indices, positions, area } = isosurface(field, [m, m, m], 0);
      return { vertices: positions.length / 3, triangles: indices.length / 3, area };
    });
    yield { case: `isosurface ${kind}`, size: { n: m, ...result }, times, error: null };
  }
}

export function run(): Measurement[] {
  return [...measure(512, 256)];
}
