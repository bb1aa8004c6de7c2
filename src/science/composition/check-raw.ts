// Whether raw tilt series can be analysed at all: sizes that fit, finite numbers, light on every pixel, no saturation.

import type { RawTomograms } from "./raw.js";

/** Share of an image's pixels that may be at the full well, as hot pixels of a camera are. */
const saturatedShare = 0.01;
/** Light of an image over that of the flat field below which its shutter is taken as closed. */
const leastLight = 1e-3;
const defaultFullWell = 65535;

const degrees = (rad: number) => `${Number(((rad * 180) / Math.PI).toFixed(2))}°`;

/** @throws one sentence that names the energy, the tilt and the pixel, for the first fault found */
export function checkRaw(raw: RawTomograms): void {
  checkGeometry(raw);
  checkSizes(raw);
  const dark = checkDarks(raw);
  const light = checkFlats(raw, dark);
  checkProjections(raw, dark, light);
}

function checkGeometry({ columns, rows, pixelSize, tilts, energies, edges }: RawTomograms): void {
  for (const [what, value] of Object.entries({ columns, rows }))
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`invalid ${what}: ${value}; must be a whole number of pixels, 1 or more`);
  if (!(pixelSize > 0 && pixelSize < Infinity))
    throw new Error(`invalid pixel size: ${pixelSize} m; must be a positive length in metres`);
  if (tilts.length < 2)
    throw new Error(`missing tilts: ${tilts.length} given; must be 2 or more for a tomogram`);
  tilts.forEach((tilt, k) => {
    if (!Number.isFinite(tilt)) throw new Error(`invalid tilt ${k}: ${tilt}; must be an angle in radians`);
    if (Math.abs(tilt) > Math.PI)
      throw new Error(`invalid tilt ${k}: ${tilt}; must be in radians, between −π and π`);
  });
  const [first, last] = [Math.min(...tilts), Math.max(...tilts)];
  if (!(last > first))
    throw new Error(`invalid tilt range: all ${tilts.length} tilts are ${degrees(first)}; must differ`);
  energies.forEach((energy, k) => {
    if (!(energy > 0 && energy < Infinity))
      throw new Error(`invalid energy ${k}: ${energy} eV; must be a positive photon energy`);
  });
  if (edges.length === 0)
    throw new Error("missing edges: none given; must be a pair of energies for each element");
  for (const { element, pre, post } of edges) {
    const given = (k: number) => Number.isInteger(k) && k >= 0 && k < energies.length;
    if (!given(pre) || !given(post))
      throw new Error(
        `unknown energy of ${element}: ${given(pre) ? post : pre}; must be an index of the ${energies.length} energies`
      );
    if (!(energies[pre] < energies[post]))
      throw new Error(
        `invalid energies of ${element}: ${energies[pre]} eV below the edge and ${energies[post]} eV above it; must rise`
      );
  }
}

function checkSizes({ columns, rows, tilts, energies, counts, flats, darks }: RawTomograms): void {
  const pixels = columns * rows;
  const images = energies.length * tilts.length;
  if (counts.length !== images * pixels)
    throw new Error(
      `invalid counts: ${counts.length / pixels} images of ${columns} × ${rows} pixels; must be ${images}, one for each of ${energies.length} energies and ${tilts.length} tilts`
    );
  const flatFrames = flats.length / pixels / energies.length;
  if (!Number.isInteger(flatFrames) || flatFrames < 1)
    throw new Error(
      `invalid flat frames: ${flatFrames} per energy; must be the same whole number at each of ${energies.length} energies, 1 or more`
    );
  const darkFrames = darks.length / pixels;
  if (!Number.isInteger(darkFrames) || darkFrames < 1)
    throw new Error(
      `invalid dark frames: ${darkFrames} of ${columns} × ${rows} pixels; must be a whole number, 1 or more`
    );
}

const pixelName = (i: number, rows: number) => `pixel (${Math.floor(i / rows)}, ${i % rows})`;

