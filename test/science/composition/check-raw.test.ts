import { describe, expect, test } from "vitest";
import { checkRaw } from "../../../src/science/composition/check-raw.js";
import type { RawTomograms } from "../../../src/science/composition/raw.js";

/** Two energies, three tilts, images of 4 × 5 pixels, all as they should be. */
function good(): RawTomograms {
  const pixels = 20;
  return {
    columns: 4,
    rows: 5,
    pixelSize: 1e-8,
    tilts: Float64Array.of(-0.1, 0, 0.1),
    energies: Float64Array.of(526, 545),
    edges: [{ element: "O", pre: 0, post: 1 }],
    counts: new Float32Array(2 * 3 * pixels).fill(600),
    flats: new Float32Array(2 * 2 * pixels).fill(1100),
    darks: new Float32Array(2 * pixels).fill(100),
    fullWell: 65535
  };
}

const bad = (change: (raw: RawTomograms) => void) => {
  const raw = good();
  change(raw);
  return () => checkRaw(raw);
};

describe("checkRaw", () => {
  test("what is as it should be passes", () => expect(() => checkRaw(good())).not.toThrow());

  test.each<[string, (raw: RawTomograms) => void, string]>([
    ["a column too few", (r) => (r.columns = 3), "invalid counts: 8 images of 3 × 5 pixels; must be 6"],
    ["no columns", (r) => (r.columns = 0), "invalid columns: 0; must be a whole number of pixels, 1 or more"],
    ["a pixel without size", (r) => (r.pixelSize = 0), "invalid pixel size: 0 m"],
    [
      "one tilt",
      (r) => (r.tilts = Float64Array.of(0)),
      "missing tilts: 1 given; must be 2 or more for a tomogram"
    ],
    [
      "a tilt too many",
      (r) => (r.tilts = Float64Array.of(0, 1, 2, 3)),
      "must be 8, one for each of 2 energies and 4 tilts"
    ],
    ["an empty range", (r) => r.tilts.fill(0.1), "invalid tilt range: all 3 tilts are 5.73°; must differ"],
    ["degrees", (r) => (r.tilts[2] = 65), "invalid tilt 2: 65; must be in radians"],
    ["a tilt that is none", (r) => (r.tilts[1] = NaN), "invalid tilt 1: NaN"],
    ["an energy that is none", (r) => (r.energies[1] = 0), "invalid energy 1: 0 eV"],
    ["no edges", (r) => (r.edges = []), "missing edges"],
    [
      "an unknown energy",
      (r) => (r.edges[0].post = 2),
      "unknown energy of O: 2; must be an index of the 2 energies"
    ],
    [
      "energies in disorder",
      (r) => r.energies.reverse(),
      "invalid energies of O: 545 eV below the edge and 526 eV above"
    ],
    ["flat frames cut short", (r) => (r.flats = r.flats.slice(20)), "invalid flat frames: 1.5 per energy"],
    ["no dark frames", (r) => (r.darks = new Float32Array(0)), "invalid dark frames: 0 of 4 × 5 pixels"],
    [
      "a dark pixel that is none",
      (r) => (r.darks[27] = NaN),
      "invalid counts: NaN in dark frame 1, pixel (1, 2)"
    ],
    [
      "a flat pixel that is none",
      (r) => (r.flats[41] = Infinity),
      "invalid counts: Infinity in flat frame 0 at energy 1 (545 eV), pixel (0, 1)"
    ],
    [
      "a count that is none",
      (r) => (r.counts[60 + 20 + 7] = NaN),
      "invalid counts: NaN at energy 1 (545 eV), tilt 1 (0°), pixel (1, 2)"
    ],
    [
      "a shutter that stayed closed",
      (r) => r.counts.fill(100, 40, 60),
      "invalid projection at energy 0 (526 eV), tilt 2 (5.73°): empty, 0 counts a pixel above the dark level"
    ],
    [
      "a saturated projection",
      (r) => r.counts.fill(65535, 23, 25),
      "invalid projection at energy 0 (526 eV), tilt 1 (0°): saturated, 2 of 20 counts reach the full well of 65535, the first at pixel (0, 3)"
    ],
    [
      "a saturated flat field",
      (r) => r.flats.fill(65535, 40, 60),
      "invalid flat field at energy 1 (545 eV): saturated, 20 of 40 counts"
    ]
  ])("%s", (_, change, sentence) => {
    expect(bad(change)).toThrow(sentence);
  });

  test("a flat field without light above the dark level names energy and pixel", () => {
    const raw = good();
    for (const frame of [0, 1]) raw.flats[40 + frame * 20 + 13] = 100;
    expect(() => checkRaw(raw)).toThrow(
      "invalid flat field: 0 counts above the dark level at energy 1 (545 eV), pixel (2, 3); must be positive: record flats with the beam on"
    );
  });

  test("a camera of another full well is held to its own", () => {
    expect(bad((r) => (r.fullWell = 600))).toThrow("saturated");
    expect(bad((r) => delete r.fullWell)).not.toThrow();
  });
});
