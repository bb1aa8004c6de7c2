// A reader's projections → line integrals of one detector row, the rotation axis, and a slice by filtered back-projection, with the
// kernels of Figure 2.
import { filteredBackProjection } from "../../science/numerics/filtered-back-projection.js";
import { projector } from "../../science/numerics/projector.js";
import { axisByMass, axisByMirror } from "../../science/numerics/rotation-centre.js";
import type { FilterName } from "../../science/numerics/ramp-filter.js";
import type { TaskOptions } from "../../science/task.js";
import type { ImageSource } from "./image-source.js";

export interface ProjectionRequest {
  /** degrees, one an image */
  angles: Float64Array;
  /** intensities, of which the logarithm is taken, or line integrals */
  numbers: "counts" | "integrals";
  row: number;
  /** columns from the middle of the detector; found where null */
  axis: number | null;
  filter: FilterName;
}

export interface ProjectionAnswer {
  size: number;
  /** [z][x] */
  slice: Float32Array;
  /** [tilt][column], line integrals */
  sinogram: Float32Array;
  tilts: number;
  /** columns from the middle of the detector */
  axis: number;
  axisBy: string;
  rows: { what: string; value: number; error: number; unit: string }[];
  notes: string[];
}

/** Columns beyond which pixels are merged. */
const widest = 1024;

/** @param flat and @param dark images without sample, and without beam; null where there are none */
export async function projectionAnswer(
  images: ImageSource,
  { angles, numbers, row, axis, filter }: ProjectionRequest,
  { flat, dark }: { flat: ImageSource | null; dark: ImageSource | null },
  { signal, onProgress }: TaskOptions = {}
): Promise<ProjectionAnswer> {
  const { count, rows } = images;
  if (angles.length !== count)
    throw new Error(`invalid angles: ${angles.length}; must be ${count}, one a projection`);
  if (!(Number.isInteger(row) && row >= 0 && row < rows))
    throw new Error(`invalid row of the detector: ${row + 1}; must be from 1 to ${rows}`);
  for (const [name, own] of Object.entries({ "without sample": flat, "without beam": dark }))
    if (own && (own.columns !== images.columns || own.rows !== rows))
      throw new Error(
        `invalid images ${name}: ${own.columns} × ${own.rows} pixels; must be ${images.columns} × ${rows} as the projections`
      );
  const notes: string[] = [];
  const by = Math.ceil(images.columns / widest);
  const columns = Math.floor(images.columns / by);
  if (by > 1) notes.push(`${by} columns were merged, to ${columns}.`);
  const merged = (line: Float32Array) =>
    by === 1
      ? line
      : Float32Array.from({ length: columns }, (_, x) => {
          let sum = 0;
          for (let i = 0; i < by; ++i) sum += line[x * by + i] ?? 0;
          return sum / by;
        });
  const [black, white] = [await meanRow(dark, row, merged), await meanRow(flat, row, merged)];
  const sinogram = new Float32Array(count * columns);
  let dead = 0;
  for (let a = 0; a < count; ++a) {
    signal?.throwIfAborted();
    onProgress?.((0.5 * a) / count, `reading row ${row + 1} of projection ${a + 1}`);
    const line = merged(await images.readRow(a, row));
    if (numbers === "counts") dead += logarithm(line, white, black);
    else
      for (let x = 0; x < columns; ++x) {
        if (Number.isFinite(line[x])) continue;
        line[x] = 0;
        ++dead;
      }
    sinogram.set(line, a * columns);
  }
  if (numbers === "counts" && !flat)
    notes.push(
      "There are no images without sample: the light is taken from the outermost columns, right only where they see none."
    );
  if (dead > 0) notes.push(`${dead} pixels without light, or no numbers, took the value of their neighbour.`);
  const tilts = angles.map((angle) => (angle * Math.PI) / 180);
  const found = findAxis(sinogram, columns, tilts, notes);
  const used = axis === null ? found.axis : axis / by;
  onProgress?.(0.55, "back-projection");
  const beam = { size: columns, slices: 1, tilts, axisOffset: used };
  const slice = filteredBackProjection(sinogram, beam, { filter });
  const radius = columns / 2 - Math.abs(used);
  const middle = (columns - 1) / 2;
  let mass = 0;
  for (let p = 0; p < slice.length; ++p) {
    if (Math.hypot((p % columns) - middle, Math.floor(p / columns) - middle) > radius) slice[p] = 0;
    mass += slice[p] ?? 0;
  }
  signal?.throwIfAborted();
  onProgress?.(0.8, "projecting the slice again");
  const again = projector(beam).project(slice);
  let [off, all] = [0, 0];
  for (let p = 0; p < again.length; ++p) {
    if (Math.abs((p % columns) - middle - used) > radius) continue;
    off += ((again[p] ?? 0) - (sinogram[p] ?? 0)) ** 2;
    all += (sinogram[p] ?? 0) ** 2;
  }
  const masses = Array.from(tilts, (_, a) =>
    sinogram.subarray(a * columns, (a + 1) * columns).reduce((s, v) => s + v, 0)
  );
  const mean = masses.reduce((sum, m) => sum + m, 0) / count;
  const spread = Math.sqrt(masses.reduce((sum, m) => sum + (m - mean) ** 2, 0) / count);
  return {
    ...{ size: columns, slice, sinogram, tilts: count, axis: used * by, notes },
    axisBy: axis === null ? found.by : "given",
    rows: [
      { what: "rotation axis, column", value: (middle + used) * by, error: NaN, unit: "px" },
      { what: "mass of a projection, mean and standard deviation", value: mean, error: spread, unit: "" },
      { what: "mass of the slice", value: mass, error: NaN, unit: "" },
      { what: "reprojection, relative rms", value: Math.sqrt(off / all), error: NaN, unit: "" }
    ]
  };
}

