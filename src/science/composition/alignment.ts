// Where the sample stood in every image, found from the optical densities alone. At one energy the centre of mass follows
//   x0 cos θ + z0 sin θ + the offset of the rotation axis   across the axis,   y0 = constant   along it,
// exactly, whatever the sample is made of; what is left of it is jitter. But x0, y0, z0 differ with the energy, for heavy
// and light parts do, and the images of one tilt would be brought together wrongly by their centres of mass alone. So
// 1. the energies of one tilt are registered by cross-correlation with their mean, which outlines decide; of these
//    displacements only what a rigid shift of the sample explains is taken (one cosine, one sine, one constant along the
//    axis for each energy): it brings the energies together, and the centre of mass has the jitter from tilt to tilt;
// 2. along the axis the mean images are placed by their axial profile of mass, Σ_x OD(x, y), the same at all tilts;
// 3. across it the centre of mass is put on the rotation axis. Where the sample stood from that axis, x0 and z0, cannot be
//    told from those parts of the jitter that are themselves a cosine and a sine, and need not be: the volume's middle is
//    the particle's centre of mass. Nor does the axis' own offset matter then; its fit is reported, and is a poor one, as
//    over a limited range of tilts a constant is nearly a cosine;
// 4. on request, reprojection of a quick reconstruction refines them.
// The shifts are found here and applied once, by `shiftImage`, when the binned projections are made.

import { solveDense } from "../numerics/chebyshev.js";
import type { TaskOptions } from "../task.js";
import { binImage } from "./binning.js";
import { registerShift, type Shift } from "./register-shift.js";
import { refineByReprojection } from "./reprojection.js";
import { shiftImage } from "./shift-image.js";

export type AlignmentMethod = "none" | "centreOfMass" | "reprojection";

export interface ImageStack {
  /** OD, [energy][tilt][x][y] */
  values: Float32Array;
  energies: number;
  columns: number;
  rows: number;
  /** rad */
  tilts: Float64Array;
}

export interface Shifts {
  /** pixels along columns from the rotation axis to where it should be, the middle of the detector, [energy][tilt] */
  x: Float64Array;
  /** pixels along rows, [energy][tilt] */
  y: Float64Array;
  /** pixels from the middle of the detector to the rotation axis, as fitted; for information */
  axisOffset: number;
}

/** @param rounds of reprojection, where that is the method @throws if an image has no contrast to align by */
export function findShifts(
  stack: ImageStack,
  method: AlignmentMethod,
  { rounds = 2, ...task }: { rounds?: number } & TaskOptions = {}
): Shifts {
  const { energies, tilts } = stack;
  const shifts: Shifts = {
    x: new Float64Array(energies * tilts.length),
    y: new Float64Array(energies * tilts.length),
    axisOffset: 0
  };
  if (method === "none") return shifts;
  const b = stack.columns % 2 === 0 && stack.rows % 2 === 0 && stack.columns >= 64 ? 2 : 1;
  const [columns, rows] = [stack.columns / b, stack.rows / b];
  const binned = (e: number, a: number) => {
    const at = (e * tilts.length + a) * stack.columns * stack.rows;
    const image = stack.values.subarray(at, at + stack.columns * stack.rows);
    return binImage(image, stack.columns, stack.rows, b);
  };
  const apart = energyShifts(binned, energies, { columns, rows, tilts }, task);
  for (let k = 0; k < shifts.x.length; ++k) {
    shifts.x[k] = b * apart.x[k];
    shifts.y[k] = b * apart.y[k];
  }
  const means = Array.from(tilts, (_, a) =>
    meanImage(
      Array.from({ length: energies }, (_, e) => binned(e, a)),
      { columns, rows },
      (e) => ({ x: apart.x[e * tilts.length + a], y: apart.y[e * tilts.length + a] })
    )
  );
  const common = commonShifts(means, columns, rows, tilts);
  if (method === "reprojection") refineByReprojection(means, { columns, rows, tilts }, common, rounds, task);
  for (let e = 0; e < energies; ++e)
    for (let a = 0; a < tilts.length; ++a) {
      shifts.x[e * tilts.length + a] += b * common.x[a];
      shifts.y[e * tilts.length + a] += b * common.y[a];
    }
  return { ...shifts, axisOffset: b * common.axisOffset };
}

interface Detector {
  columns: number;
  rows: number;
  tilts: Float64Array;
}

function meanImage(
  images: Float32Array[],
  { columns, rows }: Omit<Detector, "tilts">,
  at: (index: number) => Shift
): Float32Array {
  const [sum, moved] = [new Float32Array(columns * rows), new Float32Array(columns * rows)];
  images.forEach((image, k) => {
    const { x, y } = at(k);
    shiftImage(image, columns, rows, x, y, moved);
    for (let p = 0; p < sum.length; ++p) sum[p] += moved[p] / images.length;
  });
  return sum;
}

