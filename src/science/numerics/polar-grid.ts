// A disc of an image on rings and angles, so that a turn about its centre is a cyclic shift: point (k, j) of the grid is the
// pixel nearest to radius (k + 1/2) R/rings at angle 2πj/angles, and stands for an area in proportion to its radius.

export interface PolarGrid {
  rings: number;
  angles: number;
  /** pixel of each point, [ring][angle]; −1 beyond the image */
  pixels: Int32Array;
  /** relative area of a point of each ring */
  weights: Float64Array;
}

export interface PolarGridOptions {
  /** pixels; x to the right, y down */
  centre: readonly [x: number, y: number];
  /** pixels */
  radius: number;
  rings: number;
  angles: number;
}

/** @throws where the radius is not positive or there is no ring, or are fewer than four angles */
export function polarGrid(
  width: number,
  height: number,
  { centre: [cx, cy], radius, rings, angles }: PolarGridOptions
): PolarGrid {
  if (!(radius > 0 && rings >= 1 && angles >= 4))
    throw new Error(
      `invalid polar grid: ${rings} rings and ${angles} angles to ${radius} pixels; must be 1, 4 and more, and the radius positive`
    );
  const pixels = new Int32Array(rings * angles).fill(-1);
  const weights = Float64Array.from({ length: rings }, (_, k) => k + 0.5);
  for (let k = 0; k < rings; ++k)
    for (let j = 0; j < angles; ++j) {
      const [r, angle] = [((k + 0.5) * radius) / rings, (2 * Math.PI * j) / angles];
      const x = Math.round(cx + r * Math.cos(angle));
      const y = Math.round(cy + r * Math.sin(angle));
      if (x >= 0 && y >= 0 && x < width && y < height) pixels[k * angles + j] = y * width + x;
    }
  return { rings, angles, pixels, weights };
}

/** Values of an image on the grid, 0 beyond the image. @returns [ring][angle] */
export function onPolarGrid(grid: PolarGrid, image: ArrayLike<number>): Uint8Array {
  return Uint8Array.from(grid.pixels, (p) => (p >= 0 ? image[p] : 0));
}
