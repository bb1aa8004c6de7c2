// The linear model's hoop stress at bridge point A in closed form, but for one function that finite elements tabulate:
//   σ_A = E (S/3) P H(Fo; g, p, ν),  P = n R²/(D · 1 h),  Fo = D t/R² = depth of discharge/P.
// E, S, the rate n and D enter by exact scalings; H holds the geometry (gap g, pore radius p), Poisson's ratio and time.
// ln[(1 − ν) H] is smooth: interpolated in ln g, ln p and ν by polynomials, in ln Fo by a monotone cubic.

import { hour } from "../material/constants.js";
import { diffusivity } from "../material/diffusivity.js";
import { pchip } from "../numerics/pchip.js";
import { chebyshevPoints, interpolateRows } from "../numerics/tensor-interpolation.js";
import type { StressParameters } from "./parameters.js";

/** Nodes of each axis, ascending; lengths in m. */
export interface ResponseAxes {
  gap: number[];
  poreRadius: number[];
  poissonRatio: number[];
  fourier: number[];
}

export interface ResponseTable extends ResponseAxes {
  /** H, [gap][poreRadius][poissonRatio][fourier] */
  response: Float64Array;
}

export interface ResponseRange {
  gap: [number, number];
  poreRadius: [number, number];
  poissonRatio: [number, number];
  fourier: [number, number];
}

const µm = 1e-6;

/** What the table covers: published values of ν, pores of half to twice the printed radius, gaps of a hair to a micrometre. */
export const responseRange: ResponseRange = {
  gap: [0.05 * µm, 1 * µm],
  poreRadius: [0.1 * µm, 0.4 * µm],
  poissonRatio: [0.15, 0.35],
  fourier: [0.004, 1]
};

export function responseAxes(range: ResponseRange = responseRange, counts = [6, 3, 3, 24]): ResponseAxes {
  const exp = (count: number, [from, to]: [number, number]) =>
    chebyshevPoints(count, Math.log(from), Math.log(to)).map(Math.exp);
  const [low, high] = range.fourier;
  return {
    gap: exp(counts[0], range.gap),
    poreRadius: exp(counts[1], range.poreRadius),
    poissonRatio: chebyshevPoints(counts[2], ...range.poissonRatio),
    fourier: Array.from({ length: counts[3] }, (_, k) => low * (high / low) ** (k / (counts[3] - 1)))
  };
}

/** P: how much deeper discharged the surface may be than the mean, but for a factor of the shape. */
export function loadNumber({ rate, particleRadius, diffusivity: D, temperature }: StressParameters): number {
  return (rate * particleRadius ** 2) / (diffusivity(temperature, D) * hour);
}

export interface BridgeResponse {
  range: ResponseRange;
  /** H at a place of the table. @throws where it is outside, but for Fo, where the limits are known */
  at(gap: number, poreRadius: number, poissonRatio: number): (fourier: number) => number;
  /** hoop stress at A at a depth of discharge, Pa */
  hoop(parameters: StressParameters, depthOfDischarge: number): number;
}

export function bridgeResponse(table: ResponseTable): BridgeResponse {
  const { gap, poreRadius, poissonRatio, fourier, response } = table;
  const count = fourier.length;
  const ends = (nodes: readonly number[]): [number, number] => [nodes[0], nodes[nodes.length - 1]];
  const range = {
    gap: ends(gap),
    poreRadius: ends(poreRadius),
    poissonRatio: ends(poissonRatio),
    fourier: ends(fourier)
  };
  const axes = [gap.map(Math.log), poreRadius.map(Math.log), poissonRatio];
  const logs = response.map((h, i) => {
    const nu = poissonRatio[Math.floor(i / count) % poissonRatio.length];
    return Math.log(h * (1 - nu));
  });
  const logFourier = fourier.map(Math.log);
  const within = (
    what: string,
    value: number,
    [from, to]: [number, number],
    unit: string,
    factor: number
  ) => {
    if (value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)) return;
    const show = (v: number) => `${Number((v * factor).toPrecision(4))}${unit}`;
    throw new Error(`unsupported ${what}: ${show(value)}; must be from ${show(from)} to ${show(to)}`);
  };
  const at: BridgeResponse["at"] = (g, p, nu) => {
    within("gap", g, range.gap, " µm", 1e6);
    within("pore radius", p, range.poreRadius, " µm", 1e6);
    within("Poisson's ratio", nu, range.poissonRatio, "", 1);
    const curve = pchip(logFourier, interpolateRows(axes, logs, count, [Math.log(g), Math.log(p), nu]));
    // beyond the last node the gradient stands still; before the first the core feels the mean swelling alone, H ∝ Fo
    const [first, last] = range.fourier;
    return (Fo) =>
      Fo >= last
        ? Math.exp(curve.value(logFourier[count - 1])) / (1 - nu)
        : Fo < first
          ? ((Fo / first) * Math.exp(curve.value(logFourier[0]))) / (1 - nu)
          : Math.exp(curve.value(Math.log(Fo))) / (1 - nu);
  };
  return {
    range,
    at,
    hoop(p, depthOfDischarge) {
      const P = loadNumber(p);
      const H = at(p.gap, p.poreRadius, p.poissonRatio)(depthOfDischarge / P);
      return p.youngsModulus * (p.volumeChange / 3) * P * H;
    }
  };
}
