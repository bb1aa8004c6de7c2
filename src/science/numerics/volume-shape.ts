// The shape of a volume [a][b][c] in one flat array, last index fastest: voxel (a, b, c) lies at (a·nb + b)·nc + c.
// A two-dimensional image has na = 1.

/** Voxels along the three indices, [na, nb, nc]. */
export type Shape = readonly [number, number, number];

/**
 * Checks that an array is as long as its shape says.
 * @param what the array's name for the error's sentence
 * @returns the number of voxels
 * @throws where a length is not a whole number from 1, or their product is not the array's length
 */
export function checkShape(what: string, length: number, shape: Shape): number {
  const product = shape[0] * shape[1] * shape[2];
  if (!shape.every((n) => Number.isInteger(n) && n >= 1))
    throw new Error(`invalid shape of ${what}: ${shape.join(" × ")}; must be three whole numbers from 1 on`);
  if (product !== length) {
    throw new Error(
      `invalid ${what}: ${length} values for a shape of ${shape.join(" × ")}; must be ${product} values`
    );
  }
  return product;
}

/** @throws where a voxel's edge is not a positive number */
export function checkVoxel(voxel: readonly [number, number, number]): void {
  if (!voxel.every((edge) => edge > 0 && Number.isFinite(edge)))
    throw new Error(`invalid voxel: edges ${voxel.join(", ")}; must be three positive lengths`);
}
