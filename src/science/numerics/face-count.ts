// The interface of a class with the rest of a volume, as the voxel faces that have the class on one side only. Their area
// overestimates that of a smooth surface: by a half for a ball, however fine the voxels.

import { checkShape, type Shape } from "./volume-shape.js";

export interface FaceCount {
  total: number;
  /** faces across a, b and c */
  across: [number, number, number];
}

/**
 * Faces between voxels of a class and others; the border of the volume does not count.
 * @param volume class of each voxel, [a][b][c]
 * @throws where the volume's length is not the shape's
 */
export function faceCount(volume: Uint8Array, shape: Shape, value: number): FaceCount {
  checkShape("volume", volume.length, shape);
  const [na, nb, nc] = shape;
  const slice = nb * nc;
  const across: [number, number, number] = [0, 0, 0];
  for (let a = 0, p = 0; a < na; ++a) {
    for (let b = 0; b < nb; ++b) {
      let acrossA = 0;
      let acrossB = 0;
      let acrossC = 0;
      for (let c = 0; c < nc; ++c, ++p) {
        const here = volume[p] === value;
        if (c > 0 && here !== (volume[p - 1] === value)) ++acrossC;
        if (b > 0 && here !== (volume[p - nc] === value)) ++acrossB;
        if (a > 0 && here !== (volume[p - slice] === value)) ++acrossA;
      }
      across[0] += acrossA;
      across[1] += acrossB;
      across[2] += acrossC;
    }
  }
  return { total: across[0] + across[1] + across[2], across };
}
