// Principal components of many spectra: eigenvectors of their covariance over the energies. Malinowski's indicator,
// IND(n) = sqrt(Σ_{k>n} λ_k/(c − n))/(c − n)² with λ the eigenvalues of the covariance over all c energies, is smallest at
// the number of components that stand above noise of equal variance (Malinowski, Anal. Chem. 49 (1977) 612,
// doi 10.1021/ac50012a027). It knows nothing of chemistry: thickness, drift and saturation are components too.

import { symmetricEigen } from "./symmetric-eigen.js";

export interface PrincipalComponents {
  /** [energy], zero if the mean was left in */
  mean: Float64Array;
  /** variance (about zero if the mean was left in) of each component, largest first */
  variances: Float64Array;
  /** [component][energy], of length one; the entry of largest size is positive */
  loadings: Float64Array;
  /** IND for 1 … c − 1 components: entry n − 1 is for n */
  indicator: Float64Array;
  /** where the indicator is smallest */
  components: number;
}

export interface ComponentOptions {
  /** take the mean spectrum away first; default true */
  centred?: boolean;
  /** 0 leaves a pixel out */
  mask?: ArrayLike<number>;
}

const maximumEnergies = 200;

/** @param data [pixel][energy], 2 to 200 energies @throws where fewer than two pixels are inside the mask */
export function principalComponents(
  data: Float32Array,
  energies: number,
  { centred = true, mask }: ComponentOptions = {}
): PrincipalComponents {
  const pixels = data.length / energies;
  if (!(energies >= 2 && energies <= maximumEnergies))
    throw new Error(`invalid number of energies: ${energies}; must be 2 to ${maximumEnergies}`);
  if (!Number.isInteger(pixels))
    throw new Error(`invalid stack: ${data.length} values are no whole number of spectra of ${energies}`);
  const inside = Array.from({ length: pixels }, (_, p) => p).filter((p) => (mask?.[p] ?? 1) > 0);
  if (inside.length < 2)
    throw new Error(`missing pixels: ${inside.length} inside the mask; components need two or more`);
  const mean = new Float64Array(energies);
  if (centred)
    for (const p of inside)
      for (let e = 0; e < energies; ++e) mean[e] += data[p * energies + e] / inside.length;
  const covariance = new Float64Array(energies * energies);
  const y = new Float64Array(energies);
  for (const p of inside) {
    for (let e = 0; e < energies; ++e) y[e] = data[p * energies + e] - mean[e];
    for (let i = 0; i < energies; ++i)
      for (let j = i, yi = y[i]; j < energies; ++j) covariance[i * energies + j] += yi * y[j];
  }
  const freedom = inside.length - (centred ? 1 : 0);
  const { values, vectors } = symmetricEigen(
    covariance.map((c) => c / freedom),
    energies
  );
  for (let k = 0; k < energies; ++k) {
    const row = vectors.subarray(k * energies, (k + 1) * energies);
    const largest = row.reduce(
      (best, v, e) => (Math.abs(v) > Math.abs(row[best]) * (1 + 1e-9) ? e : best),
      0
    );
    if (row[largest] < 0) row.forEach((v, e) => (row[e] = -v));
  }
  const variances = values.map((v) => Math.max(0, v));
  const indicator = new Float64Array(energies - 1);
  for (let n = energies - 1, rest = 0; n >= 1; --n) {
    rest += variances[n];
    indicator[n - 1] = Math.sqrt(rest / (energies - n)) / (energies - n) ** 2;
  }
  const components = 1 + indicator.indexOf(Math.min(...indicator));
  return { mean, variances, loadings: vectors, indicator, components };
}

/** Scores [component][pixel] of the first few components. @param data [pixel][energy] */
export function scores(
  data: Float32Array,
  { mean, loadings }: PrincipalComponents,
  components: number
): Float32Array {
  const energies = mean.length;
  const pixels = data.length / energies;
  const out = new Float32Array(components * pixels);
  for (let p = 0; p < pixels; ++p)
    for (let k = 0; k < components; ++k) {
      let sum = 0;
      for (let e = 0; e < energies; ++e)
        sum += (data[p * energies + e] - mean[e]) * loadings[k * energies + e];
      out[k * pixels + p] = sum;
    }
  return out;
}
