// The standard normal distribution and, by it, the tail of χ²: Q(z) = erfc(z/√2)/2, its inverse, and
// P(χ²_k > x) ≈ Q((∛(x/k) − 1 + 2/(9k))/√(2/(9k))), good to about 1e-3 of the probability where k ≥ 30.
// Quantile: P. J. Acklam's rational approximation (2003), relative error below 1.2e-9; tail: Press et al., Numerical Recipes,
// section 6.2, relative error below 1.2e-7; χ²: Wilson & Hilferty, PNAS 17 (1931) 684, doi 10.1073/pnas.17.12.684.

/** The value that a standard normal deviate stays below with this probability. @throws unless it is between 0 and 1 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new Error(`invalid probability: ${p}; must be between 0 and 1`);
  const a = [
    -39.6968302866538, 220.946098424521, -275.928510446969, 138.357751867269, -30.6647980661472,
    2.50662827745924
  ];
  const b = [-54.4760987982241, 161.585836858041, -155.698979859887, 66.8013118877197, -13.2806815528857, 1];
  const c = [
    -0.00778489400243029, -0.322396458041136, -2.40075827716184, -2.54973253934373, 4.37466414146497,
    2.93816398269878
  ];
  const d = [0.00778469570904146, 0.32246712907004, 2.445134137143, 3.75440866190742, 1];
  const horner = (coefficients: readonly number[], x: number) =>
    coefficients.reduce((sum, k) => sum * x + k, 0);
  const low = 0.02425;
  if (p > 1 - low) return -normalQuantile(1 - p);
  if (p < low) {
    const q = Math.sqrt(-2 * Math.log(p));
    return horner(c, q) / horner(d, q);
  }
  const q = p - 0.5;
  return (q * horner(a, q * q)) / horner(b, q * q);
}

/** Probability that a standard normal deviate is above z. */
export function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const series = [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196,
    1.00002368, -1.26551223
  ].reduce((sum, k) => sum * t + k, 0);
  const half = 0.5 * t * Math.exp(-x * x + series);
  return z >= 0 ? half : 1 - half;
}

/** Probability that χ² of so many degrees of freedom is above x. @throws unless both are positive */
export function chiSquaredTail(x: number, freedom: number): number {
  if (!(freedom > 0 && x >= 0))
    throw new Error(
      `invalid χ²: ${x} with ${freedom} degrees of freedom; must be 0 or more with at least one`
    );
  const width = 2 / (9 * freedom);
  return normalTail((Math.cbrt(x / freedom) - 1 + width) / Math.sqrt(width));
}