/** Step 1: displacements of the energies from their mean at each tilt, pixels, [energy][tilt]. */
function energyShifts(
  image: (e: number, a: number) => Float32Array,
  energies: number,
  detector: Detector,
  { signal, onProgress }: TaskOptions
): { x: Float64Array; y: Float64Array } {
  const { columns, rows, tilts } = detector;
  const count = energies * tilts.length;
  const [massX, massY, rigidX, rigidY] = [0, 1, 2, 3].map(() => new Float64Array(count));
  tilts.forEach((_, a) => {
    signal?.throwIfAborted();
    const images = Array.from({ length: energies }, (_, e) => image(e, a));
    const centres = fromMean(images.map((one) => centreOfMass(one, columns, rows)));
    const template = meanImage(images, detector, (e) => centres[e]);
    const found = fromMean(images.map((one, e) => registerShift(one, template, columns, rows, centres[e])));
    for (let e = 0; e < energies; ++e) {
      const k = e * tilts.length + a;
      massX[k] = centres[e].x;
      massY[k] = centres[e].y;
      rigidX[k] = found[e].x - centres[e].x;
      rigidY[k] = found[e].y - centres[e].y;
    }
    onProgress?.((a + 1) / tilts.length, "alignment of the energies");
  });
  for (let e = 0; e < energies; ++e) {
    const part = (of: Float64Array) => of.subarray(e * tilts.length, (e + 1) * tilts.length);
    const { cos, sin } = fitSinusoid(part(rigidX), tilts, false);
    const constant = part(rigidY).reduce((sum, value) => sum + value, 0) / tilts.length;
    tilts.forEach((tilt, a) => {
      massX[e * tilts.length + a] += cos * Math.cos(tilt) + sin * Math.sin(tilt);
      massY[e * tilts.length + a] += constant;
    });
  }
  return { x: massX, y: massY };
}

function fromMean(shifts: Shift[]): Shift[] {
  const mean = (axis: "x" | "y") => shifts.reduce((sum, shift) => sum + shift[axis], 0) / shifts.length;
  const [x, y] = [mean("x"), mean("y")];
  return shifts.map((shift) => ({ x: shift.x - x, y: shift.y - y }));
}

/** Steps 2 and 3, for one image a tilt. @returns pixels, [tilt] */
function commonShifts(images: Float32Array[], columns: number, rows: number, tilts: Float64Array): Shifts {
  const profiles = images.map((image) => axialProfile(image, columns, rows));
  const profilesCentre = profiles.map((profile) => centreOfMass(profile, 1, rows).y);
  const y = Float64Array.from(profilesCentre);
  const centre = y.reduce((sum, value) => sum + value, 0) / y.length;
  // the mean of all profiles as they lie now is the template of the next round
  for (let round = 0; round < 3; ++round) {
    const template = new Float32Array(rows);
    const moved = profiles.map((profile, a) => shiftImage(profile, 1, rows, 0, y[a] - centre));
    for (const profile of moved) profile.forEach((value, k) => (template[k] += value / moved.length));
    moved.forEach((profile, a) => (y[a] += profileShift(profile, template)));
  }
  const x = Float64Array.from(images, (image) => centreOfMass(image, columns, rows).x);
  const { constant } = fitSinusoid(x, tilts);
  const middle = y.reduce((sum, value) => sum + value, 0) / y.length;
  return {
    x,
    y: y.map((value) => value - middle),
    axisOffset: constant
  };
}

/** Pixels from the image's middle to the centre of mass. @throws where the sum is not positive */
export function centreOfMass(image: Float32Array, columns: number, rows: number): { x: number; y: number } {
  let [mass, mx, my] = [0, 0, 0];
  for (let x = 0, p = 0; x < columns; ++x)
    for (let y = 0; y < rows; ++y, ++p) {
      mass += image[p];
      mx += image[p] * x;
      my += image[p] * y;
    }
  if (!(mass > 0))
    throw new Error(
      "invalid projection: its optical density sums to nothing; choose images with a sample in the field"
    );
  return { x: mx / mass - (columns - 1) / 2, y: my / mass - (rows - 1) / 2 };
}

function axialProfile(image: Float32Array, columns: number, rows: number): Float32Array {
  const profile = new Float32Array(rows);
  for (let x = 0; x < columns; ++x) for (let y = 0; y < rows; ++y) profile[y] += image[x * rows + y];
  return profile;
}

/** One Gauss–Newton step of a profile against another, pixels. */
function profileShift(profile: Float32Array, template: Float32Array): number {
  let [numerator, denominator] = [0, 0];
  for (let y = 1; y < template.length - 1; ++y) {
    const slope = (template[y + 1] - template[y - 1]) / 2;
    numerator += slope * (profile[y] - template[y]);
    denominator += slope * slope;
  }
  return denominator > 0 ? Math.max(-1, Math.min(1, -numerator / denominator)) : 0;
}

/**
 * Least squares of x = c cos θ + s sin θ + constant.
 * @param withConstant false: the constant is zero
 * @throws where the tilts are too few or too close to each other to tell these apart
 */
export function fitSinusoid(
  x: Float64Array,
  tilts: Float64Array,
  withConstant = true
): { cos: number; sin: number; constant: number } {
  const n = withConstant ? 3 : 2;
  const matrix = new Float64Array(n * n);
  const right = new Float64Array(n);
  tilts.forEach((tilt, a) => {
    const basis = [Math.cos(tilt), Math.sin(tilt), 1];
    for (let i = 0; i < n; ++i) {
      right[i] += basis[i] * x[a];
      for (let j = 0; j < n; ++j) matrix[n * i + j] += basis[i] * basis[j];
    }
  });
  if (tilts.length < n)
    throw new Error(`missing tilts: ${tilts.length}; alignment by the centre of mass needs at least three`);
  const [cos, sin, constant = 0] = solveDense(matrix, right);
  return { cos, sin, constant };
}
