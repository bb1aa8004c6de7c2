// Plural scattering by Poisson's law, as a product of transforms: with s(ν) that of the single losses, of area t/λ,
//   p(ν) = exp(s(ν) − s(0)) z(ν) is the transform of what one electron loses, e^(−t/λ) (δ + S + S∗S/2! + …) ∗ Z,
// Z the spectrometer's Gaussian, drawn out by a drift of the energy. Johnson & Spence, J. Phys. D 7 (1974) 771,
// doi 10.1088/0022-3727/7/6/304; Egerton (2011), section 4.1.

import { fourierTransform, frequencyAt, realPart, toComplex, type Spectrum } from "../numerics/fft.js";
import { gaussianFwhm } from "../numerics/voigt.js";

export interface Blur {
  /** full width at half height, eV */
  resolution: number;
  /** eV; the spectrum moves evenly from −drift/2 to +drift/2 */
  drift: number;
}

/**
 * Transform of what one electron loses, over a circle of as many channels as `single` has; the sum of its inverse is one.
 * @param single S, 1/eV [channel] from 0 eV, a power of two of them @param step eV
 */
export function pluralTransform(single: Float64Array, step: number, { resolution, drift }: Blur): Spectrum {
  const n = single.length;
  const s = fourierTransform(
    toComplex(
      single.map((v) => v * step),
      [n]
    )
  );
  const total = s.data[0];
  const sigma = resolution / gaussianFwhm;
  for (let k = 0; k < n; ++k) {
    const nu = frequencyAt(k, n) / (n * step);
    const moved = Math.PI * nu * drift;
    const z = Math.exp(-2 * (Math.PI * nu * sigma) ** 2) * (moved === 0 ? 1 : Math.sin(moved) / moved);
    const size = Math.exp(s.data[2 * k] - total) * z;
    const phase = s.data[2 * k + 1];
    s.data[2 * k] = size * Math.cos(phase);
    s.data[2 * k + 1] = size * Math.sin(phase);
  }
  return s;
}

/** Channels from `start` (eV, may be negative) of a circle that begins at 0 eV. */
export function unroll(transform: Spectrum, start: number, step: number, channels: number): Float64Array {
  const n = transform.shape[0];
  const circle = realPart(fourierTransform({ shape: [n], data: transform.data.slice() }, -1));
  const first = Math.round(start / step);
  return Float64Array.from({ length: channels }, (_, i) => circle[(((first + i) % n) + n) % n]);
}

/** values ∗ p, with p as a transform over a circle at least as long. */
export function convolveWith(values: Float64Array, transform: Spectrum): Float64Array {
  const n = transform.shape[0];
  if (values.length > n)
    throw new Error(
      `invalid convolution: ${values.length} channels over a circle of ${n}; lengthen the circle`
    );
  const v = fourierTransform(toComplex(values, [values.length], { padded: [n] }));
  for (let k = 0; k < 2 * n; k += 2) {
    const [ar, ai, br, bi] = [v.data[k], v.data[k + 1], transform.data[k], transform.data[k + 1]];
    v.data[k] = ar * br - ai * bi;
    v.data[k + 1] = ar * bi + ai * br;
  }
  return realPart(fourierTransform(v, -1), [values.length]);
}
