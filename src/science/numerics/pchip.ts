// Monotone piecewise cubic interpolation: Hermite cubics whose slopes at the knots are weighted harmonic means of the
// chords' slopes, zero where those change sign, so that the curve never overshoots its table.
// Fritsch & Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300, doi:10.1137/0905021; end slopes by three points.

export interface Curve {
  /** first and last knot */
  from: number;
  to: number;
  /** value and derivative; beyond the ends the curve goes straight on with its end slopes */
  value: (x: number) => number;
  slope: (x: number) => number;
}

/** Three-point slope at an end, held so that the curve keeps the direction of its first chord. */
function endSlope(h0: number, h1: number, s0: number, s1: number): number {
  const slope = ((2 * h0 + h1) * s0 - h0 * s1) / (h0 + h1);
  if (slope * s0 <= 0) return 0;
  return s0 * s1 <= 0 && Math.abs(slope) > 3 * Math.abs(s0) ? 3 * s0 : slope;
}

/**
 * @param x knots, ascending, at least two  @param y one number a knot
 * @throws where there are too few knots or they do not ascend
 */
export function pchip(x: ArrayLike<number>, y: ArrayLike<number>): Curve {
  const count = x.length;
  if (count < 2 || y.length !== count)
    throw new Error(
      `invalid table: ${count} knots and ${y.length} values; must be as many, and at least two`
    );
  const h = new Float64Array(count - 1);
  const chord = new Float64Array(count - 1);
  for (let i = 0; i < count - 1; ++i) {
    h[i] = x[i + 1] - x[i];
    chord[i] = (y[i + 1] - y[i]) / h[i];
    if (!(h[i] > 0 && Number.isFinite(chord[i])))
      throw new Error(`invalid table: row ${i + 2} at ${x[i + 1]}; knots must be finite and ascend`);
  }
  const d = new Float64Array(count);
  for (let i = 1; i < count - 1; ++i) {
    if (!(chord[i - 1] * chord[i] > 0)) continue;
    const [w1, w2] = [2 * h[i] + h[i - 1], h[i] + 2 * h[i - 1]];
    d[i] = (w1 + w2) / (w1 / chord[i - 1] + w2 / chord[i]);
  }
  if (count === 2) d.fill(chord[0]);
  else {
    d[0] = endSlope(h[0], h[1], chord[0], chord[1]);
    d[count - 1] = endSlope(h[count - 2], h[count - 3], chord[count - 2], chord[count - 3]);
  }
  const [from, to] = [x[0], x[count - 1]];
  const knots = Float64Array.from(x);
  let last = 0;
  const intervalOf = (at: number): number => {
    if (at >= knots[last] && at <= knots[last + 1]) return last;
    let [low, high] = [0, count - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (knots[middle] <= at) low = middle;
      else high = middle;
    }
    return (last = low);
  };
  return {
    from,
    to,
    value(at) {
      if (at < from) return y[0] + d[0] * (at - from);
      if (at > to) return y[count - 1] + d[count - 1] * (at - to);
      const i = intervalOf(at);
      const s = at - knots[i];
      const c = (3 * chord[i] - 2 * d[i] - d[i + 1]) / h[i];
      const b = (d[i] + d[i + 1] - 2 * chord[i]) / (h[i] * h[i]);
      return y[i] + s * (d[i] + s * (c + s * b));
    },
    slope(at) {
      if (at < from) return d[0];
      if (at > to) return d[count - 1];
      const i = intervalOf(at);
      const s = at - knots[i];
      const c = (3 * chord[i] - 2 * d[i] - d[i + 1]) / h[i];
      const b = (d[i] + d[i + 1] - 2 * chord[i]) / (h[i] * h[i]);
      return d[i] + s * (2 * c + 3 * s * b);
    }
  };
}
