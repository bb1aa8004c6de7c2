// Pores of a large volume: watershed, local thickness and the table with one row a pore, 256³ voxels; and what one move of
// the threshold's slider costs the page: the porosity by the histogram, and the colours of a cut.

import { squaredDistanceTransform } from "../../src/science/numerics/distance-transform.js";
import { localThickness } from "../../src/science/numerics/local-thickness.js";
import type { Shape } from "../../src/science/numerics/volume-shape.js";
import { poreTable } from "../../src/science/porosity/pores.js";
import { poreNetwork } from "../../src/science/particle/pore-network.js";
import { trueClasses } from "../../src/science/porosity/compare.js";
import { solid } from "./voxel.js";

export const name = "porosity";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

function timed<T>(runs: number, work: () => T): { times: number[]; result: T } {
  let result = work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    result = work();
    return (performance.now() - start) / 1000;
  });
  return { times, result };
}

/** Local thickness and the table of the pores of a volume, whose chambers are a watershed's. @param classes 0 outside, 1 oxide, 2 pore */
function allOf(classes: Uint8Array, shape: Shape) {
  const dark = classes.map((c) => (c === 2 ? 1 : 0));
  const distance = squaredDistanceTransform(dark, shape, { outsideIsBackground: true });
  for (let p = 0; p < distance.length; ++p) distance[p] = Math.sqrt(distance[p]);
  const thickness = localThickness(distance, shape);
  const { pores } = poreTable(classes, shape, 2e-8, { neighbours: 26, neck: 0.6 });
  return {
    basins: pores.reduce((sum, { chambers }) => sum + chambers, 0),
    widest: thickness.reduce((most, t) => Math.max(most, t), 0),
    pores
  };
}

export function run(): Measurement[] {
  const out: Measurement[] = [];
  const n = 256;
  const shape: Shape = [n, n, n];
  const volumes: [string, Uint8Array][] = [
    ["4000 balls", solid("spheres", n).map((v) => v + 1)],
    ["half full", solid("blobs", n).map((v) => v + 1)],
    ["particle at 0.1 C", trueClasses(poreNetwork("0.1C", { size: n }))]
  ];
  for (const [what, classes] of volumes) {
    const { times, result } = timed(2, () => allOf(classes, shape));
    // the rows hold every pore voxel: what they miss is the error
    const voxels = classes.reduce((sum, c) => sum + (c === 2 ? 1 : 0), 0);
    const counted = result.pores.reduce((sum, { volume }) => sum + volume, 0) / 2e-8 ** 3;
    out.push({
      case: `watershed, local thickness, table: ${what}`,
      size: { n, pores: result.pores.length, basins: result.basins },
      times,
      error: Math.abs(counted - voxels) / voxels
    });
  }
  const side = 128;
  const grey = Uint8Array.from({ length: side ** 3 }, (_, p) => (p * 2654435761) >>> 24);
  const inside = new Float64Array(256);
  for (const g of grey) ++inside[g];
  const pixels = new Uint8ClampedArray(4 * side * side);
  const { times } = timed(50, () => {
    const porosity = inside.subarray(0, 128).reduce((sum, v) => sum + v, 0) / grey.length;
    for (let x = 0; x < side; ++x)
      for (let y = 0; y < side; ++y) {
        const g = grey[(64 * side + x) * side + y];
        pixels.fill(g < 128 ? 200 : g, 4 * (y * side + x), 4 * (y * side + x) + 4);
      }
    return porosity;
  });
  out.push({
    case: "threshold moved: porosity and the colours of a cut",
    size: { side },
    times,
    error: null
  });
  return out;
}
