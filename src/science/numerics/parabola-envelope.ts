// The lower envelope of parabolas along one line: D(p) = min over q of f(q) + w²·(p − q)², in linear time.
// Felzenszwalb & Huttenlocher, Theory Comput. 8, 415 (2012), https://doi.org/10.4086/toc.2012.v008a019.

/** Room for the parabolas of one line. */
export interface Envelope {
  /** where each parabola of the envelope has its vertex, its f, and f + w²·q² */
  vertex: Int32Array;
  f: Float64Array;
  h: Float64Array;
  /** from where on it is the least; one more than parabolas */
  from: Float64Array;
  /** 1/(2·w²·d) for each distance d of two vertices */
  reciprocal: Float64Array;
  squaredWidth: number;
}

/** @param points on the line; one beyond each end may serve as vertices as well @param width between points */
export function envelope(points: number, width: number): Envelope {
  const squaredWidth = width * width;
  return {
    vertex: new Int32Array(points + 2),
    f: new Float64Array(points + 2),
    h: new Float64Array(points + 2),
    from: new Float64Array(points + 3),
    reciprocal: Float64Array.from({ length: points + 2 }, (_, d) => 1 / (2 * squaredWidth * d)),
    squaredWidth
  };
}

/**
 * Replaces f by D on the points first … end − 1 of a line.
 * @param values point q lies at offset + q·stride; Infinity: no parabola there
 * @param left whether f(first − 1) is 0, @param right whether f(end) is 0: points outside those two cannot matter
 */
export function lowerEnvelope(
  { vertex, f, h, from, reciprocal, squaredWidth }: Envelope,
  values: Float32Array,
  offset: number,
  stride: number,
  first: number,
  end: number,
  left: boolean,
  right: boolean
): void {
  let top = -1;
  const begin = left ? first - 1 : first;
  const last = right ? end : end - 1;
  for (let q = begin; q <= last; ++q) {
    const fq = q < first || q === end ? 0 : values[offset + q * stride];
    if (fq === Infinity) continue;
    const hq = fq + squaredWidth * q * q;
    let crossing = -Infinity;
    while (top >= 0) {
      crossing = (hq - h[top]) * reciprocal[q - vertex[top]];
      if (crossing > from[top]) break;
      --top;
    }
    if (top < 0) crossing = -Infinity;
    // Least only beyond the end: never seen, and neither is what it would have covered.
    else if (crossing >= end) continue;
    ++top;
    vertex[top] = q;
    f[top] = fq;
    h[top] = hq;
    from[top] = crossing;
  }
  if (top < 0) return;
  from[top + 1] = Infinity;
  for (let q = first, k = 0; q < end; ++q) {
    while (from[k + 1] < q) ++k;
    const d = q - vertex[k];
    values[offset + q * stride] = f[k] + squaredWidth * d * d;
  }
}
