// Tortuosity of the half-full, winding volume and of a nearly full one, 128³; the error is the imbalance of flux between layers.

import { tortuosity } from "../../src/science/numerics/tortuosity.js";
import { solid } from "./voxel.js";

export const name = "tortuosity";

export function run() {
  const n = 128;
  const volumes: [string, Uint8Array][] = [
    ["half full", solid("blobs", n)],
    ["around 4000 balls", solid("spheres", n).map((v) => 1 - v)]
  ];
  return volumes.map(([what, phase]) => {
    const times: number[] = [];
    let result = tortuosity(phase, [n, n, n]);
    for (let k = 0; k < 3; ++k) {
      const start = performance.now();
      result = tortuosity(phase, [n, n, n]);
      times.push((performance.now() - start) / 1000);
    }
    const { factor, sweeps, share, imbalance } = result;
    return { case: what, size: { n, factor, sweeps, share }, times, error: imbalance };
  });
}
