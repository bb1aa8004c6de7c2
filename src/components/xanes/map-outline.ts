// Selections of pixels: the mask inside a polygon, and the outline of a mask as the path of an SVG. Lengths are in pixels of the
// grid: pixel (x, y) reaches from x to x + 1 and from y to y + 1.
import type { MapGrid } from "./map-grid.js";

export type Corner = readonly [x: number, y: number];

/** 1 where the middle of a pixel is inside the polygon (even–odd), and inside the support where one is given. `[x][y]` */
export function polygonMask(
  corners: readonly Corner[],
  { nx, ny }: MapGrid,
  support?: ArrayLike<number>
): Uint8Array {
  const mask = new Uint8Array(nx * ny);
  for (let x = 0; x < nx; ++x)
    for (let y = 0; y < ny; ++y) {
      const i = x * ny + y;
      if ((support?.[i] ?? 1) !== 0 && isInside(corners, x + 0.5, y + 0.5)) mask[i] = 1;
    }
  return mask;
}

function isInside(corners: readonly Corner[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const [[x1, y1], [x0, y0]] = [corners[i], corners[j]];
    if (y1 > y !== y0 > y && x < x1 + ((y - y1) / (y0 - y1)) * (x0 - x1)) inside = !inside;
  }
  return inside;
}

/** The sides between pixels inside and outside of a mask, each straight run once. */
export function maskOutline(mask: Uint8Array, { nx, ny }: MapGrid): string {
  const at = (x: number, y: number) =>
    x >= 0 && x < nx && y >= 0 && y < ny && mask[x * ny + y] !== 0 ? 1 : 0;
  let path = "";
  const runs = (length: number, side: (k: number) => boolean, draw: (from: number, to: number) => string) => {
    for (let k = 0; k < length; ++k) {
      if (!side(k)) continue;
      const from = k;
      while (k < length && side(k)) ++k;
      path += draw(from, k);
    }
  };
  for (let x = 0; x <= nx; ++x)
    runs(
      ny,
      (y) => at(x - 1, y) !== at(x, y),
      (from, to) => `M${x},${from}V${to}`
    );
  for (let y = 0; y <= ny; ++y)
    runs(
      nx,
      (x) => at(x, y - 1) !== at(x, y),
      (from, to) => `M${from},${y}H${to}`
    );
  return path;
}
