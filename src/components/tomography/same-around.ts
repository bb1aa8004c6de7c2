import type { Shape } from "./volume.js";

/**
 * How far around each voxel all is of its own class, so that a ray may cross that much at once.
 * Two sweeps of a chessboard distance (Rosenfeld & Pfaltz 1968) to the nearest voxel of another class.
 * @param values classes `[z][x][y]`; @returns class and reach of each voxel: 1 is the voxel alone, r a cube of side
 * 2r − 1 about it (which may stand out of the volume), at most 255
 */
export function sameAround(values: Uint8Array, { nz, nx, ny }: Shape): Uint8Array {
  const reach = new Uint8Array(values.length).fill(255);
  // the thirteen neighbours that come before a voxel; mirrored, those that come after
  const before = Array.from({ length: 13 }, (_, k) => [
    Math.floor(k / 9) - 1,
    (Math.floor(k / 3) % 3) - 1,
    (k % 3) - 1
  ]);
  const [dz, dx, dy] = [0, 1, 2].map((axis) => Int8Array.from(before, (step) => step[axis]));
  const strides = Int32Array.from(before, ([z, x, y]) => (z * nx + x) * ny + y);
  const outside = (i: number, n: number) => i < 0 || i >= n;
  const visit = (index: number, z: number, x: number, y: number, sign: 1 | -1) => {
    const atEdge = z === 0 || x === 0 || y === 0 || z === nz - 1 || x === nx - 1 || y === ny - 1;
    const own = values[index];
    let least = reach[index];
    for (let k = 0; k < 13; ++k) {
      if (
        atEdge &&
        (outside(z + sign * dz[k], nz) || outside(x + sign * dx[k], nx) || outside(y + sign * dy[k], ny))
      )
        continue;
      const other = index + sign * strides[k];
      const through = values[other] === own ? reach[other] + 1 : 1;
      if (through < least) least = through;
    }
    reach[index] = least;
  };
  let index = 0;
  for (let z = 0; z < nz; ++z)
    for (let x = 0; x < nx; ++x) for (let y = 0; y < ny; ++y) visit(index++, z, x, y, 1);
  for (let z = nz - 1; z >= 0; --z)
    for (let x = nx - 1; x >= 0; --x) for (let y = ny - 1; y >= 0; --y) visit(--index, z, x, y, -1);
  const both = new Uint8Array(2 * values.length);
  for (let i = 0; i < values.length; ++i) {
    both[2 * i] = values[i];
    both[2 * i + 1] = reach[i];
  }
  return both;
}