/** Mean of frames that follow each other. @param where names frame and pixel in errors */
function meanFrame(
  frames: Float32Array,
  pixels: number,
  where: (frame: number, pixel: number) => string
): Float64Array {
  const sum = new Float64Array(pixels);
  for (let at = 0; at < frames.length; ++at) {
    if (!Number.isFinite(frames[at]))
      throw new Error(
        `invalid counts: ${frames[at]} ${where(Math.floor(at / pixels), at % pixels)}; must be finite: mask the pixel or repeat the frame`
      );
    sum[at % pixels] += frames[at];
  }
  return sum.map((value) => (value * pixels) / frames.length);
}

function checkDarks({ darks, columns, rows }: RawTomograms): Float64Array {
  return meanFrame(darks, columns * rows, (frame, i) => `in dark frame ${frame}, ${pixelName(i, rows)}`);
}

/** Mean net light of the flat field at each energy. */
function checkFlats(raw: RawTomograms, dark: Float64Array): Float64Array {
  const { flats, energies, rows, fullWell = defaultFullWell } = raw;
  const pixels = dark.length;
  const each = flats.length / energies.length;
  return Float64Array.from(energies, (energy, k) => {
    const frames = flats.subarray(k * each, (k + 1) * each);
    const at = `at energy ${k} (${energy} eV)`;
    const flat = meanFrame(
      frames,
      pixels,
      (frame, i) => `in flat frame ${frame} ${at}, ${pixelName(i, rows)}`
    );
    expectUnsaturated(frames, fullWell, rows, pixels, `flat field ${at}`);
    let sum = 0;
    flat.forEach((value, i) => {
      const net = value - dark[i];
      if (!(net > 0))
        throw new Error(
          `invalid flat field: ${Number(net.toPrecision(4))} counts above the dark level ${at}, ${pixelName(i, rows)}; must be positive: record flats with the beam on`
        );
      sum += net;
    });
    return sum / pixels;
  });
}

function checkProjections(raw: RawTomograms, dark: Float64Array, light: Float64Array): void {
  const { counts, tilts, energies, rows, fullWell = defaultFullWell } = raw;
  const pixels = dark.length;
  const darkSum = dark.reduce((sum, value) => sum + value, 0);
  for (let image = 0; image * pixels < counts.length; ++image) {
    const [k, tilt] = [Math.floor(image / tilts.length), image % tilts.length];
    const at = `at energy ${k} (${energies[k]} eV), tilt ${tilt} (${degrees(tilts[tilt])})`;
    const projection = counts.subarray(image * pixels, (image + 1) * pixels);
    let sum = 0;
    for (let i = 0; i < pixels; ++i) sum += projection[i];
    if (!Number.isFinite(sum)) {
      const i = projection.findIndex((value) => !Number.isFinite(value));
      throw new Error(
        `invalid counts: ${projection[i]} ${at}, ${pixelName(i, rows)}; must be finite: mask the pixel or leave the tilt out`
      );
    }
    if (!(sum - darkSum > leastLight * light[k] * pixels))
      throw new Error(
        `invalid projection ${at}: empty, ${Number(((sum - darkSum) / pixels).toPrecision(3))} counts a pixel above the dark level; must have light: leave the tilt out or expose it again`
      );
    expectUnsaturated(projection, fullWell, rows, pixels, `projection ${at}`);
  }
}

function expectUnsaturated(
  values: Float32Array,
  fullWell: number,
  rows: number,
  pixels: number,
  what: string
): void {
  let full = 0;
  for (let i = 0; i < values.length; ++i) if (values[i] >= fullWell) ++full;
  if (full > saturatedShare * values.length) {
    const i = values.findIndex((value) => value >= fullWell) % pixels;
    throw new Error(
      `invalid ${what}: saturated, ${full} of ${values.length} counts reach the full well of ${fullWell}, the first at ${pixelName(i, rows)}; must stay below: shorten the exposure`
    );
  }
}
