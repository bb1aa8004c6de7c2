// Fills an image with a nodal field over straight triangles, shaded linearly within each.

export interface RasterView {
  /** pixels */
  width: number;
  height: number;
  /** pixel coordinates of a position */
  x: (r: number) => number;
  y: (z: number) => number;
}

/** @param lut 256 colours as r, g, b; @param sign −1 mirrors at the axis */
export function rasterise(
  image: Uint8ClampedArray,
  { width, height, x, y }: RasterView,
  coordinates: ArrayLike<number>,
  triangles: ArrayLike<number>,
  values: ArrayLike<number>,
  domain: [number, number],
  lut: Uint8ClampedArray,
  sign: 1 | -1
): void {
  const scale = 255 / (domain[1] - domain[0] || 1);
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t], triangles[t + 1], triangles[t + 2]];
    const [xa, ya] = [x(sign * coordinates[2 * a]), y(coordinates[2 * a + 1])];
    const [xb, yb] = [x(sign * coordinates[2 * b]), y(coordinates[2 * b + 1])];
    const [xc, yc] = [x(sign * coordinates[2 * c]), y(coordinates[2 * c + 1])];
    const det = (xb - xa) * (yc - ya) - (xc - xa) * (yb - ya);
    if (det === 0) continue;
    const [left, right] = [
      Math.max(0, Math.floor(Math.min(xa, xb, xc))),
      Math.min(width - 1, Math.ceil(Math.max(xa, xb, xc)))
    ];
    const [top, bottom] = [
      Math.max(0, Math.floor(Math.min(ya, yb, yc))),
      Math.min(height - 1, Math.ceil(Math.max(ya, yb, yc)))
    ];
    // a hair beyond the edge, so that no gap shows between neighbours
    const rim = -0.5 / Math.sqrt(Math.abs(det));
    for (let j = top; j <= bottom; ++j) {
      for (let i = left; i <= right; ++i) {
        const [px, py] = [i + 0.5, j + 0.5];
        const lb = ((px - xa) * (yc - ya) - (xc - xa) * (py - ya)) / det;
        const lc = ((xb - xa) * (py - ya) - (px - xa) * (yb - ya)) / det;
        const la = 1 - lb - lc;
        if (la < rim || lb < rim || lc < rim) continue;
        const value = la * values[a] + lb * values[b] + lc * values[c];
        const shade = 3 * Math.max(0, Math.min(255, Math.round((value - domain[0]) * scale)));
        const k = 4 * (j * width + i);
        image[k] = lut[shade];
        image[k + 1] = lut[shade + 1];
        image[k + 2] = lut[shade + 2];
        image[k + 3] = 255;
      }
    }
  }
}

/** 256 colours of a map from a value's domain to CSS colours of the form #rrggbb or rgb(r, g, b). */
export function lookupTable(colour: (value: number) => string, domain: [number, number]): Uint8ClampedArray {
  const lut = new Uint8ClampedArray(3 * 256);
  for (let i = 0; i < 256; ++i) {
    const text = colour(domain[0] + (i / 255) * (domain[1] - domain[0]));
    const hex = /^#(..)(..)(..)$/
      .exec(text)
      ?.slice(1)
      .map((pair) => parseInt(pair, 16));
    const parts =
      hex ??
      text
        .match(/[\d.]+/g)
        ?.slice(0, 3)
        .map(Number);
    if (parts?.length !== 3) throw new Error(`invalid colour: ${text}; must be #rrggbb or rgb(r, g, b)`);
    lut.set(parts, 3 * i);
  }
  return lut;
}
