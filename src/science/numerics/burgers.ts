// Burgers vector of what a circuit encloses, from a map of the distortion: b = ∮ e·dl around a rectangle, e_ij = ∂u_i/∂x_j in
// the image's coordinates, positive from x towards y (clockwise on a screen, where y points down).
// Hÿtch, Putaux & Pénisson, Nature 423 (2003) 270, doi 10.1038/nature01638.

import type { GpaMaps } from "./gpa.js";

/**
 * @param maps with the "eulerian" measure
 * @param box left, top, right, bottom in pixels of the image
 * @returns b along x and y, in pixels
 * @throws where the circuit leaves the map or crosses a place without lattice
 */
export function burgersVector(
  { columns, rows, stepX, stepY, gradient }: GpaMaps,
  [left, top, right, bottom]: readonly [number, number, number, number]
): [number, number] {
  const column = (x: number) => Math.round(x / stepX);
  const row = (y: number) => Math.round(y / stepY);
  const [c0, c1, r0, r1] = [column(left), column(right), row(top), row(bottom)];
  if (!(c0 >= 0 && r0 >= 0 && c1 < columns && r1 < rows && c0 < c1 && r0 < r1))
    throw new Error(
      `invalid circuit: ${left}, ${top} to ${right}, ${bottom} px; must lie within ${columns * stepX} × ${rows * stepY} px and enclose something`
    );
  const b: [number, number] = [0, 0];
  const add = (c: number, r: number, dx: number, dy: number, weight: number) => {
    const at = 4 * (r * columns + c);
    if (Number.isNaN(gradient[at]))
      throw new Error(
        `missing lattice on the circuit, at pixel ${c * stepX}, ${r * stepY}: move the circuit to where there is one`
      );
    b[0] += weight * (gradient[at] * dx + gradient[at + 1] * dy);
    b[1] += weight * (gradient[at + 2] * dx + gradient[at + 3] * dy);
  };
  // trapezoids: ends of a side count half
  const end = (k: number, from: number, to: number) => (k === from || k === to ? 0.5 : 1);
  for (let c = c0; c <= c1; ++c) {
    add(c, r0, stepX, 0, end(c, c0, c1));
    add(c, r1, -stepX, 0, end(c, c0, c1));
  }
  for (let r = r0; r <= r1; ++r) {
    add(c1, r, 0, stepY, end(r, r0, r1));
    add(c0, r, 0, -stepY, end(r, r0, r1));
  }
  return b;
}
