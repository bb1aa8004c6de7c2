// Ellipses whose line integrals are known exactly, so that no projector is judged by itself.
//
// A ray at distance t from the centre of an ellipse with half-axes a and b crosses 2 a b √(s² − t²) / s² of it,
// s² = a² cos² + b² sin² of the angle between the ray's normal and the axis a.
// Kak & Slaney, Principles of Computerized Tomographic Imaging (1988), section 3.1.

export interface Ellipse {
  value: number;
  /** half-axes and centre, in units of half the image */
  a: number;
  b: number;
  x: number;
  z: number;
  /** from the x axis to the axis a, rad */
  angle: number;
}

const ellipse = (value: number, a: number, b: number, x: number, z: number, degrees: number): Ellipse => ({
  value,
  a,
  b,
  x,
  z,
  angle: (degrees * Math.PI) / 180
});

/** Shepp and Logan's head with raised contrast, drawn small enough for its shell to stay within the detector. */
export const sheppLogan = [
  ellipse(1, 0.69, 0.8, 0, 0, 0),
  ellipse(-0.8, 0.6624, 0.76, 0, -0.0184, 0),
  ellipse(0.3, 0.11, 0.31, 0.22, 0, -18),
  ellipse(0.2, 0.16, 0.3, -0.22, 0, 18),
  ellipse(0.4, 0.21, 0.25, 0, 0.35, 0),
  ellipse(0.5, 0.046, 0.046, 0, 0.1, 0),
  ellipse(0.5, 0.046, 0.046, 0, -0.1, 0),
  ellipse(0.6, 0.046, 0.023, -0.08, -0.605, 0),
  ellipse(0.6, 0.023, 0.023, 0, -0.605, 0),
  ellipse(0.6, 0.023, 0.046, 0.06, -0.605, 0)
];

/** The head narrowing towards the ends of the tilt axis, one slice of it. */
export function sheppLoganSlice(slice: number, slices: number): Ellipse[] {
  const y = ((slice + 0.5) / slices) * 2 - 1;
  const f = Math.sqrt(1 - 0.5 * y * y);
  return sheppLogan.map((e) => ({ ...e, a: e.a * f, b: e.b * f, x: e.x * f, z: e.z * f }));
}

export const degrees = (angles: Iterable<number>) =>
  Float64Array.from(angles, (angle) => (angle * Math.PI) / 180);
export const range = (first: number, last: number, step = 1) =>
  Array.from({ length: Math.round((last - first) / step) + 1 }, (_, i) => first + i * step);

/** Mean of sub × sub points of every voxel, [z][x][y]. */
export function rasterise(size: number, objects: Ellipse[][], sub = 4): Float32Array {
  const slices = objects.length;
  const volume = new Float32Array(size * size * slices);
  const fine = size * sub;
  const coordinate = (i: number) => ((i + 0.5) / fine) * 2 - 1;
  objects.forEach((ellipses, l) => {
    const image = new Float64Array(size * size);
    for (const { value, a, b, x, z, angle } of ellipses) {
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      for (let j = 0; j < fine; ++j)
        for (let i = 0; i < fine; ++i) {
          const [u, w] = [coordinate(i) - x, coordinate(j) - z];
          if (((u * cos + w * sin) / a) ** 2 + ((w * cos - u * sin) / b) ** 2 <= 1)
            image[Math.floor(j / sub) * size + Math.floor(i / sub)] += value / sub ** 2;
        }
    }
    image.forEach((value, v) => (volume[v * slices + l] = value));
  });
  return volume;
}

/** Line integrals in units of a voxel, the mean of sub rays in every column, [tilt][x][y]. */
export function exactProjections(
  beam: { size: number; tilts: Float64Array; axisOffset?: number },
  objects: Ellipse[][],
  sub = 4
): Float32Array {
  const { size, tilts, axisOffset = 0 } = beam;
  const slices = objects.length;
  const projections = new Float32Array(tilts.length * size * slices);
  tilts.forEach((tilt, k) => {
    objects.forEach((ellipses, l) => {
      for (let i = 0; i < size; ++i) {
        let sum = 0;
        for (let m = 0; m < sub; ++m) {
          const t = ((i + (m + 0.5) / sub - axisOffset) / size) * 2 - 1;
          for (const { value, a, b, x, z, angle } of ellipses) {
            const square = (a * Math.cos(tilt - angle)) ** 2 + (b * Math.sin(tilt - angle)) ** 2;
            const offset = t - x * Math.cos(tilt) - z * Math.sin(tilt);
            sum += ((value * 2 * a * b) / square) * Math.sqrt(Math.max(0, square - offset * offset));
          }
        }
        projections[(k * size + i) * slices + l] = ((sum / sub) * size) / 2;
      }
    });
  });
  return projections;
}

/** Root of the mean square error within 0.98 of the inscribed circle, as it is and after the best gain and offset. */
export function errors(found: Float32Array, expected: Float32Array, size: number, slices: number) {
  const inside: number[] = [];
  for (let v = 0; v < size * size; ++v) {
    const [i, j] = [v % size, Math.floor(v / size)];
    const radius = Math.hypot(((i + 0.5) / size) * 2 - 1, ((j + 0.5) / size) * 2 - 1);
    if (radius <= 0.98) for (let l = 0; l < slices; ++l) inside.push(v * slices + l);
  }
  const mean = (term: (v: number) => number) => inside.reduce((sum, v) => sum + term(v), 0) / inside.length;
  const [f, e] = [mean((v) => found[v]), mean((v) => expected[v])];
  const gain = mean((v) => (found[v] - f) * (expected[v] - e)) / mean((v) => (found[v] - f) ** 2);
  return {
    rms: Math.sqrt(mean((v) => (found[v] - expected[v]) ** 2)),
    matched: Math.sqrt(mean((v) => (gain * (found[v] - f) + e - expected[v]) ** 2)),
    gain
  };
}
