// Real projections of a tooth, normalised by flat and dark fields: axis, mass, filtered back-projection, reprojection.
import { filteredBackProjection } from "../../../science/numerics/filtered-back-projection.js";
import { projector } from "../../../science/numerics/projector.js";
import { axisByMass, axisByMirror } from "../../../science/numerics/rotation-centre.js";
import { floatsOf, jsonOf, type Check, type Figure, type Part, type ReadFile } from "./part.js";

const [count, rows, columns] = [181, 2, 640];
const middle = (columns - 1) / 2;
/** degrees from one projection to the next */
const step = 0.994475;
/** What is drawn: a square in the middle of the slice, averaged over squares of voxels. */
const shown = { first: 128, voxels: 384, bin: 3 };

interface Expected {
  rotation_centre_tomopy_docs: number;
  sum_per_projection_row0: { mean: number; std: number };
  fbp_skimage: { sum: number };
}

/** Line integrals of detector row 0, [tilt][x]. */
export function lineIntegrals(read: ReadFile): Float32Array {
  const [raw, flats, darks] = ["proj_f32le.bin", "white_f32le.bin", "dark_f32le.bin"].map((file) =>
    floatsOf(read(file))
  );
  const mean = (frames: Float32Array, i: number) => {
    const n = frames.length / (rows * columns);
    let sum = 0;
    for (let f = 0; f < n; ++f) sum += frames[f * rows * columns + i] / n;
    return sum;
  };
  return Float32Array.from({ length: count * columns }, (_, p) => {
    const i = p % columns;
    const dark = mean(darks, i);
    const light = raw[Math.floor(p / columns) * rows * columns + i] - dark;
    return -Math.log(light / (mean(flats, i) - dark));
  });
}

/** Clears what lies outside the circle that every tilt sees. */
function withinCircle(slice: Float32Array, radius: number): Float32Array {
  return slice.map((v, p) =>
    Math.hypot((p % columns) - middle, Math.floor(p / columns) - middle) > radius ? 0 : v
  );
}

/** Root mean square of a reprojection's deviation over that of the projections. */
function reprojectionError(
  again: Float32Array,
  projections: Float32Array,
  centre: number,
  radius: number
): number {
  let [difference, sum] = [0, 0];
  for (let p = 0; p < again.length; ++p) {
    if (Math.abs((p % columns) - centre) > radius) continue;
    difference += (again[p] - projections[p]) ** 2;
    sum += projections[p] ** 2;
  }
  return Math.sqrt(difference / sum);
}

export const tooth: Part = {
  folder: "tomo-tooth",
  source: {
    title: "Tooth: 181 projections of two detector rows, with flat and dark fields",
    source: "test data of TomoPy, Advanced Photon Source, Argonne National Laboratory",
    repository: "tomopy/tomopy",
    licence: "BSD-3-Clause style, UChicago Argonne",
    checks: "/figures/fig-2-composition-tomography"
  },
  code: [
    "src/science/numerics/filtered-back-projection.ts",
    "src/science/numerics/projector.ts",
    "src/science/numerics/rotation-centre.ts"
  ],
  evaluate(read) {
    const expected = jsonOf<Expected>(read("expected.json"));
    const projections = lineIntegrals(read);
    const tilts = Float64Array.from({ length: count }, (_, a) => (a * step * Math.PI) / 180);
    const at = (a: number) => projections.subarray(a * columns, (a + 1) * columns);
    const total = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0);
    const masses = tilts.map((_, a) => total(at(a)));
    const mean = masses.reduce((sum, mass) => sum + mass, 0) / count;
    const spread = Math.sqrt(masses.reduce((sum, mass) => sum + (mass - mean) ** 2, 0) / count);

    const centre = expected.rotation_centre_tomopy_docs;
    const beam = { size: columns, slices: 1, tilts, axisOffset: centre - middle };
    const slice = withinCircle(filteredBackProjection(projections, beam, { filter: "shepp-logan" }), centre);
    const error = reprojectionError(projector(beam).project(slice), projections, centre, centre);

    const { mean: knownMean, std: knownSpread } = expected.sum_per_projection_row0;
    const near = (
      what: string,
      value: number,
      tolerance: number,
      obtained: number,
      against: string,
      unit = ""
    ): Check => ({
      ...{ what, unit, expected: value, tolerance, relation: "within", obtained, against }
    });
    const px = "px";
    const checks: Check[] = [
      near(
        "rotation axis, first against mirrored last projection",
        295.75,
        0.75,
        middle + axisByMirror(at(0), at(count - 1)),
        "TomoPy 296, SciPy 295.5",
        px
      ),
      near(
        "rotation axis, centre of mass",
        295.75,
        0.75,
        middle + axisByMass(projections, tilts),
        "TomoPy 296, SciPy 296.2",
        px
      ),
      near("mass of a projection, mean", knownMean, 0.05, mean, "NumPy"),
      near("mass of a projection, standard deviation", knownSpread, 0.05, spread, "NumPy"),
      near(
        "mass of the slice",
        expected.fbp_skimage.sum,
        0.005 * expected.fbp_skimage.sum,
        total(slice),
        "scikit-image"
      ),
      {
        what: "reprojection of the slice, relative rms",
        unit: "",
        expected: 0.01,
        tolerance: null,
        relation: "at most",
        obtained: error,
        against: "scikit-image 0.0094"
      }
    ];
    return { checks, figures: [sliceFigure(slice)] };
  }
};

function sliceFigure(slice: Float32Array): Figure {
  const side = shown.voxels / shown.bin;
  const places = Array.from({ length: side * side }, (_, p) => p);
  const [x, y] = [places.map((p) => p % side), places.map((p) => Math.floor(p / side))];
  const found = places.map((_, p) =>
    meanOfSquare(slice, shown.first + x[p] * shown.bin, shown.first + y[p] * shown.bin)
  );
  return {
    kind: "map",
    id: "validation-tooth",
    title: "A slice through a tooth",
    caption: `Filtered back-projection of measured projections by the kernels of Figure 2. Shown is the middle of the slice, as means of ${shown.bin} × ${shown.bin} voxels; the checks are those of the whole slice of ${columns} × ${columns}.`,
    alt: "A slice through a tooth: a bright, folded rim of enamel round darker dentine, with a dark cavity.",
    x: { label: "place", unit: "" },
    value: { label: "attenuation per voxel", unit: "" },
    names: { found: "found here", reference: "" },
    columns: side,
    rows: side,
    series: [{ name: "slice", x, y, found }]
  };
}

function meanOfSquare(slice: Float32Array, x: number, y: number): number {
  const { bin } = shown;
  let sum = 0;
  for (let i = 0; i < bin * bin; ++i) sum += slice[(y + Math.floor(i / bin)) * columns + x + (i % bin)];
  return sum / (bin * bin);
}
