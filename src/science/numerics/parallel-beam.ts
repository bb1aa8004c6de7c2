// The geometry of parallel-beam tomography: tilts about the axis y, which the rows of the detector follow.

export interface ParallelBeam {
  /** voxels along x and along z, and columns of the detector */
  size: number;
  /** slices along the tilt axis y */
  slices: number;
  /** rad; a point (x, z) falls on the column at x cos θ + z sin θ from the rotation axis */
  tilts: Float64Array;
  /** columns from the detector's centre to the rotation axis; 0 unless given */
  axisOffset?: number;
}

/** @throws if the beam has no tilts, a tilt that is not finite, or sizes that are not positive whole numbers */
export function expectBeam({ size, slices, tilts, axisOffset = 0 }: ParallelBeam): void {
  for (const [what, value] of Object.entries({ size, slices }))
    if (!(Number.isInteger(value) && value > 0))
      throw new Error(`invalid ${what}: ${value}; must be a positive whole number`);
  if (tilts.length === 0) throw new Error("missing tilts: none given; a parallel beam needs at least one");
  const bad = tilts.findIndex((tilt) => !Number.isFinite(tilt));
  if (bad >= 0) throw new Error(`invalid tilt: ${tilts[bad]} at ${bad}; must be an angle in radians`);
  if (!Number.isFinite(axisOffset))
    throw new Error(
      `invalid axis offset: ${axisOffset}; must be a number of columns from the detector's centre`
    );
}

/** @throws if an array does not hold as many numbers as the beam needs */
export function expectLength(what: string, found: number, expected: number): void {
  if (found !== expected)
    throw new Error(`invalid ${what}: ${found} numbers; must be ${expected} for this beam`);
}

/** @throws if the projections do not fit the beam or hold numbers that are not finite */
export function expectProjections(projections: Float32Array, { size, slices, tilts }: ParallelBeam): void {
  const expected = tilts.length * size * slices;
  if (projections.length !== expected)
    throw new Error(
      `invalid projections: ${projections.length} numbers; must be ${expected}, for ${tilts.length} tilts of ${size} columns and ${slices} slices`
    );
  for (let p = 0; p < expected; ++p)
    if (!Number.isFinite(projections[p])) {
      const [tilt, column, slice] = [
        Math.floor(p / (size * slices)),
        Math.floor(p / slices) % size,
        p % slices
      ];
      throw new Error(
        `invalid projection: ${projections[p]} at tilt ${tilt}, column ${column}, slice ${slice}; must be a finite number: mask or fill it first`
      );
    }
}
