// What the three lamellae of the atomic images are made of. The study shows pictures and gives no sizes: all of these are
// chosen to look like what it describes. Lengths in Å and angles in degrees, as in crystallography.

import type { Parameter } from "../parameters.js";

const notGiven = "not given in the study; assumed, to agree with its words";

const assumed = (
  symbol: string,
  label: string,
  value: number,
  unit: string,
  [min, max]: readonly [number, number],
  why: string = notGiven
): Parameter => ({ symbol, label, value, unit, min, max, status: "assumed", source: why });

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
  rockSalt: assumed("t_R", "thickness of the rock salt layer", 16, "Å", [0, 60]),
  spinel: assumed("t_S", "thickness of the spinel layer", 22, "Å", [0, 60]),
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
export const fastSurfaceValues = { rockSalt: 7, spinel: 8, voids: 0 } as const;

/** Bent and turned slabs with a metal-poor domain: fast cycling. */
export const distortedLatticeParameters = {
  thickness,
  bendAmplitude: assumed("A", "amplitude of the bent slabs", 0.5, "Å", [0, 3]),
  bendLength: assumed("L", "length of the bend's wave", 100, "Å", [40, 300]),
  twist: assumed("θ", "rotation of the turned patch", 6, "°", [-12, 12]),
  twistRadius: assumed("r_θ", "radius of the turned patch", 26, "Å", [8, 60]),
  twistSmear: assumed("s", "spread of its columns along the beam, each axis", 0.25, "Å", [0, 0.8]),
  deficit: assumed("q", "share of metal missing in the metal-poor domain", 0.3, "", [0, 0.8]),
  deficitRadius: assumed("r_q", "radius of the metal-poor domain", 20, "Å", [5, 50]),
  tetrahedral: assumed(
    "x_T",
    "share of tetrahedral sites with lithium in the turned and the metal-poor domain",
    0.15,
    "",
    [0, 0.45]
  )
} as const;

export type Values<P> = Record<keyof P, number>;

export const valuesOf = <P extends Record<string, Parameter>>(parameters: P): Values<P> =>
  Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value])) as Values<P>;
