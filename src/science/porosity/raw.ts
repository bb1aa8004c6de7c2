/**
 * Radiographs as they leave the camera: what the analysis reads, be it from the twin or from a file. Images are [x][y], y
 * fastest and along the axis of rotation; lengths in metres.
 */
export interface RawRadiographs {
  /** pixels along x, and along y */
  columns: number;
  rows: number;
  /** m, in the plane of the sample */
  pixelSize: number;
  /** eV */
  energy: number;
  /** m, effective propagation distances, rising */
  distances: readonly number[];
  /** rad */
  tilts: Float64Array;
  /** [distance][tilt][x][y], photons */
  counts: Float32Array;
  /** photons a pixel without the sample: the flat image, free of noise as the mean of many exposures */
  flat: number;
}

/** Bytes that a reconstruction of so many voxels needs at its peak: radiographs and their filtered copy, volume, labels, distances. */
export function memoryOf([nz, nx, ny]: readonly [number, number, number], tilts: number): number {
  const voxels = nz * nx * ny;
  return 8 * tilts * nx * ny + 18 * voxels;
}

/** What a page may ask for before browsers refuse: half of the 2 GiB that an array may take in all of them. */
export const browserLimit = 2 ** 30;

/**
 * @param limit bytes at hand; that of a browser unless given
 * @throws one sentence where the volume is too large, with the size to which it can be cut or binned
 */
export function checkMemory(
  shape: readonly [number, number, number],
  tilts: number,
  limit = browserLimit
): void {
  const needed = memoryOf(shape, tilts);
  if (needed <= limit) return;
  const gib = (bytes: number) => (bytes / 2 ** 30).toFixed(1);
  const edge = Math.floor(Math.max(...shape) * Math.cbrt(limit / needed));
  throw new Error(
    `unsupported volume: ${shape.join(" × ")} voxels need ${gib(needed)} GiB and ${gib(limit)} are at hand; crop or bin it to about ${edge} along its longest edge`
  );
}

/** @throws one sentence where radiographs do not fit together or hold what no camera gives */
export function checkRaw({ columns, rows, pixelSize, distances, tilts, counts, flat }: RawRadiographs): void {
  const expected = distances.length * tilts.length * columns * rows;
  if (distances.length === 0 || tilts.length === 0)
    throw new Error("missing radiographs: no distance or no tilt; give at least one of each");
  if (counts.length !== expected)
    throw new Error(
      `invalid radiographs: ${counts.length} pixels; must be ${expected}, for ${distances.length} distances, ${tilts.length} tilts and ${columns} × ${rows} pixels`
    );
  if (!(pixelSize > 0)) throw new Error(`invalid pixel: ${pixelSize} m; must be a positive length`);
  if (!(flat > 0))
    throw new Error(`invalid flat image: ${flat} photons; must be positive: record it with the beam on`);
  const bad = counts.findIndex((n) => !(n >= 0 && n < Infinity));
  if (bad >= 0) {
    const image = columns * rows;
    throw new Error(
      `invalid counts: ${counts[bad]} in radiograph ${Math.floor(bad / image)}, pixel (${Math.floor((bad % image) / rows)}, ${bad % rows}); must be 0 or more: mask dead pixels first`
    );
  }
}
