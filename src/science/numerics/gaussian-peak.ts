// Round Gaussians fitted to small windows of an image: f = A exp(−((x − x₀)² + (y − y₀)²)/2σ²) + b by least squares, with the
// method of Levenberg and Marquardt and an analytic Jacobian. The exponential is a product of one along x and one along y,
// so that a window of n × n pixels takes 2n of them. Errors: √diag((JᵀJ)⁻¹ s²), s² = Σr²/(n² − 5).
// Marquardt, J. SIAM 11 (1963) 431, doi 10.1137/0111030.

import type { Numbers } from "./fft.js";

/** What is found for each peak, in order; pixels of the image. NaN where the fit failed. */
export interface GaussianPeaks {
  count: number;
  x: Float64Array;
  y: Float64Array;
  sigma: Float64Array;
  amplitude: Float64Array;
  background: Float64Array;
  /** standard error of x and of y, from the residuals */
  error: Float64Array;
  /** root mean square residual over amplitude */
  misfit: Float64Array;
}

export interface GaussianPeakOptions {
  /** half-width of the window: 2·radius + 1 pixels; default 5 */
  radius?: number;
  /** first guess of σ, pixels; default 2 */
  sigma?: number;
  /** iterations at most; default 30 */
  limit?: number;
}

const parameters = 5;

/**
 * @param image [y][x]
 * @param starts x and y of each peak, within a pixel or two
 * Windows that leave the image are cut; a peak whose fit leaves its window, or that has fewer than 12 pixels, is NaN.
 */
