import fc from "fast-check";
import { expect, it } from "vitest";
import { sameAround } from "../../../src/components/tomography/same-around.js";
import { softMasks } from "../../../src/components/tomography/soft-masks.js";

it("soft masks keep what is uniform, and blur an edge evenly along each axis", () => {
  const shape = { nz: 4, nx: 6, ny: 8 };
  const uniform = softMasks(new Uint8Array(192).fill(2), shape);
  expect([...uniform.subarray(0, 4)]).toEqual([0, 255, 0, 0]);
  expect(uniform.every((v, i) => v === (i % 4 === 1 ? 255 : 0))).toBe(true);
  const strides = { z: 48, x: 8, y: 1 };
  for (const axis of ["z", "x", "y"] as const) {
    const n = shape[`n${axis}`];
    const half = Uint8Array.from({ length: 192 }, (_, i) =>
      Math.floor(i / strides[axis]) % n < n / 2 ? 1 : 3
    );
    const line = Array.from({ length: n }, (_, k) => softMasks(half, shape)[4 * k * strides[axis]]);
    expect(line.slice(n / 2 - 2, n / 2 + 2)).toEqual([255, 191, 64, 0]);
  }
});

it("the reach of a voxel is its chessboard distance to the nearest voxel of another class", () => {
  const size = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(size, size, size, fc.infiniteStream(fc.integer({ min: 0, max: 9 })), (nz, nx, ny, codes) => {
      // mostly one class, so that there are large cubes too
      const values = Uint8Array.from({ length: nz * nx * ny }, () =>
        Math.max(0, (codes.next().value ?? 0) - 6)
      );
      const place = (i: number) => [Math.floor(i / (nx * ny)), Math.floor(i / ny) % nx, i % ny];
      const both = sameAround(values, { nz, nx, ny });
      values.forEach((own, i) => {
        let nearest = 255;
        values.forEach((other, j) => {
          const [a, b] = [place(i), place(j)];
          if (other !== own) nearest = Math.min(nearest, Math.max(...a.map((v, k) => Math.abs(v - b[k]))));
        });
        expect([both[2 * i], both[2 * i + 1]]).toEqual([own, nearest]);
      });
    })
  );
});
