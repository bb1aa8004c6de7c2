// Poisson deviates, exact in distribution: P(k) = λ^k e^(−λ)/k!. Below a mean of 10 by searching the cumulated
// probabilities; above by transformed rejection with squeeze, PTRS of Hörmann, Insurance Math. Econom. 12 (1993) 39,
// doi 10.1016/0167-6687(93)90997-4.

import type { Random } from "./rng.js";

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);
const tabulated = 128;
const logFactorials = new Float64Array(tabulated);
for (let k = 2; k < tabulated; ++k) logFactorials[k] = (logFactorials[k - 1] ?? 0) + Math.log(k);

/** ln k!, by Stirling's series beyond a table. */
function logFactorial(k: number): number {
  if (k < tabulated) return logFactorials[k] ?? 0;
  return (k + 0.5) * Math.log(k) - k + halfLogTwoPi + 1 / (12 * k) - 1 / (360 * k * k * k);
}

/**
 * One count of a Poisson process.
 * @param mean 0 or more
 * @throws where the mean is negative or not finite
 */
export function poisson(mean: number, uniform: Random): number {
  if (!(mean >= 0 && mean < Infinity)) throw new Error(`invalid mean of counts: ${mean}; must be 0 or more`);
  return mean < 10 ? search(mean, uniform) : transformedRejection(mean, uniform);
}

function search(mean: number, uniform: Random): number {
  let left = uniform();
  let probability = Math.exp(-mean);
  let k = 0;
  // beyond 100 the probability is below 1e-60: only rounding leads there
  while (left >= probability && k < 100) {
    left -= probability;
    probability *= mean / ++k;
  }
  return k;
}

function transformedRejection(mean: number, uniform: Random): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= k * Math.log(mean) - mean - logFactorial(k))
      return k;
  }
}