export function fitGaussianPeaks(
  image: Numbers,
  width: number,
  height: number,
  starts: { x: Numbers; y: Numbers },
  { radius = 5, sigma: firstSigma = 2, limit = 30 }: GaussianPeakOptions = {}
): GaussianPeaks {
  if (image.length !== width * height)
    throw new Error(`invalid image: ${image.length} values; must be ${width * height}`);
  if (!(Number.isInteger(radius) && radius >= 2))
    throw new Error(`invalid radius of a fit: ${radius}; must be a whole number of pixels from 2 up`);
  const count = starts.x.length;
  const make = () => new Float64Array(count).fill(NaN);
  const peaks: GaussianPeaks = {
    ...{ count, x: make(), y: make(), sigma: make(), amplitude: make(), background: make() },
    ...{ error: make(), misfit: make() }
  };
  const fit = fitter(2 * radius + 1);
  for (let i = 0; i < count; ++i) {
    const [cx, cy] = [Math.round(starts.x[i]), Math.round(starts.y[i])];
    const [left, right] = [Math.max(0, cx - radius), Math.min(width - 1, cx + radius)];
    const [top, bottom] = [Math.max(0, cy - radius), Math.min(height - 1, cy + radius)];
    const [columns, rows] = [right - left + 1, bottom - top + 1];
    if (!(columns >= 3 && rows >= 3 && columns * rows >= 12)) continue;
    let [low, high] = [Infinity, -Infinity];
    for (let r = 0, k = 0; r < rows; ++r)
      for (let c = 0, at = (top + r) * width + left; c < columns; ++c, ++at, ++k) {
        const value = image[at];
        fit.data[k] = value;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    const guess = [high - low, starts.x[i] - left, starts.y[i] - top, firstSigma, low];
    const found = fit.run(columns, rows, guess, limit);
    const [amplitude, x, y, sigma, background] = fit.p;
    if (!found || !(Math.abs(x + left - cx) <= radius && Math.abs(y + top - cy) <= radius)) continue;
    peaks.x[i] = x + left;
    peaks.y[i] = y + top;
    peaks.sigma[i] = Math.abs(sigma);
    peaks.amplitude[i] = amplitude;
    peaks.background[i] = background;
    peaks.error[i] = fit.positionError(columns * rows);
    peaks.misfit[i] = Math.sqrt(fit.cost() / (columns * rows)) / Math.abs(amplitude);
  }
  return peaks;
}

/** Work arrays and steps of one fit after another. */
function fitter(widest: number) {
  const data = new Float64Array(widest * widest);
  const [alongX, alongY] = [new Float64Array(widest), new Float64Array(widest)];
  const p = new Float64Array(parameters);
  const trial = new Float64Array(parameters);
  const normal = new Float64Array(parameters * parameters);
  const damped = new Float64Array(parameters * parameters);
  const right = new Float64Array(parameters);
  let cost = 0;

  const exponentials = (q: Float64Array, columns: number, rows: number) => {
    const k = -0.5 / (q[3] * q[3]);
    for (let c = 0; c < columns; ++c) alongX[c] = Math.exp(k * (c - q[1]) * (c - q[1]));
    for (let r = 0; r < rows; ++r) alongY[r] = Math.exp(k * (r - q[2]) * (r - q[2]));
  };
  const sumOfSquares = (q: Float64Array, columns: number, rows: number): number => {
    exponentials(q, columns, rows);
    const [A, b] = [q[0], q[4]];
    let sum = 0;
    for (let r = 0, k = 0; r < rows; ++r) {
      const ay = A * alongY[r];
      for (let c = 0; c < columns; ++c, ++k) {
        const rest = data[k] - b - ay * alongX[c];
        sum += rest * rest;
      }
    }
    return sum;
  };
  /** JᵀJ and Jᵀr at p; the exponentials are those of p. */
  const linearise = (columns: number, rows: number) => {
    const [A, x0, y0, s, b] = p;
    const [s2, s3] = [1 / (s * s), 1 / (s * s * s)];
    let [n00, n01, n02, n03, n04, n11, n12, n13, n14] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    let [n22, n23, n24, n33, n34] = [0, 0, 0, 0, 0];
    let [g0, g1, g2, g3, g4] = [0, 0, 0, 0, 0];
    for (let r = 0, k = 0; r < rows; ++r) {
      const dy = r - y0;
      const ey = alongY[r];
      for (let c = 0; c < columns; ++c, ++k) {
        const dx = c - x0;
        const j0 = ey * alongX[c];
        const f = A * j0;
        const j1 = f * dx * s2;
        const j2 = f * dy * s2;
        const j3 = f * (dx * dx + dy * dy) * s3;
        const rest = data[k] - b - f;
        n00 += j0 * j0;
        n01 += j0 * j1;
        n02 += j0 * j2;
        n03 += j0 * j3;
        n04 += j0;
        n11 += j1 * j1;
        n12 += j1 * j2;
        n13 += j1 * j3;
        n14 += j1;
        n22 += j2 * j2;
        n23 += j2 * j3;
        n24 += j2;
        n33 += j3 * j3;
        n34 += j3;
        g0 += j0 * rest;
        g1 += j1 * rest;
        g2 += j2 * rest;
        g3 += j3 * rest;
        g4 += rest;
      }
    }
    // lower triangle, row after row
    normal.set([n00, 0, 0, 0, 0, n01, n11, 0, 0, 0, n02, n12, n22, 0, 0, n03, n13, n23, n33, 0]);
    normal.set([n04, n14, n24, n34, columns * rows], 20);
    right.set([g0, g1, g2, g3, g4]);
  };
  const run = (columns: number, rows: number, guess: readonly number[], limit: number): boolean => {
    p.set(guess);
    let lambda = 1e-3;
    cost = sumOfSquares(p, columns, rows);
    if (!Number.isFinite(cost)) return false;
    for (let iteration = 0; iteration < limit; ++iteration) {
      linearise(columns, rows);
      for (;;) {
        if (lambda > 1e8) return iteration > 0;
        damped.set(normal);
        for (let i = 0; i < parameters; ++i) damped[6 * i] *= 1 + lambda;
        trial.set(right);
        if (!solveSymmetric(damped, trial)) {
          lambda *= 10;
          continue;
        }
        let small = true;
        for (let i = 0; i < parameters; ++i) {
          if (i > 0 && i < 4 && Math.abs(trial[i]) > 1e-4) small = false;
          trial[i] += p[i];
        }
        const next = trial[3] > 0.2 && trial[3] < 2 * widest ? sumOfSquares(trial, columns, rows) : Infinity;
        if (next <= cost) {
          const gain = cost - next;
          p.set(trial);
          cost = next;
          if (small || gain <= 1e-6 * cost) return true;
          lambda *= 0.1;
          break;
        }
        if (small) {
          sumOfSquares(p, columns, rows);
          return true;
        }
        lambda *= 10;
      }
    }
    return false;
  };
  /** of x and y, their mean square */
  const positionError = (pixels: number): number => {
    const errors = [1, 2].map((axis) => {
      damped.set(normal);
      trial.fill(0);
      trial[axis] = 1;
      return solveSymmetric(damped, trial) ? trial[axis] : NaN;
    });
    return Math.sqrt(((errors[0] + errors[1]) / 2) * (cost / Math.max(1, pixels - parameters)));
  };
  return { data, p, run, cost: () => cost, positionError };
}

/** Solves a symmetric 5 × 5 system by Cholesky, lower triangle row after row; false where it is not positive definite. */
function solveSymmetric(l: Float64Array, v: Float64Array): boolean {
  const n = parameters;
  for (let i = 0; i < n; ++i) {
    for (let j = 0; j <= i; ++j) {
      let sum = l[n * i + j];
      for (let k = 0; k < j; ++k) sum -= l[n * i + k] * l[n * j + k];
      if (i === j) {
        if (!(sum > 0)) return false;
        l[n * i + i] = Math.sqrt(sum);
      } else l[n * i + j] = sum / l[n * j + j];
    }
    let value = v[i];
    for (let k = 0; k < i; ++k) value -= l[n * i + k] * v[k];
    v[i] = value / l[n * i + i];
  }
  for (let i = n - 1; i >= 0; --i) {
    let value = v[i];
    for (let k = i + 1; k < n; ++k) value -= l[n * k + i] * v[k];
    v[i] = value / l[n * i + i];
  }
  return true;
}