async function meanRow(
  images: ImageSource | null,
  row: number,
  merged: (line: Float32Array) => Float32Array
): Promise<Float64Array | null> {
  if (!images) return null;
  let sum: Float64Array | null = null;
  for (let k = 0; k < images.count; ++k) {
    const line = merged(await images.readRow(k, row));
    sum ??= new Float64Array(line.length);
    for (let x = 0; x < line.length; ++x) sum[x] = (sum[x] ?? 0) + (line[x] ?? 0) / images.count;
  }
  return sum;
}

/** −ln((I − dark)/(I0 − dark)) in place; returns how many pixels had none. */
function logarithm(line: Float32Array, white: Float64Array | null, black: Float64Array | null): number {
  const n = line.length;
  const edge = Math.max(1, Math.round(0.03 * n));
  let outer = 0;
  for (let i = 0; i < edge; ++i) outer += ((line[i] ?? 0) + (line[n - 1 - i] ?? 0)) / (2 * edge);
  let dead = 0;
  let last = 0;
  for (let x = 0; x < n; ++x) {
    const dark = black?.[x] ?? 0;
    const share = ((line[x] ?? NaN) - dark) / ((white?.[x] ?? outer) - dark);
    if (share > 1e-6 && share < Infinity) last = -Math.log(share);
    else ++dead;
    line[x] = last;
  }
  return dead;
}

function findAxis(
  sinogram: Float32Array,
  columns: number,
  tilts: Float64Array,
  notes: string[]
): { axis: number; by: string } {
  const first = tilts[0] ?? 0;
  const opposite = tilts.findIndex((tilt) => Math.abs(Math.abs(tilt - first) - Math.PI) < 0.026);
  if (opposite > 0)
    return {
      axis: axisByMirror(
        sinogram.slice(0, columns),
        sinogram.slice(opposite * columns, (opposite + 1) * columns)
      ),
      by: "the projection half a turn away"
    };
  try {
    const axis = axisByMass(sinogram, tilts);
    if (Math.abs(axis) < columns / 4) return { axis, by: "centres of mass" };
    notes.push(
      `The centres of mass put the axis ${axis.toFixed(1)} columns off the middle, which is not believed; the middle was taken.`
    );
  } catch (error) {
    notes.push(
      `The axis could not be found (${error instanceof Error ? error.message : String(error)}); the middle was taken.`
    );
  }
  return { axis: 0, by: "the middle of the detector" };
}
