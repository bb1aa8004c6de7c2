// Whether a raw spectral stack can be analysed at all: sizes that fit, rising energies that cover what is asked for, finite
// numbers, light in every image.

import { checkRising } from "./resample.js";
import type { RawStack } from "./raw.js";

/** Counts over those of the flat image below which the shutter is taken as closed. */
const leastLight = 1e-5;

/** @throws one sentence that says what is wrong and where, for the first fault found */
export function checkStack(raw: RawStack): void {
  const { element, columns, rows, pixelSize, energies, counts, flats, flatFrames, dark } = raw;
  for (const [what, value] of Object.entries({ columns, rows }))
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`invalid ${what} of ${element}: ${value}; must be a whole number of pixels, 1 or more`);
  if (!(pixelSize > 0 && pixelSize < Infinity))
    throw new Error(`invalid pixel size of ${element}: ${pixelSize} m; must be a positive length in metres`);
  if (energies.length < 4)
    throw new Error(`missing energies of ${element}: ${energies.length} given; a spectrum needs 4 or more`);
  checkRising(energies, `the stack of ${element}`);
  const pixels = columns * rows;
  const wanted = { counts, flats };
  for (const [what, values] of Object.entries(wanted))
    if (values.length !== energies.length * pixels)
      throw new Error(
        `invalid ${what} of ${element}: ${values.length} values; must be ${energies.length * pixels}, ${columns} × ${rows} pixels at ${energies.length} energies`
      );
  if (dark.length !== pixels)
    throw new Error(`invalid dark image of ${element}: ${dark.length} values; must be ${pixels}`);
  if (!(flatFrames >= 1))
    throw new Error(`invalid flat frames of ${element}: ${flatFrames}; must be 1 or more`);
  for (let e = 0; e < energies.length; ++e) checkImage(raw, e);
}

function checkImage({ element, rows, energies, counts, flats, dark }: RawStack, e: number): void {
  const pixels = dark.length;
  const at = `of ${element} at energy ${e} (${energies[e]} eV)`;
  const name = (i: number) => `pixel (${Math.floor(i / rows)}, ${i % rows})`;
  let [light, open] = [0, 0];
  for (let i = 0, k = e * pixels; i < pixels; ++i, ++k) {
    const net = flats[k] - dark[i];
    if (!(net > 0 && net < Infinity))
      throw new Error(
        `invalid flat image ${at}: ${Number(net.toPrecision(4))} counts above the dark level in ${name(i)}; must be positive: record it with the beam on`
      );
    if (!Number.isFinite(counts[k]))
      throw new Error(`invalid counts ${at}: ${counts[k]} in ${name(i)}; must be finite: repeat the image`);
    light += counts[k] - dark[i];
    open += net;
  }
  if (!(light > leastLight * open))
    throw new Error(
      `invalid image ${at}: empty, ${Number((light / pixels).toPrecision(3))} counts a pixel above the dark level; must have light: leave the energy out or expose it again`
    );
}
