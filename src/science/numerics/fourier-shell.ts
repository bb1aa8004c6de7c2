// Fourier shell correlation of two reconstructions f, g of the same object from independent halves of the data:
//   FSC(r) = Re Σ F G* / √(Σ |F|² Σ |G|²),   sums over the voxels of Fourier space with |k| nearest to r.
// The resolution is where it first falls below the half-bit curve, which grants a shell of n voxels
//   T(n) = (0.2071 + 1.9102/√n) / (1.2071 + 0.9102/√n),
// half a bit of information per voxel in the mean of both halves, or below 1/7.
// van Heel & Schatz, J. Struct. Biol. 151 (2005) 250, doi:10.1016/j.jsb.2005.05.009.

import { fourierTransform, frequencyAt, itemCount, nextPowerOfTwo, toComplex, type Numbers } from "./fft.js";

export interface ShellOptions {
  /** [z][x][y] or [x][y], of the volumes' shape: multiplies both; see `softMask` */
  mask?: Numbers;
  /**
   * Greatest tilt (rad) that was recorded: leaves out the wedge that no projection saw, directions in the plane of z
   * and x that are further than this from x. Volumes [z][x][y] only; π/2 unless given.
   */
  maximumTilt?: number;
}

/** Arrays hold one value per shell; shell r = 0, 1, … has the frequency `frequencies[r]`. */
export interface ShellCorrelation {
  /** cycles per voxel, up to Nyquist's 0.5 */
  frequencies: Float64Array;
  correlation: Float64Array;
  /** voxels of Fourier space in each shell */
  counts: Float64Array;
  /** the half-bit curve, for as many voxels as a volume without the zeros of padding and mask would have */
  halfBit: Float64Array;
}

/** Value of the half-bit curve for a shell of so many voxels. */
export function halfBit(count: number): number {
  const root = Math.sqrt(count);
  return Math.min(1, (0.2071 + 1.9102 / root) / (1.2071 + 0.9102 / root));
}

/**
 * @param shape voxels along each axis, two or three, last axis fastest; padded with zeros to a cube of a power of two
 * @throws if the volumes differ in size, hold a value that is not finite, or one of them is zero everywhere
 */
export function fourierShellCorrelation(
  first: Numbers,
  second: Numbers,
  shape: readonly number[],
  { mask, maximumTilt = Math.PI / 2 }: ShellOptions = {}
): ShellCorrelation {
  const voxels = itemCount(shape);
  for (const [what, array] of Object.entries({ "first volume": first, "second volume": second, mask }))
    if (array && array.length !== voxels)
      throw new Error(
        `invalid ${what}: ${array.length} values; must be ${voxels} for a shape of ${shape.join(" × ")}`
      );
  if (!(maximumTilt > 0))
    throw new Error(`invalid greatest tilt: ${maximumTilt}; must be a positive angle in radians`);
  const [f, g] = [prepared("first", first, mask), prepared("second", second, mask)];
  const size = nextPowerOfTwo(Math.max(2, ...shape));
  // f + ig transforms in one go: F(k) and G(k) follow from the values at k and −k.
  const padded = shape.map(() => size);
  const { data } = fourierTransform(toComplex(f, shape, { padded, imaginary: g }));

  const shells = size / 2 + 1;
  const [cross, powerF, powerG, counts] = [0, 0, 0, 0].map(() => new Float64Array(shells));
  const seen = (kz: number, kx: number) =>
    Math.abs(kz) <= Math.abs(kx) * Math.tan(maximumTilt) || (!kz && !kx);
  const cone = shape.length === 3 && maximumTilt < Math.PI / 2;
  const depth = shape.length === 3 ? size : 1;
  const height = shape.length === 1 ? 1 : size;
  for (let z = 0; z < depth; ++z)
    for (let x = 0; x < height; ++x) {
      const [kz, kx] = [frequencyAt(z, depth), frequencyAt(x, height)];
      if (cone && !seen(kz, kx)) continue;
      const row = (z * height + x) * size;
      const opposite = (((depth - z) % depth) * height + ((height - x) % height)) * size;
      for (let y = 0; y < size; ++y) {
        const ky = frequencyAt(y, size);
        const shell = Math.round(Math.sqrt(kz * kz + kx * kx + ky * ky));
        if (shell >= shells) continue;
        const [at, mirror] = [2 * (row + y), 2 * (opposite + ((size - y) % size))];
        const [re, im, mirrorRe, mirrorIm] = [data[at], data[at + 1], data[mirror], data[mirror + 1]];
        const [fRe, fIm, gRe, gIm] = [re + mirrorRe, im - mirrorIm, im + mirrorIm, mirrorRe - re];
        cross[shell] += fRe * gRe + fIm * gIm;
        powerF[shell] += fRe * fRe + fIm * fIm;
        powerG[shell] += gRe * gRe + gIm * gIm;
        ++counts[shell];
      }
    }
  // zeros around the object, of the padding or of a mask, make neighbours in Fourier space depend on each other
  let occupied = voxels;
  if (mask) {
    occupied = 0;
    for (let i = 0; i < voxels; ++i) occupied += mask[i] * mask[i];
  }
  const independent = occupied / (data.length / 2);
  return {
    frequencies: Float64Array.from(cross, (_, shell) => shell / size),
    // a shell in which one volume has no power carries nothing in common
    correlation: cross.map((sum, shell) => sum / Math.sqrt(powerF[shell] * powerG[shell]) || 0),
    counts,
    halfBit: counts.map((count) => halfBit(count * independent))
  };
}

