// Plural scattering taken out, as quotients of transforms. Fourier-log, of low losses J with their zero-loss peak Z:
//   S(ν) = G(ν) I_0 ln(J(ν)/Z(ν)); Fourier-ratio, of core losses without background: K(ν) = G(ν) I_t C(ν)/J(ν),
// with G a Gaussian as wide as the zero-loss peak, without which noise would grow without end. Johnson & Spence (1974), doi
// 10.1088/0022-3727/7/6/304; Egerton (2011), sections 4.1 and 4.3, doi 10.1007/978-1-4419-9583-4.

import { fourierTransform, frequencyAt, nextPowerOfTwo, realPart, toComplex } from "../numerics/fft.js";
import { gaussianFwhm } from "../numerics/voigt.js";
import { zeroLoss } from "./low-loss.js";
import { checkSpectrum, type LossSpectrum } from "./spectrum.js";

/** Transform of a spectrum laid on a circle so that `zero` (eV) is its first channel. */
export function onCircle(s: LossSpectrum, values: Float64Array, zero: number, size: number) {
  const shape = [size];
  const t = fourierTransform(toComplex(values, [values.length], { padded: shape }));
  const shift = (zero - s.start) / s.step;
  for (let k = 0; k < size; ++k) {
    const phase = (2 * Math.PI * frequencyAt(k, size) * shift) / size;
    const [c, d] = [Math.cos(phase), Math.sin(phase)];
    const [re, im] = [t.data[2 * k], t.data[2 * k + 1]];
    t.data[2 * k] = re * c - im * d;
    t.data[2 * k + 1] = re * d + im * c;
  }
  return t;
}

const modifier = (width: number, nu: number) => Math.exp(-2 * ((Math.PI * nu * width) / gaussianFwhm) ** 2);

/**
 * Single losses out of the low losses, by Fourier-log: electrons a channel, from the energy of the zero-loss peak on.
 * @param width of the modifier, eV; by default that of the zero-loss peak
 * @throws without zero-loss peak
 */
export function fourierLog(s: LossSpectrum, width?: number): LossSpectrum {
  const zero = zeroLoss(s);
  const n = nextPowerOfTwo(2 * s.counts.length);
  const j = onCircle(s, s.counts, zero.energy, n);
  const z = onCircle(s, zero.peak, zero.energy, n);
  const g = width ?? zero.width;
  let [before, turns] = [0, 0];
  for (let k = 0; 2 * k <= n; ++k) {
    const nu = frequencyAt(k, n) / (n * s.step);
    const [jr, ji, zr, zi] = [j.data[2 * k], j.data[2 * k + 1], z.data[2 * k], z.data[2 * k + 1]];
    const [qr, qi] = [jr * zr + ji * zi, ji * zr - jr * zi];
    const weight = modifier(g, nu);
    const size = Math.hypot(qr, qi) / (zr * zr + zi * zi);
    // beyond what the peak resolves the quotient is noise, and the modifier nothing
    const use = weight > 1e-4 && size > 0;
    const angle = Math.atan2(qi, qr);
    // the phase of a logarithm goes on steadily
    if (use) turns -= Math.round((angle + 2 * Math.PI * turns - before) / (2 * Math.PI));
    const phase = angle + 2 * Math.PI * turns;
    if (use) before = phase;
    const [re, im] = use ? [weight * Math.log(size), weight * phase] : [0, 0];
    j.data[2 * k] = re;
    j.data[2 * k + 1] = im;
    const mirror = (n - k) % n;
    j.data[2 * mirror] = re;
    if (mirror !== k) j.data[2 * mirror + 1] = -im;
  }
  const counts = realPart(fourierTransform(j, -1), [n])
    .subarray(0, s.counts.length)
    .map((v) => v * zero.counts);
  return { ...s, start: 0, counts: Float64Array.from(counts), saturation: Infinity };
}

/**
 * Core losses of single scattering, by Fourier-ratio: the counts of an edge without its background, divided by the low losses.
 * @param values counts over the background [channel of s], zero before the edge; they should end smoothly
 * @param low low losses at the same step @param width of the modifier, eV; by default that of the zero-loss peak
 */
export function fourierRatio(
  s: LossSpectrum,
  values: Float64Array,
  low: LossSpectrum,
  width?: number
): Float64Array {
  checkSpectrum(s, "the core losses");
  if (Math.abs(low.step / s.step - 1) > 1e-6)
    throw new Error(
      `invalid low losses: ${low.step} eV a channel, the core losses ${s.step}; must be the same, bin one of them`
    );
  const zero = zeroLoss(low);
  const n = nextPowerOfTwo(2 * Math.max(values.length, low.counts.length));
  // a step at the end would ring: it is mirrored down to zero over the padding
  const padded = new Float64Array(n);
  padded.set(values);
  const tail = values[values.length - 1];
  const taper = n - values.length;
  for (let i = 0; i < taper; ++i)
    padded[values.length + i] = tail * 0.5 * (1 + Math.cos((Math.PI * (i + 1)) / (taper + 1)));
  const c = fourierTransform(toComplex(padded, [n]));
  const j = onCircle(low, low.counts, zero.energy, n);
  const total = low.counts.reduce((sum, v) => sum + v, 0);
  const g = width ?? zero.width;
  for (let k = 0; k < n; ++k) {
    const weight = modifier(g, frequencyAt(k, n) / (n * s.step)) * total;
    const [cr, ci, jr, ji] = [c.data[2 * k], c.data[2 * k + 1], j.data[2 * k], j.data[2 * k + 1]];
    const j2 = jr * jr + ji * ji;
    c.data[2 * k] = weight > total * 1e-6 ? (weight * (cr * jr + ci * ji)) / j2 : 0;
    c.data[2 * k + 1] = weight > total * 1e-6 ? (weight * (ci * jr - cr * ji)) / j2 : 0;
  }
  return realPart(fourierTransform(c, -1), [n]).slice(0, values.length);
}
