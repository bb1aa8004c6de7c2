import { beforeAll, describe, expect, test } from "vitest";
import { defaultInstrument, type Instrument } from "../../../src/science/composition/instrument.js";
import {
  type ExpectedImages,
  expectedImages,
  jitter,
  measure,
  record
} from "../../../src/science/composition/twin.js";
import { composition, formulaUnitConcentration } from "../../../src/science/material/composition.js";
import { linearAttenuation } from "../../../src/science/material/x-ray-absorption.js";
import {
  type Fragment,
  fragment,
  fieldOfView,
  fragmentElements
} from "../../../src/science/particle/fragment.js";

const degree = Math.PI / 180;

/** The target composition wherever `inside` says so. */
function sampleOf(size: number, inside: (z: number, x: number, y: number) => boolean): Fragment {
  const units = formulaUnitConcentration();
  const volume = (perUnit: number) =>
    Float32Array.from({ length: size ** 3 }, (_, i) =>
      inside(Math.floor(i / size ** 2), Math.floor(i / size) % size, i % size) ? perUnit * units : 0
    );
  const { Li, O, Mn, Co, Ni } = composition;
  return {
    size,
    voxel: fieldOfView / size,
    densities: { Li: volume(Li), O: volume(O), Mn: volume(Mn), Co: volume(Co), Ni: volume(Ni) }
  };
}

const attenuation = (energy: number) => {
  const units = formulaUnitConcentration();
  return linearAttenuation(
    Object.fromEntries(fragmentElements.map((e) => [e, composition[e] * units])),
    energy
  );
};

const sharp = (size: number, more: Partial<Instrument> = {}): Instrument => ({
  ...defaultInstrument(size),
  resolution: 0,
  ...more
});

const imageOf = ({ transmission, columns, rows, tilts }: ExpectedImages, energy: number, tilt: number) =>
  transmission.subarray(
    (energy * tilts.length + tilt) * columns * rows,
    (energy * tilts.length + tilt + 1) * columns * rows
  );

