// 100 iterations of SIRT, 131 tilts over ±65°, one slice 256², from exact line integrals of ellipses, on one thread. The
// error is the root of the mean square after the best gain and offset.

import { sirt } from "../../src/science/numerics/sirt.js";
import {
  degrees,
  errors,
  exactProjections,
  range,
  rasterise,
  sheppLoganSlice
} from "../../test/science/numerics/phantoms.js";

export const name = "sirt";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

export function run(): Promise<Measurement[]> {
  const [size, iterations] = [256, 100];
  return Promise.resolve(
    [1, 4].map((slices) => {
      const objects = range(0, slices - 1).map((k) => sheppLoganSlice(k, slices));
      const beam = { size, slices, tilts: degrees(range(-65, 65)) };
      const projections = exactProjections(beam, objects);
      const times: number[] = [];
      let volume = new Float32Array() as Float32Array;
      for (let k = 0; k <= 3; ++k) {
        const start = performance.now();
        volume = sirt(projections, beam, { iterations }).volume;
        // The first run warms the compiler up.
        if (k > 0) times.push((performance.now() - start) / 1000);
      }
      const error = errors(volume, rasterise(size, objects), size, slices).matched;
      return {
        case: `slices: ${slices}`,
        size: { slices, columns: size, tilts: beam.tilts.length, iterations },
        times,
        error
      };
    })
  );
}
