// Thompson–Cox–Hastings pseudo-Voigt of unit area, P = η L + (1 − η) G of common full width H, from the widths Γ_G and Γ_L of
// the Gaussian and the Lorentzian: H⁵ = Σ c_k Γ_G^(5−k) Γ_L^k, η = 1.36603 q − 0.47719 q² + 0.11116 q³, q = Γ_L/H; and its
// derivatives. J. Appl. Cryst. 20 (1987) 79, doi 10.1107/S0021889887087090.

export interface PeakShape {
  /** H */
  width: number;
  /** η */
  mixing: number;
  /** ∂H and ∂η by Γ_G and Γ_L */
  widthByGauss: number;
  widthByLorentz: number;
  mixingByGauss: number;
  mixingByLorentz: number;
}

/** @param G Γ_G > 0 @param L Γ_L ≥ 0, full widths at half height */
export function peakShape(G: number, L: number): PeakShape {
  if (L === 0)
    return {
      ...{ width: G, mixing: 0, widthByGauss: 1, widthByLorentz: 2.69269 / 5, mixingByGauss: 0 },
      mixingByLorentz: 1.36603 / G
    };
  const fifth =
    G ** 5 +
    2.69269 * G ** 4 * L +
    2.42843 * G ** 3 * L ** 2 +
    4.47163 * G ** 2 * L ** 3 +
    0.07842 * G * L ** 4 +
    L ** 5;
  const H = fifth ** 0.2;
  const share = 0.2 / H ** 4;
  const byG =
    share *
    (5 * G ** 4 +
      4 * 2.69269 * G ** 3 * L +
      3 * 2.42843 * G ** 2 * L ** 2 +
      2 * 4.47163 * G * L ** 3 +
      0.07842 * L ** 4);
  const byL =
    share *
    (2.69269 * G ** 4 +
      2 * 2.42843 * G ** 3 * L +
      3 * 4.47163 * G ** 2 * L ** 2 +
      4 * 0.07842 * G * L ** 3 +
      5 * L ** 4);
  const q = L / H;
  const byQ = 1.36603 - 2 * 0.47719 * q + 3 * 0.11116 * q * q;
  return {
    width: H,
    mixing: q * (1.36603 - q * (0.47719 - 0.11116 * q)),
    ...{ widthByGauss: byG, widthByLorentz: byL },
    mixingByGauss: (-byQ * q * byG) / H,
    mixingByLorentz: (byQ * (1 - q * byL)) / H
  };
}

/** Full widths from the centre beyond which the Gaussian is below 1e-10 of its top. */
const gaussReach = 2.9;
const fourLog2 = 4 * Math.LN2;
const gaussTop = 2 * Math.sqrt(Math.LN2 / Math.PI);
const lorentzTop = 2 / Math.PI;

/** P at its centre times H. */
export const topOf = (mixing: number): number => mixing * lorentzTop + (1 - mixing) * gaussTop;

/** The first point of an ascending axis at or above a value. */
export function firstAbove(x: Float64Array, value: number): number {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far a peak is followed: to `windowWidths` full widths where it has Lorentzian tails. */
export const reachOf = ({ width, mixing }: PeakShape, windowWidths: number): number =>
  width * (mixing > 1e-6 ? Math.max(windowWidths, gaussReach) : gaussReach);

/** Adds area·P to y at the points `from` … before `to`. */
export function addPeak(
  y: Float64Array,
  x: Float64Array,
  from: number,
  to: number,
  centre: number,
  area: number,
  { width, mixing }: PeakShape
): void {
  const g = (area * (1 - mixing) * gaussTop) / width;
  const l = (area * mixing * lorentzTop) / width;
  const scale = 1 / (width * width);
  const limit = gaussReach * gaussReach;
  const tails = mixing !== 0;
  for (let i = from; i < to; ++i) {
    const v = x[i] - centre;
    const v2 = v * v * scale;
    let value = tails ? l / (1 + 4 * v2) : 0;
    if (v2 < limit) value += g * Math.exp(-fourLog2 * v2);
    y[i] += value;
  }
}

/** P and its derivatives by the centre, Γ_G and Γ_L at the points `from` … before `to`, into buffers that begin at 0. */
export function peakSlopes(
  x: Float64Array,
  from: number,
  to: number,
  centre: number,
  shape: PeakShape,
  out: { value: Float64Array; byCentre: Float64Array; byGauss: Float64Array; byLorentz: Float64Array }
): void {
  const { width: H, mixing, widthByGauss, widthByLorentz, mixingByGauss, mixingByLorentz } = shape;
  for (let i = from; i < to; ++i) {
    const v = (x[i] - centre) / H;
    const v2 = v * v;
    const g = v2 < gaussReach * gaussReach ? gaussTop * Math.exp(-fourLog2 * v2) : 0;
    const l = lorentzTop / (1 + 4 * v2);
    const p = mixing * l + (1 - mixing) * g;
    // dp/dv
    const slope = (-mixing * 8 * v * l) / (1 + 4 * v2) - (1 - mixing) * 2 * fourLog2 * v * g;
    const byWidth = -(p + v * slope) / (H * H);
    const byMixing = (l - g) / H;
    const e = i - from;
    out.value[e] = p / H;
    out.byCentre[e] = -slope / (H * H);
    out.byGauss[e] = byWidth * widthByGauss + byMixing * mixingByGauss;
    out.byLorentz[e] = byWidth * widthByLorentz + byMixing * mixingByLorentz;
  }
}
