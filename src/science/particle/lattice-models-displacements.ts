// Displacement fields u(X) of a lattice, Å, at reference positions X (x along the layers, y across them, down the image).
// An atom of the perfect lattice at X stands at X + u(X). Gradient F − I = ∂u/∂X by central differences, for the truth.
// Edge dislocation in an isotropic solid: Hirth & Lothe, Theory of Dislocations, 2nd ed. (1982), equations 3-45, 3-46.

export type Displacement = (x: number, y: number) => readonly [ux: number, uy: number];

export const still: Displacement = () => [0, 0];

/** Sum of fields, each at the reference positions. */
export const sumOf =
  (...fields: readonly Displacement[]): Displacement =>
  (x, y) => {
    let [ux, uy] = [0, 0];
    for (const field of fields) {
      const [a, b] = field(x, y);
      ux += a;
      uy += b;
    }
    return [ux, uy];
  };

/** Slabs bent as a wave: u_y = A sin(2π (x − x₀)/L), within a band of half-width `reach` around y₀. */
export const bend =
  (amplitude: number, length: number, x0: number, y0: number, reach = Infinity): Displacement =>
  (x, y) => [
    0,
    amplitude * Math.sin((2 * Math.PI * (x - x0)) / length) * Math.exp(-0.5 * ((y - y0) / reach) ** 2)
  ];

/**
 * A turned patch: rotation by `angle` (rad, from x towards y) about (x₀, y₀), that fades as exp(−(r/radius)⁴).
 */
export const turnedPatch =
  (angle: number, x0: number, y0: number, radius: number): Displacement =>
  (x, y) => {
    const [dx, dy] = [x - x0, y - y0];
    const theta = angle * Math.exp(-(((dx * dx + dy * dy) / radius ** 2) ** 2));
    const [c, s] = [Math.cos(theta) - 1, Math.sin(theta)];
    return [c * dx - s * dy, s * dx + c * dy];
  };

/** Column spacing larger by `strain` for x < x₀: a step as at a misfitting layer that is free along x. */
export const misfitStep =
  (strain: number, x0: number): Displacement =>
  (x) => [x < x0 ? strain * (x - x0) : 0, 0];

/** Straight edge dislocation with Burgers vector b (Å) along x at (x₀, y₀), in a solid of Poisson's ratio ν. */
export const edgeDislocation =
  (b: number, x0: number, y0: number, nu = 0.25): Displacement =>
  (x, y) => {
    const [dx, dy] = [x - x0, y - y0];
    const squared = dx * dx + dy * dy + 1e-9;
    const ux = Math.atan2(dy, dx) + (dx * dy) / (2 * (1 - nu) * squared);
    const uy = ((1 - 2 * nu) * Math.log(squared) + (dx * dx - dy * dy) / squared) / (4 * (1 - nu));
    return [(b * ux) / (2 * Math.PI), (-b * uy) / (2 * Math.PI)];
  };

/** Slope over a distance of 2·10⁻³ Å: (xx, xy, yx, yy) of ∂u_i/∂X_j. */
export function displacementGradient(
  field: Displacement,
  x: number,
  y: number
): [xx: number, xy: number, yx: number, yy: number] {
  const h = 1e-3;
  const [right, left, below, above] = [field(x + h, y), field(x - h, y), field(x, y + h), field(x, y - h)];
  const slope = (a: number, b: number) => (a - b) / (2 * h);
  return [
    slope(right[0], left[0]),
    slope(below[0], above[0]),
    slope(right[1], left[1]),
    slope(below[1], above[1])
  ];
}
