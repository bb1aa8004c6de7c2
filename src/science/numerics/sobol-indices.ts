// Which input's spread makes how much of a result's variance: Sobol's first-order and total indices,
//   S_i = Var(E[f | x_i])/Var f,  T_i = E[Var(f | all but x_i)]/Var f,
// from N points A, N points B, and A with its column i from B (A_i), N (k + 2) evaluations in all:
//   S_i = ⟨f(B) (f(A_i) − f(A))⟩/V,  T_i = ⟨(f(A) − f(A_i))²⟩/(2V).
// Saltelli et al., Comput. Phys. Commun. 181 (2010) 259, doi:10.1016/j.cpc.2009.09.018 (S_i, table 2b; T_i after
// Jansen 1999). Intervals: percentiles over bootstrap samples of the N rows.

import { random } from "./rng.js";
import { sobolSequence } from "./sobol-sequence.js";

export interface SobolIndex {
  first: number;
  firstLow: number;
  firstHigh: number;
  total: number;
  totalLow: number;
  totalHigh: number;
}

export interface SobolResult {
  indices: SobolIndex[];
  mean: number;
  variance: number;
  /** calls of f */
  evaluations: number;
  /** f at the 2N points of A and B: a sample of its distribution */
  sample: Float64Array;
}

export interface SobolOptions {
  /** N, best a power of 2 (default 1024) */
  count?: number;
  seed?: number;
  /** bootstrap samples (default 200) */
  resamples?: number;
  /** share that the intervals hold (default 0.95) */
  confidence?: number;
}

/**
 * @param f result at a point of the unit cube, which the caller maps to its inputs  @param inputs k, at most 8
 * @throws where f gives no finite number, or does not vary
 */
export function sobolIndices(
  f: (point: Float64Array) => number,
  inputs: number,
  { count = 1024, seed = 1, resamples = 200, confidence = 0.95 }: SobolOptions = {}
): SobolResult {
  const points = sobolSequence(count, 2 * inputs, seed);
  const point = new Float64Array(inputs);
  const value = (): number => {
    const y = f(point);
    if (!Number.isFinite(y))
      throw new Error(`invalid result: ${y} at ${Array.from(point, (u) => u.toPrecision(3)).join(", ")}`);
    return y;
  };
  const [a, b] = [new Float64Array(count), new Float64Array(count)];
  const mixed = Array.from({ length: inputs }, () => new Float64Array(count));
  for (let n = 0; n < count; ++n) {
    const A = points.subarray(2 * inputs * n, 2 * inputs * n + inputs);
    const B = points.subarray(2 * inputs * n + inputs, 2 * inputs * (n + 1));
    point.set(B);
    b[n] = value();
    point.set(A);
    a[n] = value();
    for (let i = 0; i < inputs; ++i) {
      point.set(A);
      point[i] = B[i];
      mixed[i][n] = value();
    }
  }
  const all = estimate(a, b, mixed, null);
  if (!(all.variance > 0)) throw new Error("unsupported function: it does not vary over its inputs");
  const draw = random(seed);
  const boot = Array.from({ length: resamples }, () => {
    const rows = Int32Array.from({ length: count }, () => Math.floor(draw() * count));
    return estimate(a, b, mixed, rows);
  });
  const tail = 0.5 * (1 - confidence);
  const indices = all.first.map((first, i) => {
    const [firstLow, firstHigh] = interval(
      boot.map((s) => s.first[i]),
      tail
    );
    const [totalLow, totalHigh] = interval(
      boot.map((s) => s.total[i]),
      tail
    );
    return { first, firstLow, firstHigh, total: all.total[i], totalLow, totalHigh };
  });
  const sample = new Float64Array(2 * count);
  sample.set(a);
  sample.set(b, count);
  return { indices, mean: all.mean, variance: all.variance, evaluations: count * (inputs + 2), sample };
}

/** @param rows rows to take, all of them where null */
function estimate(a: Float64Array, b: Float64Array, mixed: Float64Array[], rows: Int32Array | null) {
  const count = a.length;
  const at = (n: number) => (rows ? rows[n] : n);
  let [sum, square] = [0, 0];
  for (let n = 0; n < count; ++n) sum += a[at(n)] + b[at(n)];
  const mean = sum / (2 * count);
  for (let n = 0; n < count; ++n) square += (a[at(n)] - mean) ** 2 + (b[at(n)] - mean) ** 2;
  const variance = square / (2 * count);
  const first: number[] = [];
  const total: number[] = [];
  for (const m of mixed) {
    let [s, t] = [0, 0];
    for (let n = 0; n < count; ++n) {
      const row = at(n);
      // less the mean: the same in expectation, with far less scatter
      s += (b[row] - mean) * (m[row] - a[row]);
      t += (a[row] - m[row]) ** 2;
    }
    first.push(s / count / variance);
    total.push(t / (2 * count) / variance);
  }
  return { mean, variance, first, total };
}

function interval(values: number[], tail: number): [number, number] {
  const sorted = values.sort((p, q) => p - q);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  return [at(tail), at(1 - tail)];
}
