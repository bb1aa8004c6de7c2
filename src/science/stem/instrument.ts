// The scanning transmission electron microscope of the atomic images: every number with its source, and the plain record
// that the twin reads. Units are those of the field: Å, mrad, kV, electrons per Å².

import type { Parameter } from "../parameters.js";

const study = "study, methods section: scanning transmission electron microscopy";
const notGiven = "not given in the study; assumed";

export const stemParameters = {
  kilovolt: {
    symbol: "U",
    label: "accelerating voltage",
    value: 300,
    unit: "kV",
    min: 60,
    max: 300,
    status: "study",
    source: study
  },
  convergence: {
    symbol: "α",
    label: "half-angle of the probe's convergence",
    value: 25,
    unit: "mrad",
    min: 8,
    max: 40,
    status: "assumed",
    source: `${notGiven}: below the 29 mrad at which the segmented detector ends, so that its segments see the rim of the disc; usual at 300 kV with a corrector`
  },
  haadfInner: {
    symbol: "β₁",
    label: "inner edge of the dark-field detector",
    value: 62,
    unit: "mrad",
    min: 30,
    max: 120,
    status: "study",
    source: study
  },
  haadfOuter: {
    symbol: "β₂",
    label: "outer edge of the dark-field detector",
    value: 200,
    unit: "mrad",
    min: 100,
    max: 250,
    status: "study",
    source: study
  },
  idpcInner: {
    symbol: "γ₁",
    label: "inner edge of the segmented detector",
    value: 7,
    unit: "mrad",
    min: 0,
    max: 20,
    status: "study",
    source: study
  },
  idpcOuter: {
    symbol: "γ₂",
    label: "outer edge of the segmented detector",
    value: 29,
    unit: "mrad",
    min: 20,
    max: 60,
    status: "study",
    source: study
  },
  doseRate: {
    symbol: "Ḋ",
    label: "dose rate",
    value: 35,
    unit: "e/Å²/s",
    min: 1,
    max: 1e4,
    scale: "log",
    status: "study",
    source: `${study}; a rate: the dose of an image is not given`
  },
  frameTime: {
    symbol: "t_F",
    label: "time over which the image is gathered",
    value: 60,
    unit: "s",
    min: 0.5,
    max: 1000,
    scale: "log",
    status: "assumed",
    source: `${notGiven}: with the printed rate it makes 2100 e/Å²`
  },
  sourceSize: {
    symbol: "s",
    label: "full width at half height of the electron source's image",
    value: 0.8,
    unit: "Å",
    min: 0,
    max: 2,
    status: "assumed",
    source: `${notGiven}: with the aperture it makes a probe of about 1 Å`
  },
  exponent: {
    symbol: "n",
    label: "exponent of the dark-field signal of an atom, Zⁿ",
    value: 1.7,
    unit: "",
    min: 1.4,
    max: 2,
    status: "sourced",
    source:
      "practical values are 1.6 to 1.9; Walther, J. Microsc. 221 (2006) 137 and later reviews; Z² only at very high angles"
  },
  attenuation: {
    symbol: "ℓ",
    label: "depth over which electrons leave a column, so that deeper atoms of it add less to the dark field",
    value: 165,
    unit: "Å",
    min: 30,
    max: 1e5,
    scale: "log",
    status: "calibrated",
    source:
      "this site's multislice reference: the dark-field signal of a metal column of 200 to 500 Å over that of single atoms, in one stack of slices (in three others 500 Å give 0.8 to 1.3 times as much); without it a column of 500 Å would be three times too bright"
  },
  coherentDepth: {
    symbol: "z_c",
    label: "depth that contributes to the integrated differential phase contrast",
    value: 60,
    unit: "Å",
    min: 10,
    max: 1000,
    status: "assumed",
    source: `${notGiven}: about the depth of focus, 2λ/α² = 63 Å, which is the favourable end: with the focus on the entrance face the multislice reference stops growing near 20 Å and turns back beyond; a phase object of the whole 50 nm is far outside the model`
  },
  highPass: {
    symbol: "Λ",
    label: "periods beyond this are taken out of the integrated image",
    value: 40,
    unit: "Å",
    min: 10,
    max: 200,
    status: "assumed",
    source: `${notGiven}: integration makes the noise of long periods grow with their length, so that software filters them`
  },
  pixel: {
    symbol: "p",
    label: "distance of the scan's pixels",
    value: 0.2,
    unit: "Å",
    min: 0.05,
    max: 0.5,
    status: "assumed",
    source: notGiven
  },
  lineJitter: {
    symbol: "σ_j",
    label: "standard deviation of a scan line's place, each axis",
    value: 0.04,
    unit: "Å",
    min: 0,
    max: 0.5,
    status: "assumed",
    source: `${notGiven}: some picometres are usual`
  },
  drift: {
    symbol: "v",
    label: "drift of the sample over the image, along the scan lines",
    value: 0,
    unit: "Å",
    min: -10,
    max: 10,
    status: "assumed",
    source: `${notGiven}: none by default`
  },
  wobble: {
    symbol: "w",
    label: "amplitude of a slow scan distortion, three periods over the image, each axis",
    value: 0,
    unit: "Å",
    min: 0,
    max: 2,
    status: "assumed",
    source: `${notGiven}: none by default`
  },
  pedestal: {
    symbol: "b",
    label: "background of the dark-field detector, share of the beam",
    value: 0.01,
    unit: "",
    min: 0,
    max: 0.1,
    status: "assumed",
    source: `${notGiven}: amorphous surfaces from milling, and the detector's own`
  }
} as const satisfies Record<string, Parameter>;

