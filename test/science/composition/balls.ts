// Projections of balls in closed form: a ball of radius r and density n has the line integral 2 n √(r² − d²) at the
// distance d from its centre. A reference for what moves, free of any grid.

export interface Ball {
  x: number;
  y: number;
  z: number;
  r: number;
  density: number;
}

/** Line integrals at the pixels' middles, [x][y], n × n; the sample displaced by (dx, dy) on the detector. */
export function projectBalls(balls: Ball[], n: number, tilt: number, dx = 0, dy = 0): Float32Array {
  const image = new Float32Array(n * n);
  const middle = (n - 1) / 2;
  for (const { x, y, z, r, density } of balls) {
    const centre = x * Math.cos(tilt) + z * Math.sin(tilt) + dx;
    for (let i = 0; i < n; ++i)
      for (let j = 0; j < n; ++j) {
        const rest = r * r - (i - middle - centre) ** 2 - (j - middle - y - dy) ** 2;
        if (rest > 0) image[i * n + j] += 2 * density * Math.sqrt(rest);
      }
  }
  return image;
}

/** −65° … 65° */
export const tiltsTo = (limit: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, k) => (((2 * k) / (count - 1) - 1) * limit * Math.PI) / 180);
