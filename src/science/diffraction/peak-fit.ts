// One line, or two of the same width, on a straight background: y = b₀ + b₁(x − x̄) + Σ_p A_p Ω(x − 2θ_p), by weighted least
// squares. Counts weigh by the variance that the fit before expects, not by the counts themselves, which would draw the
// fit below the data. A source with several wavelengths puts a copy of each line at its own angle.

import { levenbergMarquardt, type FitParameter, type FitResult } from "../numerics/levenberg-marquardt.js";
import { braggAngle, braggSpacing, pseudoVoigtSlopes, type SourceLine } from "./x-ray-line.js";

export interface Estimate {
  value: number;
  /** standard error; 0 where it was held */
  error: number;
}

export interface PeakFit {
  /** 2θ of the first wavelength, degrees, rising */
  positions: Estimate[];
  /** counts × degrees */
  areas: Estimate[];
  /** full width at half height, degrees */
  width: Estimate;
  /** Lorentzian share */
  eta: Estimate;
  /** counts at the middle, and counts a degree */
  background: [number, number];
  chiSquared: number;
  degreesOfFreedom: number;
  /** "" or a sentence */
  fault: string;
  /** what the fit says [point of the window] */
  model: Float64Array;
  /** indices of the window in the pattern */
  from: number;
  to: number;
}

export interface PeakFitSettings {
  /** degrees, both inside the window */
  window: readonly [from: number, to: number];
  peaks?: 1 | 2;
  /** held where given: known from other patterns */
  width?: number;
  eta?: number;
  /** where to begin, degrees; found in the data where not given */
  start?: readonly number[];
  /** wavelengths besides the first, for sources with a doublet */
  lines?: readonly SourceLine[];
}

interface Window {
  x: Float64Array;
  y: Float64Array;
  middle: number;
  lines: readonly SourceLine[];
}

/**
 * @param twoTheta degrees, rising [point] @param counts [point]
 * @throws where the window holds too few points or no counts
 */
export function fitPeak(twoTheta: Float64Array, counts: Float64Array, settings: PeakFitSettings): PeakFit {
  const { window: limits, peaks = 1, lines = [{ wavelength: 1, weight: 1 }] } = settings;
  const from = twoTheta.findIndex((x) => x >= limits[0]);
  const past = twoTheta.findIndex((x) => x > limits[1]);
  const to = past < 0 ? twoTheta.length : past;
  const points = from < 0 ? 0 : to - from;
  if (points < 8 * peaks)
    throw new Error(
      `invalid window of a line: ${limits[0]} to ${limits[1]}° holds ${Math.max(0, points)} points; must hold at least ${8 * peaks}: widen it, or measure these angles`
    );
  const x = twoTheta.slice(from, to);
  const y = counts.slice(from, to);
  const top = y.reduce((best, value) => Math.max(best, value), 0);
  if (!(top > 0))
    throw new Error(
      `invalid counts: none between ${limits[0]} and ${limits[1]}°; the window must hold a line`
    );
  const window = { x, y, middle: (x[0] + x[points - 1]) / 2, lines };
  let variance: Float64Array = y.map((value) => Math.max(1, value));
  let parameters = startOf(window, settings, peaks);
  let result: FitResult | undefined;
  let model: Float64Array = y;
  for (let round = 0; round < 3; ++round) {
    result = solve(window, parameters, variance, peaks);
    model = modelOf(window, result.values, peaks);
    // bounded below: a background that is fitted as negative has no variance
    variance = model.map((value) => Math.max(0.5, value));
    const { values } = result;
    parameters = parameters.map((p, i) => ({ ...p, value: values[i] }));
  }
  if (!result) throw new Error("missing fit of a line: no round was run");
  return resultOf(result, model, peaks, from, to);
}

const head = 4; // b0, b1, width, eta come first

