import { describe, expect, test } from "vitest";
import { findShifts, fitSinusoid } from "../../../src/science/composition/alignment.js";
import { expectedImages } from "../../../src/science/composition/expected-images.js";
import { opticalDensities } from "../../../src/science/composition/flat-field.js";
import { defaultInstrument } from "../../../src/science/composition/instrument.js";
import { jitter, record } from "../../../src/science/composition/record.js";
import { registerShift } from "../../../src/science/composition/register-shift.js";
import { shiftImage } from "../../../src/science/composition/shift-image.js";
import { random } from "../../../src/science/numerics/rng.js";
import { fragment } from "../../../src/science/particle/fragment.js";
import { type Ball, projectBalls, tiltsTo } from "./balls.js";

/** About normal, standard deviation 1. */
function normals(seed: number): () => number {
  const uniform = random(seed);
  return () => Array.from({ length: 12 }, uniform).reduce((sum, u) => sum + u, -6);
}

const n = 64;
const energies = 8;

/** A particle off the axis with a heavier and a lighter part, whose contrast depends on the energy, and a void. */
const particle = (energy: number, contrast = 1): Ball[] => {
  const density = 0.04 * (1 + 0.1 * energy);
  return [
    { x: 1, y: -2, z: 3, r: 20, density },
    { x: -7, y: 6, z: -3, r: 7, density: 0.08 * contrast * density * ((energy % 3) - 1) },
    { x: 4, y: 5, z: 8, r: 6, density: -0.15 * contrast * density * (energy % 2) },
    { x: 6, y: -9, z: 2, r: 4, density: -density }
  ];
};

function series({ noise = 0, count = 44, axis = 0, seed = 1, contrast = 1 }) {
  const normal = normals(seed);
  const tilts = tiltsTo(65, count);
  const values = new Float32Array(energies * count * n * n);
  const x = new Float64Array(energies * count);
  const y = new Float64Array(energies * count);
  const jitter = Array.from(tilts, () => [1.5 * normal(), 1.5 * normal()]);
  for (let e = 0; e < energies; ++e)
    for (let a = 0; a < count; ++a) {
      const k = e * count + a;
      x[k] = jitter[a][0] + 0.3 * normal() + axis;
      y[k] = jitter[a][1] + 0.3 * normal();
      const image = projectBalls(particle(e, contrast), n, tilts[a], x[k], y[k]);
      if (noise > 0) for (let p = 0; p < n * n; ++p) image[p] += noise * Math.exp(image[p] / 2) * normal();
      values.set(image, k * n * n);
    }
  return { stack: { values, energies, columns: n, rows: n, tilts }, x, y };
}

/** Pixels rms of found − true, but for a rigid shift of the sample: a cosine and a sine across the axis, a constant along it. */
function errors(
  found: { x: Float64Array; y: Float64Array },
  truth: { x: Float64Array; y: Float64Array },
  tilts: Float64Array
) {
  const all = Float64Array.from({ length: energies * tilts.length }, (_, k) => tilts[k % tilts.length]);
  const x = found.x.map((value, k) => value - truth.x[k]);
  const y = found.y.map((value, k) => value - truth.y[k]);
  const { cos, sin } = fitSinusoid(x, all, false);
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const rms = (values: Float64Array) => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);
  return {
    x: rms(x.map((value, k) => value - cos * Math.cos(all[k]) - sin * Math.sin(all[k]))),
    y: rms(y.map((value) => value - mean))
  };
}

