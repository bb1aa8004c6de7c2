// Filtered back-projection of 64 slices 256², ramp filter, from exact line integrals of ellipses, on one thread. The error
// is the root of the mean square after the best gain and offset. `plain` is the same without WebAssembly's vectors, from
// 4 slices.

import {
  angularIntervals,
  filteredBackProjection
} from "../../src/science/numerics/filtered-back-projection.js";
import { plainProjector } from "../../src/science/numerics/projector-plain.js";
import { filterProjections } from "../../src/science/numerics/ramp-filter.js";
import { interpolation } from "../../src/science/numerics/shear-geometry.js";
import {
  degrees,
  errors,
  exactProjections,
  range,
  rasterise,
  sheppLoganSlice
} from "../../test/science/numerics/phantoms.js";

export const name = "fbp";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

const size = 256;
const runs = 5;

function measure(label: string, slices: number, tilts: Float64Array, plain: boolean): Measurement {
  const objects = range(0, slices - 1).map((k) => sheppLoganSlice(k, slices));
  const beam = { size, slices, tilts };
  const projections = exactProjections(beam, objects);
  const plainly = () => {
    const filtered = filterProjections(projections, { columns: size, slices });
    const intervals = angularIntervals(tilts);
    return plainProjector(beam, interpolation).backproject(
      filtered.map((value, p) => value * intervals[Math.floor(p / (size * slices))])
    );
  };
  const times: number[] = [];
  let volume = new Float32Array() as Float32Array;
  for (let k = 0; k <= (plain ? 1 : runs); ++k) {
    const start = performance.now();
    volume = plain ? plainly() : filteredBackProjection(projections, beam);
    // The first run warms the compiler up.
    if (k > 0) times.push((performance.now() - start) / 1000);
  }
  const error = errors(volume, rasterise(size, objects), size, slices).matched;
  return { case: label, size: { slices, columns: size, tilts: tilts.length }, times, error };
}

export function run(): Promise<Measurement[]> {
  const [limited, full] = [degrees(range(-65, 65)), degrees(range(0, 179))];
  return Promise.resolve([
    measure("131 tilts, ±65°", 64, limited, false),
    measure("180 tilts, 180°", 64, full, false),
    measure("180 tilts, 180°, plain", 4, full, true)
  ]);
}