function startOf({ x, y }: Window, settings: PeakFitSettings, peaks: number): FitParameter[] {
  const sorted = y.slice().sort();
  const base = sorted[Math.floor(sorted.length / 5)];
  const spread = x[x.length - 1] - x[0];
  const step = spread / (x.length - 1);
  const area = Math.max(
    step,
    y.reduce((sum, value) => sum + Math.max(0, value - base) * step, 0)
  );
  const highest = x[smoothed(y).reduce((best, value, i, all) => (value > all[best] ? i : best), 0)];
  const width = settings.width ?? Math.min(spread / 4, Math.max(3 * step, 0.15));
  const given = settings.start ?? (peaks === 1 ? [highest] : [highest - 0.4 * width, highest + 0.4 * width]);
  return [
    { name: "background", value: base },
    { name: "slope of the background", value: 0 },
    { name: "width", value: width, min: step, max: spread, fixed: settings.width !== undefined },
    {
      name: "Lorentzian share",
      value: settings.eta ?? 0.5,
      min: 0,
      max: 1,
      fixed: settings.eta !== undefined
    },
    ...Array.from({ length: peaks }, (_, p): FitParameter[] => [
      {
        name: `position ${p + 1}`,
        value: Math.min(x[x.length - 1], Math.max(x[0], given[p])),
        ...{ min: x[0], max: x[x.length - 1] }
      },
      // of two lines neither may be negative: else they cancel each other
      { name: `area ${p + 1}`, value: area / peaks, ...(peaks > 1 ? { min: 0 } : {}) }
    ]).flat()
  ];
}

/** Means of five, so that a start is not set by one count. */
const smoothed = (y: Float64Array) =>
  y.map((_, i) => {
    const near = y.subarray(Math.max(0, i - 2), i + 3);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });

/** Angle of another wavelength's copy, and its slope by the angle of the first. */
function copyAt(position: number, wavelength: number, first: number): [number, number] {
  if (wavelength === first) return [position, 1];
  const angle = braggAngle(wavelength, braggSpacing(first, position));
  const half = Math.PI / 360;
  return [angle, ((wavelength / first) * Math.cos(position * half)) / Math.cos(angle * half)];
}

function solve(
  { x, y, middle, lines }: Window,
  parameters: FitParameter[],
  variance: Float64Array,
  peaks: number
): FitResult {
  const weight = variance.map((v) => 1 / Math.sqrt(v));
  const slopes = new Float64Array(4);
  const points = x.length;
  return levenbergMarquardt({
    ...{ parameters, points },
    evaluate(p, residuals, jacobian) {
      for (let i = 0; i < points; ++i) {
        residuals[i] = (p[0] + p[1] * (x[i] - middle) - y[i]) * weight[i];
        if (!jacobian) continue;
        jacobian[i] = weight[i];
        jacobian[points + i] = (x[i] - middle) * weight[i];
      }
      for (let k = 0; k < peaks; ++k) {
        const [position, area] = [p[head + 2 * k], p[head + 2 * k + 1]];
        for (const { wavelength, weight: part } of lines) {
          const [centre, follow] = copyAt(position, wavelength, lines[0].wavelength);
          for (let i = 0; i < points; ++i) {
            pseudoVoigtSlopes(x[i] - centre, p[2], p[3], slopes);
            const own = part * weight[i];
            residuals[i] += area * slopes[0] * own;
            if (!jacobian) continue;
            jacobian[2 * points + i] += area * slopes[2] * own;
            jacobian[3 * points + i] += area * slopes[3] * own;
            jacobian[(head + 2 * k) * points + i] -= area * slopes[1] * follow * own;
            jacobian[(head + 2 * k + 1) * points + i] += slopes[0] * own;
          }
        }
      }
    }
  });
}

function modelOf({ x, middle, lines }: Window, p: Float64Array, peaks: number): Float64Array {
  const slopes = new Float64Array(4);
  return x.map((at) => {
    let sum = p[0] + p[1] * (at - middle);
    for (let k = 0; k < peaks; ++k)
      for (const { wavelength, weight } of lines) {
        pseudoVoigtSlopes(
          at - copyAt(p[head + 2 * k], wavelength, lines[0].wavelength)[0],
          p[2],
          p[3],
          slopes
        );
        sum += weight * p[head + 2 * k + 1] * slopes[0];
      }
    return sum;
  });
}

function resultOf(
  { values, standardErrors, chiSquared, degreesOfFreedom, fault }: FitResult,
  model: Float64Array,
  peaks: number,
  from: number,
  to: number
): PeakFit {
  const estimate = (i: number): Estimate => ({ value: values[i], error: standardErrors[i] });
  const order = Array.from({ length: peaks }, (_, k) => k).sort(
    (p, q) => values[head + 2 * p] - values[head + 2 * q]
  );
  return {
    positions: order.map((k) => estimate(head + 2 * k)),
    areas: order.map((k) => estimate(head + 2 * k + 1)),
    ...{ width: estimate(2), eta: estimate(3), background: [values[0], values[1]] },
    ...{ chiSquared, degreesOfFreedom, fault, model, from, to }
  };
}