describe("expected images", () => {
  test("a slab transmits exp(−μ d/cos θ)", () => {
    const slab = sampleOf(32, (z) => z >= 12 && z < 20);
    const tilts = Float64Array.of(0, 40 * degree);
    const images = expectedImages(slab, sharp(32, { tilts }));
    const thickness = 8 * slab.voxel;
    images.energies.forEach((energy, k) => {
      const middle = 16 * 32 + 16;
      expect(imageOf(images, k, 0)[middle]).toBeCloseTo(Math.exp(-attenuation(energy) * thickness), 5);
      const depth = -Math.log(imageOf(images, k, 1)[middle]) / (attenuation(energy) * thickness);
      expect(depth * Math.cos(40 * degree)).toBeCloseTo(1, 1.3);
    });
  });

  test("without blur the optical density of every image holds the same mass", () => {
    const sample = fragment("0.1C-4.8V", { size: 32 });
    const images = expectedImages(sample, sharp(32, { tilts: Float64Array.of(-1.1, -0.4, 0, 0.7, 1.1) }));
    for (let energy = 0; energy < images.energies.length; ++energy) {
      const masses = Array.from(images.tilts, (_, tilt) =>
        imageOf(images, energy, tilt).reduce((sum, value) => sum - Math.log(value), 0)
      );
      for (const mass of masses) expect(mass / masses[2]).toBeCloseTo(1, 3);
    }
  });

  test("the point spread blurs the intensity: its sum stays, and an edge is as wide as the instrument says", () => {
    const half = sampleOf(64, (z, x) => z >= 30 && z < 34 && x < 32);
    const tilts = Float64Array.of(0);
    const [clear, blurred] = [0, 100e-9].map((resolution) =>
      expectedImages(half, sharp(64, { tilts, resolution }))
    );
    const sums = [clear, blurred].map((images) =>
      imageOf(images, 1, 0).reduce((sum, value) => sum + value, 0)
    );
    expect(sums[1] / sums[0]).toBeCloseTo(1, 4);
    // between a quarter and three quarters of an edge blurred by a Gaussian lie 1.349 σ = 0.573 widths
    const row = Array.from({ length: 64 }, (_, x) => imageOf(blurred, 1, 0)[x * 64 + 30]);
    const [low, high] = [row[10], row[60]];
    const place = (share: number) => {
      const level = low + share * (high - low);
      const x = row.findIndex((value) => value > level);
      return x - (row[x] - level) / (row[x] - row[x - 1]);
    };
    expect(((place(0.75) - place(0.25)) * half.voxel) / 100e-9).toBeCloseTo(0.573, 1.5);
  });

  test("a pixel of several voxels sees their mean intensity", () => {
    const sample = sampleOf(
      32,
      (z, x, y) => z > 10 && z < 18 && (x + y) % 2 === 0 && x > 8 && x < 24 && y > 8 && y < 24
    );
    const tilts = Float64Array.of(0);
    const fine = imageOf(expectedImages(sample, sharp(32, { tilts })), 1, 0);
    const coarse = expectedImages(
      sample,
      sharp(32, { tilts, samplesPerPixel: 2, pixelSize: fieldOfView / 16 })
    );
    expect([coarse.columns, coarse.rows]).toEqual([16, 16]);
    const mean = (fine[16 * 32 + 16] + fine[16 * 32 + 17] + fine[17 * 32 + 16] + fine[17 * 32 + 17]) / 4;
    expect(imageOf(coarse, 1, 0)[8 * 16 + 8]).toBeCloseTo(mean, 6);
  });

  test("stray light is added everywhere", () => {
    const images = expectedImages(
      sampleOf(16, () => false),
      sharp(16, { strayLight: 0.1 })
    );
    expect(images.transmission.every((value) => Math.abs(value - 1.1) < 1e-6)).toBe(true);
  });

  test("a sample that does not fit the pixels, and a task that is stopped, say so", () => {
    const sample = sampleOf(16, () => false);
    expect(() => expectedImages(sample, defaultInstrument(32))).toThrow(
      /^invalid pixel: 39.20 nm; must be 1 voxels of 78.40 nm/
    );
    expect(() => expectedImages(sample, sharp(16, { samplesPerPixel: 3 }))).toThrow(
      "invalid samples per pixel: 3"
    );
    expect(() =>
      expectedImages(sample, sharp(16), { signal: AbortSignal.abort(new Error("stopped")) })
    ).toThrow("stopped");
    const seen: number[] = [];
    expectedImages(sample, sharp(16), { onProgress: (fraction) => seen.push(fraction) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.length).toBe(13);
  });
});

describe("record", () => {
  const slab = sampleOf(32, (z) => z >= 14 && z < 18);
  const still = {
    tiltJitter: 0,
    energyJitter: 0,
    fullWell: 1e9,
    gradient: 0,
    fixedPattern: 0,
    flatFrames: 2,
    darkFrames: 2
  };
  const instrument = sharp(32, { ...still, tilts: Float64Array.of(0, 0.1), readNoise: 3 });
  let images: ExpectedImages;
  beforeAll(() => (images = expectedImages(slab, instrument)));

  test("noise of the optical density is that of the photons: 1/√(N T)", () => {
    for (const photons of [400, 4000, 40_000]) {
      const { counts } = record(images, { ...instrument, photons, readNoise: 0 }, 3);
      const pixels = 32 * 32;
      const transmitted = imageOf(images, 1, 0)[0];
      let [sum, squares] = [0, 0];
      for (let i = 0; i < pixels; ++i) {
        const depth = -Math.log((counts[2 * pixels + i] - instrument.darkLevel) / photons);
        sum += depth;
        squares += depth * depth;
      }
      const spread = Math.sqrt(squares / pixels - (sum / pixels) ** 2);
      // 1024 pixels give the spread to 2.2 %
      expect(Math.abs(spread * Math.sqrt(photons * transmitted) - 1)).toBeLessThan(0.09);
    }
  });

  test("counts less dark over flat less dark are the transmission, without bias", () => {
    const raw = record(images, { ...instrument, photons: 50, flatFrames: 40, darkFrames: 40 }, 5);
    const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const dark = mean(raw.darks);
    expect(Math.abs(dark - instrument.darkLevel)).toBeLessThan((5 * 3) / Math.sqrt(raw.darks.length));
    const each = raw.flats.length / 8;
    for (let k = 0; k < 8; ++k) {
      const flat = mean(raw.flats.subarray(k * each, (k + 1) * each)) - dark;
      const found = (mean(raw.counts.subarray(2 * k * 1024, (2 * k + 1) * 1024)) - dark) / flat;
      const expected = imageOf(images, k, 0)[0];
      expect(Math.abs(found - expected)).toBeLessThan((5 * Math.sqrt((50 * expected + 9) / 1024)) / 50);
    }
  });

  test("the same seed gives the same bytes, another seed another measurement", () => {
    const [a, b, c] = [7, 7, 8].map((seed) => record(images, defaultInstrument(32), seed));
    expect(a).toEqual(b);
    expect(a.counts).not.toEqual(c.counts);
    expect(a.flats).not.toEqual(c.flats);
    expect(measure(slab, instrument, 7)).toEqual(record(images, instrument, 7));
    // what a setting changes leaves the draws of the others alone
    expect(record(images, { ...instrument, tiltJitter: 9e-9 }, 7).flats).toEqual(
      record(images, instrument, 7).flats
    );
  });

  test("the sample's place moves by the jitter, common to the energies of a tilt but for a smaller part", () => {
    const ball = sampleOf(64, (z, x, y) => (z - 32) ** 2 + (x - 32) ** 2 + (y - 32) ** 2 < 144);
    const steady = {
      ...defaultInstrument(64),
      ...still,
      photons: 1e8,
      tiltJitter: 30e-9,
      energyJitter: 6e-9
    };
    const setting: Instrument = {
      ...steady,
      tilts: Float64Array.from({ length: 9 }, (_, k) => 0.2 * (k - 4))
    };
    const expected = expectedImages(ball, setting);
    const { counts } = record(expected, setting, 11);
    const places = jitter(expected, setting, 11);
    const centre = (image: (i: number) => number) => {
      let [sum, x, y] = [0, 0, 0];
      for (let i = 0; i < 64 * 64; ++i) {
        const depth = -Math.log(image(i));
        sum += depth;
        x += depth * Math.floor(i / 64);
        y += depth * (i % 64);
      }
      return [x / sum, y / sum];
    };
    for (let image = 0; image < 72; ++image) {
      const [x0, y0] = centre((i) => expected.transmission[image * 4096 + i]);
      const [x, y] = centre((i) => (counts[image * 4096 + i] - setting.darkLevel) / setting.photons);
      expect(x - x0).toBeCloseTo(places[2 * image], 1);
      expect(y - y0).toBeCloseTo(places[2 * image + 1], 1);
    }
  });

  test("jitter has the spreads of the instrument", () => {
    const many = { pixelSize: 10e-9, tilts: new Float64Array(2000), energies: new Float64Array(4) };
    const places = jitter(many, { tiltJitter: 15e-9, energyJitter: 3e-9 }, 2);
    const rms = (value: (i: number) => number) =>
      Math.sqrt(Array.from({ length: 4000 }, (_, i) => value(i) ** 2).reduce((a, b) => a + b) / 4000);
    expect(rms((i) => places[i])).toBeCloseTo(Math.hypot(1.5, 0.3), 1);
    expect(rms((i) => places[i] - places[4000 + i])).toBeCloseTo(0.3 * Math.SQRT2, 1);
  });

  test("illumination falls across the field, drifts on demand, and counts stop at the full well", () => {
    const sloped = record(images, { ...instrument, photons: 1e6, gradient: 0.4 }, 1);
    const column = (x: number) => sloped.flats[x * 32 + 4] - instrument.darkLevel;
    expect(column(0) / 1e6).toBeCloseTo(1.2, 2);
    expect(column(31) / 1e6).toBeCloseTo(0.8, 2);
    const steady = record(images, { ...instrument, photons: 1e6 }, 1);
    const drifting = record(images, { ...instrument, photons: 1e6, beamDrift: 0.05 }, 1);
    const changes = Array.from(
      { length: 16 },
      (_, image) => drifting.counts[image * 1024] / steady.counts[image * 1024] - 1
    );
    expect(Math.max(...changes.map(Math.abs))).toBeGreaterThan(0.02);
    expect(Math.max(...changes.map(Math.abs))).toBeLessThan(0.25);
    const full = record(images, { ...instrument, fullWell: 1000 }, 1);
    expect(full.counts.every((count) => count <= 1000)).toBe(true);
    expect(full.fullWell).toBe(1000);
  });
});
