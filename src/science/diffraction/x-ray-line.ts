// A line of a powder pattern at constant wavelength: where it lies (Bragg, λ = 2d sin θ), how wide it is
// (H² = U tan²θ + W, Caglioti's law without its middle term), what it looks like (pseudo-Voigt of unit area,
// Ω = η L + (1 − η) G, both of full width H), and its Lorentz–polarisation factor (1 + cos²2θ)/(sin²θ cos θ) of a tube
// without monochromator. Angles in degrees. Young, The Rietveld Method (1993), chapter 1.

export const degree = Math.PI / 180;

/** A wavelength of the source in Å, and its share of the intensity. */
export interface SourceLine {
  wavelength: number;
  weight: number;
}

/** 2θ in degrees; NaN where the spacing is below half the wavelength. @param d Å */
export const braggAngle = (wavelength: number, d: number) => (2 * Math.asin(wavelength / (2 * d))) / degree;

/** d in Å. @param twoTheta degrees */
export const braggSpacing = (wavelength: number, twoTheta: number) =>
  wavelength / (2 * Math.sin((twoTheta / 2) * degree));

/** Change of 2θ in degrees for a relative change of d of one: −2 tan θ. */
export const angleBySpacing = (twoTheta: number) => (-2 * Math.tan((twoTheta / 2) * degree)) / degree;

/** @param twoTheta degrees */
export function lorentzPolarisation(twoTheta: number): number {
  const theta = (twoTheta / 2) * degree;
  return (1 + Math.cos(2 * theta) ** 2) / (Math.sin(theta) ** 2 * Math.cos(theta));
}

/** Full width at half height, degrees. @param u, w degrees² */
export const lineWidth = (u: number, w: number, twoTheta: number) =>
  Math.sqrt(Math.max(1e-12, w + u * Math.tan((twoTheta / 2) * degree) ** 2));

const gaussHeight = 2 * Math.sqrt(Math.LN2 / Math.PI);
const gaussDecay = 4 * Math.LN2;

/** Ω in 1/degree. @param x degrees from the centre @param h full width at half height @param eta share of the Lorentzian */
export function pseudoVoigt(x: number, h: number, eta: number): number {
  const q = (x / h) ** 2;
  return (eta * (2 / Math.PI / (1 + 4 * q)) + (1 - eta) * gaussHeight * Math.exp(-gaussDecay * q)) / h;
}

/** Ω and its derivatives by x, H and η, written into `out` (4 numbers): for loops that must not allocate. */
export function pseudoVoigtSlopes(x: number, h: number, eta: number, out: Float64Array): void {
  const r = x / h;
  const q = r * r;
  const lorentz = 2 / Math.PI / (1 + 4 * q);
  const gauss = gaussHeight * Math.exp(-gaussDecay * q);
  const value = eta * lorentz + (1 - eta) * gauss;
  // dΩ/dq, times h
  const byQ = eta * lorentz * (-4 / (1 + 4 * q)) - (1 - eta) * gaussDecay * gauss;
  out[0] = value / h;
  out[1] = (2 * r * byQ) / (h * h);
  out[2] = -(value + 2 * q * byQ) / (h * h);
  out[3] = (lorentz - gauss) / h;
}