describe("alignment", () => {
  test("jitter comes back exactly but for the little that compositions pull at the energies", () => {
    const { stack, ...truth } = series({});
    const before = errors({ x: truth.x.map(() => 0), y: truth.y.map(() => 0) }, truth, stack.tilts);
    expect(before.x).toBeGreaterThan(1);
    const after = errors(findShifts(stack, "centreOfMass"), truth, stack.tilts);
    expect(after.x).toBeLessThan(0.04);
    expect(after.y).toBeLessThan(0.04);
  });

  test("parts that show at some energies only do not pull these energies apart", () => {
    const { stack, ...truth } = series({ contrast: 5 });
    const after = errors(findShifts(stack, "centreOfMass"), truth, stack.tilts);
    expect(after.x).toBeLessThan(0.08);
    expect(after.y).toBeLessThan(0.08);
  });

  test("within 0.2 pixels from noisy images and an axis off the middle", () => {
    const { stack, ...truth } = series({ noise: 0.05, axis: 2.3, seed: 4 });
    const after = errors(findShifts(stack, "centreOfMass"), truth, stack.tilts);
    expect(after.x).toBeLessThan(0.1);
    expect(after.y).toBeLessThan(0.1);
  });

  test("reprojection keeps it within 0.2 pixels", () => {
    const { stack, ...truth } = series({ noise: 0.02 });
    const steps: string[] = [];
    const found = findShifts(stack, "reprojection", { rounds: 1, onProgress: (_, what) => steps.push(what) });
    const after = errors(found, truth, stack.tilts);
    expect(after.x).toBeLessThan(0.2);
    expect(after.y).toBeLessThan(0.2);
    expect(steps.at(-1)).toMatch(/round 1 of 1/);
  });

  test("the twin's own jitter comes back to 0.2 pixels, at its default dose and blur", () => {
    const instrument = { ...defaultInstrument(64), tilts: tiltsTo(65, 27) };
    const images = expectedImages(fragment("10C-4.8V", { size: 64 }), instrument);
    const raw = record(images, instrument, 5);
    const places = jitter(images, instrument, 5);
    const { values } = opticalDensities(raw);
    const found = findShifts({ ...raw, values, energies }, "centreOfMass");
    const truth = {
      x: found.x.map((_, k) => places[2 * k]),
      y: found.x.map((_, k) => places[2 * k + 1])
    };
    const after = errors(found, truth, instrument.tilts);
    expect(after.x).toBeLessThan(0.2);
    expect(after.y).toBeLessThan(0.2);
  });

  test("can be left out, stopped, and says where there is nothing to align", () => {
    const { stack } = series({ count: 5 });
    expect(findShifts(stack, "none").x.every((shift) => shift === 0)).toBe(true);
    expect(() => findShifts(stack, "centreOfMass", { signal: AbortSignal.abort() })).toThrow(/abort/i);
    stack.values.fill(0);
    expect(() => findShifts(stack, "centreOfMass")).toThrow(/invalid projection: .* sums to nothing/);
  });
});

describe("registration of two images", () => {
  const image = (dx: number, dy: number) => projectBalls(particle(3), n, 0.3, dx, dy);

  test.each([
    [0.3, -0.4],
    [1.7, 0.9],
    [-2.2, 1.4]
  ])("finds a displacement of (%f, %f) whatever the contrast", (dx, dy) => {
    const found = registerShift(
      image(dx, dy).map((value) => 1.7 * value),
      image(0, 0),
      n,
      n,
      undefined,
      10
    );
    // to what sampling the sharp outlines at the pixels' middles allows
    expect(Math.abs(found.x - dx)).toBeLessThan(0.02);
    expect(Math.abs(found.y - dy)).toBeLessThan(0.02);
  });

  test("hands the start back where there is no contrast", () => {
    const flat = new Float32Array(n * n);
    expect(registerShift(flat, flat, n, n, { x: 1, y: 2 })).toEqual({ x: 1, y: 2 });
  });
});

describe("shift of an image", () => {
  test("cubic polynomials up to the second degree are moved exactly", () => {
    const size = 16;
    const f = (x: number, y: number) => 3 + 0.5 * x - 0.2 * y + 0.03 * x * x - 0.02 * y * y + 0.01 * x * y;
    const image = Float32Array.from({ length: size * size }, (_, p) => f(Math.floor(p / size), p % size));
    const moved = shiftImage(image, size, size, 0.3, -1.6);
    for (let x = 4; x < 12; ++x)
      for (let y = 4; y < 12; ++y) expect(moved[x * size + y]).toBeCloseTo(f(x + 0.3, y - 1.6), 4);
  });

  test("whole pixels are copied, and nothing comes in from beyond", () => {
    const image = Float32Array.from({ length: 12 }, (_, p) => p + 1); // 3 columns, 4 rows
    expect(Array.from(shiftImage(image, 3, 4, 1, 2))).toEqual([7, 8, 0, 0, 11, 12, 0, 0, 0, 0, 0, 0]);
    expect(shiftImage(image, 3, 4, 0.4, 40).every((value) => value === 0)).toBe(true);
    expect(shiftImage(image, 3, 4, -0.4, -40).every((value) => value === 0)).toBe(true);
  });
});