/**
 * Frequency, in cycles per voxel, at which the correlation first falls below a criterion for good enough, interpolated
 * between shells; its inverse is the resolution in voxels.
 * @param criterion one value for all shells, or one per shell; the half-bit curve unless given
 * @returns null if it stays above up to Nyquist's frequency
 */
export function cutoffFrequency(
  { frequencies, correlation, halfBit }: ShellCorrelation,
  criterion: number | Numbers = halfBit
): number | null {
  const excess = correlation.map(
    (value, shell) => value - (typeof criterion === "number" ? criterion : criterion[shell])
  );
  // the innermost shells hold so few voxels that their half-bit curve is near 1: they decide nothing
  for (let shell = 2; shell < excess.length; ++shell)
    if (excess[shell] < 0) {
      const above = Math.max(0, excess[shell - 1]);
      const fraction = above / (above - excess[shell]);
      return frequencies[shell - 1] + fraction * (frequencies[shell] - frequencies[shell - 1]);
    }
  return null;
}

/**
 * A mask that falls from 1 to 0 between two radii (voxels, from the centre of the shape) as half a cosine: a sharp one
 * would correlate both halves by itself.
 */
export function softMask(shape: readonly number[], inner: number, outer: number): Float64Array {
  if (!(inner >= 0 && outer > inner))
    throw new Error(`invalid radii of a soft mask: ${inner} to ${outer}; must rise from zero or more`);
  const mask = new Float64Array(itemCount(shape));
  const [depth, height, width] = [1, 1, ...shape].slice(-3);
  for (let z = 0, i = 0; z < depth; ++z)
    for (let x = 0; x < height; ++x)
      for (let y = 0; y < width; ++y, ++i) {
        const r = Math.hypot(z - (depth - 1) / 2, x - (height - 1) / 2, y - (width - 1) / 2);
        mask[i] = 0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, Math.max(0, (r - inner) / (outer - inner))));
      }
  return mask;
}

function prepared(which: string, volume: Numbers, mask: Numbers | undefined): Float64Array {
  let empty = true;
  const values = Float64Array.from(volume, (value, i) => {
    const weighted = mask ? value * mask[i] : value;
    if (!Number.isFinite(weighted))
      throw new Error(`invalid ${which} volume: ${value} at voxel ${i}; must be a finite number`);
    if (weighted !== 0) empty = false;
    return weighted;
  });
  if (empty) throw new Error(`invalid ${which} volume: zero everywhere; nothing to correlate`);
  return values;
}
