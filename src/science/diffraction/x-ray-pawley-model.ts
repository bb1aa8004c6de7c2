// What a whole-pattern fit without a structure is made of: its parameters by name, where each line lies and how its centre and
// width follow from them, the background's polynomials, and areas to start from. Hexagonal cell: 1/d² = (4/3)(h² + hk + k²)/a²
// + l²/c². Angles in degrees, lengths in Å.

import { angleBySpacing, braggAngle, degree, lineWidth, type SourceLine } from "./x-ray-line.js";

/** A line of known spacing that is not the sample's; `width` in degrees is added in squares. */
export interface KnownLine {
  label: string;
  d: number;
  width: number;
}

export interface PawleyModel {
  /** degrees, rising [point] */
  twoTheta: Float64Array;
  /** the first wavelength is that of the cell; Å */
  lines: readonly SourceLine[];
  planes: readonly { h: number; k: number; l: number }[];
  known: readonly KnownLine[];
  /** terms of the background */
  terms: number;
  /**
   * Å a pattern's time: how fast a and c change while the angles are passed; 0 where the lattice stands still or all
   * angles are taken at once. The a and c that are fitted hold at the middle of the pattern.
   */
  drift?: { a: number; c: number };
}

/** what comes before the areas */
export const head = ["a", "c", "zero", "U", "W", "Lorentzian share"] as const;

/** Names of the parameters in their order. */
export function pawleyNames({ planes, known, terms }: PawleyModel): string[] {
  return [
    ...head,
    ...planes.map(({ h, k, l }) => `area of (${h} ${k} ${l})`),
    ...known.map(({ label }) => `area of ${label}`),
    ...Array.from({ length: terms }, (_, n) => `background ${n}`)
  ];
}

/** Every line of the pattern for one set of parameters: its centre, width and slopes of the centre. */
export interface Place {
  /** parameter that holds its area */
  area: number;
  weight: number;
  centre: number;
  width: number;
  /** ∂centre/∂a and ∂centre/∂c, degrees an Å; 0 for known lines */
  byA: number;
  byC: number;
  /** ∂width/∂U and ∂width/∂W */
  byU: number;
  byW: number;
}

export function placesOf({ lines, planes, known, twoTheta, drift }: PawleyModel, p: Float64Array): Place[] {
  const [a, c, zero, u, w] = p;
  const [first, last] = [twoTheta[0], twoTheta[twoTheta.length - 1]];
  const place = (d: number, area: number, extra: number, line: SourceLine): Place => {
    const bragg = braggAngle(line.wavelength, d);
    const width = Math.hypot(lineWidth(u, w, bragg), extra);
    const tangent = Math.tan((bragg / 2) * degree);
    return {
      ...{ area, weight: line.weight, centre: bragg + zero, width, byA: 0, byC: 0 },
      ...{ byU: tangent ** 2 / (2 * width), byW: 1 / (2 * width) }
    };
  };
  const own = planes.flatMap(({ h, k, l }, j) => {
    const basal = (4 * (h * h + h * k + k * k)) / 3;
    const spacing = (ea: number, ec: number) => 1 / Math.sqrt(basal / ea ** 2 + (l / ec) ** 2);
    return lines.map((line): Place => {
      // the lattice of the moment at which this line is passed
      const share = drift ? (braggAngle(line.wavelength, spacing(a, c)) - first) / (last - first) - 0.5 : 0;
      const [ea, ec] = drift ? [a + drift.a * share, c + drift.c * share] : [a, c];
      const d = spacing(ea, ec);
      const at = place(d, head.length + j, 0, line);
      // ∂2θ/∂d = −2 tan θ/d, ∂d/∂a = d³ (4/3)(h² + hk + k²)/a³, ∂d/∂c = d³ l²/c³
      const slope = angleBySpacing(at.centre - zero) * d * d;
      return { ...at, byA: (slope * basal) / ea ** 3, byC: (slope * l * l) / ec ** 3 };
    });
  });
  const others = known.flatMap(({ d, width }, j) =>
    lines.map((line) => place(d, head.length + planes.length + j, width, line))
  );
  return [...own, ...others];
}

/** T_0 … T_{terms−1} over the range [term][point]. */
export function chebyshevTerms(x: Float64Array, terms: number): Float64Array {
  const n = x.length;
  const [from, to] = [x[0], x[n - 1]];
  const out = new Float64Array(terms * n);
  for (let i = 0; i < n; ++i) {
    const t = (2 * x[i] - from - to) / (to - from);
    for (let k = 0; k < terms; ++k)
      out[k * n + i] = k === 0 ? 1 : k === 1 ? t : 2 * t * out[(k - 1) * n + i] - out[(k - 2) * n + i];
  }
  return out;
}

/** First and one past the last point within a stretch. */
export function stretch(x: Float64Array, low: number, high: number): [number, number] {
  const step = (x[x.length - 1] - x[0]) / (x.length - 1);
  const at = (value: number) => Math.min(x.length, Math.max(0, Math.ceil((value - x[0]) / step)));
  return [at(low), at(high)];
}

/** Areas from the counts near each line above the lowest ones around, a flat background. */
export function firstValues(
  model: PawleyModel,
  counts: Float64Array,
  { a, c, zero = 0 }: { a: number; c: number; zero?: number }
): Float64Array {
  const { twoTheta, planes, known, terms } = model;
  const p = new Float64Array(head.length + planes.length + known.length + terms);
  const step = (twoTheta[twoTheta.length - 1] - twoTheta[0]) / (twoTheta.length - 1);
  p.set([a, c, zero, 0.01, Math.max(0.01, (3 * step) ** 2), 0.5]);
  const base = counts.slice().sort()[Math.floor(counts.length / 4)];
  for (const { area, centre, width } of placesOf(model, p)) {
    const [from, to] = stretch(twoTheta, centre - 2 * width, centre + 2 * width);
    let sum = 0;
    for (let i = from; i < to; ++i) sum += Math.max(0, counts[i] - base) * step;
    p[area] = Math.max(sum, step);
  }
  p[head.length + planes.length + known.length] = base;
  return p;
}
