/** The sample's own deformation and phase on the points of the maps: that of the nearest column of cations. */
import type { ProjectedColumns } from "../../science/particle/lattice-models-columns.js";
import { neighbourFinder } from "../../science/stem/columns.js";
import type { PhaseMap } from "../../science/stem/local-phases.js";
import type { StrainMaps } from "../../science/stem/strain.js";

/** Å: farther from every column there is no lattice */
const reach = 4;

export interface TrueMaps {
  exx: Float32Array;
  eyy: Float32Array;
  exy: Float32Array;
  rotation: Float32Array;
  /** on the points of the phase map: 0 none, then the phases from 1 */
  phase: Uint8Array;
}

export function trueMaps(sample: ProjectedColumns, strain: StrainMaps, phases: PhaseMap): TrueMaps {
  const cations = Array.from(sample.kind.keys()).filter((i) => sample.kind[i] === 0);
  const around = neighbourFinder(
    Float64Array.from(cations, (i) => sample.x[i]),
    Float64Array.from(cations, (i) => sample.y[i]),
    reach
  );
  const nearest = (x: number, y: number): number => {
    let [best, least] = [-1, Infinity];
    around(x, y, (k, dx, dy) => {
      if (dx * dx + dy * dy >= least) return;
      least = dx * dx + dy * dy;
      best = cations[k];
    });
    return best;
  };
  const onGrid = (grid: { columns: number; rows: number; stepX: number; stepY: number; pixel: number }) =>
    Int32Array.from({ length: grid.columns * grid.rows }, (_, p) =>
      nearest(
        (p % grid.columns) * grid.stepX * grid.pixel,
        Math.floor(p / grid.columns) * grid.stepY * grid.pixel
      )
    );
  const at = onGrid(strain);
  const take = (of: Float32Array) => Float32Array.from(at, (i) => (i < 0 ? NaN : of[i]));
  return {
    exx: take(sample.exx),
    eyy: take(sample.eyy),
    exy: take(sample.exy),
    rotation: take(sample.rotation),
    phase: Uint8Array.from(onGrid(phases), (i) => (i < 0 ? 0 : sample.phase[i] + 1))
  };
}