/** Settings of the microscope, in the units of `stemParameters`; the raster in pixels. */
export type StemInstrument = Record<keyof typeof stemParameters, number> & {
  /** pixels along a line, and lines; powers of two for integrated phase contrast */
  columns: number;
  rows: number;
};

const values = Object.fromEntries(
  Object.entries(stemParameters).map(([name, { value }]) => [name, value])
) as Record<keyof typeof stemParameters, number>;

/** The study's settings, a raster of `columns` × `rows`. */
export function defaultStemInstrument(
  columns = 512,
  rows = columns,
  changes: Partial<StemInstrument> = {}
): StemInstrument {
  return { ...values, columns, rows, ...changes };
}

/** Å of the field that a raster covers. */
export const fieldOf = ({ columns, rows, pixel }: StemInstrument): { width: number; height: number } => ({
  width: columns * pixel,
  height: rows * pixel
});

/** Electrons a Å². */
export const doseOf = ({ doseRate, frameTime }: StemInstrument): number => doseRate * frameTime;

/** Share of a column's atoms that count in the dark field: mean of exp(−z/ℓ) over the thickness t, ℓ/t (1 − exp(−t/ℓ)). */
export function attenuationShare({ attenuation }: StemInstrument, thickness: number): number {
  const depth = thickness / attenuation;
  return depth < 1e-6 ? 1 : (1 - Math.exp(-depth)) / depth;
}

/** @throws where a setting makes no sense */
export function checkInstrument(instrument: StemInstrument): void {
  for (const name of ["columns", "rows"] as const)
    if (!(Number.isInteger(instrument[name]) && instrument[name] >= 16 && instrument[name] <= 4096))
      throw new Error(`invalid raster: ${instrument[name]} ${name}; must be a whole number from 16 to 4096`);
  for (const name of ["pixel", "doseRate", "frameTime", "convergence", "kilovolt", "coherentDepth"] as const)
    if (!(instrument[name] > 0 && instrument[name] < Infinity))
      throw new Error(
        `invalid ${stemParameters[name].label}: ${instrument[name]} ${stemParameters[name].unit}; must be above 0`
      );
  if (!(instrument.attenuation > 0))
    throw new Error(
      `invalid ${stemParameters.attenuation.label}: ${instrument.attenuation} Å; must be above 0`
    );
  for (const name of ["sourceSize", "lineJitter", "wobble", "pedestal"] as const)
    if (!(instrument[name] >= 0))
      throw new Error(`invalid ${stemParameters[name].label}: ${instrument[name]}; must be 0 or more`);
  if (!(instrument.haadfInner > instrument.convergence))
    throw new Error(
      `invalid dark-field detector: its inner edge of ${instrument.haadfInner} mrad lies within the probe's cone of ${instrument.convergence} mrad; must be outside`
    );
}
