// What the three lamellae of the atomic images are made of. How thick the transformed surface is, what metal its domains miss and
// how much lithium is trapped follow from the aged particle that all techniques see (aged-samples.ts, from the pathway model); the
// rest is chosen to look like what the study describes, which gives no sizes. Lengths in Å and angles in degrees, as in
// crystallography.

import type { Parameter } from "../parameters.js";
import { agedSample } from "./aged-samples.js";

const notGiven = "not given in the study; assumed, to agree with its words";

const assumed = (
  symbol: string,
  label: string,
  value: number,
  unit: string,
  [min, max]: readonly [number, number],
  why: string = notGiven
): Parameter => ({ symbol, label, value, unit, min, max, status: "assumed", source: why });

const model = (what: string) => `the pathway model: ${what}`;

const slow = agedSample("0.1C-20cycles");
const fast = agedSample("10C-20cycles");
const angstrom = 1e10;
/** Share of the transformed layer that is rock salt, the rest spinel; assumed. */
const rockSaltShare = { slow: 0.42, fast: 0.47 };
const tenth = (value: number) => Math.round(10 * value) / 10;
const layers = ({ surfaceLayer }: typeof slow, share: number) => ({
  rockSalt: tenth(share * surfaceLayer * angstrom),
  spinel: tenth((1 - share) * surfaceLayer * angstrom)
});
const slowLayers = layers(slow, rockSaltShare.slow);

/** A value of the aged particle. */
const aged = (parameter: Parameter, what: string): Parameter => ({
  ...parameter,
  status: "model",
  source: model(what)
});

const thickness: Parameter = {
  symbol: "t",
  label: "thickness of the lamella",
  value: 500,
  unit: "Å",
  min: 20,
  max: 1000,
  status: "study",
  source: "study, methods section: lamellae of about 50 nm"
};

export const pristineLatticeParameters = { thickness } as const;

/** Surface layers and voids; defaults are those of slow cycling. */
export const surfaceLatticeParameters = {
  thickness,
  vacuum: assumed("x₀", "vacuum beside the particle", 15, "Å", [0, 40]),
  rockSalt: aged(
    assumed("t_R", "thickness of the rock salt layer", slowLayers.rockSalt, "Å", [0, 60]),
    "its densified surface after 20 cycles, divided as assumed"
  ),
  spinel: aged(
    assumed("t_S", "thickness of the spinel layer", slowLayers.spinel, "Å", [0, 60]),
    "its densified surface after 20 cycles, divided as assumed"
  ),
  roughness: assumed("δ", "waviness of the interfaces, amplitude", 1.5, "Å", [0, 10]),
  voids: assumed("N_V", "nanovoids in the field", 3, "", [0, 12]),
  voidRadius: assumed("r_V", "radius of the nanovoids across the beam", 10, "Å", [2, 30]),
  voidLength: assumed(
    "l_V",
    "length of the nanovoids along the beam",
    220,
    "Å",
    [4, 500],
    `${notGiven}: a sphere of this radius would take 4 % of the thickness, too little to be seen`
  )
} as const;

/** The layers of a fast-cycled surface, thinner, no voids: the study's words. */
export const fastSurfaceValues = { ...layers(fast, rockSaltShare.fast), voids: 0 } as const;

/** Bent and turned slabs with a metal-poor domain: fast cycling. */
export const distortedLatticeParameters = {
  thickness,
  bendAmplitude: assumed("A", "amplitude of the bent slabs", 0.5, "Å", [0, 3]),
  bendLength: assumed("L", "length of the bend's wave", 100, "Å", [40, 300]),
  twist: assumed("θ", "rotation of the turned patch", 6, "°", [-12, 12]),
  twistRadius: assumed("r_θ", "radius of the turned patch", 26, "Å", [8, 60]),
  twistSmear: assumed("s", "spread of its columns along the beam, each axis", 0.25, "Å", [0, 0.8]),
  deficit: aged(
    assumed("q", "share of metal missing in the metal-poor domain", fast.metalLost, "", [0, 0.8]),
    "metal missing from its distorted domains after 20 cycles"
  ),
  deficitRadius: assumed("r_q", "radius of the metal-poor domain", 20, "Å", [5, 50]),
  tetrahedral: aged(
    assumed(
      "x_T",
      "share of tetrahedral sites with lithium in the turned and the metal-poor domain",
      // two such sites a formula unit; the trapped lithium lies in the distorted domains
      Math.round((fast.lithiumTrapped / (2 * fast.distorted)) * 1e3) / 1e3,
      "",
      [0, 0.45]
    ),
    "its trapped lithium, all of it in the distorted domains"
  )
} as const;

export type Values<P> = Record<keyof P, number>;

export const valuesOf = <P extends Record<string, Parameter>>(parameters: P): Values<P> =>
  Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value])) as Values<P>;
