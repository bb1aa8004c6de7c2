// Voigt profile of unit area: a Gaussian of standard deviation σ convolved with a Lorentzian of half width γ,
// V(x) = Re w(z)/(σ √(2π)), z = (x + iγ)/(σ √2), w(z) = exp(−z²) erfc(−iz). For w the rational series of Weideman, SIAM J.
// Numer. Anal. 31 (1994) 1497, doi 10.1137/0731077: w = 2 Σ a_n Z^(n−1)/(L − iz)² + π^(−1/2)/(L − iz), Z = (L + iz)/(L − iz).

const terms = 40;
const scale = Math.sqrt(terms / Math.SQRT2);
const coefficients = seriesCoefficients();

/** a_1 … a_N: cosine coefficients of exp(−t²)(L² + t²), t = L tan(θ/2), at 4N points of the circle. */
function seriesCoefficients(): Float64Array {
  const half = 2 * terms;
  const a = new Float64Array(terms);
  for (let k = 1 - half; k < half; ++k) {
    const t = scale * Math.tan((k * Math.PI) / half / 2);
    const f = Math.exp(-t * t) * (scale * scale + t * t);
    for (let n = 1; n <= terms; ++n) a[n - 1] += (f * Math.cos((n * k * Math.PI) / half)) / (2 * half);
  }
  return a;
}

/** Real part of the Faddeeva function w(x + iy), y ≥ 0: to 1e-14 of its maximum, and to 1e-8 of itself for y ≥ 1e-6. */
export function faddeevaReal(x: number, y: number): number {
  // L − iz and L + iz
  const [br, bi] = [scale + y, -x];
  const b2 = br * br + bi * bi;
  const [tr, ti] = [scale - y, x];
  const zr = (tr * br + ti * bi) / b2;
  const zi = (ti * br - tr * bi) / b2;
  let [pr, pi] = [0, 0];
  for (let n = terms - 1; n >= 0; --n) [pr, pi] = [pr * zr - pi * zi + coefficients[n], pr * zi + pi * zr];
  // 1/(L − iz)²
  const [cr, ci] = [(br * br - bi * bi) / (b2 * b2), (-2 * br * bi) / (b2 * b2)];
  return 2 * (pr * cr - pi * ci) + br / b2 / Math.sqrt(Math.PI);
}

/**
 * Voigt profile of unit area, in 1/(unit of x).
 * @param x distance from the centre @param sigma of the Gaussian, ≥ 0 @param gamma half width at half height of the Lorentzian, ≥ 0
 * @throws if both widths are zero, or one is negative
 */
export function voigt(x: number, sigma: number, gamma: number): number {
  if (!(sigma >= 0 && gamma >= 0 && sigma + gamma > 0))
    throw new Error(
      `invalid widths of a line: σ ${sigma}, γ ${gamma}; neither may be negative, nor both zero`
    );
  // where the Gaussian is too narrow to be seen, the limit
  if (sigma < 1e-9 * gamma) return gamma / (Math.PI * (x * x + gamma * gamma));
  const root = sigma * Math.SQRT2;
  return faddeevaReal(x / root, gamma / root) / (root * Math.sqrt(Math.PI));
}

/** Full width at half height of a Gaussian, in standard deviations. */
export const gaussianFwhm = 2 * Math.sqrt(2 * Math.LN2);
